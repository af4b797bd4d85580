import Foundation
import Testing
import TestSupport

@testable import TinyLM

/// A text of tokens that count up, so that a row tells its place; two bytes a token where the tokenizer knows none.
private func corpus(
    _ count: Int, rule: RunDescription.HeldOutRule, fileEnds: [Int]? = nil, validation: TokenList? = nil
) throws -> Corpus {
    try Corpus(
        TokenList((0..<count).map { Token($0) }), fileEnds: fileEnds ?? [count],
        tokenizer: BytePairEncoding(merges: []), rule: rule, validation: validation, seed: 7, rowLength: 65)
}

@Test func noRowOfTrainingTouchesWhatIsHeldOut() throws {
    let count = 50_000
    let corpus = try corpus(count, rule: .spreadBlocks)
    let heldOut = Set((0..<corpus.heldOutRowCount).flatMap { corpus.heldOutRow(at: $0) })
    #expect((count / 21...count / 19).contains(heldOut.count))
    var firsts: Set<Token> = []
    for index in 0..<2000 {
        let row = corpus.row(at: index, length: 65).tokens
        #expect(row == Array(row[0]..<row[0] + 65))
        #expect(heldOut.isDisjoint(with: row))
        #expect(corpus.row(at: index, length: 65).tokens == row)
        firsts.insert(row[0])
    }
    #expect(firsts.count > 1800)
    #expect(corpus.row(at: 3, length: 100_000).tokens.count > 20_000)
    #expect(corpus.row(at: -1, length: 0).tokens.count == 1)
    #expect(throws: StorageError.self) { try TinyLMTests.corpus(39, rule: .spreadBlocks) }
}

/// Runs of the first format resume to the bit: their rows are drawn as they were.
@Test func aRunOfTheFirstFormatReadsTheRowsThatItBeganWith() throws {
    let corpus = try corpus(2000, rule: .lastTwentieth)
    for index in 0..<500 {
        var source = RandomSource(seed: 7, index: index)
        let start = Int(source.next().multipliedFullWidth(by: UInt64(1900 - 65 + 1)).high)
        #expect(corpus.row(at: index, length: 65).tokens == Array(Token(start)..<Token(start + 65)))
    }
    #expect(corpus.row(at: 3, length: 5000).tokens.count == 1900)
    #expect((0..<corpus.heldOutRowCount).allSatisfy { corpus.heldOutRow(at: $0).allSatisfy { $0 >= 1900 } })
}

@Test func everyHeldOutTokenButTheFirstOfAPartIsPredictedOnce() throws {
    let corpus = try corpus(50_000, rule: .spreadBlocks)
    let predicted = (0..<corpus.heldOutRowCount).flatMap { corpus.heldOutRow(at: $0).dropFirst() }
    #expect(Set(predicted).count == predicted.count)
    #expect(corpus.heldOutRows(10).count == 10 && Set(corpus.heldOutRows(10)).count == 10)
    #expect(corpus.heldOutRows(.max) == Array(0..<corpus.heldOutRowCount))
    #expect(corpus.heldOutRows(0).isEmpty)
    #expect(corpus.byteCount(of: [1, 2, 3]) == 3)
}

@Test func anotherTextIsExaminedInPlaceOfAPart() throws {
    let other = TokenList((0..<500).map { Token(60_000 + $0) })
    let corpus = try corpus(1000, rule: .otherText, validation: other)
    #expect((0..<corpus.heldOutRowCount).allSatisfy { corpus.heldOutRow(at: $0).allSatisfy { $0 >= 60_000 } })
    #expect(corpus.row(at: 0, length: 1000).tokens.count == 1000)
}

@Test func noFileLosesAllOfItselfAndNothingIsLost() {
    var source = SeededGenerator(seed: printedSeed(of: "held-out split"))
    for _ in 0..<2000 {
        let longest = 1 << source.below(17)
        let lengths = (0...source.below(40)).map { _ in 1 + source.below(longest) }
        let ends = lengths.reduce(into: []) { $0.append(($0.last ?? 0) + $1) }
        let count = ends.last ?? 0
        let split = HeldOutSplit.spreadBlocks(count, fileEnds: ends)
        let parts = (split.training + split.heldOut).sorted { $0.lowerBound < $1.lowerBound }
        #expect(parts.first?.lowerBound == 0 && parts.last?.upperBound == count)
        #expect(zip(parts, parts.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound })
        #expect(parts.allSatisfy { !$0.isEmpty })
        #expect(split.heldOut.reduce(0) { $0 + $1.count } <= count / 20)
        for (start, end) in zip([0] + ends, ends) {
            #expect(split.training.contains { $0.overlaps(start..<end) })
        }
    }
    #expect(HeldOutSplit.spreadBlocks(1_000_000, fileEnds: [1_000_000]).heldOut.count > 40)
}

@Test func rowsBeginAtEveryPlaceAsOften() {
    let places = RowPlaces([0..<10, 20..<23, 30..<37], length: 5)
    var counts: [Int: Int] = [:]
    var source = RandomSource(seed: 3)
    for _ in 0..<90_000 { counts[places.row(source.next()).lowerBound, default: 0] += 1 }
    #expect(counts.keys.sorted() == Array(0...5) + Array(30...32))
    #expect(counts.values.allSatisfy { (9_500...10_500).contains($0) })
    #expect(RowPlaces([0..<3], length: 9).row(.max) == 0..<3)
    #expect(RowPlaces([], length: 9).row(0).isEmpty)
}

