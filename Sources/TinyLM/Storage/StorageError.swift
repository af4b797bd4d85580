import Platform

/// Why a file could not be read or written.
public struct StorageError: Error, Equatable, Sendable, CustomStringConvertible {
    /// One line for the person: the file, the place in it, what is wrong there, and what mends it.
    public var message: String
    /// The exit status, from sysexits.h.
    public var exitCode: Int32

    public init(_ message: String, exitCode: Int32) {
        self.message = Self.harmless(message)
        self.exitCode = exitCode
    }

    public var description: String { message }

    /// What is wrong, without what mends it, for where nothing was asked for that could be asked otherwise.
    public var fault: String {
        message.split(separator: "; ", omittingEmptySubsequences: false).dropLast().joined(separator: "; ")
    }

    /// Why the system refused, in its own words.
    public var reason: String { fault.split(separator: ": ").last.map(String.init) ?? message }
}

extension StorageError {
    /// A file that holds what it should not, EX_DATAERR.
    static func badData(_ message: String) -> StorageError { StorageError(message, exitCode: 65) }

    /// A file that is not there, may not be read, or is not a file, from `errno`.
    static func unreadable(_ path: String) -> StorageError {
        let code: Int32 =
            switch errno {
            case EACCES, EPERM: 77  // EX_NOPERM
            case ENOENT, ENOTDIR, EISDIR, ELOOP, ENAMETOOLONG: 66  // EX_NOINPUT
            default: 74  // EX_IOERR
            }
        return StorageError("\(path) cannot be read: \(systemReason); choose another file", exitCode: code)
    }

    /// A place where nothing can be made, EX_CANTCREAT, from `errno`.
    static func uncreatable(_ path: String) -> StorageError {
        StorageError("\(path) cannot be written: \(systemReason); choose another --output", exitCode: 73)
    }

    /// A write that failed (a full disk), EX_IOERR, from `errno`.
    static func unwritten(_ path: String) -> StorageError {
        StorageError(
            "\(path) could not be written: \(systemReason); make room or choose another --output", exitCode: 74)
    }

    /// What the system says of `errno`.
    static var systemReason: String { String(cString: strerror(errno)) }

    /// Names of files and damaged text may hold anything; on a terminal it stays one line and moves nothing.
    private static func harmless(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars.prefix(1000) {
            let isControl = scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
            if let byte = FileName.shown(scalar) {
                result += byte
            } else {
                result.unicodeScalars.append(isControl ? "?" : scalar)
            }
        }
        return result
    }
}
