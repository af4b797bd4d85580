import ArgumentParser

StandardDescriptors.openClosed()
do {
    let words = CommandArguments.all
    // The parser of options costs milliseconds that the plain start need not wait for.
    if words.isEmpty { try FullScreen.open(.opening, .environment) } else { try TLViz.run(words) }
} catch let error as CommandError {
    StandardError.tell(error.description)
    TLViz.exit(withError: ExitCode(error.exitCode))
} catch {
    if let usage = CommandError(wrapped: error) {
        StandardError.tell(usage.description)
        TLViz.exit(withError: ExitCode(usage.exitCode))
    }
    TLViz.exit(withError: error)
}
