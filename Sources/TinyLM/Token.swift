/// A token's index in its vocabulary.
public typealias Token = UInt16

/// One row of a batch: tokens in their order, each predicted from those before it.
public struct TrainingRow: Equatable, Sendable {
    /// At most context + 1 tokens. Nothing is put in the place of those that a shorter row lacks.
    public var tokens: [Token]
    /// The tokens at the beginning that are read, but whose prediction is not trained. At least one.
    public var unscoredPrefix: Int

    public init(tokens: [Token], unscoredPrefix: Int = 1) {
        self.tokens = tokens
        self.unscoredPrefix = max(unscoredPrefix, 1)
    }
}

/// A text without end, as rows.
///
/// Row `index` is a pure function of the text and the index: a run that resumes asks for the next index, and threads may
/// ask for rows in any order.
public protocol TrainingText: Sendable {
    /// The number of different tokens: every token of a row is less.
    var vocabularyCount: Int { get }

    /// The row at `index`, 0 or more, of at most `length` tokens.
    func row(at index: Int, length: Int) -> TrainingRow
}
