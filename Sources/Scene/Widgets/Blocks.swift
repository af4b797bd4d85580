import Cells

/// Block characters that fill a cell in eighths.
enum Blocks {
    static let eighths = 8
    private static let columns = " ▁▂▃▄▅▆▇█".unicodeScalars.map { Glyph($0) }
    private static let rows = " ▏▎▍▌▋▊▉█".unicodeScalars.map { Glyph($0) }

    /// A cell filled from below, 0…8 eighths.
    static func column(_ eighths: Int) -> Glyph { columns[min(Blocks.eighths, max(0, eighths))] }

    private static let dots = "⡀⡄⡆⡇".unicodeScalars.map { Glyph($0) }

    /// A thin column of dots from below, 1…4 of them.
    static func thin(_ count: Int) -> Glyph { dots[min(dots.count, max(1, count)) - 1] }

    private static let shades = "░▒▓".unicodeScalars.map { Glyph($0) }

    /// Whether a glyph fills more than half of its cell from below.
    static func isMostlyFull(_ glyph: Glyph) -> Bool {
        columns.dropFirst(Blocks.eighths / 2 + 1).contains(glyph) || shades.contains(glyph)
    }

    /// Whether a glyph fills a cell from below, and no more than half of it.
    static func isLow(_ glyph: Glyph) -> Bool { columns[1...(Blocks.eighths / 2)].contains(glyph) }

    /// A cell filled from the left, 0…8 eighths.
    static func row(_ eighths: Int) -> Glyph { rows[min(Blocks.eighths, max(0, eighths))] }
}
