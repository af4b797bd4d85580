import ArgumentParser
import Cells
import Engine
import Scene
import Terminal

/// The command line; without a subcommand it opens the full screen.
struct TLViz: ParsableCommand {
    /// What a run notes that it was made by.
    static let version = ProgramVersion.current

    static let configuration = CommandConfiguration(
        commandName: "tlviz",
        abstract: "See, and play with, what made large language models possible: transfer learning.",
        version: version,
        subcommands: [
            OpenCommand.self, RenderCommand.self, ReadCommand.self, SourcesCommand.self, TrainCommand.self,
            ExamineCommand.self, GenerateCommand.self, ExperimentCommand.self, RecordCommand.self, VerifyCommand.self,
            BenchmarkCommand.self, DoctorCommand.self,
        ],
        defaultSubcommand: OpenCommand.self)
}

/// `tlviz [PANEL]`: the full screen.
struct OpenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open", abstract: "Open the full screen; this is what tlviz does without a command.")

    @Argument(
        help:
            "The panel to open, by number or name; \(Panel.opening.digit) \(Panel.opening.title) where it is left out.")
    var panel: String?
    @OptionGroup var look: LookOptions
    @OptionGroup var screen: ScreenOptions

    func run() throws {
        let panel = try panel.map { try panelNamed($0) } ?? .opening
        let options = try screen.terminalOptions(look)
        let scene = Scene(panel: panel, reducesMotion: look.reducesMotion)
        let capabilities = try Self.look(options)
        try Self.show(scene, hasColor: capabilities.colorDepth != .none, options).pass()
    }
}

extension OpenCommand {
    private static func look(_ options: TerminalOptions) throws(CommandError) -> Capabilities {
        do throws(TerminalError) {
            try Capabilities.requireTerminal()
            return try Capabilities(options: options)
        } catch {
            throw CommandError(error)
        }
    }

    private static func show(
        _ scene: Scene, hasColor: Bool, _ options: TerminalOptions
    ) throws(CommandError) -> Ending {
        do throws(TerminalError) {
            let wakeUp = try WakeUp()
            var program = FullScreen(scene: scene, hasColor: hasColor, wakeUp: wakeUp)
            defer { program.end() }
            return try Terminal.run(&program, options: options, wakeUp: wakeUp)
        } catch {
            throw CommandError(error)
        }
    }
}

/// What only a terminal has.
struct ScreenOptions: ParsableArguments {
    @Flag(name: .customLong("no-mouse"), help: "Leave the mouse, and so the selecting of text, to the terminal.")
    var leavesMouse = false

    func terminalOptions(_ look: LookOptions) throws -> TerminalOptions {
        TerminalOptions(color: try look.depth, theme: look.theme, ascii: look.ascii ? true : nil, mouse: !leavesMouse)
    }
}

/// `tlviz doctor`: what the terminal can do, and what of it is used.
struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Tell what this terminal can do, and what tlviz will use.")

    @OptionGroup var look: LookOptions
    @OptionGroup var screen: ScreenOptions

    func run() throws {
        let diagnosis = Diagnosis(options: try screen.terminalOptions(look))
        let width = diagnosis.findings.map(\.subject.count).max() ?? 0
        let lines = diagnosis.findings.map { finding in
            finding.subject.padding(width + 2) + "\(finding.result)  (\(finding.reason))\n"
        }
        try OutputFile.write(lines.joined(), to: nil)
        diagnosis.ending.pass()
    }
}

extension String {
    fileprivate func padding(_ columns: Int) -> String {
        self + String(repeating: " ", count: max(0, columns - count))
    }
}

extension CommandError {
    /// Why there is no full screen, in the terminal's own words.
    init(_ error: TerminalError) { self.init(error.description, exitCode: error.status) }

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
