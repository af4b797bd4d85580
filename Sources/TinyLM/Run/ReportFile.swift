import Platform

/// `reports.jsonl`, open for more lines.
struct ReportFile: ~Copyable {
    private let path: String
    private let descriptor: Int32
    private var byteCount: Int

    /// Opens the file, or makes it; its bytes beyond `byteCount` are cut off by replacing it whole.
    init(path: String, keeping kept: ArraySlice<UInt8>, of count: Int) throws(StorageError) {
        if kept.count < count { try AtomicFile.write(Array(kept), to: path) }
        let opened = SystemCall.open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
        guard opened >= 0 else { throw .uncreatable(path) }
        self.path = path
        byteCount = kept.count
        descriptor = opened
    }

    /// Adds a line. Where the disk takes only a part of it, that part is removed and 74 thrown.
    mutating func append(_ line: String) throws(StorageError) {
        let bytes = Array(line.utf8) + [UInt8(ascii: "\n")]
        guard SystemCall.writeAll(bytes, to: descriptor) else {
            let error = StorageError.unwritten(path)
            _ = ftruncate(descriptor, off_t(byteCount))
            throw error
        }
        byteCount += bytes.count
    }

    /// Waits until the disk has every line.
    func synchronize() throws(StorageError) {
        guard fsync(descriptor) == 0 else { throw .unwritten(path) }
    }

    deinit { close(descriptor) }
}
