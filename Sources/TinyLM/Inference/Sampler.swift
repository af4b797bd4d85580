/// Chooses a token from logits.
public struct Sampler: Sendable {
    /// Logits are divided by it; 0 chooses the most probable token.
    public var temperature: Double
    /// Only so many of the most probable tokens (and those as probable as the last of them) are drawn from; nil draws from
    /// all.
    public var topK: Int?
    private var source: RandomSource

    public init(temperature: Double = 1, topK: Int? = nil, seed: UInt64) {
        self.temperature = temperature
        self.topK = topK
        source = RandomSource(seed: seed)
    }

    /// A token drawn from logits (V), V at least 1.
    public mutating func draw(from logits: [Float]) -> Token {
        guard temperature > 0 else { return Token(logits.indexOfLargest) }
        let scaled = logits.map { $0 / Float(temperature) }
        // Divided by next to nothing, they are beyond what can be drawn from.
        guard scaled.allSatisfy(\.isFinite) else { return Token(logits.indexOfLargest) }
        var probabilities = softmax(scaled)
        if let topK, topK < probabilities.count {
            let least = probabilities.sorted(by: >)[max(topK, 1) - 1]
            probabilities = probabilities.map { $0 >= least ? $0 : 0 }
        }
        var rest = Float(source.unit()) * probabilities.reduce(0, +)
        for (token, probability) in probabilities.enumerated() where probability > 0 {
            rest -= probability
            if rest < 0 { return Token(token) }
        }
        return Token(probabilities.indexOfLargest)
    }
}

extension Array where Element: Comparable {
    /// The first index of the largest element; 0 in an empty array.
    var indexOfLargest: Int { indices.max { self[$0] < self[$1] || (self[$0] == self[$1] && $0 > $1) } ?? 0 }
}
