/// A person's own text: one or more files in UTF-8. They are read in blocks and never held in memory.
public struct CorpusFiles: Sendable {
    /// As they were named, in the order of the text.
    public let paths: [String]
    private let byteCounts: [Int]

    /// The most bytes that a text can have: its tokens, two bytes each, are held in memory.
    public static let mostBytes = 1 << 32 - 1

    /// Looks at the files without reading them.
    ///
    /// Throws 65 where a file is empty or all are too long, 66 where there is none, 77 without permission, 74 where the
    /// system refuses.
    public init(paths: [String]) throws(StorageError) {
        guard !paths.isEmpty else { throw .badData("the corpus has no file; name one or more") }
        self.paths = paths
        var counts: [Int] = []
        for path in paths {
            let count = try ReadableFile(path).count
            guard count > 0 else { throw .badData("\(path) is empty; choose a file with text") }
            counts.append(count)
        }
        byteCounts = counts
        guard byteCount <= Self.mostBytes else {
            throw .badData(
                "the corpus has \(byteCount) bytes, and at most \(Self.mostBytes) are read; use a part of it")
        }
    }

    public var byteCount: Int { byteCounts.reduce(0, +) }

    /// Learns a tokenizer of `vocabularyCount` tokens, fewer where the text is too short for so many. Of long texts, 32 MB
    /// are read, of each file its share. Throws 74 where a file is cut short meanwhile.
    public func tokenizer(vocabularyCount: Int = 512) throws(StorageError) -> BytePairEncoding {
        var counts = WordCounts()
        let share = min(Double(WordCounts.longestSample) / Double(byteCount), 1)
        for index in paths.indices {
            let file = try open(index)
            for piece in WordCounts.sample(of: file.count, limit: Int((share * Double(file.count)).rounded(.up))) {
                // The last word may go on behind the piece.
                let bytes = try file.bytes(
                    piece.lowerBound..<min(piece.upperBound + WordSplit.longest, file.count))
                counts.add(bytes.span, upTo: piece.count)
            }
        }
        return BytePairEncoding(training: counts, vocabularyCount: vocabularyCount)
    }

    /// The text's tokens. Every byte is read once, and looked at.
    ///
    /// Throws 65 where a file is not UTF-8 (with the byte's place), 74 where one is cut short or reading fails, and what
    /// `progress` throws, which is called often with the bytes read so far.
    public func encoded(
        _ tokenizer: BytePairEncoding, progress: (Int) throws(StorageError) -> Void = { _ in }
    ) throws(StorageError) -> EncodedText {
        var encoder = TextEncoder(tokenizer)
        var sum: UInt64 = 0
        var ends: [Int] = []
        var earlier = 0
        for index in paths.indices {
            let file = try open(index)
            var fileSum = Checksum(seed: sum)
            for start in stride(from: 0, to: file.count, by: Self.blockLength) {
                let end = min(start + Self.blockLength, file.count)
                let block = try file.bytes(start..<end)
                fileSum.add(block.span)
                if let fault = encoder.add(block, isLast: end == file.count) {
                    throw .badData(
                        "\(paths[index]), byte \(start + fault) is not UTF-8; convert the file, or remove what is no "
                            + "text from it")
                }
                try progress(earlier + end)
            }
            sum = fileSum.value
            earlier += file.count
            ends.append(encoder.tokens.count)
        }
        return EncodedText(
            tokens: encoder.tokens, fileEnds: ends, tokenizer: tokenizer,
            description: .init(
                files: paths.map(SystemCall.absolutePath), byteCount: byteCount, checksum: hexadecimal(sum)))
    }

    private static let blockLength = 1 << 20

    /// Throws 74 where the file is not as long as it was.
    private func open(_ index: Int) throws(StorageError) -> ReadableFile {
        let file = try ReadableFile(paths[index])
        guard file.count == byteCounts[index] else {
            throw StorageError(
                "\(paths[index]) was changed while it was read: it had \(byteCounts[index]) bytes, and now has "
                    + "\(file.count); run the command again when the file is whole", exitCode: 74)
        }
        return file
    }
}

/// A text's tokens, and what it was.
public struct EncodedText: Sendable {
    let tokens: TokenList
    /// The end of each file in `tokens`.
    let fileEnds: [Int]
    public let tokenizer: BytePairEncoding
    /// What `run.json` tells of the text, with paths from the root.
    public let description: RunDescription.Corpus

    public var tokenCount: Int { tokens.count }

    /// Whether this is the text that a run began with, wherever it lies now.
    public func isSame(as corpus: RunDescription.Corpus) -> Bool {
        description.byteCount == corpus.byteCount && description.checksum == corpus.checksum
    }
}
