import Cells

/// The colour numbers that ncurses gets for each ink.
struct Palette: Hashable, Sendable {
    let theme: Theme
    let depth: ColorDepth
    /// Whether -1 is the terminal's own colour; otherwise ``Ink/standard`` is white on black.
    let hasDefaults: Bool
    /// Whether ``Ink/standard`` is the theme's own paper and print, in place of the terminal's.
    var bringsPaper = false

    struct Pair: Hashable, Sendable {
        var foreground: Int32
        var background: Int32
        /// Bold is how eight colours become sixteen.
        var isBold = false
    }

    func pair(_ foreground: Ink, on background: Ink) -> Pair {
        let front = number(theme.shade(foreground) ?? ownForeground, otherwise: hasDefaults ? -1 : 7)
        let back = number(theme.shade(background) ?? ownBackground, otherwise: hasDefaults ? -1 : 0)
        return Pair(foreground: front.color, background: back.color, isBold: front.isBold)
    }

    private var ownForeground: Theme.Shade? { bringsPaper ? theme.paper.foreground : nil }
    private var ownBackground: Theme.Shade? { bringsPaper ? theme.paper.background : nil }

    private func number(_ shade: Theme.Shade?, otherwise standard: Int32) -> (color: Int32, isBold: Bool) {
        guard let shade else { return (standard, false) }
        switch depth {
        case .none: return (standard, false)
        case .ansi8:
            // Bold black is black on most terminals: grey becomes the terminal's own colour, which can be read.
            if shade.ansi == 8 { return (standard, false) }
            return (Int32(shade.ansi % 8), shade.ansi > 8)
        case .ansi16: return (Int32(shade.ansi), false)
        case .xterm256: return (Int32(shade.xterm), false)
        case .truecolor:
            let value = Int32(shade.red) << 16 | Int32(shade.green) << 8 | Int32(shade.blue)
            // Numbers below 8 are places in the palette there; the colours nearest to them are black.
            return (value < 8 ? 0 : value, false)
        }
    }
}
