import CNcurses
import Cells
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

    func theme(answer: BackgroundColor?) -> ThemeChoice {
        ThemeChoice.choose(asked: options.theme, answer: answer, colorFgBg: environment.colorFgBg)
    }

    /// Throws where standard input or output is no terminal, which is the caller's first question.
    public static func requireTerminal() throws(TerminalError) {
        if isatty(STDIN_FILENO) == 0 { throw .notATerminal(stream: "standard input") }
        if isatty(STDOUT_FILENO) == 0 { throw .notATerminal(stream: "standard output") }
    }
}

extension Capabilities {
    /// One line of the report: what it is about, what is so, and why.
    public struct Finding: Hashable, Sendable {
        public var subject: String
        public var result: String
        public var reason: String
    }

    /// Everything that was found, a line each, for `tlviz doctor`.
    public var report: [Finding] {
        let theme = theme(answer: nil)
        return [
            Finding(
                subject: "terminal", result: terminal.used,
                reason: "TERM=\(terminal.asked): \(terminal.reason)"),
            Finding(subject: "size", result: Self.sizeText, reason: "columns and rows, as the kernel says"),
            Finding(subject: "colour", result: color.depth.name, reason: color.reason),
            Finding(subject: "locale", result: locale.name, reason: locale.reason),
            Finding(subject: "characters", result: isASCII ? "ASCII" : "Unicode", reason: charactersReason),
            Finding(
                subject: "theme", result: theme.theme.rawValue,
                reason: theme.reason + (asksBackground ? "; the terminal is asked when the screen opens" : "")),
            Finding(subject: "mouse", result: usesMouse ? "used" : "not used", reason: mouseReason),
            Finding(
                subject: "screen", result: terminal.entry.hasAlternateScreen ? "a screen of its own" : "the only one",
                reason: terminal.entry.hasAlternateScreen
                    ? "what stood there comes back at the end" : "terminfo has no smcup: what stood there is lost"),
            Finding(
                subject: "cursor", result: terminal.entry.hidesCursor ? "can be hidden" : "always visible",
                reason: terminal.entry.hidesCursor ? "terminfo has civis" : "terminfo has no civis"),
        ]
    }

    private var charactersReason: String {
        if !locale.isUTF8 { return "the locale is not UTF-8" }
        if let asked = options.ascii { return asked ? "asked for" : "asked for Unicode" }
        return terminal.showsBlocks
            ? "bars in eighths and braille dots" : "the Linux console's font has no bars in eighths and no braille"
    }

    private var mouseReason: String {
        if !options.mouse { return "asked for: selecting text is the terminal's" }
        return terminal.speaksXterm ? "terminfo has a mouse" : "terminfo has no mouse that can be followed"
    }

    private static var sizeText: String {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return "not known" }
        return "\(size.ws_col)×\(size.ws_row)"
    }
}
