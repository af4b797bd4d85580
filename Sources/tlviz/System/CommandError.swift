import Evidence
import TinyLM

/// What the person wrote cannot be done; the message says how to mend it.
struct CommandError: Error, CustomStringConvertible {
    var description: String
    var exitCode: Int32

    /// A message for standard error and a code of sysexits, 64 (usage) where nothing else fits.
    init(_ description: String, exitCode: Int32 = 64) {
        self.description = description
        self.exitCode = exitCode
    }
}

/// Runs storage's work; its errors become the program's own.
func withCommandErrors<Result>(_ work: () throws(StorageError) -> Result) throws(CommandError) -> Result {
    do throws(StorageError) {
        return try work()
    } catch {
        throw CommandError(error.message, exitCode: error.exitCode)
    }
}

/// Runs the engine's work; its failures become the program's own, with `name` before what they say.
func withCommandErrors<Result>(
    of name: String? = nil, _ work: () throws(Failure) -> Result
) throws(CommandError) -> Result {
    do throws(Failure) {
        return try work()
    } catch {
        throw CommandError((name.map { $0 + ": " } ?? "") + error.line, exitCode: error.exitCode)
    }
}
