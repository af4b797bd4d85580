/// How a model is trained: batches, AdamW, and a learning rate that warms up, stays and declines.
public struct TrainingRecipe: Codable, Equatable, Sendable {
    /// Rows of a batch (B), 1 to 4096.
    public var batchRows: Int
    /// Predictions of a full row (T), 1 to 65,536; a row has one token more.
    public var context: Int
    /// Updates in all, 1 to a thousand million.
    public var steps: Int
    /// The learning rate between warm-up and decline, above 0 and at most 1.
    public var peakLearningRate: Double
    /// Updates over which the learning rate rises in a line, 0 to a thousand million.
    public var warmupSteps: Int
    /// The share of all updates after which the learning rate falls in a line, 0 to 1.
    public var constantUntil: Double
    /// The learning rate after the last update, as a share of the peak, 0 to 1.
    public var finalLearningRateShare: Double
    /// AdamW's weight decay, on matrices only, 0 to 1.
    public var weightDecay: Double
    /// The decay of AdamW's mean of gradients, 0 to below 1.
    public var beta1: Double
    /// The decay of AdamW's mean of squared gradients, 0 to below 1.
    public var beta2: Double
    /// The most the norm of all gradients may be before it is scaled down, above 0 and at most a million.
    public var clip: Double

    /// The recipe of the little world, apart from what is given.
    public init(
        batchRows: Int = 16, context: Int = 64, steps: Int = 4000, peakLearningRate: Double, warmupSteps: Int = 100,
        constantUntil: Double = 0.75, finalLearningRateShare: Double = 0.05, weightDecay: Double = 0.05,
        beta1: Double = 0.9, beta2: Double = 0.98, clip: Double = 1
    ) {
        self.batchRows = batchRows
        self.context = context
        self.steps = steps
        self.peakLearningRate = peakLearningRate
        self.warmupSteps = warmupSteps
        self.constantUntil = constantUntil
        self.finalLearningRateShare = finalLearningRateShare
        self.weightDecay = weightDecay
        self.beta1 = beta1
        self.beta2 = beta2
        self.clip = clip
    }

    /// The learning rate of the update at `step`, counted from 0 (warm-up, stable, decline; Hu et al. 2024, "MiniCPM").
    ///
    /// The first update of a warm-up already moves the weights; the last update of all has the final rate.
    public func learningRate(at step: Int) -> Double {
        if step < warmupSteps { return peakLearningRate * Double(step + 1) / Double(warmupSteps) }
        let declineStart = constantUntil * Double(steps)
        let declineEnd = Double(steps - 1)
        let place = Double(min(step, steps - 1))
        if place <= declineStart { return peakLearningRate }
        let share = (place - declineStart) / (declineEnd - declineStart)
        return peakLearningRate * (1 - share * (1 - finalLearningRateShare))
    }

    /// What is wrong with the first number that no recipe can have, as `batchRows is 0, not 1 to 4096`, or nil.
    public var fault: String? {
        let counts: [(name: String, value: Int, range: ClosedRange<Int>)] = [
            ("batchRows", batchRows, 1...4096), ("context", context, 1...65_536), ("steps", steps, 1...1_000_000_000),
            ("warmupSteps", warmupSteps, 0...1_000_000_000),
        ]
        let belowOne = (1.0).nextDown
        let aboveZero = Double.leastNonzeroMagnitude
        let numbers: [(name: String, value: Double, range: ClosedRange<Double>)] = [
            ("peakLearningRate", peakLearningRate, aboveZero...1), ("constantUntil", constantUntil, 0...1),
            ("finalLearningRateShare", finalLearningRateShare, 0...1), ("weightDecay", weightDecay, 0...1),
            ("beta1", beta1, 0...belowOne), ("beta2", beta2, 0...belowOne), ("clip", clip, aboveZero...1_000_000),
        ]
        for count in counts {
            if let fault = rangeFault(count.name, count.value, count.range) { return fault }
        }
        for number in numbers {
            if let fault = rangeFault(number.name, number.value, number.range) { return fault }
        }
        return nil
    }
}
