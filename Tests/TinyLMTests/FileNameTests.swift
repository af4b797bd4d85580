import Foundation
import Testing
import TestSupport

@testable import TinyLM

@Test func namesOfAnyBytesSurviveTheWayToTextAndBack() {
    var source = SeededGenerator(seed: printedSeed(of: "file names"))
    let odd: [[UInt8]] = [Array("\u{10FF80}\u{10FFFF}é".utf8), [0xFF], [0xC3], [0xE2, 0x82], Array("plain".utf8), []]
    for round in 0..<3000 {
        var bytes = odd[round % odd.count]
        for _ in 0..<source.below(12) { bytes.append(UInt8(1 + source.below(255))) }
        #expect(FileName.bytes(FileName.text(bytes)) == bytes)
    }
    #expect(FileName.text(Array("naïve.txt".utf8)) == "naïve.txt")
    #expect(StorageError(FileName.text([0x61, 0xE9]) + " is odd", exitCode: 65).message == "a\\xE9 is odd")
}

/// Every call on files takes any name.
@Test func filesOfAnyNameAreReadAndWritten() throws {
    try withTemporaryFolder { folder in
        for bytes in [[0xFF, 0xFE], Array("-x".utf8), Array("a b'c\n".utf8), Array("\u{10FFEE}".utf8)] as [[UInt8]] {
            let path = "\(folder)/" + FileName.text(bytes)
            try AtomicFile.write(Array("some text to read".utf8), to: path)
            #expect(try readFile(path, limit: 100).count == 17)
            #expect(try CorpusFiles(paths: [path]).encoded(sampleTokenizer).description.files == [path])
            let run = "\(path).run"
            _ = try RunFolder.create(at: run, description: sampleDescription())
            #expect(RunContents.exists(at: run))
            #expect(try RunFolder.open(at: run).path == run)
            try makeParentFolders(of: "\(path).folder/x")
        }
        #expect(try namesInFolder(creating: folder).contains(FileName.text([0xFF, 0xFE])))
    }
    #expect(SystemCall.absolutePath("/a") == "/a")
    #expect(SystemCall.absolutePath("a") == FileManager.default.currentDirectoryPath + "/a")
}
