import Platform

/// One line on standard error that is written over and over, where that is a terminal; on one that cannot move its cursor,
/// a line now and then; elsewhere nothing.
struct ProgressLine {
    enum Style { case none, inPlace, lines }

    private let style: Style
    private var last: ContinuousClock.Instant?

    init(isWanted: Bool = true) {
        style = isWanted && isatty(STDERR_FILENO) == 1 ? Self.style(terminal: Environment.value("TERM")) : .none
    }

    /// What a terminal of a type can show.
    static func style(terminal: String?) -> Style {
        ["", "dumb", "unknown"].contains(terminal ?? "") ? .lines : .inPlace
    }

    /// Whether the line would be seen, and was not written just before.
    var isDue: Bool {
        guard style != .none else { return false }
        let pause: Duration = style == .inPlace ? .milliseconds(100) : .seconds(10)
        return last.map { ContinuousClock.now - $0 > pause } ?? true
    }

    /// Shows as many of the parts as fit into the terminal's width.
    mutating func show(_ parts: [String]) {
        guard style != .none else { return }
        last = .now
        var line = ""
        for part in parts {
            let longer = line.isEmpty ? part : line + " · " + part
            guard longer.count < Self.columns else { break }
            line = longer
        }
        StandardError.write(style == .inPlace ? "\r\u{1B}[K" + line : line + "\n")
    }

    /// As many of a text's words as fit into the terminal's width; all, where there is no terminal.
    func fitted(_ text: String) -> String {
        guard isatty(STDOUT_FILENO) == 1, text.count > Self.columns else { return text }
        let part = text.prefix(Self.columns + 1)
        return String(part.lastIndex(of: " ").map { part[..<$0] } ?? part.dropLast())
    }

    /// Leaves the line empty for what is printed next.
    func clear() { if style == .inPlace { StandardError.write("\r\u{1B}[K") } }

    private static var columns: Int {
        var size = winsize()
        guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }
}

/// Seconds as `8 s`, `3 min 20 s`, `2 h 5 min`.
func timeText(_ seconds: Double) -> String {
    let whole = Int(min(max(seconds, 0), 1e9).rounded())
    if whole < 60 { return "\(whole) s" }
    if whole < 3600 { return "\(whole / 60) min \(whole % 60) s" }
    return "\(whole / 3600) h \(whole / 60 % 60) min"
}

/// As `8 s left`, or nothing where it is not known yet.
func timeLeft(_ seconds: Double?) -> [String] { seconds.map { ["\(timeText($0)) left"] } ?? [] }
