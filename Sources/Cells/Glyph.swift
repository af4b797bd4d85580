/// What one cell shows: a spacing character and at most two combining marks.
///
/// A terminal's cell holds no more than that portably, so a longer grapheme (a family of emoji joined by invisible
/// characters, a flag) keeps its first character. Glyphs are made from text by ``glyphs(of:)``, which shows every
/// character that could steer a terminal as a harmless one.
public struct Glyph: Hashable, Sendable {
    public let base: Unicode.Scalar
    /// A combining mark, or NUL where there is none.
    public let firstMark: Unicode.Scalar
    public let secondMark: Unicode.Scalar

    static let none: Unicode.Scalar = "\0"
    public static let space = Glyph(" ")

    /// A glyph of one printable scalar; anything else becomes the replacement character.
    public init(_ scalar: Unicode.Scalar) {
        self.init(
            base: CellWidth.isPrintable(scalar) ? scalar : Glyph.replacement, first: Glyph.none, second: Glyph.none)
    }

    private init(base: Unicode.Scalar, first: Unicode.Scalar, second: Unicode.Scalar) {
        self.base = base
        firstMark = first
        secondMark = second
    }

    static let replacement: Unicode.Scalar = "\u{FFFD}"

    /// How many cells the glyph takes: 1 or 2.
    public var width: Int { CellWidth.isWide(base) ? 2 : 1 }

    public func write(into text: inout String) {
        text.unicodeScalars.append(base)
        if firstMark != Glyph.none { text.unicodeScalars.append(firstMark) }
        if secondMark != Glyph.none { text.unicodeScalars.append(secondMark) }
    }

    /// The text as glyphs, one a grapheme. Control characters are shown as the replacement character; invisible
    /// format characters (direction marks, joiners, byte-order marks) are left out.
    public static func glyphs(of text: String) -> [Glyph] {
        var glyphs: [Glyph] = []
        glyphs.reserveCapacity(text.utf8.count)
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) {
            for byte in text.utf8 {
                glyphs.append(Glyph(base: Unicode.Scalar(byte), first: none, second: none))
            }
            return glyphs
        }
        for character in text {
            var base: Unicode.Scalar?
            var marks: [Unicode.Scalar] = []
            for scalar in character.unicodeScalars {
                if CellWidth.isIgnored(scalar) { continue }
                if CellWidth.isCombining(scalar) {
                    if marks.count < 2 { marks.append(scalar) }
                } else if base == nil {
                    base = CellWidth.isPrintable(scalar) ? scalar : replacement
                }
            }
            guard base != nil || !marks.isEmpty else { continue }
            glyphs.append(
                Glyph(
                    base: base ?? " ", first: marks.first ?? none, second: marks.count > 1 ? marks[1] : none))
        }
        return glyphs
    }
}
