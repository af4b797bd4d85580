/// Sequences (rows of a batch) laid end to end without padding: N tokens in all.
struct Batch {
    /// (N): all sequences' tokens.
    private(set) var tokens: [Token] = []
    /// (N): the token to be predicted after each of `tokens`; nil where nothing is scored.
    private(set) var targets: [Token?] = []
    /// Where each sequence lies in `tokens`.
    private(set) var sequences: [Range<Int>] = []
    /// The number of targets.
    private(set) var scoredCount = 0

    init(_ rows: [TrainingRow]) {
        for row in rows where row.tokens.count > 1 {
            append(
                row.tokens.dropLast(),
                targets: row.tokens.indices.dropFirst().map {
                    $0 >= row.unscoredPrefix ? row.tokens[$0] : nil
                })
        }
    }

    /// Texts of one token or more, none of them scored.
    init(reading texts: [[Token]]) {
        for text in texts { append(text[...], targets: text.map { _ in nil }) }
    }

    private mutating func append(_ read: ArraySlice<Token>, targets wanted: [Token?]) {
        sequences.append(tokens.count..<tokens.count + read.count)
        tokens += read
        targets += wanted
        scoredCount += wanted.count { $0 != nil }
    }
}
