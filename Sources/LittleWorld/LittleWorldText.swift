import TinyLM

/// The little world's documents without end, drawn so that each kind has its percentage of the tokens.
public struct LittleWorldText: TrainingText {
    public let seed: UInt64
    /// The sums of the kinds' weights up to each.
    private let thresholds: [Double]
    private let kinds: [any DocumentKind]

    public var vocabularyCount: Int { Vocabulary.little.count }

    public init(seed: UInt64) {
        self.init(seed: seed, kinds: Documents.all, weights: Documents.all.map(\.weight))
    }

    /// A text of some kinds only, or in other proportions.
    init(seed: UInt64, kinds: [any DocumentKind], weights: [Double]) {
        self.seed = seed
        self.kinds = kinds
        var sum = 0.0
        thresholds = weights.map {
            sum += $0
            return sum
        }
    }

    /// An end token, and whole documents after it, as many as are drawn before the third that does not fit.
    public func row(at index: Int, length: Int) -> TrainingRow {
        var random = RandomSource(seed: seed, index: index)
        var tokens: [Token] = []
        // Room for a document that turns out not to fit.
        tokens.reserveCapacity(length + 64)
        tokens.write(.end)
        // The row is closed when a third document does not fit: on average it is nine tenths full then.
        var misses = 0
        while misses < 3, tokens.count < length {
            let start = tokens.count
            kind(at: random.unit()).write(into: &tokens, using: &random)
            if tokens.count > length {
                tokens.removeLast(tokens.count - start)
                misses += 1
            }
        }
        return TrainingRow(tokens: tokens)
    }

    /// A sum over the tokens of the first rows: Fowler, Noll and Vo's 1a, of 64 bits, a token where they take a byte.
    public func checksum(rowCount: Int, length: Int) -> UInt64 {
        var sum: UInt64 = 0xCBF2_9CE4_8422_2325
        for index in 0..<rowCount {
            for token in row(at: index, length: length).tokens {
                sum = (sum ^ UInt64(token)) &* 0x100_0000_01B3
            }
        }
        return sum
    }

    /// The kind at a fraction, 0 to 1, of the sum of the weights.
    private func kind(at fraction: Double) -> any DocumentKind {
        let target = fraction * (thresholds.last ?? 1)
        return kinds[thresholds.firstIndex { target < $0 } ?? 0]
    }
}

extension LittleWorldText {
    /// Whether this build writes the text that the recorded runs have read, which a compiler's fault can change.
    ///
    /// A document of each kind stands in any hundred rows; what a rule holds out is missed in some thousands.
    public static var isAsRecorded: Bool {
        LittleWorldText(seed: 1).checksum(rowCount: 20_000, length: 65) == LittleWorld.textChecksum
    }
}
