import Cells
import Evidence

/// Two values on one line, before and after something, joined: in the colour of their kind, the first hollow. Rows that
/// are compared share a range, in percent where the values are fractions.
struct JoinedDots: Hashable, Sendable {
    var before: Figure
    var after: Figure
    /// Whether both dots are of one network; else the first is drawn as a diamond.
    var isSameNetwork: Bool
    /// The ends of the scale, which the heading of a chart names.
    var range = 0.0...100

    /// Where a value stands, 0…1 from the left end of the scale to its right.
    func fraction(of figure: Figure) -> Double {
        guard figure.value.isFinite else { return 0 }
        let value = figure.value * (figure.unit.factor(to: .percent) ?? 1)
        return min(1, max(0, (value - range.lowerBound) / (range.upperBound - range.lowerBound)))
    }

    func draw(on picture: inout Picture, column: Int, row: Int, columns: Int) {
        guard columns > 0 else { return }
        func place(_ figure: Figure) -> Int {
            column + Int((fraction(of: figure) * Double(columns - 1)).rounded())
        }
        let (first, second) = (place(before), place(after))
        for position in column..<column + columns {
            picture.put(Glyph("·"), column: position, row: row, style: Style(.rule))
        }
        for position in min(first, second)...max(first, second) {
            picture.put(Glyph("─"), column: position, row: row, style: Style(.soft))
        }
        let mark = isSameNetwork ? Glyph("○") : Glyph("◇")
        picture.put(mark, column: first, row: row, style: Style(before.kind.ink), reference: .figure(before))
        picture.put(
            first == second ? Glyph("◉") : Glyph("●"), column: second, row: row, style: Style(after.kind.ink),
            reference: .figure(after))
    }
}

/// Joined dots of one range in rows over their common axis, with names before and values after.
struct DotChart: Hashable, Sendable {
    struct Row: Hashable, Sendable {
        var name: Phrase
        var dots: JoinedDots
        /// The values in words, the longest form first.
        var values: [Phrase]
    }

    var rows: [Row]
    var chosen: Int?

    /// Columns between the names and the dots, and between them and the values; fewer columns of dots say nothing.
    private static let nameGap = 3
    private static let valueGap = 2
    private static let fewestColumns = 8
    /// The columns of the values, from so many columns of the chart on.
    private static let valueColumns = [(from: 90, columns: 29), (from: 75, columns: 22), (from: 0, columns: 15)]

    /// Rows with their heading, as far as there is room, the chosen one always; returns the rows it took.
    @discardableResult
    func draw(on picture: inout Picture, in area: Area) -> Int {
        let names = rows.reduce(0) { max($0, $1.name.width) }
        let values = DotChart.valueColumns.first { area.columns >= $0.from }?.columns ?? 0
        let heading = area.top(1)
        let bar = heading.inset(left: names + DotChart.nameGap, right: values + DotChart.valueGap)
        let valueColumn = bar.endColumn + DotChart.valueGap
        guard bar.columns >= DotChart.fewestColumns, area.rows >= 2 else { return 0 }
        let range = rows.first?.dots.range ?? 0...100
        picture.draw("\(axis: .short(range.lowerBound))", in: bar, style: Style(.faint))
        picture.draw("\(axis: .short(range.upperBound))", in: bar, style: Style(.faint), alignment: .right)
        let isBetterLess = rows.first?.dots.after.subject.higherIsBetter == false
        picture.draw(
            isBetterLess ? "← better" : "better →",
            in: Area(column: valueColumn, row: area.row, columns: values, rows: 1))
        let shown = ChoiceList(count: rows.count, chosen: chosen ?? 0).window(rows: area.rows - 1)
        for (offset, index) in shown.enumerated() {
            let row = rows[index]
            let place = Area(column: area.column, row: area.row + 1 + offset, columns: names + 1, rows: 1)
            picture.draw(row.name, in: place, style: chosen == index ? Style(.accent, on: .standard, .bold) : .plain)
            row.dots.draw(on: &picture, column: bar.column, row: place.row, columns: bar.columns)
            picture.drawFirstFitting(
                row.values, in: Area(column: valueColumn, row: place.row, columns: values, rows: 1), style: Style(.soft)
            )
        }
        return shown.count + 1
    }
}
