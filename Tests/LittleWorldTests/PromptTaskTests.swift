import Evidence
import Testing
import TinyLM

@testable import LittleWorld

@Suite struct PromptTaskTests {
    /// The text before the answer, without the end that stands before everything.
    private func prompt(_ item: ExaminationItem) -> String {
        Vocabulary.little.decode(item.question.tokens[1..<item.question.answerStart])
    }

    /// The world itself says that each item's answer is right, whatever examples stand before it; and each fits.
    @Test(arguments: PromptTask.allCases) func answersAreTrueAfterAnyExamples(task: PromptTask) {
        for count in PromptTask.exampleCounts {
            let items = task.items(examples: count, itemCount: 20, seed: 3)
            for item in items {
                #expect(item.question.tokens.count <= 64 && item.question.tokens.first == LittleWorld.end)
                let answer = Vocabulary.little.decode(item.question.answer.filter { $0 != LittleWorld.end })
                let verdict = LittleWorld.verdict(on: answer, after: prompt(item))
                // Without an example nothing says which rule or pair is meant; of the unknown nothing says anything.
                let isOpen = task == .unknown || count == 0 && [.pairs, .vell, .plural].contains(task)
                #expect(verdict == (isOpen ? nil : .right), "\(prompt(item)) ▸ \(answer)")
            }
        }
        #expect(!task.items(examples: 1, itemCount: 5, seed: 1).isEmpty)
        #expect(task.items(examples: 1, itemCount: 5, seed: 1) == task.items(examples: 1, itemCount: 5, seed: 1))
        #expect(task.items(examples: 1, itemCount: 5, seed: 1) != task.items(examples: 1, itemCount: 5, seed: 2))
    }

    @Test func examplesAreAsManyAsWereAsked() {
        let task = PromptTask.question
        for count in [0, 1, 2, 4] {
            for item in task.items(examples: count, itemCount: 10, seed: 1) {
                #expect(item.question.tokens.count { $0 == FunctionWord.upperQ.token } == count + 1)
            }
            for item in PromptTask.vell.items(examples: count, itemCount: 10, seed: 1) {
                #expect(item.question.tokens.count { $0 == FunctionWord.semicolon.token } == count)
            }
        }
        // Eight questions and answers are more than 64 tokens.
        #expect(task.items(examples: 8, itemCount: 10, seed: 1).isEmpty)
    }

    /// Answers every question with its own tokens, or with others.
    private struct Answerer: LanguageModel {
        var isRight: (AnsweredQuestion) -> Bool

        func scores(of questions: [AnsweredQuestion]) -> [AnswerScore] {
            questions.map { question in
                AnswerScore(
                    logProbabilities: question.answer.map { _ in 0 },
                    mostProbable: question.answer.map { isRight(question) ? $0 : $0 &+ 1 })
            }
        }

        func continuations(of prompts: [[Token]], count: Int, end: Token, seed: UInt64) -> [[Token]] { [] }
    }

    @Test func scoresCountWhatIsRight() throws {
        let all = try #require(PromptTask.vell.scores(of: Answerer { _ in true }))
        #expect(all.map(\.examples) == [0, 1, 2, 4, 8] && all.allSatisfy { $0.accuracy == 1 && $0.standardError == 0 })
        #expect(all.map(\.itemCount) == [15, 100, 100, 100, 100] && all.allSatisfy { $0.questionCount == 15 })
        let none = try #require(PromptTask.vell.scores(of: Answerer { _ in false }))
        #expect(none.allSatisfy { $0.accuracy == 0 })
        // One who knows half of the words: right or wrong with each of them whatever the examples, so that only the number
        // of words makes the mean sure.
        let half = try #require(
            PromptTask.vell.scores(of: Answerer { question in question.answer.first.map { $0 % 2 == 0 } ?? false }))
        for score in half.dropFirst() {
            #expect(score.accuracy > 0.2 && score.accuracy < 0.8)
            #expect(score.standardError > 0.09 && score.standardError < 0.15)
        }
        #expect(PromptTask.vell.scores(of: Answerer { _ in true }, isStopped: { true }) == nil)
        // One of the values in sight: with one pair there is no other.
        let pairs = try #require(PromptTask.pairs.scores(of: Answerer { _ in true }))
        #expect(pairs.map(\.chance).dropFirst() == [1, 0.5, 1.0 / 3, 1.0 / 3] && pairs[0].chance < 0.1)
    }

    @Test func aPromptGrowsBeforeTheSameQuestion() throws {
        for task in PromptTask.allCases {
            let bare = try #require(task.prompt(examples: 0))
            var shown = 0
            for count in PromptTask.exampleCounts {
                guard let prompt = task.prompt(examples: count) else { continue }
                let tokens = try LittleWorld.prompt(prompt)
                #expect(tokens.count <= 64 && prompt.hasSuffix(bare.split(separator: ":", maxSplits: 1).last ?? ""))
                #expect(tokens.count > shown, "\(prompt)")
                shown = tokens.count
            }
        }
        #expect(PromptTask.pairs.prompt(examples: 2)?.hasSuffix("; dax") == true)
        #expect(PromptTask.plural.prompt(examples: 8)?.split(separator: ";").count == 9)
    }

    @Test func whatIsLookedUpSaysWhatIsRight() throws {
        let found = LittleWorld.lookedUp(for: RecordedPrompts.question)
        #expect(found.map(\.kind) == [.answer, .change, .crowd])
        #expect(LittleWorld.verdict(on: "dunmar", after: found[0].prompt) == .right)
        #expect(LittleWorld.verdict(on: "dunmar", after: found[1].prompt) == .wrong)
        #expect(LittleWorld.verdict(on: "dunmar", after: found[2].prompt) == .right)
        #expect(found.allSatisfy { $0.prompt.hasSuffix($0.question) && $0.question == RecordedPrompts.question })
        // Of somebody unknown there is nothing that could have changed.
        #expect(LittleWorld.lookedUp(for: RecordedPrompts.unknown).map(\.kind) == [.answer, .crowd])
        for person in Lexicon.little.people.range {
            for relation in Relation.allCases {
                var question: [Token] = []
                relation.writeQuestion(of: person, into: &question)
                let text = Vocabulary.little.decode(question) + " A :"
                for found in LittleWorld.lookedUp(for: text) {
                    let expected = try #require(LittleWorld.expectation(after: found.prompt))
                    #expect(expected != Vocabulary.little.word(of: person), "\(found.prompt)")
                    let truth = LittleWorld.expectation(after: text)
                    #expect(truth == nil || (expected == truth) == (found.kind != .change), "\(found.prompt)")
                }
            }
        }
        #expect(LittleWorld.lookedUp(for: "the small fox").isEmpty && LittleWorld.lookedUp(for: "london").isEmpty)
        #expect(LittleWorld.lookedUp(for: "Q : where does tolu live ? A : dunmar").isEmpty)
    }
}

