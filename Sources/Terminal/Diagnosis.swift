import Cells
import CNcurses
import Platform

/// What a terminal answers when it is asked.
struct TerminalAnswers: Hashable, Sendable {
    var background: BackgroundColor?
    /// Whether characters of ambiguous width take two cells.
    var isWide: Bool?
}

/// What `tlviz doctor` tells.
public struct Diagnosis: Hashable, Sendable {
    /// One line: what it is about, what is so, and why or what helps.
    public struct Finding: Hashable, Sendable {
        public var subject: String
        public var result: String
        public var reason: String
    }

    public let findings: [Finding]
    /// A signal came while the terminal was asked.
    public var ending = Ending.ended

    /// Finds out what can be found, whether or not there can be a full screen; asks the terminal where there is one.
    public init(options: TerminalOptions = TerminalOptions(), environment: TerminalEnvironment = .current) {
        do throws(TerminalError) {
            let capabilities = try Capabilities(options: options, environment: environment)
            let (answers, ending) = TerminalInterview.answers(capabilities)
            findings = Self.findings(capabilities, answers)
            self.ending = ending
        } catch {
            findings = Self.findings(error, environment)
        }
    }

    /// What is left to say where there can be no full screen.
    static func findings(_ error: TerminalError, _ environment: TerminalEnvironment) -> [Finding] {
        let locale = LocaleChoice.choose(requested: environment.locale, codeset: LocaleChoice.set)
        return [
            Finding(subject: "terminal", result: "no full screen", reason: error.description), size,
            Finding(subject: "locale", result: locale.name, reason: locale.reason),
        ]
    }

    static func findings(_ capabilities: Capabilities, _ answers: TerminalAnswers?) -> [Finding] {
        let terminal = capabilities.terminal
        let entry = terminal.entry
        let theme = capabilities.theme(answer: answers?.background)
        let isASCII = capabilities.isASCII || (capabilities.asksWidth && answers?.isWide == true)
        return [
            Finding(
                subject: "terminal", result: terminal.used, reason: "TERM=\(terminal.asked): \(terminal.reason)"),
            size,
            Finding(subject: "colour", result: capabilities.colorDepth.name, reason: capabilities.color.reason),
            Finding(subject: "locale", result: capabilities.locale.name, reason: capabilities.locale.reason),
            Finding(
                subject: "characters", result: isASCII ? "ASCII" : "Unicode",
                reason: characters(capabilities, answers)),
            width(answers),
            Finding(
                subject: "theme", result: theme.theme.rawValue,
                reason: theme.reason
                    + (answers == nil && capabilities.asksBackground ? "; it is asked when the screen opens" : "")),
            Finding(
                subject: "mouse", result: capabilities.usesMouse ? "used" : "not used", reason: mouse(capabilities)),
            Finding(
                subject: "screen", result: entry.hasAlternateScreen ? "a screen of its own" : "the only one",
                reason: entry.hasAlternateScreen
                    ? "what stood there comes back at the end" : "terminfo has no smcup: what stood there is lost"),
            Finding(
                subject: "cursor", result: entry.hidesCursor ? "can be hidden" : "always visible",
                reason: entry.hidesCursor ? "terminfo has civis" : "terminfo has no civis"),
        ]
    }

    private static func characters(_ capabilities: Capabilities, _ answers: TerminalAnswers?) -> String {
        if !capabilities.locale.isUTF8 { return "the locale is not UTF-8" }
        if let asked = capabilities.options.ascii { return asked ? "asked for" : "asked for Unicode" }
        if capabilities.isASCII { return "the Linux console's font has no bars in eighths and no braille" }
        return answers?.isWide == true
            ? "bars and lines two cells wide would break the layout" : "bars in eighths and braille dots"
    }

    private static func width(_ answers: TerminalAnswers?) -> Finding {
        switch answers?.isWide {
        case true?:
            Finding(
                subject: "width", result: "two cells",
                reason:
                    "characters of ambiguous width are drawn wide; set the terminal to narrow ones for bars and lines")
        case false?:
            Finding(subject: "width", result: "one cell", reason: "characters of ambiguous width are drawn narrow")
        case nil:
            Finding(
                subject: "width", result: "not known",
                reason: "the terminal was not asked, or did not say; --ascii helps where lines are broken")
        }
    }

    private static func mouse(_ capabilities: Capabilities) -> String {
        if !capabilities.options.mouse { return "asked for: selecting text is the terminal's" }
        return capabilities.terminal.speaksXterm ? "terminfo has a mouse" : "terminfo has no mouse that can be followed"
    }

    private static var size: Finding {
        var size = winsize()
        let isKnown = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
        return Finding(
            subject: "size", result: isKnown ? "\(size.ws_col)×\(size.ws_row)" : "not known",
            reason: "columns and rows, as the kernel says")
    }
}
