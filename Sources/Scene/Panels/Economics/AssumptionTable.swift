import Cells
import Evidence

/// Rows beneath a picture, of which one is chosen: a name, its figure, and what is to be said of it. Where they are more
/// than there is room for, a window of them follows the choice.
struct AssumptionTable {
    struct Row {
        /// In wordings of falling length.
        var names: [Phrase]
        var values: [Phrase]
        var notes: [Phrase]
    }

    let headings: (name: String, value: String, note: String)
    let rows: [Row]
    let chosen: Int

    private static let valueColumns = (narrow: 17, wide: 22)
    private static let columnsForWide = 90

    /// - Parameter hasHeading: Whether the first row of the area is the heading's.
    func draw(on picture: inout Picture, in frame: PanelFrame, hasHeading: Bool) {
        let area = frame.area
        guard area.rows > 0 else { return }
        let wide = area.columns >= Self.columnsForWide
        let width = (wide ? Self.valueColumns.wide : Self.valueColumns.narrow) + (picture.hasColor ? 0 : 3)
        func places(_ row: Int) -> (name: Area, value: Area, note: Area) {
            let start = frame.axis.start
            return (
                frame.labelArea(row: row), Area(column: start, row: row, columns: width - 1, rows: 1),
                Area(
                    column: start + width, row: row, columns: max(0, area.endColumn - 2 - start - width), rows: 1)
            )
        }
        if hasHeading {
            let place = places(area.row)
            picture.drawFirstFitting([Phrase(words: headings.name)], in: place.name, style: Style(.faint))
            picture.drawFirstFitting([Phrase(words: headings.value)], in: place.value, style: Style(.faint))
            picture.drawFirstFitting([Phrase(words: headings.note)], in: place.note, style: Style(.faint))
        }
        let rest = area.inset(top: hasHeading ? 1 : 0)
        let window = ChoiceList(count: rows.count, chosen: chosen).window(rows: rest.rows)
        for (offset, index) in window.enumerated() {
            let row = rest.row + offset
            let place = places(row)
            let isChosen = index == chosen
            if isChosen {
                picture.put(Glyph("▌"), column: area.column + 1, row: row, style: Style(.accent))
            }
            let style = isChosen ? Style(.accent, on: .standard, .bold) : Style(.standard)
            picture.drawFirstFitting(rows[index].names, in: place.name, style: style)
            picture.drawFirstFitting(rows[index].values, in: place.value)
            picture.drawFirstFitting(rows[index].notes, in: place.note, style: Style(.soft))
            picture.hotspots.append(
                Hotspot(
                    area: Area(column: area.column, row: row, columns: area.columns, rows: 1),
                    target: .command(.choose(index))))
        }
        let last = area.endColumn - 2
        if window.lowerBound > 0 { picture.put(Glyph("↑"), column: last, row: rest.row, style: Style(.faint)) }
        if window.upperBound < rows.count, window.count > 1 {
            picture.put(Glyph("↓"), column: last, row: rest.row + window.count - 1, style: Style(.faint))
        }
    }
}
