/// A run's folder while the run is trained. No other process can write it; whoever looks reads `RunContents`.
///
/// However the process ends, the folder opens again: `run.json` and `tokenizer.json` are there before anything else, a
/// checkpoint takes the place of another only when the disk has it whole, and reports beyond it are cut off on opening.
public final class RunFolder {
    public let path: String
    public let description: RunDescription
    /// The tokenizer, where it is the run's own.
    public let tokenizer: BytePairEncoding?
    /// The reports up to the checkpoint that the run goes on from; those appended later are not among them.
    public let earlierReports: [TrainingReport]
    /// A line each: that the newest checkpoint did not read on opening and the one before it was taken, that reports are
    /// missing.
    public let warnings: [String]
    private let lock: RunLock
    private var reports: ReportFile
    /// Whether the newest checkpoint is one to fall back on; else the one before it is kept for that.
    private var newestIsSound: Bool

    /// Makes a folder for a new run, or takes one that is empty.
    ///
    /// Throws 65 where the description has a fault, 73 where the folder holds something or cannot be made, 74 where the
    /// disk is full, 75 where another process is about to write there.
    public static func create(
        at path: String, description: RunDescription, tokenizer: BytePairEncoding? = nil
    ) throws(StorageError) -> RunFolder {
        let json = try description.json()
        try requireEmpty(path)
        let lock = try RunLock(folder: path)
        // Another process may have made its run and ended in between.
        try requireEmpty(path)
        if let tokenizer { try AtomicFile.write(tokenizer.json(), to: "\(path)/\(RunFile.tokenizer)") }
        try AtomicFile.write(json, to: "\(path)/\(RunFile.description)")
        return try RunFolder(path: path, lock: lock)
    }

    /// Opens a run to go on with it, from `latestCheckpoint()` or, without one, from the beginning.
    ///
    /// Throws 66 where there is no run, 65 where a file is damaged, 73 where it may not be written, 74 where the disk is
    /// full, 75 where another process writes it, 77 where it may not be read.
    public static func open(at path: String) throws(StorageError) -> RunFolder {
        // Without this look a lock file would be made where there is no run.
        _ = try RunContents.description(path)
        return try RunFolder(path: path, lock: RunLock(folder: path))
    }

    private init(path: String, lock: consuming RunLock) throws(StorageError) {
        self.path = path
        self.lock = lock
        let description = try RunContents.description(path)
        self.description = description
        tokenizer = try RunContents.tokenizer(path, description)
        let (checkpoint, warning) = try RunContents.checkpoint(path, description)
        newestIsSound = warning == nil
        let file = "\(path)/\(RunFile.reports)"
        let (lines, bytes) = try RunContents.reportLines(path, upTo: checkpoint?.step, description)
        earlierReports = lines.reports
        let fault = checkpoint.flatMap { lines.fault(upTo: $0.step, of: description, file: file) }
        warnings = [warning, fault].compactMap { $0 }
        reports = try ReportFile(path: file, keeping: bytes[..<lines.byteCount], of: bytes.count)
    }

    /// Adds a report, of the same step as the last one or a later. A report belongs before the checkpoint of its step,
    /// else it is lost when the run ends between them.
    ///
    /// Throws 74 where the disk is full; the reports before it stay.
    public func append(_ report: TrainingReport) throws(StorageError) {
        try reports.append(report.line())
    }

    /// Saves a checkpoint in place of the newest, which is kept as the one before it.
    ///
    /// Throws 73 where the folder may not be written, 74 where the disk is full; the checkpoints before it stay.
    public func save(_ checkpoint: Checkpoint) throws(StorageError) {
        try reports.synchronize()
        let bytes = checkpoint.tensorFile.safetensors()
        try FileStep.run(Self.savingSteps(bytes, in: path, keepingNewest: newestIsSound && hasNewest))
        newestIsSound = true
    }

    /// The newest checkpoint that reads, or nil before the first. Throws 65 where none of those that are there reads.
    public func latestCheckpoint() throws(StorageError) -> Checkpoint? {
        try RunContents.checkpoint(path, description).0
    }

    /// How a checkpoint is saved: after any of these steps, or in the midst of one, a checkpoint is there that reads.
    static func savingSteps(_ bytes: [UInt8], in path: String, keepingNewest: Bool) -> [FileStep] {
        let newest = "\(path)/\(RunFile.checkpoint)"
        let replacing = FileStep.replacing(newest, with: bytes)
        let keeping = FileStep.rename(from: newest, to: "\(path)/\(RunFile.previousCheckpoint)")
        return keepingNewest ? [replacing[0], keeping] + replacing[1...] : replacing
    }

    private var hasNewest: Bool { SystemCall.exists("\(path)/\(RunFile.checkpoint)") }

    private static func requireEmpty(_ path: String) throws(StorageError) {
        let names = try namesInFolder(creating: path)
        if names.contains(RunFile.description) {
            throw StorageError("\(path) holds another run; choose another --output, or resume that run", exitCode: 73)
        }
        if let name = names.sorted().first(where: { !RunFile.leftovers.contains($0) }) {
            throw StorageError("\(path) holds other files (\(name)); choose another --output", exitCode: 73)
        }
    }
}
