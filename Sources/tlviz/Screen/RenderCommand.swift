import ArgumentParser
import Cells
import Scene

/// `tlviz render`: a picture of a panel, without a terminal.
struct RenderCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "render", abstract: "Draw a panel as text, ANSI or SVG, as the full screen would show it.")

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, ansi, svg }

    @Argument(help: "The panel, by number or name.") var panel: String
    @Option(help: "Columns and rows, as 100x30.") var size = "100x30"
    @Option(help: "Keys to press first, as \"Right Right*3 Space wait:0.5\".") var keys = ""
    @Option(help: "text, ansi or svg.") var format = Format.text
    @Option(parsing: .unconditional, help: "Seconds to watch what the keys set going, as an SVG that plays.")
    var film: Double?
    @Option(parsing: .unconditional, help: "A file to write; standard output where it is left out.") var output: String?
    @OptionGroup var look: LookOptions

    func run() throws {
        let size = try Self.parse(size: size)
        if let film { try Self.check(film: film, format) }
        var runtime = Runtime(
            Scene(panel: try panelNamed(panel), reducesMotion: look.reducesMotion, isLarge: look.large),
            answerer: RecordAnswerer())
        runtime.apply(.resize(size))
        runtime.play(try keyScript(keys), goesOn: film != nil)
        if let failure = runtime.failure { throw CommandError(failure) }
        if let film {
            let played = runtime.film(size: size, seconds: film)
            return try OutputFile.write(played.svg(theme: look.theme ?? .dark), to: output)
        }
        let depth = try look.depth ?? .truecolor
        let picture = runtime.picture(size: size, hasColor: depth != .none)
        let canvas = look.ascii ? picture.canvas.asciified() : picture.canvas
        let text =
            switch format {
            case .text: canvas.text
            case .ansi: canvas.ansi(theme: look.theme ?? .dark, depth: depth)
            case .svg: canvas.svg(theme: look.theme ?? .dark)
            }
        try OutputFile.write(text, to: output)
    }

    private static func check(film seconds: Double, _ format: Format) throws {
        guard format == .svg else { throw CommandError("--film needs --format svg: only that picture can move") }
        guard seconds > 0, seconds <= 600 else {
            throw CommandError("--film: \(seconds) is no length; write seconds up to 600, as 20")
        }
    }

    static func parse(size text: String) throws -> Size {
        guard let size = Size(text), (1...1000).contains(size.columns), (1...1000).contains(size.rows) else {
            throw CommandError("--size: “\(text)” is no size; write columns and rows from 1x1 to 1000x1000, as 100x30")
        }
        return size
    }
}

/// The panel that a person names, or an error that lists the names.
func panelNamed(_ text: String) throws(CommandError) -> Panel {
    guard let panel = Panel(text) else {
        let names = Panel.allCases.map { "\($0.digit) \($0.title)" }.joined(separator: ", ")
        throw CommandError("there is no panel “\(text)”; the panels are \(names), and tlviz --help lists the commands")
    }
    return panel
}

/// The keys that a person wrote, or an error that says which word is none.
func keyScript(_ text: String) throws(CommandError) -> KeyScript {
    do throws(KeyScript.Fault) {
        return try KeyScript(text)
    } catch {
        throw CommandError("--keys: \(error)")
    }
}
