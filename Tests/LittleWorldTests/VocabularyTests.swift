import Evidence
import Testing
import TinyLM

@testable import LittleWorld

@Test func theWorldHasAVersion() { #expect(LittleWorld.version > 0) }

@Test func everyWordIsOneTokenAndNoneIsThereTwice() {
    let words = Vocabulary.little.words
    #expect(words.count < 512)
    #expect(Set(words).count == words.count)
    for (index, word) in words.enumerated() {
        #expect(Vocabulary.little.token(of: word) == Token(index))
        #expect(Vocabulary.little.word(of: Token(index)) == word)
    }
    #expect(Vocabulary.little.word(of: Token(words.count)) == nil)
    for function in FunctionWord.allCases { #expect(words[Int(function.token)] == function.spelling) }
}

@Test func theClassesFollowEachOtherWithoutAGap() {
    var next: Token = 0
    for group in Lexicon.little.classes {
        #expect(group.first == next)
        next += Token(group.count)
    }
    #expect(Int(next) == Vocabulary.little.count)
    let words = Lexicon.little
    #expect(words.wordClass(of: words.foods[3]) == words.foods)
    #expect(words.wordClass(of: next) == nil)
}

@Test func theClassesHaveTheirSizes() {
    let words = Lexicon.little
    #expect([words.animals, words.objects, words.adjectives, words.places].allSatisfy { $0.count == 16 })
    #expect(words.nouns.count == 32 && words.pluralNouns.count == 32)
    #expect(words.singularVerbs.count == 14 && words.pluralVerbs.count == 14)
    #expect([words.known.count, words.guests.count, words.fresh.count] == [32, 32, 8])
    #expect([words.foods.count, words.jobs.count, words.glyphs.count] == [12, 8, 24])
    #expect(words.gameWords.count == 56 && words.novelWords.count == 28)
    #expect(words.symptoms.count == words.diseases.count * Lexicon.symptomsPerDisease)
    #expect(words.remedies.count == words.diseases.count)
    #expect(words.vellNouns.count == 32 && words.vellAdjectives.count == 16 && words.vellVerbs.count == 14)
    #expect(words.vellPrepositions.count == words.prepositions.count)
    let between = Vocabulary.little.decode(words.prepositions.range)
    #expect(between == "near under behind")
    #expect(words.written.count == 48 && words.unwritten.count == 16)
    #expect(!words.written.range.overlaps(words.unwritten.range))
}

@Test(arguments: 0..<20) func anyTokensSurviveTheRoundTrip(seed: UInt64) throws {
    var random = RandomSource(seed: seed)
    let tokens = (0..<200).map { _ in Token(random.below(Vocabulary.little.count)) }
    #expect(try Vocabulary.little.encode(Vocabulary.little.decode(tokens)) == tokens)
}

@Test func marksMayTouchTheirWord() throws {
    let spaced = try Vocabulary.little.encode("Q : where does tolu live ? A :")
    #expect(try Vocabulary.little.encode("Q: where does\n tolu live?  A:") == spaced)
    #expect(try Vocabulary.little.encode("") == [])
    #expect(try Vocabulary.little.encode("x 3+4") == Vocabulary.little.encode("x 3 + 4"))
}

@Test func anUnknownWordIsNamedWithItsLikes() {
    #expect(throws: UnknownWord(word: "tulu", nearest: ["tolu"])) {
        try Vocabulary.little.encode("where does tulu live")
    }
    #expect(throws: UnknownWord(word: "internationally", nearest: [])) {
        try Vocabulary.little.encode("internationally")
    }
    #expect(Vocabulary.little.nearest(to: "Foxs") == ["fox", "foxes"])
    let error = UnknownWord(word: "tulu", nearest: ["tolu", "tall"])
    #expect(error.description == "the little world has no word 'tulu'; near it: tolu, tall")
    #expect(UnknownWord(word: "q", nearest: []).description == "the little world has no word 'q'")
    let long = String(repeating: "a", count: 100_000)
    #expect(throws: UnknownWord(word: long, nearest: [])) { try Vocabulary.little.encode(long) }
}

@Test func aTokenPastTheLastIsWrittenAsItsNumber() { #expect(Vocabulary.little.decode([60_000]) == "<60000>") }

@Test func theFriendsAreOneCircle() {
    let known = Lexicon.little.known
    var person = 0
    var met: Set<Int> = []
    for _ in 0..<known.count {
        met.insert(person)
        person = known.index(of: Facts.little.value(of: .friend, person: person)) ?? -1
        guard person >= 0 else { break }
    }
    #expect(met.count == known.count)
    #expect(person == 0)
}

@Test func everyFactIsOfItsKindAndTheSameInEveryRun() {
    for person in 0..<Lexicon.little.known.count {
        for relation in Relation.allCases {
            #expect(relation.values.contains(Facts.little.value(of: relation, person: person)))
        }
    }
    // Other facts are another world: then the version must change too.
    let homes = (0..<3).map { Facts.little.value(of: .home, person: $0) }
    #expect(Vocabulary.little.decode(homes) == "dunmar abbey harbor")
}

@Test func everySamplePromptIsOfTheWorld() throws {
    for prompt in RecordedPrompts.texts {
        let tokens = try LittleWorld.prompt(prompt)
        #expect(tokens.first == FunctionWord.end.token)
        #expect(Vocabulary.little.decode(tokens.dropFirst()) == prompt)
        #expect(tokens.count < 40)
    }
    // Asked in training: what a model that was trained must know.
    #expect(!QuestionAnswer.isHeldOut(.home, person: 0))
    #expect(!Think.isHeldOut(.home, person: 0))
    #expect(Vocabulary.little.word(of: Lexicon.little.known[0]) == "tolu")
}

@Test func distancesCountTheFewestEdits() {
    #expect(editDistance(Array("kitten"), Array("sitting")) == 3)
    #expect(editDistance([Int](), [1, 2]) == 2)
    #expect(editDistance([1, 2], []) == 2)
    #expect(editDistance([1, 2, 3], [1, 2, 3]) == 0)
}
