import Engine
import LittleWorld
import Testing
import TinyLM

@testable import tlviz

@Test func pathsAreQuotedAsAShellReadsThem() {
    #expect("runs/M-4096K-1".quotedForShell(isFile: true) == "runs/M-4096K-1")
    #expect("my run".quotedForShell(isFile: true) == "'my run'")
    #expect("it's $HOME".quotedForShell() == "'it'\\''s $HOME'")
    #expect("-x".quotedForShell(isFile: true) == "./-x")
    #expect("".quotedForShell() == "''")
    #expect("naïve".quotedForShell() == "naïve")
    #expect("a\nb".quotedForShell() == "$'a\\x0ab'")
    #expect(FileName.text([0x61, 0xE9, 0x27]).quotedForShell() == "$'a\\xe9\\''")
    for text in ["a;b", "a*b", "a`b", "a\\b", "~", "#a", "a\"b", "a&b", "(a)"] {
        #expect(text.quotedForShell() == "'\(text)'")
    }
}

@Test func theWordAfterAnOptionForFilesIsAFile() {
    #expect(
        CommandArguments.protectingFiles(["train", "--corpus", "-x", "-y"]) == ["train", "--corpus", "./-x", "-y"])
    #expect(CommandArguments.protectingFiles(["--validation", "--a"]) == ["--validation", "./--a"])
    #expect(CommandArguments.protectingFiles(["train", "--seed", "-1"]) == ["train", "--seed", "-1"])
    #expect(CommandArguments.protectingFiles([]).isEmpty)
}

/// Every run has a folder of its own: the default's tokens and those of 4.1M round to the same.
@Test func runsOfOtherLengthsHaveOtherNames() {
    let shape = ModelShape(.medium, vocabularyCount: Vocabulary.little.count, context: 64)
    func description(_ tokens: Int) -> RunDescription {
        RunDescription(shape: shape, size: .medium, tokens: tokens, seed: 1)
    }
    #expect(description(4_096_000).name == "M-4096K-1")
    #expect(description(4_100_000).name == "M-4100K-1")
    let lengths = (1...5000).map { $0 * 1024 }
    #expect(Set(lengths.map { description($0).name }).count == lengths.count)
    // Recorded runs keep theirs.
    #expect(description(4_096_000).roundedName == "M-4.1M-1")
}

@Test func aCharacterThatIsNotWholeIsLeftOut() {
    func kept(_ bytes: [UInt8]) -> [UInt8] { RunVocabulary.withoutCutCharacter(bytes) }
    for character in ["a", "é", "東", "🦊"] {
        let bytes = Array("x\(character)".utf8)
        #expect(kept(bytes) == bytes)
        for count in 2..<max(bytes.count, 2) { #expect(kept(Array(bytes[..<count])) == [UInt8(ascii: "x")]) }
    }
    #expect(kept([]).isEmpty)
    // What is no text within the writing stays as it was written.
    #expect(kept([0xFF, 0x61]) == [0xFF, 0x61])
    #expect(kept([0x61, 0x80]) == [0x61, 0x80])
}

@Test func whatAModelWritesIsShownWithoutAddedSpaces() throws {
    let vocabulary = RunVocabulary.bytes(BytePairEncoding(training: Array("the the".utf8), vocabularyCount: 256))
    #expect(vocabulary.joined("the", Array("re\n\tis".utf8).map(Token.init)).onOneLine == "there\\n\\tis")
    #expect(vocabulary.temperature > 0 && RunVocabulary.world.temperature == 0)
}

@Test func anExactMatchIsSaidWithWhatItsItemsCanTell() {
    #expect(WilsonInterval(fraction: 1, itemCount: 24).text == "100 % of 24 (86 to 100 %)")
    #expect(WilsonInterval(fraction: .nan, itemCount: 0).text == "0 % of 0 (0 to 100 %)")
}
