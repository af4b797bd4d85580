/// Learning the merges: again and again the most frequent pair of neighbours becomes a token.
extension BytePairEncoding {
    /// Learns from a text until there are `vocabularyCount` tokens (brought into `vocabularyCounts`), or fewer where no
    /// pair is left that occurs twice. Of a long text, 32 MB are read, in pieces spread over all of it.
    public init(training text: [UInt8], vocabularyCount: Int = 512) {
        var counts = WordCounts()
        for piece in WordCounts.sample(of: text.count, limit: WordCounts.longestSample) {
            counts.add(text.span.extracting(piece.lowerBound...), upTo: piece.count)
        }
        self.init(training: counts, vocabularyCount: vocabularyCount)
    }

    init(training counts: WordCounts, vocabularyCount: Int) {
        let mergeCount = min(max(vocabularyCount, 256), Self.vocabularyCounts.upperBound) - 256
        var learner = MergeLearner(counts)
        self.init(merges: learner.merges(count: mergeCount))
    }
}

/// How often each word of a text occurs: merging looks at every word once, not at every place where it is.
struct WordCounts {
    private(set) var words = WordTable(limit: 1 << 22)
    /// By the words' numbers.
    private(set) var counts: [Int] = []

    /// Bytes that are read of a corpus: the most frequent pairs of more are the same.
    static let longestSample = 32 << 20

    /// Counts the words of a text that begin before `limit`.
    mutating func add(_ text: Span<UInt8>, upTo limit: Int) {
        var start = 0
        while start < limit {
            let end = WordSplit.end(in: text, from: start)
            if let (number, isNew) = words.number(of: text, start..<end) {
                if isNew { counts.append(0) }
                counts[number] += 1
            }
            start = end
        }
    }

    /// Pieces spread evenly over a text of `count` bytes.
    static func sample(of count: Int, limit: Int, pieces: Int = 64) -> [Range<Int>] {
        guard count > limit else { return [0..<count] }
        let length = limit / pieces
        return (0..<pieces).map { piece in
            let start = (count - length) / (pieces - 1) * piece
            return start..<start + length
        }
    }
}
