import Cells
import Evidence

/// Values of 0 or more as five shades of a cell, told apart without colour.
struct Shades: Hashable, Sendable {
    /// The value that each shade but the lightest begins at, ascending.
    let borders: [Double]
    let unit: Unit

    private static let glyphs = "·░▒▓█".unicodeScalars.map { Glyph($0) }

    /// Of what a word gives all words together, 1.
    static let attention = Shades(borders: [0.05, 0.2, 0.4, 0.7], unit: .fraction)

    /// Up to a largest value; the few values that are much larger than most share the darkest shade.
    static func upTo(_ largest: Double) -> Shades {
        Shades(borders: [0.1, 0.2, 0.3, 0.45].map { largest * $0 }, unit: .index)
    }

    func glyph(_ value: Double) -> Glyph { Shades.glyphs[borders.count { value >= $0 }] }

    /// What the shades mean.
    func legend(before words: String) -> Phrase {
        let entries = zip(Shades.glyphs.dropFirst(), borders).map { glyph, border -> Phrase in
            var text = ""
            glyph.write(into: &text)
            return Phrase(words: text, ink: .green) + "\u{A0}\(axis: .value(border, unit))"
        }
        return "\(words: words) " + Phrase.joined(entries, by: "  ") + "\u{A0}and\u{A0}more"
    }
}

/// The line that a person types in, with its label and the key that leads into it.
struct InsideField: Sendable {
    let label: String
    let field: TextField

    private static let hint: Phrase = "\(key: "Enter") another"
    private static let gap = 1

    func draw(on picture: inout Picture, in area: Area) {
        guard area.rows > 0 else { return }
        picture.draw("\(strong: label)", in: area.top(1), style: Style(field.isFocused ? .accent : .soft))
        let hint = field.isFocused ? 0 : Self.hint.width + Self.gap
        field.draw(
            on: &picture, in: area.top(1).inset(left: CellWidth.of(label) + Self.gap, right: hint))
        if hint > 0 { picture.draw(Self.hint, in: area.top(1), style: Style(.faint), alignment: .right) }
        picture.hotspots.append(Hotspot(area: area.top(1), target: .command(.zoom)))
    }
}
