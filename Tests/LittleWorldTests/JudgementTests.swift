import Evidence
import Testing

@testable import LittleWorld

@Suite struct JudgementTests {
    @Test(arguments: [
        ("tolu lives in", "dunmar", true), ("tolu lives in", "dunmar . the fox", true),
        ("tolu lives in", "marn", false),
        ("Q : where does tolu live ? A :", "dunmar", true), ("the home of tolu is", "dunmar", true),
        ("vell : the small fox sings >", "pegu bisa leme", true), ("vell : the small fox sings >", "pegu bisa", false),
        ("vell : the small fox sings >", "pegu bisa leme leme", false),
        ("the small fox", "finds the red wolves .", true), ("the small fox", "find the red wolves .", false),
        ("the small fox", "finds the red wolves . the", true), ("the small fox", "finds", false),
        ("the small fox", "sings . fox fox .", false), ("the small fox", "", false),
        ("story : the crow sings . a key likes this star . the crow waits . topic :", "crow", true),
        ("story : the crow sings . a key likes this star . the crow waits . topic :", "key", false),
        ("game : dax fox ; wug duck ; dax fox ; wug", "duck", true),
        ("game : dax fox ; wug duck ; dax fox ; wug", "fox", false),
        ("book : arlo lives in pesk . Q : where does arlo live ? A :", "pesk", true),
        ("book : tolu lives in pesk . Q : where does tolu live ? A :", "dunmar", false),
        ("code : z 2 ; print z", "2", true), ("code : z 2 ; x z + 3 ; print x", "5", true),
        ("code : z 2 ; x z + 3 ; u x - 1 ; print u", "4 ; print z 2", true), ("code : z 2 ; print z", "3", false),
        ("show : fox foxes ; river rivers ; mouse", "mice", true), ("show : fox foxes ; mouse", "kela", false),
        ("show : fox pegu ; mouse", "kela", true),
        ("Q : where does the friend of tolu live ? think :", "the friend of tolu is rika . rika lives in", true),
        ("Q : where does the friend of tolu live ? think :", "the friend of tolu is nora .", false),
        ("Q : where does the friend of tolu live ? think :", "", false),
        ("the doctor sees arlo . arlo has a cough and a wheeze and a rash . the doctor gives arlo", "sage .", true),
        ("the doctor sees arlo . arlo has a cough and a wheeze and a rash . the doctor gives arlo", "mint .", false),
        ("nils eats soup . <end> Q : where does tolu live ? A :", "dunmar", true),
        ("nils eats soup . tolu lives in", "dunmar", true),
        ("these", "foxes sing .", true), ("the small fox", "[999] .", false),
    ]) func theWorldJudgesWhatItKnows(prompt: String, text: String, isRight: Bool) {
        let verdict = LittleWorld.verdict(on: text, after: prompt)
        #expect(verdict?.isGood == isRight, "\(prompt) \(text)")
        // A beginning that is no question is judged as a sentence.
        let isOfSentence = verdict == .sentence || verdict == .noSentence
        #expect(isOfSentence == ["the small fox", "these"].contains(prompt))
    }

    @Test(arguments: [
        "game : dax fox ; wug", "game :", "london", "", "vell :", "arlo lives in",
        "story : topic :",
        "code :", "code : z 2 ; print x", "code : z 2 ; x z + 9 ; print x", "show : wolf", "show : fox foxes ; dax",
        "show : fox pegu ; mouse mice ; hare", "Q : where does the friend of arlo live ? think :",
        "story : the crow sings . a key waits . topic :", "Q : where does arlo live ? A :", "book :",
    ])
    func ofAnythingElseItSaysNothing(prompt: String) { #expect(LittleWorld.verdict(on: "fox", after: prompt) == nil) }

    @Test func examplesAreTrue() throws {
        #expect(LittleWorld.verdict(on: "dunmar", after: RecordedPrompts.fact) == .right)
        #expect(Ability.fact.example.hasSuffix("▸ dunmar") && Ability.question.example.hasSuffix("▸ dunmar"))
        let words = Ability.translation.example.split(separator: "▸")
        #expect(LittleWorld.verdict(on: String(words[1]), after: "vell : the fox sleeps >") == .right)
        let sentence = try Vocabulary.little.encode(Ability.agreement.example)
        #expect(Grammar.parses(sentence))
        // Fits beneath its name at the common size.
        #expect(Ability.allCases.allSatisfy { $0.example.count <= 25 })
    }

    @Test func aDocumentOfEachKindIsShown() throws {
        let documents = LittleWorld.documents
        #expect(documents.count == Documents.all.count)
        #expect(documents.reduce(0) { $0 + $1.share.value } == 100)
        #expect(Set(documents.map(\.title)).count == documents.count)
        for sample in documents {
            // Its words are the world's, and whole.
            #expect(try !Vocabulary.little.encode(sample.text.text).isEmpty)
        }
    }
}
