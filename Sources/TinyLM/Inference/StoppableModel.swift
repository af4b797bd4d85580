/// A model whose answers can be cut short, within a question or a written token: what it gives then is not whole.
public struct StoppableModel: LanguageModel {
    private let model: GPT
    private let isStopped: () -> Bool

    /// - Parameter isStopped: Asked again and again, on any of the model's threads.
    public init(_ model: GPT, isStopped: @escaping @Sendable () -> Bool) {
        self.model = model
        self.isStopped = isStopped
    }

    public func scores(of questions: [AnsweredQuestion]) -> [AnswerScore] {
        model.scores(of: questions, isStopped: isStopped)
    }

    public func continuations(of prompts: [[Token]], count: Int, end: Token, seed: UInt64) -> [[Token]] {
        model.continuations(of: prompts, count: count, end: end, seed: seed, isStopped: isStopped)
    }
}
