import Cells
import Evidence

/// Two scores of one benchmark on one line, without and with something, joined. All rows share the axis from nought to
/// a hundred on which right is better: a share of errors is drawn from the right end.
struct JoinedDots: Hashable, Sendable {
    var before: Figure
    var after: Figure
    /// Whether both dots are of one network; else the first is drawn as a diamond.
    var isSameNetwork: Bool
    /// Words right of the dots, drawn where they fit whole.
    var note: Phrase?

    /// Where a score stands, 0…1 from the worst to the best that there is.
    static func share(of figure: Figure) -> Double {
        guard figure.value.isFinite else { return 0 }
        let share = min(1, max(0, figure.value / 100))
        return figure.subject.higherIsBetter == false ? 1 - share : share
    }

    func draw(on picture: inout Picture, column: Int, row: Int, columns: Int) {
        guard columns > 0 else { return }
        func place(_ figure: Figure) -> Int {
            column + Int((JoinedDots.share(of: figure) * Double(columns - 1)).rounded())
        }
        let (first, second) = (place(before), place(after))
        for position in column..<column + columns {
            picture.put(Glyph("·"), column: position, row: row, style: Style(.rule))
        }
        for position in min(first, second)...max(first, second) {
            picture.put(Glyph("─"), column: position, row: row, style: Style(.soft))
        }
        let mark = isSameNetwork ? Glyph("○") : Glyph("◇")
        picture.put(mark, column: first, row: row, style: Style(.rose), reference: .figure(before))
        picture.put(
            first == second ? Glyph("◉") : Glyph("●"), column: second, row: row, style: Style(.accent),
            reference: .figure(after))
        let start = max(first, second) + 2
        if let note, note.width <= column + columns - start {
            picture.draw(note, in: Area(column: start, row: row, columns: note.width, rows: 1), style: Style(.soft))
        }
    }
}

extension Picture {
    /// The first of some phrases that fits whole into so many columns, letters of the kinds included; nil where none.
    func first(of phrases: [Phrase], fitting columns: Int) -> Phrase? {
        phrases.first { (hasColor ? $0 : $0.lettered).width <= columns }
    }
}
