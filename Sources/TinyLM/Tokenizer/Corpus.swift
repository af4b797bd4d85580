/// Rows of a person's own text, each from a place drawn at random. The last twentieth of the text is never trained.
public struct Corpus: TrainingText {
    public let vocabularyCount: Int
    /// The tokens of the whole text, two bytes each.
    private let tokens: [Token]
    private let seed: UInt64
    /// The tokens before the last twentieth.
    private let trainingCount: Int

    /// Fewer tokens have no last twentieth to speak of.
    public static let leastTokens = 40

    /// Makes the text's tokens. The same text, tokenizer and seed give the same rows.
    ///
    /// Throws 65 where the text is too short.
    public init(_ files: CorpusFiles, tokenizer: BytePairEncoding, seed: UInt64) throws(StorageError) {
        try self.init(tokens: files.tokens(tokenizer), vocabularyCount: tokenizer.vocabularyCount, seed: seed)
    }

    init(tokens: [Token], vocabularyCount: Int, seed: UInt64) throws(StorageError) {
        guard tokens.count >= Self.leastTokens else {
            throw .badData(
                "the corpus has \(tokens.count) tokens, and at least \(Self.leastTokens) are needed; add text")
        }
        self.tokens = tokens
        self.vocabularyCount = vocabularyCount
        self.seed = seed
        trainingCount = tokens.count - tokens.count / 20
    }

    /// The number of tokens of the whole text.
    public var tokenCount: Int { tokens.count }

    /// `length` tokens (all there are where they are fewer) from a place that seed and index draw.
    public func row(at index: Int, length: Int) -> TrainingRow {
        row(in: tokens[..<trainingCount], RandomSource(seed: seed, index: index), length: length)
    }

    /// A row of the last twentieth; its seed is another, so that it tells nothing of training's rows.
    public func validationRow(at index: Int, length: Int) -> TrainingRow {
        row(in: tokens[trainingCount...], RandomSource(seed: ~seed, index: index), length: length)
    }

    private func row(in part: ArraySlice<Token>, _ source: RandomSource, length: Int) -> TrainingRow {
        var source = source
        let length = min(max(length, 1), part.count)
        // The upper half of the product is a number below the bound, for texts of any length.
        let places = UInt64(part.count - length + 1)
        let start = part.startIndex + Int(source.next().multipliedFullWidth(by: places).high)
        return TrainingRow(tokens: Array(part[start..<start + length]))
    }
}
