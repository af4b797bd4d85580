import ArgumentParser
import Scene

/// `tlviz read`: a panel as sentences and flat tables.
struct ReadCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read", abstract: "Print a panel, or all of them, as sentences and tables.")

    @Argument(help: "The panel, by number or name; all of them where it is left out.") var panel: String?
    @Option(help: "Keys to press first, as \"Right Right*3 Space\".") var keys = ""
    @Option(help: "Columns of a line.") var width = 80

    @Flag(inversion: .prefixedNo, help: "Explain the words of the field that were used, at the end.") var words = true

    func run() throws {
        guard (20...1000).contains(width) else {
            throw CommandError("--width: \(width) is no width; write a number of columns from 20 to 1000")
        }
        let panels = try panel.map { [try panelNamed($0)] } ?? Panel.allCases
        let script = try keyScript(keys)
        let texts = try panels.map { panel -> String in
            var runtime = Runtime(Scene(panel: panel), answerer: RecordAnswerer())
            runtime.play(script)
            if let failure = runtime.failure { throw CommandError(failure) }
            return runtime.scene.narration(columns: width)
        }
        let explained = words ? Scene.words(in: texts, columns: width) : ""
        let path = panel == nil ? LearningPath.narration(of: panels, columns: width) : ""
        try OutputFile.write(texts.joined(separator: "\n") + path + explained, to: nil)
    }
}
