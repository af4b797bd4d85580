/// What a run can tell at one step: one line of `reports.jsonl`.
public struct TrainingReport: Codable, Equatable, Sendable {
    /// Updates done, 0 or more.
    public var step: Int
    /// Token positions read in training so far, padding included, 0 or more.
    public var tokensSeen: Int
    /// The mean over the scored tokens of the latest batches, in nats a token.
    public var crossEntropy: Double
    public var learningRate: Double
    /// Before it was clipped.
    public var gradientNorm: Double
    public var tokensPerSecond: Double
    /// Time spent training since step 0, over all the times that the run was resumed.
    public var seconds: Double
    /// The examinations by name, where this step was examined.
    public var abilities: [String: AbilityReport]?
    /// How well the text that is never trained is predicted, where there is one; `crossEntropy` is of training's text.
    public var heldOut: HeldOutLoss?

    public init(
        step: Int, tokensSeen: Int, crossEntropy: Double, learningRate: Double, gradientNorm: Double,
        tokensPerSecond: Double, seconds: Double, abilities: [String: AbilityReport]? = nil, heldOut: HeldOutLoss? = nil
    ) {
        self.step = step
        self.tokensSeen = tokensSeen
        self.crossEntropy = crossEntropy
        self.learningRate = learningRate
        self.gradientNorm = gradientNorm
        self.tokensPerSecond = tokensPerSecond
        self.seconds = seconds
        self.abilities = abilities
        self.heldOut = heldOut
    }
}

/// One examination's measures, of the same answers.
public struct AbilityReport: Codable, Equatable, Sendable {
    /// The fraction of answers of which every token was the most probable.
    public var exactMatch: Double
    /// The mean probability of the right answer; nil, as the two below, where there is no answer to compare with.
    public var probability: Double?
    /// Of the right answer, in nats a token.
    public var crossEntropy: Double?
    /// The mean of 1 - edit distance / length of the right answer, at least 0.
    public var editSimilarity: Double?
    /// Questions asked.
    public var itemCount: Int
    /// Of the exact match.
    public var standardError: Double

    public init(
        exactMatch: Double, probability: Double?, crossEntropy: Double?, editSimilarity: Double?, itemCount: Int,
        standardError: Double
    ) {
        self.exactMatch = exactMatch
        self.probability = probability
        self.crossEntropy = crossEntropy
        self.editSimilarity = editSimilarity
        self.itemCount = itemCount
        self.standardError = standardError
    }
}
