import Cells

/// How many colours are used, and why.
struct ColorChoice: Hashable, Sendable {
    var depth: ColorDepth
    /// Colours go to the terminal as RGB values.
    var isDirect: Bool
    /// A sentence for the person.
    var reason: String

    /// Chooses from what the person asked for, `NO_COLOR`, and what terminfo says.
    ///
    /// `COLORTERM=truecolor` changes nothing by itself: ncurses sends RGB values only where terminfo says how, and
    /// redefining the terminal's palette in their place would have to be undone after a crash too.
    static func choose(
        asked: ColorDepth?, environment: TerminalEnvironment, colors: Int, isDirect: Bool
    ) -> ColorChoice {
        let (most, found) = offered(environment: environment, colors: colors, isDirect: isDirect)
        if let asked {
            let depth = allowed(min(asked, most), isDirect: isDirect)
            let told = depth == asked ? "asked for" : "asked for \(asked.name), but \(found)"
            return ColorChoice(depth: depth, isDirect: isDirect, reason: told)
        }
        if environment.noColor?.isEmpty == false {
            return ColorChoice(depth: .none, isDirect: isDirect, reason: "NO_COLOR is set")
        }
        return ColorChoice(depth: most, isDirect: isDirect, reason: found)
    }

    private static func offered(
        environment: TerminalEnvironment, colors: Int, isDirect: Bool
    ) -> (ColorDepth, String) {
        if isDirect { return (.truecolor, "terminfo has RGB colours") }
        let told = "terminfo has \(colors) colours"
        let claim = environment.colorTerm.map { $0.lowercased() }
        switch colors {
        case 256...:
            let isTrue = claim == "truecolor" || claim == "24bit"
            return (.xterm256, isTrue ? "\(told); COLORTERM claims more, terminfo does not say how" : told)
        case 16...: return (.ansi16, told)
        case 8...: return (.ansi8, told)
        default: return (.none, colors > 0 ? told : "terminfo has no colours")
        }
    }

    /// Direct colour has RGB values and the first eight of the palette, nothing between.
    private static func allowed(_ depth: ColorDepth, isDirect: Bool) -> ColorDepth {
        isDirect && depth > .ansi8 ? .truecolor : depth
    }
}

extension ColorDepth {
    /// The depth in words.
    var name: String {
        switch self {
        case .none: "no colour"
        case .ansi8: "8 colours"
        case .ansi16: "16 colours"
        case .xterm256: "256 colours"
        case .truecolor: "truecolor"
        }
    }
}
