import Platform

/// A file as a part of memory: pages come in when they are read, and none is counted as this program's own.
///
/// For texts of any size. What another program cuts off while it is mapped is lost to this program too, with a signal;
/// what must survive that is read by `readFile`.
public final class FileBytes: Sendable {
    /// The file, as it was named.
    public let path: String
    public let count: Int
    /// The address as a number: mapped read-only, so that any thread may read there.
    private let address: UInt

    /// Maps the whole file.
    ///
    /// Throws 66 for what is not there or not a file, 77 without permission, 74 where the system refuses.
    public init(path: String) throws(StorageError) {
        let file = try OpenFile(reading: path)
        self.path = path
        count = file.count
        guard count > 0 else {
            address = 0
            return
        }
        guard let start = mmap(nil, count, PROT_READ, MAP_PRIVATE, file.descriptor, 0), start != MAP_FAILED else {
            throw .unreadable(path)
        }
        address = UInt(bitPattern: start)
    }

    deinit {
        if count > 0 { munmap(UnsafeMutableRawPointer(bitPattern: address), count) }
    }

    /// Calls `body` with all of the file's bytes.
    public func withBytes<Result, Failure: Error>(
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let start = UnsafePointer<UInt8>(bitPattern: address)
        return try body(UnsafeBufferPointer(start: start, count: count).span)
    }
}

/// All bytes of a file, at most as many as it had when it was opened.
///
/// Throws 66 for what is not there or not a file, 77 without permission, 65 where it has more than `limit` bytes, 74
/// where reading fails.
public func readFile(_ path: String, limit: Int) throws(StorageError) -> [UInt8] {
    let file = try OpenFile(reading: path)
    guard file.count <= limit else {
        throw .badData("\(path) has \(file.count) bytes, more than the \(limit) that such a file can have")
    }
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: file.count) { buffer, filled in
        while filled < buffer.count {
            let part = UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[filled...])
            let count = read(file.descriptor, part.baseAddress, part.count)
            if count < 0, errno == EINTR { continue }
            failed = count < 0
            guard count > 0 else { return }
            filled += count
        }
    }
    if failed { throw .unreadable(path) }
    return bytes
}

/// A regular file that is open for reading, closed at the end of its life.
private struct OpenFile: ~Copyable {
    let descriptor: Int32
    let count: Int

    init(reading path: String) throws(StorageError) {
        // A pipe without a writer would wait for ever.
        let opened = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
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
        descriptor = opened
        count = Int(status.st_size)
    }

    deinit { close(descriptor) }
}
