import TinyLM

/// A training on labelled notes that keeps the parameters which did best on the development notes.
struct FineTuning {
    var initial: ModelParameters
    var learningRate: Double
    var steps: Int
    /// Nil trains on the notes alone.
    var pretraining: LittleWorldText?
    /// Of the order of the notes.
    var seed: UInt64

    static let batchRows = 16
    /// How often the development notes are asked, evenly over all steps.
    private static let checks = 10
    /// A note has at most 17 tokens; a row of pretraining's text 65.
    private static let (noteContext, textContext) = (16, 64)

    /// What a training left.
    struct Outcome {
        /// Those that did best on the development notes.
        var parameters: ModelParameters
        /// On the development notes, 0 to 1.
        var accuracy: Double
        /// The mean logarithm of the right label's probability on the development notes: decides between equals.
        var logProbability: Double

        func isBetter(than other: Outcome?) -> Bool {
            guard let other else { return true }
            return (accuracy, logProbability) > (other.accuracy, other.logProbability)
        }
    }

    /// Nil where it was stopped. The same for any number of threads.
    ///
    /// - Parameter checked: Given the accuracy on the development notes after so many steps, at each check.
    func run(
        training: [AnsweredQuestion], development: [AnsweredQuestion], pool: WorkerPool = WorkerPool(threadCount: 1),
        isStopped: () -> Bool, checked: (_ step: Int, _ accuracy: Double) -> Void = { _, _ in }
    ) -> Outcome? {
        let trainer = Trainer(recipe: recipe, text: text(training), initial: initial, pool: pool)
        let model = GPT(trainer, pool: pool)
        let interval = max(steps / Self.checks, 1)
        var best: Outcome?
        while trainer.step < steps {
            guard !isStopped() else { return nil }
            _ = trainer.advance()
            guard trainer.step % interval == 0 || trainer.step == steps else { continue }
            let (accuracy, logProbability) = Self.marks(of: model, on: development)
            let outcome = Outcome(
                parameters: trainer.parameters, accuracy: accuracy, logProbability: logProbability)
            if outcome.isBetter(than: best) { best = outcome }
            checked(trainer.step, accuracy)
        }
        return best
    }

    /// The fraction of notes whose label is the most probable of all words.
    static func accuracy(
        of parameters: ModelParameters, on notes: [AnsweredQuestion], pool: WorkerPool = WorkerPool(threadCount: 1)
    ) -> Double {
        marks(of: GPT(parameters, pool: pool), on: notes).accuracy
    }

    private static func marks(of model: GPT, on notes: [AnsweredQuestion]) -> (accuracy: Double, logProbability: Double)
    {
        let scores = model.scores(of: notes)
        let right = zip(scores, notes).count { $0.mostProbable == Array($1.answer) }
        let logarithm = scores.reduce(0.0) { $0 + Double($1.logProbabilities.first ?? -100) }
        let count = Double(max(notes.count, 1))
        return (Double(right) / count, logarithm / count)
    }

    private var recipe: TrainingRecipe {
        TrainingRecipe(
            batchRows: Self.batchRows, context: pretraining == nil ? Self.noteContext : Self.textContext, steps: steps,
            peakLearningRate: learningRate, warmupSteps: steps / 10, weightDecay: 0.01)
    }

    private func text(_ training: [AnsweredQuestion]) -> any TrainingText {
        let notes = LabelledText(training, count: (steps + 1) * Self.batchRows, seed: seed)
        return pretraining.map { MixedText(notes: notes, pretraining: $0) } ?? notes
    }
}
