/// Learning the merges: again and again the most frequent pair of neighbours becomes a token.
extension BytePairEncoding {
    /// Learns from a text until there are `vocabularyCount` tokens (brought into `vocabularyCounts`), or fewer where no
    /// pair is left that occurs twice. Of a long text, 32 MB are read, in pieces spread over all of it.
    public init(training text: Span<UInt8>, vocabularyCount: Int = 512) {
        var words = WordTable(limit: 1 << 22)
        var counts: [Int] = []
        for piece in Self.sample(of: text.count) {
            var start = piece.lowerBound
            while start < piece.upperBound {
                let end = WordSplit.end(in: text, from: start)
                if let (number, isNew) = words.number(of: text, start..<end) {
                    if isNew { counts.append(0) }
                    counts[number] += 1
                }
                start = end
            }
        }
        let mergeCount = min(max(vocabularyCount, 256), Self.vocabularyCounts.upperBound) - 256
        var learner = MergeLearner(words: words, counts: counts)
        self.init(merges: learner.merges(count: mergeCount))
    }

    public init(training bytes: [UInt8], vocabularyCount: Int = 512) {
        self.init(training: bytes.span, vocabularyCount: vocabularyCount)
    }

    /// The parts of a text of `count` bytes that are read.
    static func sample(of count: Int, limit: Int = 32 << 20, pieces: Int = 64) -> [Range<Int>] {
        guard count > limit else { return [0..<count] }
        let length = limit / pieces
        return (0..<pieces).map { piece in
            let start = (count - length) / (pieces - 1) * piece
            return start..<start + length
        }
    }
}
