import Evidence
import LittleWorld
import Testing
import TinyLM

@testable import Engine

/// The tasks of the challenge to prompt a model, asked of the very model that the panel asks.
@Suite(.serialized, .timeLimit(.minutes(5))) struct PromptChallengeTests {
    private static let model = ModelReference.recorded(run: "M-12.3M-1", step: 12_000)

    /// Prompts that a person can come to from the hints, for each task.
    private static let rewritten = [
        "translation": "vell : [sentence] >",
        "look-up": "book : [sentence] [question] A :",
        "steps": "[question] think :",
        "doctor": "the doctor sees [name] . [note] . the doctor gives [name]",
        "examples": "show : fox pegu ; mouse kela ; river dido ; key kiso ; [word]",
    ]

    private func trials(_ task: String, _ template: String) throws -> [PromptTrial] {
        let harness = try Harness()
        return try harness.all(.tryPrompt(Self.model, task: task, template: template)).compactMap {
            if case .promptTrial(let trial) = $0 { trial } else { nil }
        }
    }

    @Test(arguments: ChallengePrompt.all) func theFirstPromptFailsAndABetterOnePasses(task: ChallengePrompt) throws {
        let first = try #require(try trials(task.id, task.first).last)
        let rewritten = try #require(Self.rewritten[task.id])
        let better = try #require(try trials(task.id, rewritten).last)
        print("challenge", task.id, first.rightCount, better.rightCount, better.itemCount)
        #expect(first.isWhole && better.isWhole && better.itemCount >= 10)
        #expect(Double(first.rightCount) < task.bar * Double(first.itemCount) / 2)
        #expect(Double(better.rightCount) >= task.bar * Double(better.itemCount))
        #expect(first.texts.map(\.expected).count == Set(first.texts.map(\.prompt)).count)
    }

    @Test func aPromptWithoutThePlaceHasTheItemAtItsEnd() throws {
        let with = try trials("translation", "vell : [sentence]").last
        let without = try trials("translation", "vell :").last
        #expect(with?.texts.map(\.prompt) == without?.texts.map(\.prompt))
        #expect(with?.texts.first?.prompt.hasPrefix("vell : ") == true)
    }

    @Test func itemsAreToldOneByOneAndJudgedByTheWorld() throws {
        let told = try trials("look-up", "book : [sentence] [question] A :")
        #expect(told.map(\.texts.count) == Array(1...20))
        for text in try #require(told.last).texts {
            // The world's own judge of what a book says agrees.
            #expect((LittleWorld.verdict(on: text.text, after: text.prompt) == .right) == (text.verdict == .right))
        }
    }

    @Test func aWordWhoseAnswerThePromptGivesIsNotAsked() throws {
        let all = try #require(try trials("examples", "show : [word]").last)
        let asked = try #require(all.texts.first?.prompt.split(separator: " ").last)
        let given = try #require(try trials("examples", "show : \(asked) \(all.texts[0].expected ?? "") ; [word]").last)
        #expect(given.itemCount == all.itemCount - 1)
        #expect(!given.texts.contains { $0.prompt.hasSuffix(" ; \(asked)") })
    }

    @Test func whatCannotBeAskedSaysWhy() throws {
        let harness = try Harness()
        for (template, words) in [
            ("paris : [sentence]", "no word 'paris'"), ("[noun] >", "[noun]"),
            (Array(repeating: "the", count: 70).joined(separator: " "), "make it shorter"),
        ] {
            let failure = try #require(
                try harness.failure(.tryPrompt(Self.model, task: "translation", template: template)))
            #expect(failure.line.contains(words) && failure.exitCode == 64, "\(failure.line)")
        }
        #expect(try harness.failure(.tryPrompt(Self.model, task: "chess", template: "[word]"))?.exitCode == 64)
    }
}
