/// Which terminfo entry drives the terminal.
struct TerminalChoice: Hashable, Sendable {
    /// What `TERM` says.
    var asked: String
    /// The entry in use.
    var used: String
    var entry: TerminfoEntry
    /// A sentence for the person.
    var reason: String

    /// Terminals that follow xterm closely and whose entries are often missing, by the start of their names.
    private static let xtermLike = [
        "xterm", "kitty", "ghostty", "alacritty", "foot", "wezterm", "contour", "rio", "konsole", "gnome", "vte", "st-",
        "mintty", "iterm", "nsterm", "putty", "mlterm", "terminology", "terminator", "tilix", "warp", "hyper", "vscode",
        "eterm", "ms-terminal", "winterm",
    ]

    /// The entries to try for a name that terminfo lacks, the best first.
    static func fallbacks(for name: String) -> [String] {
        let name = name.lowercased()
        if name.hasPrefix("tmux") || name.hasPrefix("screen") {
            return ["screen-256color", "screen", "xterm-256color", "xterm"]
        }
        if name.hasPrefix("rxvt") { return ["rxvt-unicode-256color", "rxvt", "xterm-256color", "xterm"] }
        if name == "st" || xtermLike.contains(where: name.hasPrefix) { return ["xterm-256color", "xterm"] }
        return []
    }

    /// Chooses the entry for what `TERM` says.
    ///
    /// - Parameter read: Reads an entry by name.
    static func choose(_ asked: String?, read: (String) -> TerminfoEntry?) throws(TerminalError) -> TerminalChoice {
        guard let asked, !asked.isEmpty else { throw .noName }
        if let entry = read(asked) {
            if let lack = entry.lack { throw .tooPoor(name: asked, lack: lack) }
            return TerminalChoice(asked: asked, used: asked, entry: entry, reason: "terminfo knows it")
        }
        for name in fallbacks(for: asked) {
            guard let entry = read(name), entry.lack == nil else { continue }
            return TerminalChoice(
                asked: asked, used: name, entry: entry,
                reason: "terminfo has no \(TerminalError.shown(asked)), which is like \(name)")
        }
        throw .unknown(name: asked)
    }

    /// Whether the terminal takes xterm's private sequences: mouse, bracketed paste, questions about colours.
    var speaksXterm: Bool { entry.hasMouse && !isConsole }

    /// The Linux console and the terminals of the VT series, which have no background to ask for.
    var isConsole: Bool { used.hasPrefix("linux") || used.hasPrefix("vt") && !used.hasPrefix("vte") }

    /// Whether the font can show bars in eighths and braille dots; the Linux console's has neither.
    var showsBlocks: Bool { !used.hasPrefix("linux") }
}
