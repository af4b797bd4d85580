/// Rows of a person's own text, each from a place drawn at random; a part of it, or another text, is only examined.
public struct Corpus: TrainingText, HeldOutText {
    public let vocabularyCount: Int
    private let tokens: TokenList
    private let seed: UInt64
    private let split: HeldOutSplit
    /// Where the rows of a training begin.
    private let places: RowPlaces
    /// The text that is examined.
    private let examined: TokenList
    /// Rows of it that follow on one another: each but the first token of a part is predicted once.
    private let examinedRows: [Range<Int>]
    /// By token.
    private let byteCounts: [Int]

    /// Fewer tokens have no twentieth to speak of.
    public static let leastTokens = 40

    /// The text of a run, and where the run is examined on another, that. The same text, tokenizer and seed give the same
    /// rows.
    ///
    /// Throws 65 where a text is too short.
    public init(
        _ text: EncodedText, of run: RunDescription, validation: EncodedText? = nil
    ) throws(StorageError) {
        try self.init(
            text.tokens, fileEnds: text.fileEnds, tokenizer: text.tokenizer, rule: run.heldOut ?? .lastTwentieth,
            validation: validation?.tokens, seed: run.seed, rowLength: run.recipe.context + 1)
    }

    /// A text that is only examined, all of it. Throws 65 where it is too short.
    public init(examining text: EncodedText, rowLength: Int) throws(StorageError) {
        try self.init(
            text.tokens, fileEnds: text.fileEnds, tokenizer: text.tokenizer, rule: .otherText, validation: text.tokens,
            seed: 0, rowLength: rowLength)
    }

    init(
        _ tokens: TokenList, fileEnds: [Int], tokenizer: BytePairEncoding, rule: RunDescription.HeldOutRule,
        validation: TokenList? = nil, seed: UInt64, rowLength: Int
    ) throws(StorageError) {
        for (name, count) in [("corpus", tokens.count), ("validation text", validation?.count ?? .max)]
        where count < Self.leastTokens {
            throw .badData("the \(name) has \(count) tokens, and at least \(Self.leastTokens) are needed; add text")
        }
        split =
            switch rule {
            case .lastTwentieth: .lastTwentieth(tokens.count)
            case .spreadBlocks: .spreadBlocks(tokens.count, fileEnds: fileEnds)
            case .otherText: .whole(tokens.count)
            }
        self.tokens = tokens
        self.seed = seed
        vocabularyCount = tokenizer.vocabularyCount
        places = RowPlaces(split.training, length: rowLength)
        examined = validation ?? tokens
        let parts = validation.map { [0..<$0.count] } ?? split.heldOut
        let step = max(rowLength - 1, 1)
        examinedRows = parts.flatMap { part in
            stride(from: part.lowerBound, to: part.upperBound - 1, by: step).map {
                $0..<min($0 + step + 1, part.upperBound)
            }
        }
        byteCounts = (0..<tokenizer.vocabularyCount).map { tokenizer.bytes(of: Token($0)).count }
    }

    /// The number of tokens of the whole text.
    public var tokenCount: Int { tokens.count }

    /// `length` tokens (of the longest part all, where none has so many) from a place that seed and index draw.
    public func row(at index: Int, length: Int) -> TrainingRow {
        var source = RandomSource(seed: seed, index: index)
        let places = length == self.places.length ? self.places : RowPlaces(split.training, length: length)
        return TrainingRow(tokens: tokens[places.row(source.next())])
    }

    public var heldOutRowCount: Int { examinedRows.count }

    public func heldOutRow(at index: Int) -> [Token] { examined[examinedRows[index]] }

    public func byteCount(of tokens: some Sequence<Token>) -> Int {
        tokens.reduce(0) { $0 + ($1 < byteCounts.count ? byteCounts[Int($1)] : 0) }
    }
}
