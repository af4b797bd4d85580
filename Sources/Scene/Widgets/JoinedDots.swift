import Cells
import Evidence

/// Two scores of one benchmark on one line, without and with something, joined. All rows share one scale, from nought to
/// a hundred, whatever their own values: a fraction is drawn as the percent that it is. Right is better on it, so that a
/// rate of errors is drawn from the right end.
struct JoinedDots: Hashable, Sendable {
    var before: Figure
    var after: Figure
    /// Whether both dots are of one network; else the first is drawn as a diamond.
    var isSameNetwork: Bool
    /// Words right of the dots, drawn where they fit whole.
    var note: Phrase?

    /// The ends of the scale, which the heading of a chart names.
    static let scale = 0.0...100

    /// Where a score stands, 0…1 from the worst to the best that there is.
    static func fraction(of figure: Figure) -> Double {
        guard figure.value.isFinite else { return 0 }
        let score = figure.value * (figure.unit.factor(to: .percent) ?? 1)
        let fraction = min(1, max(0, score / scale.upperBound))
        return figure.subject.higherIsBetter == false ? 1 - fraction : fraction
    }

    func draw(on picture: inout Picture, column: Int, row: Int, columns: Int) {
        guard columns > 0 else { return }
        func place(_ figure: Figure) -> Int {
            column + Int((JoinedDots.fraction(of: figure) * Double(columns - 1)).rounded())
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

/// Joined dots in rows over their common axis, with names before and values after.
struct DotChart: Hashable, Sendable {
    struct Row: Hashable, Sendable {
        var name: Phrase
        var dots: JoinedDots
        /// The values in words, the longest form first.
        var values: [Phrase]
    }

    var rows: [Row]
    var chosen: Int?

    /// Rows with their heading, as far as there is room; returns the rows it took.
    @discardableResult
    func draw(on picture: inout Picture, in area: Area) -> Int {
        let names = rows.reduce(0) { max($0, $1.name.width) } + 3
        let values = area.columns >= 90 ? 29 : area.columns >= 75 ? 22 : 15
        let bar = Area(
            column: area.column + names, row: area.row, columns: area.columns - names - values - 2, rows: 1)
        guard bar.columns >= 8, area.rows >= 2 else { return 0 }
        picture.draw("\(axis: .short(JoinedDots.scale.lowerBound))", in: bar, style: Style(.faint))
        picture.draw("\(axis: .short(JoinedDots.scale.upperBound))", in: bar, style: Style(.faint), alignment: .right)
        picture.draw("better →", in: Area(column: bar.endColumn + 2, row: area.row, columns: values, rows: 1))
        let shown = rows.prefix(area.rows - 1)
        for (index, row) in shown.enumerated() {
            let place = Area(column: area.column, row: area.row + 1 + index, columns: names - 2, rows: 1)
            picture.draw(row.name, in: place, style: chosen == index ? Style(.accent, on: .standard, .bold) : .plain)
            row.dots.draw(on: &picture, column: bar.column, row: place.row, columns: bar.columns)
            if let value = picture.first(of: row.values, fitting: values) {
                picture.draw(
                    value, in: Area(column: bar.endColumn + 2, row: place.row, columns: values, rows: 1),
                    style: Style(.soft))
            }
        }
        return shown.count + 1
    }
}