@Suite struct PromptRecordTests {
    private static let models =
        RecordedPrompts.ages.map { ("M-12.3M-1", $0) } + [("XS-4.1M-1", 4000), ("L-4.1M-1", 4000)]

    @Test func everyPromptIsAnsweredByEveryModel() throws {
        for (run, step) in Self.models {
            let record = try #require(try PromptRecord.model(of: run, step: step))
            #expect(record.answers.count == PromptRecord.prompts.count)
            #expect(record.scores.count == PromptTask.allCases.count)
            let model = ModelReference.recorded(run: run, step: step)
            for prompt in PromptRecord.prompts {
                guard
                    case .nextWords(let words)? = RecordedAnswers.answer(.nextWords(model, prompt: prompt, count: 5))
                        .first,
                    case .generated(let text)? = RecordedAnswers.answer(
                        .generate(model, GenerationRequest(prompt: prompt, count: RecordedPrompts.textWordCount))
                    ).first
                else {
                    Issue.record("\(run) says nothing after \(prompt)")
                    continue
                }
                #expect(words.words.count == 5 && text.model.step == step && text.prompt == prompt)
                let probabilities = words.words.map(\.probability.value)
                #expect(probabilities == probabilities.sorted(by: >) && probabilities.reduce(0, +) <= 1.001)
            }
        }
        #expect(try PromptRecord.model(of: "M-12.3M-1", step: 28) == nil)
    }

    /// The record is what the recorded weights say, on any processor.
    @Test func theRecordIsWhatTheWeightsSay() throws {
        let recorded = try #require(try PromptRecord.model(of: "M-12.3M-1", step: 12_000))
        let (_, parameters, _) = try Recordings.model(of: "M-12.3M-1", step: 12_000)
        let model = GPT(parameters, pool: WorkerPool(threadCount: 1))
        for (prompt, response) in zip(PromptRecord.prompts, recorded.answers) {
            let again = PromptRecord.Response(of: model, to: try LittleWorld.prompt(prompt))
            let first = try #require(again.probabilities.first)
            #expect(abs(first - (response.probabilities.first ?? 0)) < 100, "\(prompt)")
            if first > 6000 { #expect(again.words.first == response.words.first) }
        }
        let scores = try #require(PromptTask.pairs.scores(of: model))
        for (one, other) in zip(scores, try #require(recorded.scores["pairs"])) {
            #expect(abs(one.accuracy - other.accuracy) < 0.05 && one.itemCount == other.itemCount)
        }
    }

    @Test func curvesAreFigures() throws {
        let model = ModelReference.recorded(run: "M-12.3M-1", step: 12_000)
        guard case .examples(let curve)? = RecordedAnswers.answer(.examples(model, task: "vell")).first else {
            throw Failure("no curve", exitCode: 70)
        }
        #expect(curve.points.map(\.examples) == [0, 1, 2, 4, 8])
        #expect(curve.points.allSatisfy { $0.accuracy.kind == .measured && $0.accuracy.subject.standardError != nil })
        #expect(curve.points.map(\.accuracy.subject.shots) == ["0", "1", "2", "4", "8"])
        guard case .failure? = RecordedAnswers.answer(.examples(model, task: "chess")).first else {
            throw Failure("a task that there is not", exitCode: 70)
        }
    }
}
