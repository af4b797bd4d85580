import Testing

@testable import TinyLM

@Test func rowsAreDrawnFromTheirPartOfTheText() throws {
    let corpus = try Corpus(tokens: Array(0..<2000), vocabularyCount: 2000, seed: 7)
    var firsts: Set<Token> = []
    for index in 0..<500 {
        let row = corpus.row(at: index, length: 65).tokens
        #expect(row == Array(row[0]..<row[0] + 65) && row[64] < 1900)
        #expect(corpus.row(at: index, length: 65).tokens == row)
        firsts.insert(row[0])
        #expect(corpus.validationRow(at: index, length: 65).tokens[0] >= 1900)
    }
    #expect(firsts.count > 300)
    #expect(corpus.row(at: 3, length: 5000).tokens.count == 1900)
    #expect(corpus.validationRow(at: 3, length: 5000).tokens.count == 100)
    #expect(corpus.row(at: -1, length: 0).tokens.count == 1)
    #expect(throws: StorageError.self) { try Corpus(tokens: Array(0..<39), vocabularyCount: 50, seed: 7) }
}

@Test func aCorpusIsReadFromItsFiles() throws {
    try withTemporaryFolder { folder in
        let text = Array(String(repeating: sampleText, count: 20).utf8)
        try write(text, "\(folder)/a")
        try write(text.reversed().filter { $0 < 0x80 }, "\(folder)/b")
        let files = try CorpusFiles(paths: ["\(folder)/a", "\(folder)/b"])
        let tokenizer = files.tokenizer(vocabularyCount: 320)
        #expect(tokenizer.vocabularyCount == 320)
        let corpus = try Corpus(files, tokenizer: tokenizer, seed: 1)
        #expect(corpus.vocabularyCount == 320)
        #expect(corpus.tokenCount < files.byteCount)
        #expect(corpus.row(at: 0, length: 33).tokens.count == 33)
        try files.require(files.description)
        #expect(
            exitCode { () throws(StorageError) in
                try files.require(CorpusFiles(paths: ["\(folder)/b", "\(folder)/a"]).description)
            } == 65)
    }
}

@Test func aCorpusThatIsNoTextIsRefusedWithThePlace() throws {
    try withTemporaryFolder { folder in
        try write([], "\(folder)/empty")
        try write(Array("sixteen bytes ok".utf8) + [0xC3], "\(folder)/torn")
        func message(_ name: String) -> String? {
            let error = #expect(throws: StorageError.self) { try CorpusFiles(paths: ["\(folder)/\(name)"]) }
            return error.map { "\($0.exitCode) \($0.message.dropFirst(folder.count + 1))" }
        }
        #expect(message("empty") == "65 empty is empty; choose a file with text")
        #expect(
            message("torn") == "65 torn, byte 16 is not UTF-8; convert the file, or remove what is no text from it")
        #expect(message("nothing")?.hasPrefix("66 nothing can not be read: ") == true)
        #expect(throws: StorageError.self) { try CorpusFiles(paths: []) }
    }
}

@Test func utf8IsCheckedAsTheStandardLibraryDoes() {
    let seed = UInt64.random(in: 0 ... .max)
    print("UTF-8 seed \(seed)")
    var source = RandomSource(seed: seed)
    for _ in 0..<30_000 {
        var bytes = Array(sampleText.utf8.dropFirst(source.number(below: 100)).prefix(source.number(below: 100)))
        for _ in 0..<source.number(below: 3) where !bytes.isEmpty {
            bytes[source.number(below: bytes.count)] = UInt8(source.number(below: 256))
        }
        let fault = firstFaultOfUTF8(bytes.span)
        #expect((fault == nil) == (String(validating: bytes, as: UTF8.self) != nil))
        if let fault {
            #expect(String(validating: bytes[..<fault], as: UTF8.self) != nil)
        }
    }
    for scalar in (UInt32(0)...0x10FFFF).lazy.compactMap(Unicode.Scalar.init) {
        let bytes = Array(String(scalar).utf8)
        if firstFaultOfUTF8(bytes.span) != nil { Issue.record("\(scalar.value)") }
    }
}
