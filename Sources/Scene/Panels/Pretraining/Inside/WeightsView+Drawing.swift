import Cells
import Evidence

extension WeightsView {
    private static let (gap, sketchColumns, sketchGap) = (3, 8, 1)
    /// The most cells that a part is drawn with.
    private static let (mostCellColumns, mostCellRows) = (8, 4)
    private static let rowsForAir = 12

    /// At the left the matrices, each with a sketch on one row; at the right the chosen one large.
    func draw(on picture: inout Picture, in area: Area) {
        guard let own = chosenPicture, area.rows > 1 else { return }
        picture.draw(shades.legend(before: "size of the numbers:"), in: area.bottom(1), style: Style(.faint))
        let rest = area.inset(bottom: area.rows > Self.rowsForAir ? 2 : 1)
        let names = pictures.map { name(of: $0) }
        let sketch = Self.sketchColumns + Self.sketchGap
        let wide = (names.map(\.width).max() ?? 0) + 2
        let large = Self.sketchColumns * 2
        // Where it is narrow the names go before the sketches.
        let hasSketches = wide + sketch + Self.gap + large <= rest.columns
        let left = min(wide, rest.columns - Self.gap - large) + (hasSketches ? sketch : 0)
        drawList(
            names, hasSketches: hasSketches, on: &picture,
            in: Area(
                column: rest.column, row: rest.row, columns: left, rows: rest.rows))
        draw(own, on: &picture, in: rest.inset(left: left + Self.gap))
    }

    private func drawList(_ names: [Phrase], hasSketches: Bool, on picture: inout Picture, in area: Area) {
        let list = ChoiceList(count: pictures.count, chosen: chosenIndex)
        for (offset, index) in list.window(rows: area.rows).enumerated() {
            let row = area.row + offset
            let isChosen = index == list.chosen
            if isChosen { picture.put(Glyph("▌"), column: area.column, row: row, style: Style(.accent)) }
            let sketch = hasSketches ? Self.sketchColumns + Self.sketchGap : 0
            picture.draw(
                names[index],
                in: Area(column: area.column + 1, row: row, columns: area.columns - 1 - sketch, rows: 1),
                style: isChosen ? Style(.accent, on: .standard, .bold) : Style(.soft))
            if hasSketches, let parts = pictures[index].merged(rows: 1, columns: Self.sketchColumns).first {
                for (column, value) in parts.enumerated() {
                    picture.put(
                        shades.glyph(value), column: area.endColumn - Self.sketchColumns + column, row: row,
                        style: Style(.green))
                }
            }
            let place = Area(column: area.column, row: row, columns: area.columns, rows: 1)
            picture.hotspots.append(Hotspot(area: place, target: .command(.choose(index))))
        }
    }

    private func draw(_ own: WeightPicture, on picture: inout Picture, in area: Area) {
        let parts = own.merged(rows: area.rows, columns: area.columns)
        guard let columns = parts.first?.count, columns > 0 else { return }
        let width = min(Self.mostCellColumns, max(1, area.columns / columns))
        let height = min(Self.mostCellRows, max(1, area.rows / parts.count), max(1, width / 2))
        for (row, values) in parts.enumerated() {
            for (column, value) in values.enumerated() {
                for line in 0..<height {
                    for cell in 0..<width {
                        picture.put(
                            shades.glyph(value), column: area.column + column * width + cell,
                            row: area.row + row * height + line, style: Style(.green))
                    }
                }
            }
        }
    }
}
