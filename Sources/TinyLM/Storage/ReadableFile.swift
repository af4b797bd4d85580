import Platform

/// All bytes of a file, at most as many as it had when it was opened.
///
/// Throws 66 for what is not there or not a file, 77 without permission, 65 where it has more than `limit` bytes, 74
/// where reading fails.
public func readFile(_ path: String, limit: Int) throws(StorageError) -> [UInt8] {
    let file = try ReadableFile(path)
    guard file.count <= limit else {
        throw .badData("\(path) has \(file.count) bytes, more than the \(limit) that such a file can have")
    }
    return try file.available(0..<file.count)
}

/// A regular file that is open for reading, closed at the end of its life.
///
/// It is read, not mapped: what another program cuts off a mapped file is lost to this one with a signal.
struct ReadableFile: ~Copyable {
    /// The file, as it was named.
    let path: String
    /// Its bytes when it was opened.
    let count: Int
    private let descriptor: Int32

    /// Throws 66 for what is not there or not a file, 77 without permission, 74 where the system refuses.
    init(_ path: String) throws(StorageError) {
        // A pipe without a writer would wait for ever.
        let opened = SystemCall.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard opened >= 0 else { throw .unreadable(path) }
        var status = stat()
        let error: StorageError? =
            if fstat(opened, &status) != 0 {
                .unreadable(path)
            } else if status.st_mode & S_IFMT != S_IFREG {
                StorageError("\(path) is not a file; choose a file", exitCode: 66)
            } else {
                nil
            }
        if let error {
            close(opened)
            throw error
        }
        self.path = path
        descriptor = opened
        count = Int(status.st_size)
    }

    deinit { close(descriptor) }

    /// The bytes at a range. Throws 74 where the file has been cut short since it was opened, or reading fails.
    func bytes(_ range: Range<Int>) throws(StorageError) -> [UInt8] {
        let bytes = try available(range)
        guard bytes.count == range.count else {
            throw StorageError(
                "\(path) was cut short while it was read: it had \(count) bytes, and now ends at "
                    + "\(range.lowerBound + bytes.count); run the command again when the file is whole", exitCode: 74)
        }
        return bytes
    }

    /// The bytes at a range, fewer where the file ends before. Throws 74 where reading fails.
    fileprivate func available(_ range: Range<Int>) throws(StorageError) -> [UInt8] {
        var failed = false
        let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, filled in
            while filled < buffer.count {
                let part = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[filled...])
                let count = pread(descriptor, part.baseAddress, part.count, off_t(range.lowerBound + filled))
                if count < 0, errno == EINTR { continue }
                failed = count < 0
                guard count > 0 else { return }
                filled += count
            }
        }
        if failed { throw .unreadable(path) }
        return bytes
    }
}
