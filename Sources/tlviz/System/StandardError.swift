import Platform
import TinyLM

/// Where errors and progress are told, which may be lost without harm.
enum StandardError {
    /// Tells something in one line, with the program's name before it.
    static func tell(_ message: String) { write("tlviz: \(message.withoutControls)\n") }

    /// Writes text as it is.
    static func write(_ text: String) { _ = SystemCall.writeAll(Array(text.utf8), to: STDERR_FILENO) }
}
