/// Why there is no full screen.
public enum TerminalError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Standard input or output is a file or a pipe.
    case notATerminal(stream: String)
    /// `TERM` is not set.
    case noName
    /// Terminfo knows nothing of the terminal.
    case unknown(name: String)
    /// The terminal cannot do what a full screen needs.
    case tooPoor(name: String, lack: String)
    /// The terminal's state could not be read or changed.
    case outOfReach(name: String)
    /// The terminal is another program's, and nobody could bring this one to the foreground.
    case notInForeground
    /// No more files can be opened.
    case noDescriptors

    /// The exit status, from sysexits.h.
    public var status: Int32 {
        switch self {
        case .notATerminal: 64  // EX_USAGE: the command line asks for what cannot be.
        case .noName, .unknown, .tooPoor: 69  // EX_UNAVAILABLE
        case .outOfReach: 74  // EX_IOERR
        case .notInForeground: 77  // EX_NOPERM
        case .noDescriptors: 71  // EX_OSERR
        }
    }

    /// One line for the person, without the program's name in front; control characters are shown as `?`.
    public var description: String {
        let mend = "try TERM=xterm-256color tlviz, or tlviz read for the same content as text"
        return switch self {
        case .notATerminal(let stream):
            "\(stream) is not a terminal; tlviz render draws a panel without one, and tlviz read writes it as text"
        case .noName: "TERM is not set; \(mend)"
        case .unknown(let name): "nothing is known of the terminal \(Self.shown(name)) (TERM); \(mend)"
        case .tooPoor(let name, let lack): "the terminal \(Self.shown(name)) (TERM) \(lack); \(mend)"
        case .outOfReach(let name): "the terminal \(Self.shown(name)) could not be opened; \(mend)"
        case .notInForeground:
            "the terminal belongs to another program; start tlviz in the foreground (timeout needs --foreground)"
        case .noDescriptors: "no more files can be opened; try ulimit -n 64"
        }
    }

    /// A name from the environment in quotation marks, harmless on a terminal and not endless.
    static func shown(_ name: String) -> String {
        var text = "“"
        for scalar in name.unicodeScalars.prefix(60) {
            text.unicodeScalars.append((0x20..<0x7F).contains(scalar.value) ? scalar : "?")
        }
        return text + (name.unicodeScalars.count > 60 ? "…”" : "”")
    }
}
