import TinyLM

/// One teaching of a narrow task that is watched while it goes on: what `TransferExperiment` does many times.
public struct TaskTeaching: Sendable {
    public let task: NarrowTask
    /// Notes to learn from, 1 to `mostNotes`.
    public let trainingCount: Int
    /// From random weights of the model's shape, in place of its own.
    public let startsFromRandomWeights: Bool
    public let seed: UInt64

    public static let mostNotes = 3000
    /// Labelled notes that the best of ten checks is chosen by; they are labels used too.
    public static let developmentCount = 100
    /// Notes that are asked at the end.
    public static let testCount = 400

    public init(_ task: NarrowTask, trainingCount: Int, startsFromRandomWeights: Bool, seed: UInt64) {
        self.task = task
        self.trainingCount = min(max(trainingCount, 1), Self.mostNotes)
        self.startsFromRandomWeights = startsFromRandomWeights
        self.seed = seed
    }

    /// Updates of the weights.
    public var steps: Int { TransferExperiment.steps(trainingCount: trainingCount) }

    /// The accuracy on the test notes of what did best on the development notes, 0 to 1; nil where it was stopped.
    ///
    /// - Parameters:
    ///   - isStopped: Asked after every step.
    ///   - checked: Given the accuracy on the development notes before the first step and at each check.
    public func accuracy(
        from parameters: ModelParameters, pool: WorkerPool, isStopped: () -> Bool,
        checked: (_ step: Int, _ accuracy: Double) -> Void
    ) -> Double? {
        let counts = NoteCounts(
            training: trainingCount, development: Self.developmentCount, test: Self.testCount)
        let notes = LabelledNotes(of: task, counts: counts, draw: 0, seed: seed)
        let initial =
            startsFromRandomWeights ? ModelParameters(randomOf: parameters.shape, seed: seed) : parameters
        guard !isStopped() else { return nil }
        checked(0, FineTuning.accuracy(of: initial, on: notes.development, pool: pool))
        let tuning = FineTuning(initial: initial, learningRate: learningRate(of: parameters), steps: steps, seed: seed)
        let outcome = tuning.run(
            training: notes.training, development: notes.development, pool: pool, isStopped: isStopped,
            checked: checked)
        guard let outcome, !isStopped() else { return nil }
        return FineTuning.accuracy(of: outcome.parameters, on: notes.test, pool: pool)
    }

    /// What the experiment chose most often: from random weights pretraining's own rate, else a smaller one.
    private func learningRate(of parameters: ModelParameters) -> Double {
        startsFromRandomWeights ? ModelSize.peakLearningRate(width: parameters.shape.width) : 1e-3
    }
}
