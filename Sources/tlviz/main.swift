import ArgumentParser

do {
    var command = try TLViz.parseAsRoot()
    try command.run()
} catch let error as UsageError {
    OutputFile.error(error.description)
    TLViz.exit(withError: ExitCode(error.exitCode))
} catch {
    if let usage = UsageError(wrapped: error) {
        OutputFile.error(usage.description)
        TLViz.exit(withError: ExitCode(usage.exitCode))
    }
    TLViz.exit(withError: error)
}
