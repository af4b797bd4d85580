import ArgumentParser
import Cells
import Terminal

/// How pictures look, the same options for every command that draws.
struct LookOptions: ParsableArguments {
    @Flag(help: "Draw with ASCII characters alone.") var ascii = false
    @Option(help: "auto, none, 8, 16, 256 or truecolor.") var color = "auto"
    @Option(name: .customLong("theme"), help: "dark, light or contrast; by default the terminal's background decides.")
    var themeName: String?
    @Flag(help: "Make every animation a cut.") var reduceMotion = false
    @Flag(help: "Draw for a projector: fewer rows, twice as high, and no greys.") var large = false

    var depth: ColorDepth? {
        get throws {
            switch color {
            case "auto": return Environment.forbidsColor ? ColorDepth.none : nil
            case "none": return ColorDepth.none
            case "8": return .ansi8
            case "16": return .ansi16
            case "256": return .xterm256
            case "truecolor": return .truecolor
            default: throw CommandError("--color: “\(color)” is unknown; write auto, none, 8, 16, 256 or truecolor")
            }
        }
    }

    var theme: Theme? { themeName.flatMap(Theme.init(rawValue:)) }

    var reducesMotion: Bool { reduceMotion || Environment.reducesMotion }

    var look: Look {
        get throws {
            Look(
                terminal: TerminalOptions(color: try depth, theme: theme, ascii: ascii ? true : nil),
                reducesMotion: reducesMotion, isLarge: large)
        }
    }

    func validate() throws {
        _ = try depth
        if let themeName, theme == nil {
            throw CommandError("--theme: “\(themeName)” is unknown; write dark, light or contrast")
        }
    }
}
