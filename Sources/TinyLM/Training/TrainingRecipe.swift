/// How a model is trained: batches, AdamW, and a learning rate that warms up, stays and decays.
public struct TrainingRecipe: Codable, Equatable, Sendable {
    /// Rows of a batch (B), 1 to 4096.
    public var batchRows: Int
    /// Predictions of a full row (T), 1 to 65,536; a row has one token more.
    public var context: Int
    /// Updates in all, 1 to a thousand million.
    public var steps: Int
    /// The learning rate between warm-up and decay, above 0 and at most 1.
    public var peakLearningRate: Double
    /// Updates over which the learning rate rises in a line, 0 to a thousand million.
    public var warmupSteps: Int
    /// The fraction of all updates after which the learning rate falls in a line, 0 to 1.
    public var decayStart: Double
    /// The learning rate of the last update, as a fraction of the peak, 0 to 1.
    public var finalLearningRateFraction: Double
    /// AdamW's weight decay, on matrices only, 0 to 1.
    public var weightDecay: Double
    /// The decay of AdamW's mean of gradients, 0 to below 1.
    public var beta1: Double
    /// The decay of AdamW's mean of squared gradients, 0 to below 1.
    public var beta2: Double
    /// The most the norm of all gradients may be before it is scaled down, above 0 and at most a million.
    public var maxGradientNorm: Double

    /// The names in `run.json`; some are older than the properties'.
    private enum CodingKeys: String, CodingKey {
        case batchRows, context, steps, peakLearningRate, warmupSteps, weightDecay, beta1, beta2
        case decayStart = "constantUntil"
        case finalLearningRateFraction = "finalLearningRateShare"
        case maxGradientNorm = "clip"
    }

    /// The recipe of the little world, apart from what is given.
    public init(
        batchRows: Int = 16, context: Int = 64, steps: Int = 4000, peakLearningRate: Double, warmupSteps: Int = 100,
        decayStart: Double = 0.75, finalLearningRateFraction: Double = 0.05, weightDecay: Double = 0.05,
        beta1: Double = 0.9, beta2: Double = 0.98, maxGradientNorm: Double = 1
    ) {
        self.batchRows = batchRows
        self.context = context
        self.steps = steps
        self.peakLearningRate = peakLearningRate
        self.warmupSteps = warmupSteps
        self.decayStart = decayStart
        self.finalLearningRateFraction = finalLearningRateFraction
        self.weightDecay = weightDecay
        self.beta1 = beta1
        self.beta2 = beta2
        self.maxGradientNorm = maxGradientNorm
    }

    /// Token positions of a batch (B × T), padding included.
    public var tokensPerStep: Int { batchRows * context }

    /// The learning rate of the update at `step`, counted from 0 (warm-up, stable, decay; Hu et al. 2024, "MiniCPM").
    ///
    /// The first update of a warm-up already moves the weights; the last update of all has the final rate.
    public func learningRate(at step: Int) -> Double {
        if step < warmupSteps { return peakLearningRate * Double(step + 1) / Double(warmupSteps) }
        let firstDecayed = decayStart * Double(steps)
        let last = Double(steps - 1)
        let place = Double(min(step, steps - 1))
        if place <= firstDecayed { return peakLearningRate }
        let fraction = (place - firstDecayed) / (last - firstDecayed)
        return peakLearningRate * (1 - fraction * (1 - finalLearningRateFraction))
    }

    /// What is wrong with the first number that no recipe can have, by its name in `run.json`, as `batchRows is 0, not 1
    /// to 4096`, or nil.
    public var fault: String? {
        let counts: [(name: String, value: Int, range: ClosedRange<Int>)] = [
            ("batchRows", batchRows, 1...4096), ("context", context, 1...65_536), ("steps", steps, 1...1_000_000_000),
            ("warmupSteps", warmupSteps, 0...1_000_000_000),
        ]
        let belowOne = (1.0).nextDown
        let aboveZero = Double.leastNonzeroMagnitude
        let numbers: [(name: String, value: Double, range: ClosedRange<Double>)] = [
            ("peakLearningRate", peakLearningRate, aboveZero...1), ("constantUntil", decayStart, 0...1),
            ("finalLearningRateShare", finalLearningRateFraction, 0...1), ("weightDecay", weightDecay, 0...1),
            ("beta1", beta1, 0...belowOne), ("beta2", beta2, 0...belowOne),
            ("clip", maxGradientNorm, aboveZero...1_000_000),
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
