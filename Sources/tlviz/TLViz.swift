import ArgumentParser
import Cells
import Scene

/// The command line.
struct TLViz: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tlviz",
        abstract: "See, and play with, what made large language models possible: transfer learning.",
        subcommands: [RenderCommand.self, ReadCommand.self, SourcesCommand.self])
}

extension UsageError {
    /// The one-line error that the argument parser's own stands for, or nil where it is no error (help, version).
    init?(wrapped error: any Error) {
        guard TLViz.exitCode(for: error) != .success else { return nil }
        let message = TLViz.message(for: error).split(separator: "\n").first.map(String.init) ?? "\(error)"
        self.init(message + "; tlviz --help shows how it is used")
    }
}
