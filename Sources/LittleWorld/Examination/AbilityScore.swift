import RealModule
import TinyLM

/// How well a model does at one ability, by several measures of the same answers.
public struct AbilityScore: Codable, Equatable, Sendable {
    public var ability: Ability
    /// The fraction of items that are wholly right, 0 to 1; `Ability.scoring` says when.
    public var exactMatch: Double
    /// The mean over items of the mean, over the answer's tokens, of the right token's probability after the right
    /// tokens before it. Nil where nothing but the sharp measure is defined (parse).
    public var probability: Double?
    /// The mean over items of the cross-entropy of the answer, in nats a token of it; nil as `probability`.
    public var crossEntropy: Double?
    /// The mean over items of 1 - d / n, at least 0: d is the edit distance between the most probable tokens and the
    /// right ones, n the number of the right ones; nil as `probability`.
    public var editSimilarity: Double?
    public var itemCount: Int
    /// The standard error of `exactMatch`, from the number of items: what another draw of items would differ by.
    public var standardError: Double
    /// The exact match of guessing (`Ability.chance`).
    public var chance: Double

    public init(
        ability: Ability, exactMatch: Double, probability: Double?, crossEntropy: Double?, editSimilarity: Double?,
        itemCount: Int, standardError: Double, chance: Double
    ) {
        self.ability = ability
        self.exactMatch = exactMatch
        self.probability = probability
        self.crossEntropy = crossEntropy
        self.editSimilarity = editSimilarity
        self.itemCount = itemCount
        self.standardError = standardError
        self.chance = chance
    }
}

/// The measures of one answer.
struct AnswerMeasures: Equatable {
    var isExact: Bool
    /// The mean probability of the right tokens.
    var probability: Double
    /// Nats a token.
    var crossEntropy: Double
    /// 1 - edit distance / length of the answer, at least 0.
    var editSimilarity: Double
    /// The logarithm of the whole answer's probability.
    var logProbability: Double

    /// The measures of a question's answer; what a score leaves out counts as impossible.
    init(of score: AnswerScore?, answer: ArraySlice<Token>) {
        let right = Array(answer)
        // A probability of zero, or none at all from a model that broke, is held at e^-100: the mean stays a number.
        var logarithms = (score?.logProbabilities ?? []).prefix(right.count).map { value in
            value > -100 ? min(Double(value), 0) : -100
        }
        logarithms += Array(repeating: -100, count: right.count - logarithms.count)
        let count = Double(max(right.count, 1))
        let written = score?.mostProbable ?? []
        logProbability = logarithms.reduce(0, +)
        isExact = written == right
        probability = logarithms.reduce(0) { $0 + Double.exp($1) } / count
        crossEntropy = -logProbability / count
        editSimilarity = max(1 - Double(editDistance(written, right)) / count, 0)
    }
}
