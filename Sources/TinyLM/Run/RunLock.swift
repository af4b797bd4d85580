import Platform

/// The right to write in a run's folder, held until the end of this value's life or of the process.
struct RunLock: ~Copyable {
    private let descriptor: Int32

    /// Throws 75 where another process holds it, 73 where the folder cannot be written.
    init(folder: String) throws(StorageError) {
        let path = "\(folder)/\(RunFile.lock)"
        let opened = SystemCall.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard opened >= 0 else { throw .uncreatable(path) }
        guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
            let isTaken = errno == EWOULDBLOCK
            let error = StorageError.uncreatable(path)
            close(opened)
            throw isTaken
                ? StorageError(
                    "\(folder) is written by another tlviz; wait for it, or choose another --output", exitCode: 75)
                : error
        }
        descriptor = opened
    }

    deinit { close(descriptor) }
}

/// The names in a run's folder.
enum RunFile {
    static let description = "run.json"
    static let tokenizer = "tokenizer.json"
    static let reports = "reports.jsonl"
    static let checkpoint = "checkpoint.safetensors"
    static let previousCheckpoint = "checkpoint.previous.safetensors"
    static let lock = "run.lock"

    /// What a run that ended before it had begun can have left.
    static let leftovers: Set = [
        lock, tokenizer, FileStep.part(of: tokenizer), FileStep.part(of: description),
    ]
}

/// The names in a folder that is made where there is none. Throws 73 where that cannot be.
func namesInFolder(creating path: String) throws(StorageError) -> [String] {
    guard SystemCall.mkdir(path, 0o755) == 0 || errno == EEXIST else { throw .uncreatable(path) }
    guard let names = SystemCall.names(in: path) else { throw .uncreatable(path) }
    return names
}
