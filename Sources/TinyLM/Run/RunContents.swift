/// What a run's folder tells to those who only look: nothing is changed, and another process may train meanwhile.
public struct RunContents: Equatable, Sendable {
    public var description: RunDescription
    /// The tokenizer, where it is the run's own.
    public var tokenizer: BytePairEncoding?
    /// Every whole report, by step.
    public var reports: [TrainingReport]
    /// Nil before the first was saved.
    public var checkpoint: Checkpoint?
    /// A line each: that the newest checkpoint does not read and this is the one before it, that reports are missing.
    public var warnings: [String]

    public var isFinished: Bool { checkpoint.map { $0.step >= description.recipe.steps && !$0.isUntold } ?? false }

    /// Throws 66 where the folder holds no run, 65 where a file is damaged without which there is no model, 77 without
    /// permission.
    public init(path: String) throws(StorageError) {
        description = try Self.description(path)
        tokenizer = try Self.tokenizer(path, description)
        let warning: String?
        (checkpoint, warning) = try Self.checkpoint(path, description)
        warnings = warning.map { [$0] } ?? []
        do throws(StorageError) {
            let lines = try Self.reportLines(path, upTo: .max, description).lines
            reports = lines.reports
            let file = "\(path)/\(RunFile.reports)"
            let last = checkpoint?.step ?? reports.last?.step ?? 0
            if let fault = lines.fault(upTo: last, of: description, file: file) { warnings.append(fault) }
        } catch {
            reports = []
            warnings.append(error.message)
        }
    }

    public static func fileExists(_ path: String) -> Bool { SystemCall.exists(path) }

    /// The names in a folder of runs, in their order; none where it cannot be read.
    public static func names(in folder: String) -> [String] { (SystemCall.names(in: folder) ?? []).sorted() }

    /// Whether there is a run at a path.
    public static func exists(at path: String) -> Bool { SystemCall.exists("\(path)/\(RunFile.description)") }

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

    /// The reports up to a step, and the bytes of their file; none before the first report.
    static func reportLines(
        _ path: String, upTo lastStep: Int?, _ description: RunDescription
    ) throws(StorageError) -> (lines: ReportLines, bytes: [UInt8]) {
        var bytes: [UInt8] = []
        do {
            bytes = try readFile("\(path)/\(RunFile.reports)", limit: 1 << 30)
        } catch  where error.exitCode == 66 {}
        let lines = ReportLines(bytes, upTo: lastStep, requiringChecks: description.formatVersion > 1)
        return (lines, bytes)
    }

    /// The newest checkpoint that reads, with the reason where that is not the newest.
    static func checkpoint(
        _ path: String, _ description: RunDescription
    ) throws(StorageError) -> (Checkpoint?, warning: String?) {
        let fault: StorageError
        do {
            if let newest = try read("\(path)/\(RunFile.checkpoint)", description) { return (newest, nil) }
            // The name is free for a moment while a checkpoint is saved.
            return (try read("\(path)/\(RunFile.previousCheckpoint)", description), nil)
        } catch  where error.exitCode == 65 || error.exitCode == 74 {
            fault = error
        }
        guard let previous = try? read("\(path)/\(RunFile.previousCheckpoint)", description) else { throw fault }
        let what = fault.message.split(separator: ";").first.map(String.init) ?? fault.message
        return (previous, "\(what); going on from the checkpoint before it, of step \(previous.step)")
    }

    private static func read(_ file: String, _ description: RunDescription) throws(StorageError) -> Checkpoint? {
        do {
            let checkpoint = try Checkpoint(TensorFile(path: file, requiringChecksum: true), file: file)
            try checkpoint.require(description, file: file)
            return checkpoint
        } catch  where error.exitCode == 66 {
            return nil
        }
    }
}
