import CNcurses
import Cells

/// The open screen, from taking the terminal to giving it back.
struct Screen {
    private let capabilities: Capabilities
    private var painter: Painter
    private(set) var theme: ThemeChoice

    /// Whether the terminal was asked something that it has not answered, and whether it ever answered.
    private(set) var isAsking = false
    private var answers = false

    /// Takes the terminal.
    init(_ capabilities: Capabilities) throws(TerminalError) {
        let name = capabilities.terminal.used
        guard guard_raise() else { throw .outOfReach(name: capabilities.terminal.asked) }
        let restore = Array(TerminalModes.off(capabilities).utf8) + capabilities.terminal.entry.restore
        let isPrepared = restore.withUnsafeBytes { bytes in
            // Only read, and only `count` bytes; the guard keeps a copy.
            guard_prepare(bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
        }
        guard isPrepared, screen_open(name) else {
            guard_lower()
            throw .outOfReach(name: capabilities.terminal.asked)
        }
        self.capabilities = capabilities
        theme = capabilities.theme(answer: nil)
        painter = Painter(theme: theme.theme, depth: capabilities.colorDepth, ascii: capabilities.isASCII)
        TerminalModes.write(TerminalModes.on(capabilities))
    }

    var size: Size { Size(columns: Int(screen_columns()), rows: Int(screen_rows())) }

    mutating func paint(_ picture: (canvas: Canvas, cursor: Position?)) {
        painter.paint(picture.canvas, cursor: picture.cursor)
    }

    /// Asks for the background, and then what the terminal is: nearly every terminal answers that, so whatever it has
    /// to say of its background has come by then.
    mutating func ask() {
        guard capabilities.asksBackground else { return }
        TerminalModes.write("\u{1B}]11;?\u{1B}\\\u{1B}[c")
        isAsking = true
    }

    mutating func answered() {
        isAsking = false
        answers = true
    }

    /// Draws in the theme that fits the background from now on; says whether that is another one.
    mutating func follow(_ background: BackgroundColor) -> Bool {
        let before = theme.theme
        theme = capabilities.theme(answer: background)
        painter.theme = theme.theme
        return theme.theme != before
    }

    /// The first thing to do at the end: no reports from now on. Says whether some may still be under way and are
    /// worth waiting for: the terminal answers one more question, after which nothing comes.
    mutating func quiet(asking: Bool) -> Bool {
        TerminalModes.write(TerminalModes.off(capabilities))
        guard asking else { return false }
        guard !isAsking, answers, capabilities.usesMouse else { return isAsking }
        TerminalModes.write("\u{1B}[c")
        isAsking = true
        return true
    }

    /// Gives the terminal back.
    func close() {
        screen_close()
        guard_lower()
    }

    /// Gives the terminal to the shell, stops, and takes it again when the process goes on.
    func suspend() {
        TerminalModes.write(TerminalModes.off(capabilities))
        screen_leave()
        guard_stop()
        resume()
    }

    /// Takes the terminal again and forgets what was on it.
    func resume() {
        screen_return()
        TerminalModes.write(TerminalModes.on(capabilities))
    }
}

/// The modes that ncurses does not set.
enum TerminalModes {
    /// Buttons, drags, coordinates of any size; and pasted text in brackets, so that it can be told from keys.
    private static let mouseOn = "\u{1B}[?1000h\u{1B}[?1002h\u{1B}[?1006h"
    private static let mouseOff = "\u{1B}[?1006l\u{1B}[?1002l\u{1B}[?1000l"
    private static let pasteOn = "\u{1B}[?2004h"
    private static let pasteOff = "\u{1B}[?2004l"

    static func on(_ capabilities: Capabilities) -> String {
        (capabilities.terminal.speaksXterm ? pasteOn : "") + (capabilities.usesMouse ? mouseOn : "")
    }

    static func off(_ capabilities: Capabilities) -> String {
        (capabilities.usesMouse ? mouseOff : "") + (capabilities.terminal.speaksXterm ? pasteOff : "")
    }

    static func write(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            // Only read, and only `count` bytes.
            UnsafeRawBufferPointer(bytes).withMemoryRebound(to: CChar.self) { guard_write($0.baseAddress, $0.count) }
        }
    }
}
