/// A person's own text: one or more files in UTF-8, mapped, not read into memory.
public struct CorpusFiles: Sendable {
    private let files: [FileBytes]

    /// Maps the files and looks at every byte.
    ///
    /// Throws 65 where a file is empty or not UTF-8 (with the byte's place), 66 where there is none, 77 without
    /// permission, 74 where the system refuses.
    public init(paths: [String]) throws(StorageError) {
        var files: [FileBytes] = []
        for path in paths {
            let file = try FileBytes(path: path)
            guard file.count > 0 else { throw .badData("\(path) is empty; choose a file with text") }
            if let place = file.withBytes({ firstFaultOfUTF8($0) }) {
                throw .badData(
                    "\(path), byte \(place) is not UTF-8; convert the file, or remove what is no text from it")
            }
            files.append(file)
        }
        guard !files.isEmpty else { throw .badData("the corpus has no file; name one or more") }
        self.files = files
        // Its tokens, two bytes each, are held in memory.
        guard byteCount < 1 << 32 else {
            throw .badData("the corpus has \(byteCount) bytes, and at most \(1 << 32 - 1) are read; use a part of it")
        }
    }

    public var byteCount: Int { files.reduce(0) { $0 + $1.count } }

    /// What `run.json` tells of the text; reads all of it.
    public var description: RunDescription.Corpus {
        let sum = files.reduce(UInt64(0)) { sum, file in file.withBytes { checksum($0, seed: sum) } }
        return .init(files: files.map(\.path), byteCount: byteCount, checksum: hexadecimal(sum))
    }

    /// Throws 65 where this is not the text that the run began with.
    public func require(_ corpus: RunDescription.Corpus) throws(StorageError) {
        let found = description
        guard found.byteCount == corpus.byteCount, found.checksum == corpus.checksum else {
            throw .badData(
                "\(found.files[0]): the corpus is not the one that this run began with; "
                    + "bring that back, or train again into another --output")
        }
    }

    /// Learns a tokenizer of `vocabularyCount` tokens, fewer where the text is too short for so many. Of long texts, 32 MB
    /// are read, of each file its share.
    public func tokenizer(vocabularyCount: Int = 512) -> BytePairEncoding {
        var counts = WordCounts()
        let share = min(Double(WordCounts.longestSample) / Double(byteCount), 1)
        for file in files {
            file.withBytes { counts.add($0, limit: Int((share * Double(file.count)).rounded(.up))) }
        }
        return BytePairEncoding(training: counts, vocabularyCount: vocabularyCount)
    }

    /// The tokens of all files, one behind the other.
    func tokens(_ tokenizer: BytePairEncoding) -> [Token] {
        files.reduce(into: []) { tokens, file in tokens += file.withBytes { tokenizer.encode($0) } }
    }
}
