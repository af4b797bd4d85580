import Platform

/// Waiting for file descriptors and reading what they have.
enum Poll {
    /// Waits until one of the descriptors has something to read or is closed, or one has room for what is written, for
    /// so many milliseconds at most, or as long as it takes where that is negative. Negative descriptors are left out.
    /// A signal ends the wait.
    static func wait(_ descriptors: [CInt], room: CInt = -1, milliseconds: Int32) -> [Bool] {
        var entries = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        entries.append(pollfd(fd: room, events: Int16(POLLOUT), revents: 0))
        let count = poll(&entries, nfds_t(entries.count), milliseconds)
        if count <= 0 { return entries.map { _ in false } }
        return entries.map { $0.revents != 0 }
    }

    /// What there is to read, up to four thousand bytes; nil where the other end is closed.
    static func read(_ descriptor: CInt) -> [UInt8]? {
        let capacity = 4096
        var failure: CInt = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
            // At most `capacity` bytes are written, and those that were are counted.
            let length = Platform.read(descriptor, buffer.baseAddress, capacity)
            count = max(0, length)
            failure = length < 0 ? errno : length == 0 ? EPIPE : 0
        }
        switch failure {
        case 0: return bytes
        case EAGAIN, EINTR: return []
        default: return nil
        }
    }
}
