import Foundation
import Testing

@testable import Scene

@Suite struct ChallengeRecordTests {
    @Test func itComesBackFromAFileAsItWas() throws {
        var record = ChallengeRecord()
        record.answered(case: "fees", rightly: true)
        record.answered(case: "clinic", rightly: false)
        record.guessed(3e6, of: "context", answer: 1e6)
        record.tried(prompt: "steps", .init(right: 3, asked: 20, passes: false))
        let data = try JSONEncoder().encode(record)
        #expect(try JSONDecoder().decode(ChallengeRecord.self, from: data) == record)
    }

    @Test(arguments: [
        "{}", #"{"cases":{},"later":1}"#, #"{"guesses":[{"question":"x","logError":1e300}]}"#,
        #"{"prompts":{"steps":{"right":30,"asked":20,"passes":true},"x":{"right":-1,"asked":0,"passes":false}}}"#,
    ])
    func whatNoTryCanBeIsLeftOut(text: String) throws {
        #expect(try JSONDecoder().decode(ChallengeRecord.self, from: Data(text.utf8)) == ChallengeRecord())
    }

    @Test func whatIsSolvedStaysSolved() {
        var record = ChallengeRecord()
        record.answered(case: "fees", rightly: true)
        record.answered(case: "fees", rightly: false)
        #expect(record.hasSolved(case: "fees"))
        record.tried(prompt: "steps", .init(right: 16, asked: 20, passes: true))
        record.tried(prompt: "steps", .init(right: 2, asked: 20, passes: false))
        #expect(record.hasPassed(prompt: "steps") && record.prompts["steps"]?.right == 16)
        record.tried(prompt: "steps", .init(right: 19, asked: 20, passes: true))
        #expect(record.prompts["steps"]?.right == 19)
    }

    @Test func aGuessHitsWithinAFactorOfThreeEitherWay() {
        for (guess, isHit) in [(100.0, true), (300, true), (34, true), (301, false), (33, false)] {
            var record = ChallengeRecord()
            record.guessed(guess, of: "sums", answer: 100)
            #expect(record.hasHit("sums") == isHit, "\(guess)")
        }
        var record = ChallengeRecord()
        for guess in [0, -1, .nan, .infinity] { record.guessed(guess, of: "sums", answer: 100) }
        #expect(record.guesses.isEmpty && record.medianFactor == nil)
        // The answer was shown: what is said then is no guess.
        record.guessed(1_000, of: "quiz", answer: 100)
        record.guessed(100, of: "quiz", answer: 100)
        #expect(record.guesses.count == 1 && !record.hasHit("quiz"))
        record = ChallengeRecord()
        for count in 0..<ChallengeRecord.mostGuesses + 7 { record.guessed(10, of: "\(count)", answer: 100) }
        #expect(record.guesses.count == ChallengeRecord.mostGuesses && abs((record.medianFactor ?? 0) - 10) < 1e-9)
    }
}
