/// What a run's folder tells to those who only look: nothing is changed, and another process may train meanwhile.
public struct RunContents: Equatable, Sendable {
    public var description: RunDescription
    /// The tokenizer, where it is the run's own.
    public var tokenizer: BytePairEncoding?
    /// Every whole report, by step.
    public var reports: [TrainingReport]
    /// Nil before the first was saved.
    public var checkpoint: Checkpoint?
    /// One line where the newest checkpoint does not read and this is the one before it.
    public var warning: String?

    /// Throws 66 where the folder holds no run, 65 where a file is damaged, 77 without permission.
    public init(path: String) throws(StorageError) {
        description = try Self.description(path)
        tokenizer = try Self.tokenizer(path, description)
        let file = "\(path)/\(RunFile.reports)"
        reports = try ReportLines(Self.reportBytes(path), upTo: .max, file: file).reports
        (checkpoint, warning) = try Self.checkpoint(path)
    }

    /// Whether there is a run at a path.
    public static func exists(at path: String) -> Bool { fileExists("\(path)/\(RunFile.description)") }

    public static func description(_ path: String) throws(StorageError) -> RunDescription {
        let file = "\(path)/\(RunFile.description)"
        do {
            return try RunDescription(json: readFile(file, limit: 1 << 20), file: file)
        } catch  where error.exitCode == 66 {
            throw StorageError(
                "\(path) holds no run: \(RunFile.description) is not there; choose another, or start it with tlviz train",
                exitCode: 66)
        }
    }

    static func tokenizer(
        _ path: String, _ description: RunDescription
    ) throws(StorageError) -> BytePairEncoding? {
        guard description.tokenizer == .bytePairEncoding else { return nil }
        let file = "\(path)/\(RunFile.tokenizer)"
        let tokenizer = try BytePairEncoding(json: readFile(file, limit: 16 << 20), file: file)
        guard tokenizer.vocabularyCount == description.shape.vocabularyCount else {
            throw .badData(
                "\(file) has \(tokenizer.vocabularyCount) tokens, and the run \(description.shape.vocabularyCount); "
                    + "train again into another --output")
        }
        return tokenizer
    }

    /// None before the first report.
    static func reportBytes(_ path: String) throws(StorageError) -> [UInt8] {
        do {
            return try readFile("\(path)/\(RunFile.reports)", limit: 1 << 30)
        } catch  where error.exitCode == 66 {
            return []
        }
    }

    /// The newest checkpoint that reads, with the reason where that is not the newest.
    static func checkpoint(_ path: String) throws(StorageError) -> (Checkpoint?, warning: String?) {
        let fault: StorageError
        do {
            if let newest = try read("\(path)/\(RunFile.checkpoint)") { return (newest, nil) }
            // The name is free for a moment while a checkpoint is saved.
            return (try read("\(path)/\(RunFile.previousCheckpoint)"), nil)
        } catch  where error.exitCode == 65 || error.exitCode == 74 {
            fault = error
        }
        guard let previous = try? read("\(path)/\(RunFile.previousCheckpoint)") else { throw fault }
        let what = fault.message.split(separator: ";").first.map(String.init) ?? fault.message
        return (previous, "\(what); going on from the checkpoint before it, of step \(previous.step)")
    }

    private static func read(_ file: String) throws(StorageError) -> Checkpoint? {
        do {
            return try Checkpoint(TensorFile(path: file, requiringChecksum: true), file: file)
        } catch  where error.exitCode == 66 {
            return nil
        }
    }
}
