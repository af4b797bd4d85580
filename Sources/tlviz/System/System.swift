import Platform
import TinyLM

/// What the environment asks of the program.
enum Environment {
    static func value(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

    /// https://no-color.org: set and not empty.
    static var forbidsColor: Bool { !(value("NO_COLOR") ?? "").isEmpty }

    static var reducesMotion: Bool { !["", "0"].contains(value("TLVIZ_REDUCE_MOTION") ?? "") }
}

/// Text for a file or for standard output.
enum OutputFile {
    /// Writes all of the text. A file is written under another name beside its place and then renamed, so that nothing
    /// half written is left.
    static func write(_ text: String, to path: String?) throws(CommandError) {
        guard let path else {
            return try writeStandardOutput(Array(text.utf8))
        }
        let temporary = temporary(path)
        let file = try create(path)
        let isWhole = writeAll(Array(text.utf8), to: file)
        guard close(file) == 0, isWhole, SystemCall.rename(temporary, path) == 0 else {
            let why = reason
            SystemCall.unlink(temporary)
            throw CommandError("\(path) could not be written: \(why); choose another --output", exitCode: 74)
        }
    }

    /// Writes bytes as they are. Throws 74 where that fails, and 141, as a signal would end it, where nobody reads.
    static func writeStandardOutput(_ bytes: [UInt8]) throws(CommandError) {
        guard !writeAll(bytes, to: STDOUT_FILENO) else { return }
        guard errno == EPIPE else {
            throw CommandError("standard output could not be written: \(reason)", exitCode: 74)
        }
        Interruption.noteClosedPipe()
        throw CommandError("nobody reads standard output any more", exitCode: Interruption.status)
    }

    /// Throws 73 where a file can not be made, before minutes are spent on what it is to hold.
    static func require(_ path: String?) throws(CommandError) {
        guard let path else { return }
        close(try create(path))
        SystemCall.unlink(temporary(path))
    }

    private static func temporary(_ path: String) -> String { path + ".part" }

    private static func create(_ path: String) throws(CommandError) -> Int32 {
        let file = SystemCall.open(temporary(path), O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        guard file >= 0 else {
            throw CommandError("\(path) can not be written: \(reason); choose another --output", exitCode: 73)
        }
        return file
    }

    /// Prints one line on standard error.
    static func error(_ message: String) {
        _ = writeAll(Array("tlviz: \(message.withoutControls)\n".utf8), to: STDERR_FILENO)
    }

    /// Writes to standard error as it is.
    static func standardError(_ text: String) { _ = writeAll(Array(text.utf8), to: STDERR_FILENO) }

    private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    private static var reason: String { String(cString: strerror(errno)) }
}

extension String {
    /// The text with a `?` for each control character, so that text that came from elsewhere moves nothing on a terminal;
    /// line breaks and tabs stay where they are wanted.
    func withoutControls(keeping kept: Set<Unicode.Scalar> = []) -> String {
        var result = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            let isControl = scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
            if let byte = FileName.shown(scalar) {
                result.append(contentsOf: byte.unicodeScalars)
            } else {
                result.append(isControl && !kept.contains(scalar) ? "?" : scalar)
            }
        }
        return String(result)
    }

    var withoutControls: String { withoutControls() }
}

func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, bytes, count)
}
