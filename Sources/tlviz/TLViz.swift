import ArgumentParser
import Engine

/// The command line; without a subcommand it opens the full screen.
struct TLViz: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tlviz",
        abstract: "See, and play with, what made large language models possible: transfer learning.",
        version: ProgramVersion.current,
        subcommands: [
            OpenCommand.self, TourCommand.self, RenderCommand.self, ReadCommand.self, SourcesCommand.self,
            TrainCommand.self,
            ExamineCommand.self, GenerateCommand.self, ExperimentCommand.self, RecordCommand.self, VerifyCommand.self,
            BenchmarkCommand.self, DoctorCommand.self,
        ],
        defaultSubcommand: OpenCommand.self)

    /// Carries out words of the command line. Throws a `CommandError`, or what the argument parser ends the program with.
    static func run(_ words: [String]) throws {
        var command = try parseAsRoot(CommandArguments.protectingFiles(words))
        try command.run()
    }
}

extension CommandError {
    /// The one-line error that the argument parser's own stands for, or nil where it is no error (help, version).
    init?(wrapped error: any Error) {
        guard TLViz.exitCode(for: error) != .success else { return nil }
        // What follows the first line is how the command is used, or a list of what it takes.
        let lines = TLViz.message(for: error).split(separator: "\n").map(String.init)
        let choices = lines.dropFirst().prefix { $0.hasPrefix("  - ") }.map { $0.dropFirst(4) }
        let message = (lines.first ?? "\(error)") + (choices.isEmpty ? "" : " " + choices.joined(separator: ", "))
        let names = TLViz.configuration.subcommands.map { $0._commandName }
        let command = CommandLine.arguments.dropFirst().first { names.contains($0) }
        self.init(message + "; tlviz \(command.map { "help \($0)" } ?? "--help") shows how it is used")
    }
}
