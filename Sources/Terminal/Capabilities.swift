import Cells
import CNcurses
import Platform

/// What the terminal can do and what of it is used, found without opening the full screen.
public struct Capabilities: Sendable {
    public let options: TerminalOptions
    public let environment: TerminalEnvironment
    public let locale: LocaleChoice
    let terminal: TerminalChoice
    let color: ColorChoice

    /// Looks at the environment, terminfo and the locale; sets this process's character locale on the way.
    public init(
        options: TerminalOptions = TerminalOptions(), environment: TerminalEnvironment = .current
    ) throws(TerminalError) {
        self.options = options
        self.environment = environment
        locale = LocaleChoice.choose(requested: environment.locale, codeset: LocaleChoice.set)
        terminal = try TerminalChoice.choose(environment.term, read: TerminfoEntry.read)
        color = ColorChoice.choose(
            asked: options.color, environment: environment, colors: terminal.entry.colors,
            isDirect: terminal.entry.isDirectColor)
    }

    /// The terminfo entry that is used.
    public var terminalName: String { terminal.used }
    public var colorDepth: ColorDepth { color.depth }
    /// The theme before the terminal has told its background.
    public var theme: Theme { theme(answer: nil).theme }

    /// Whether only ASCII is drawn.
    public var isASCII: Bool { !locale.isUTF8 || options.ascii ?? !terminal.showsBlocks }

    /// Whether the mouse is the program's.
    public var usesMouse: Bool { options.mouse && terminal.speaksXterm }

    /// Whether the terminal is asked for its background.
    public var asksBackground: Bool { options.theme == nil && terminal.speaksXterm }

    /// Whether the terminal is asked how wide it draws a character that some draw one cell wide and some two.
    public var asksWidth: Bool { options.ascii == nil && !isASCII && terminal.speaksXterm }

    func theme(answer: BackgroundColor?) -> ThemeChoice {
        ThemeChoice.choose(asked: options.theme, answer: answer, colorFgBg: environment.colorFgBg)
    }

    /// How a theme is painted.
    func look(of choice: ThemeChoice) -> Painter.Look {
        Painter.Look(theme: choice.theme, bringsPaper: choice.bringsPaper(mayBeTold: asksBackground))
    }

    /// Throws where standard input or output is no terminal, which is the caller's first question.
    public static func requireTerminal() throws(TerminalError) {
        if isatty(STDIN_FILENO) == 0 { throw .notATerminal(stream: "standard input") }
        if isatty(STDOUT_FILENO) == 0 { throw .notATerminal(stream: "standard output") }
    }
}
