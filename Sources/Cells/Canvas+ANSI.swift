extension Canvas {
    /// The picture as text with ANSI colour sequences, a line a row, each ending in a reset.
    public func ansi(theme: Theme, depth: ColorDepth) -> String {
        var output = ""
        for row in 0..<size.rows {
            var current: Style?
            for column in 0..<size.columns {
                let cell = cells[row * size.columns + column]
                guard let glyph = cell.glyph else { continue }
                if cell.style != current {
                    output += cell.style.escapeSequence(theme: theme, depth: depth)
                    current = cell.style
                }
                glyph.write(into: &output)
            }
            output += "\u{1B}[0m\n"
        }
        return output
    }
}

extension Style {
    /// The SGR sequence that makes a terminal draw in this style and nothing left of the one before.
    func escapeSequence(theme: Theme, depth: ColorDepth) -> String {
        var codes = ["0"]
        if attributes.contains(.bold) { codes.append("1") }
        if attributes.contains(.underline) { codes.append("4") }
        if attributes.contains(.reverse) { codes.append("7") }
        if let shade = theme.shade(foreground) { codes += shade.codes(depth, ground: 30) }
        if let shade = theme.shade(background) { codes += shade.codes(depth, ground: 40) }
        return "\u{1B}[\(codes.joined(separator: ";"))m"
    }
}

extension Theme.Shade {
    fileprivate func codes(_ depth: ColorDepth, ground: Int) -> [String] {
        switch depth {
        case .none: []
        // The grey of sixteen colours would be black among eight: there the terminal's own colour stays.
        case .ansi8: ansi == 8 ? [] : ["\(ground + Int(ansi % 8))"]
        case .ansi16: ["\(Int(ansi) < 8 ? ground + Int(ansi) : ground + 52 + Int(ansi))"]
        case .xterm256: ["\(ground + 8)", "5", "\(xterm)"]
        case .truecolor: ["\(ground + 8)", "2", "\(red)", "\(green)", "\(blue)"]
        }
    }
}
