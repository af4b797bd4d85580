import Platform
import TinyLM

/// Text for a file or for standard output.
enum OutputFile {
    /// Writes all of the text; a file is there whole or not at all (`AtomicFile`). Throws 73 where it cannot be made, 74
    /// where writing fails.
    static func write(_ text: String, to path: String?) throws(CommandError) {
        guard let path else { return try writeStandardOutput(Array(text.utf8)) }
        try withCommandErrors { () throws(StorageError) in try AtomicFile.write(Array(text.utf8), to: path) }
    }

    /// Writes bytes as they are. Throws 74 where that fails, and 141, as a signal would end it, where nobody reads.
    static func writeStandardOutput(_ bytes: [UInt8]) throws(CommandError) {
        guard !SystemCall.writeAll(bytes, to: STDOUT_FILENO) else { return }
        guard errno == EPIPE else {
            throw CommandError(
                "standard output could not be written: \(String(cString: strerror(errno)))", exitCode: 74)
        }
        Interruption.noteClosedPipe()
        throw CommandError("nobody reads standard output any more", exitCode: Interruption.status)
    }

    /// Throws 73 where a file cannot be made, before minutes are spent on what it is to hold.
    static func require(_ path: String?) throws(CommandError) {
        guard let path else { return }
        try withCommandErrors { () throws(StorageError) in try AtomicFile.requirePlace(for: path) }
    }
}
