import Synchronization
import Testing

@testable import TinyLM

/// How often a model was let go on before it was stopped.
private final class Allowance: Sendable {
    private let rest: Atomic<Int>

    init(_ count: Int) { rest = Atomic(count) }

    func isUsedUp() -> Bool { rest.subtract(1, ordering: .relaxed).newValue < 0 }
}

@Suite struct StoppableModelTests {
    private let model = GPT(
        ModelParameters(
            randomOf: ModelShape(layers: 1, width: 8, heads: 2, vocabularyCount: 20, context: 16), seed: 1),
        pool: WorkerPool(threadCount: 1))
    private let questions = (0..<6).map { AnsweredQuestion(tokens: [1, 2, Token($0)], answerStart: 2) }
    private let prompts: [[Token]] = [[1], [2], [3]]

    @Test func oneThatIsNeverStoppedAnswersAsTheModel() {
        let asked = StoppableModel(model) { false }
        #expect(asked.scores(of: questions) == model.scores(of: questions))
        #expect(
            asked.continuations(of: prompts, count: 9, end: 99, seed: 4)
                == model.continuations(of: prompts, count: 9, end: 99, seed: 4))
    }

    @Test func itStopsBetweenTwoQuestions() {
        let allowance = Allowance(2)
        let scores = StoppableModel(model) { allowance.isUsedUp() }.scores(of: questions)
        #expect(scores.map(\.mostProbable.count) == [1, 1, 0, 0, 0, 0])
    }

    @Test func itStopsBetweenTwoTokensOfAText() {
        // One to begin, three tokens, and then no more, in no other text either.
        let allowance = Allowance(4)
        let texts = StoppableModel(model) { allowance.isUsedUp() }
            .continuations(of: prompts, count: 9, end: 99, seed: 4)
        #expect(texts.map(\.count) == [4, 0, 0])
    }
}
