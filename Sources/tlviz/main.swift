import ArgumentParser

StandardDescriptors.openClosed()
do {
    var command = try TLViz.parseAsRoot(CommandArguments.protectingFiles(CommandArguments.all))
    try command.run()
} catch let error as CommandError {
    OutputFile.error(error.description)
    TLViz.exit(withError: ExitCode(error.exitCode))
} catch {
    if let usage = CommandError(wrapped: error) {
        OutputFile.error(usage.description)
        TLViz.exit(withError: ExitCode(usage.exitCode))
    }
    TLViz.exit(withError: error)
}
