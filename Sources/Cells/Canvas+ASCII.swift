extension Canvas {
    /// The same picture in printable ASCII alone: bars become `#` and shades of it, lines `-` and `|`, lamps `*` and `o`.
    public func asciified() -> Canvas {
        var canvas = self
        for index in canvas.cells.indices {
            guard let glyph = canvas.cells[index].glyph else {
                canvas.cells[index].glyph = .space
                continue
            }
            if glyph.base.value < 0x7F, glyph.firstMark == Glyph.none { continue }
            canvas.cells[index].glyph = Glyph(ASCII.substitute(glyph.base))
            // One character alone would say something else: a sum, or a comparison.
            if let pair = ASCII.pairs[glyph.base], index % size.columns > 0, canvas.cells[index - 1].glyph == .space {
                canvas.cells[index - 1].glyph = Glyph(pair.0)
                canvas.cells[index - 1].style = canvas.cells[index].style
                canvas.cells[index].glyph = Glyph(pair.1)
            }
        }
        return canvas
    }
}

/// What stands for a character where only ASCII may be shown.
enum ASCII {
    static func substitute(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        if scalar.value < 0x7F { return scalar }
        if let known = table[scalar] { return known }
        switch scalar.value {
        case 0x2801...0x28FF: return braille(UInt8(scalar.value & 0xFF))
        case 0xC0...0x24F: return unaccented(scalar)
        default: return "?"
        }
    }

    /// What takes the blank before it too.
    static let pairs: [Unicode.Scalar: (Unicode.Scalar, Unicode.Scalar)] = ["±": ("+", "-"), "→": ("-", ">")]

    private static func braille(_ dots: UInt8) -> Unicode.Scalar {
        let upper = dots & 0b0001_1011
        let lower = dots & 0b1110_0100
        switch (upper != 0, lower != 0) {
        case (true, true): return ":"
        case (true, false): return "'"
        default: return "."
        }
    }

    private static func unaccented(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        let groups: [(Unicode.Scalar, String)] = [
            ("A", "ÀÁÂÃÄÅĀĂĄ"), ("a", "àáâãäåāăą"), ("E", "ÈÉÊËĒĖĘĚ"), ("e", "èéêëēėęě"), ("I", "ÌÍÎÏĪ"),
            ("i", "ìíîïī"), ("O", "ÒÓÔÕÖØŌŐ"), ("o", "òóôõöøōő"), ("U", "ÙÚÛÜŪŮŰ"), ("u", "ùúûüūůű"),
            ("C", "ÇĆČ"), ("c", "çćč"), ("N", "ÑŃ"), ("n", "ñń"), ("S", "ŚŠŞ"), ("s", "śšşß"), ("Z", "ŹŻŽ"),
            ("z", "źżž"), ("L", "Ł"), ("l", "ł"), ("Y", "Ý"), ("y", "ýÿ"),
        ]
        return groups.first { $0.1.unicodeScalars.contains(scalar) }?.0 ?? "?"
    }

    private static let table: [Unicode.Scalar: Unicode.Scalar] = [
        "█": "#", "▇": "#", "▆": "#", "▅": "=", "▄": "=", "▃": "-", "▂": "_", "▁": "_", "▀": "\"", "▌": ">", "▐": "|",
        "▏": "|", "▎": "|", "▍": "#", "▋": "#", "▊": "#", "▉": "#", "░": ".", "▒": ":", "▓": "%",
        "─": "-", "━": "=", "╸": "-", "╺": "-", "│": "|", "┃": "|", "┆": ":", "┊": ":", "┈": ".", "┄": ".", "╌": ".",
        "┼": "+", "╋": "+", "┿": "+", "┴": "+", "┬": "+", "├": "+", "┤": "+", "┌": "+", "┐": "+", "└": "+", "┘": "+",
        "╭": "+", "╮": "+", "╰": "+", "╯": "+", "╎": ":", "▔": "-", "╂": "+",
        "●": "*", "○": "o", "◆": "O", "◇": "o", "▲": "^", "▼": "v", "△": "^", "▽": "v", "▾": "v", "▸": ">", "◂": "<",
        "▪": "*", "▣": "#", "┳": "+", "┣": "+", "┗": "+", "╾": "-", "╼": "-",
        "•": "*",
        "■": "#", "□": "o", "◉": "@", "✓": "v", "✗": "x", "✕": "x", "≈": "~", "×": "x", "·": ".", "…": ".", "→": ">",
        "←": "<", "↑": "^", "↓": "v", "↗": "/", "↘": "\\", "–": "-", "—": "-", "−": "-", "’": "'", "‘": "'", "“": "\"",
        "”": "\"",
        "≥": ">", "≤": "<", "±": "+", "\u{A0}": " ", "\u{2009}": " ", "°": "o", "√": "V", "≠": "!", "∞": "8", "⇧": "S",
        "␣": "_",
        "\u{2800}": " ", "⡀": "_", "⣀": "_", "⌂": "^",
    ]
}
