import Cells

/// A thin bar that fills from the left, to the half of a cell.
struct ProgressBar: Hashable, Sendable {
    /// How much of it is full, 0…1.
    var fraction: Double
    var ink: Ink
    /// A thick bar stands for a far greater run.
    var isHeavy = false

    func draw(on picture: inout Picture, column: Int, row: Int, columns: Int) {
        guard columns > 0, fraction.isFinite else { return }
        let halves = Int((min(1, max(0, fraction)) * Double(columns * 2)).rounded(.down))
        for offset in 0..<columns {
            let glyph: Glyph =
                offset < halves / 2 ? Glyph(isHeavy ? "▄" : "━") : offset * 2 < halves ? Glyph("╸") : Glyph("─")
            let isFull = offset * 2 < halves
            picture.put(glyph, column: column + offset, row: row, style: Style(isFull ? ink : .rule))
        }
    }

    /// How wide each of many bars is at most.
    private static let mostColumnsOfMany = 4

    /// Many full bars side by side on one row, as long as there is room for each; all of them, or none.
    static func drawMany(_ count: Int, ink: Ink, on picture: inout Picture, column: Int, row: Int, columns: Int) {
        guard count > 0, columns >= count * 2 - 1 else { return }
        let width = max(1, min(mostColumnsOfMany, (columns + 1) / count - 1))
        for index in 0..<count {
            for offset in 0..<width {
                picture.put(
                    Glyph("━"), column: column + index * (width + 1) + offset, row: row, style: Style(ink))
            }
        }
    }
}
