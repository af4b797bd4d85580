import Testing
import TinyLM

@testable import LittleWorld

private func parses(_ text: String) throws -> Bool { Grammar.parses(try Vocabulary.little.encode(text)) }

@Test func everySentenceIsReadBackAsItWasDrawn() {
    var random = RandomSource(seed: 1)
    for _ in 0..<20_000 {
        let sentence = Sentence.drawn(using: &random)
        var tokens: [Token] = []
        sentence.write(into: &tokens)
        #expect(tokens.count <= 11)
        #expect(Grammar.sentence(from: tokens) == sentence)
        #expect(!sentence.isHeldOutForAgreement)
    }
}

@Test func aShuffledSentenceIsHardlyEverASentence() {
    var random = RandomSource(seed: 2)
    var read = 0
    for _ in 0..<5000 {
        var tokens: [Token] = []
        Sentence.drawn(using: &random).write(into: &tokens)
        let before = tokens
        for index in tokens.indices.reversed() { tokens.swapAt(index, random.below(index + 1)) }
        guard let sentence = Grammar.sentence(from: tokens) else { continue }
        // What is read all the same is the sentence that it is: by chance the order is right.
        var again: [Token] = []
        sentence.write(into: &again)
        #expect(again == tokens)
        if tokens != before { read += 1 }
    }
    #expect(read < 250)
}

@Test(arguments: [
    "the fox sings", "these quick hares under some trees paint a red cloud", "a mouse near the rivers sees", "",
    "fox sings", "the foxes sings", "a foxes sing", "these fox sings", "the fox watches", "the fox sings the key",
    "the fox near sings", "the fox sings .", "the small big fox sings", "tolu watches the fox", "the the fox sings",
    "the fox near the rivers watch the key", "the fox near the rivers watches the key",
])
func theParserKnowsRightFromWrong(text: String) throws {
    let right: Set<String> = [
        "the fox sings", "these quick hares under some trees paint a red cloud",
        "the fox near the rivers watches the key",
    ]
    // "sees" is the doctor's word, not a story's.
    #expect(try parses(text) == right.contains(text))
}

@Test func vellHasItsOwnOrder() throws {
    let english = try Vocabulary.little.encode("the flowers under the quick hare paint the clouds")
    let sentence = try #require(Grammar.sentence(from: english))
    var vell: [Token] = []
    sentence.writeVell(into: &vell)
    #expect(Vocabulary.little.decode(vell) == "duzo dofe sozo vopo li mefa li naso")
}
