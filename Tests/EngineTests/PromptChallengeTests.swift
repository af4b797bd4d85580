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

    @Test func probe() throws {
        for (task, template) in [
            ("translation", "vell [sentence]"), ("translation", "vell : [sentence]"), ("translation", "[sentence]"),
            ("look-up", "[sentence] [question] A :"), ("look-up", "book : [sentence] [question]"), ("look-up", "[question]"),
            ("steps", "[question]"), ("steps", "think : [question] A :"), ("steps", "Q : who is the friend ? [question] think :"),
            ("doctor", "[note] . the doctor gives [name]"), ("doctor", "[note] . the doctor gives"),
            ("doctor", "the doctor sees [name] . [note] . the doctor gives"), ("doctor", "the doctor gives [note]"),
            ("examples", "[word]"), ("examples", "show : [word]"), ("examples", "vell : [word] >"),
            ("examples", "show : fox pegu ; [word]"), ("examples", "show : fox pegu ; mouse kela ; [word]"),
            ("examples", "show : fox pegu ; mouse kela ; key kiso ; [word]"),
            ("examples", "fox pegu ; mouse kela ; key kiso ; [word]"),
        ] {
            guard let trial = try trials(task, template).last else { continue }
            print("probe", task, "|", template, "|", trial.rightCount, trial.itemCount, trial.texts[0].text, "/", trial.texts[0].expected ?? "")
        }
    }
}