@Test func aCorpusIsReadFromItsFiles() throws {
    try withTemporaryFolder { folder in
        let text = Array(String(repeating: sampleText, count: 20).utf8)
        try write(text, "\(folder)/a")
        try write(text.reversed().filter { $0 < 0x80 }, "\(folder)/b")
        let files = try CorpusFiles(paths: ["\(folder)/a", "\(folder)/b"])
        let tokenizer = try files.tokenizer(vocabularyCount: 320)
        #expect(tokenizer.vocabularyCount == 320)
        var seen: [Int] = []
        let encoded = try files.encoded(tokenizer) { seen.append($0) }
        #expect(seen.last == files.byteCount)
        let whole = try readFile("\(folder)/a", limit: .max)
        let rest = try readFile("\(folder)/b", limit: .max)
        #expect(encoded.tokens == TokenList(tokenizer.encode(whole) + tokenizer.encode(rest)))
        #expect(encoded.isSame(as: encoded.description))
        #expect(encoded.description.checksum == hexadecimal(checksum(rest.span, seed: checksum(whole.span))))
        let other = try CorpusFiles(paths: ["\(folder)/b", "\(folder)/a"]).encoded(tokenizer)
        #expect(!other.isSame(as: encoded.description))
    }
}

@Test func aCorpusThatIsNoTextIsRefusedWithThePlace() throws {
    try withTemporaryFolder { folder in
        try write([], "\(folder)/empty")
        try write(Array("sixteen bytes ok".utf8) + [0xC3], "\(folder)/torn")
        func message(_ name: String) -> String? {
            let error = #expect(throws: StorageError.self) {
                try CorpusFiles(paths: ["\(folder)/\(name)"]).encoded(sampleTokenizer)
            }
            return error.map { "\($0.exitCode) \($0.message.dropFirst(folder.count + 1))" }
        }
        #expect(message("empty") == "65 empty is empty; choose a file with text")
        #expect(
            message("torn") == "65 torn, byte 16 is not UTF-8; convert the file, or remove what is no text from it")
        #expect(message("nothing")?.hasPrefix("66 nothing cannot be read: ") == true)
        #expect(throws: StorageError.self) { try CorpusFiles(paths: []) }
    }
}

@Test func aCorpusCutShortWhileItIsReadIsAnError() throws {
    try withTemporaryFolder { folder in
        let path = "\(folder)/text"
        try write(Array(repeating: UInt8(ascii: "a"), count: 3 << 20), path)
        let files = try CorpusFiles(paths: [path])
        let error = #expect(throws: StorageError.self) {
            try files.encoded(sampleTokenizer) { _ in truncate(path, 1_500_000) }
        }
        #expect(error?.exitCode == 74)
        #expect(error?.message.hasPrefix("\(path) was cut short while it was read: it had 3145728 bytes") == true)
        let later = #expect(throws: StorageError.self) { try files.encoded(sampleTokenizer) }
        #expect(later?.exitCode == 74)
        #expect(#expect(throws: StorageError.self) { try files.tokenizer() }?.exitCode == 74)
    }
}

/// A block may end anywhere: within a word, within a character.
@Test func aTextInBlocksHasTheTokensOfTheWholeAndTheSameFaults() {
    var source = SeededGenerator(seed: printedSeed(of: "text blocks"))
    for _ in 0..<3000 {
        var bytes = Array(sampleText.utf8.dropFirst(source.below(100)).prefix(source.below(100)))
        if source.below(3) == 0 {
            bytes += Array(repeating: UInt8(ascii: "x"), count: source.below(300))
        }
        for _ in 0..<source.below(3) where !bytes.isEmpty {
            bytes[source.below(bytes.count)] = UInt8(source.below(256))
        }
        guard !bytes.isEmpty else { continue }
        var encoder = TextEncoder(sampleTokenizer)
        var start = 0
        var fault: Int?
        while start < bytes.count, fault == nil {
            let end = min(bytes.count, start + 1 + source.below(1 + source.below(80)))
            fault = encoder.add(Array(bytes[start..<end]), isLast: end == bytes.count).map { start + $0 }
            start = end
        }
        #expect((fault == nil) == (String(validating: bytes, as: UTF8.self) != nil))
        if let fault {
            #expect(String(validating: bytes[..<fault], as: UTF8.self) != nil)
            #expect(fault < bytes.count)
        } else {
            #expect(encoder.tokens == TokenList(sampleTokenizer.encode(bytes)))
        }
    }
}

@Test func aLongListOfTokensIsReadAcrossItsPieces() {
    let all = (0..<TokenList.pieceLength * 2 + 100).map { Token(truncatingIfNeeded: $0 &* 7) }
    var list = TokenList()
    for start in stride(from: 0, to: all.count, by: 333_333) {
        list.append(all[start..<min(start + 333_333, all.count)])
    }
    #expect(list.count == all.count)
    for range in [0..<5, TokenList.pieceLength - 3..<TokenList.pieceLength + 4, 0..<all.count, 7..<7] {
        #expect(list[range] == Array(all[range]))
    }
}
