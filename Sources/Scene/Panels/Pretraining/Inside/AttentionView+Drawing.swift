import Cells
import Evidence

extension AttentionView {
    private static let (gap, labelGap) = (3, 2)
    private static let mostLabelColumns = 9
    /// From so many rows on there is air beneath the field.
    private static let rowsForAir = 12

    func draw(on picture: inout Picture, in area: Area) {
        guard area.rows > 1 else { return }
        InsideField(label: "sentence ▸", field: field).draw(on: &picture, in: area.top(1))
        guard let map, map.tokens.count > 1 else { return }
        let legend = area.bottom(1)
        picture.draw(Shades.attention.legend(before: "how much it looks:"), in: legend, style: Style(.faint))
        let rest = area.inset(top: area.rows > Self.rowsForAir ? 2 : 1, bottom: area.rows > Self.rowsForAir ? 2 : 1)
        let layers = Dictionary(grouping: map.heads, by: \.layer).sorted { $0.key < $1.key }.map(\.value)
        let most = layers.map(\.count).max() ?? 0
        for cells in [2, 1] {
            let tile = tile(map, cells: cells)
            let columns = labelColumns(map) + most * (tile.columns + Self.gap) - Self.gap
            guard columns <= rest.columns else { continue }
            if layers.count * (tile.rows + 1) - 1 <= rest.rows {
                return draw(layers, cells: cells, on: &picture, in: rest)
            }
            if tile.rows <= rest.rows, let own = layers.first(where: { $0.first?.layer == chosenHead?.layer }) {
                return draw([own], cells: cells, on: &picture, in: rest)
            }
        }
        drawLastRows(map, on: &picture, in: rest)
    }

    // MARK: - Squares

    /// The size of a head with its title.
    private func tile(_ map: AttentionMap, cells: Int) -> Size {
        let title = map.heads.map { name(of: $0).width }.max() ?? 0
        return Size(columns: max(title, map.tokens.count * cells), rows: map.tokens.count + 1)
    }

    private func labelColumns(_ map: AttentionMap) -> Int {
        min(map.tokens.indices.map { word($0).width }.max() ?? 0, Self.mostLabelColumns) + Self.labelGap
    }

    private func draw(_ layers: [[AttentionMap.Head]], cells: Int, on picture: inout Picture, in area: Area) {
        guard let map else { return }
        let tile = tile(map, cells: cells)
        let left = labelColumns(map)
        for (index, heads) in layers.enumerated() {
            let top = area.row + index * (tile.rows + 1)
            for row in map.tokens.indices {
                let isLast = row == map.tokens.count - 1
                picture.draw(
                    word(row),
                    in: Area(column: area.column, row: top + 1 + row, columns: left - Self.labelGap, rows: 1),
                    style: isLast ? .bold : Style(.faint), alignment: .right)
            }
            for (place, head) in heads.enumerated() {
                let start = area.column + left + place * (tile.columns + Self.gap)
                let area = Area(column: start, row: top, columns: tile.columns, rows: tile.rows)
                draw(head, map, cells: cells, on: &picture, in: area)
            }
        }
    }

    private func draw(
        _ head: AttentionMap.Head, _ map: AttentionMap, cells: Int, on picture: inout Picture, in area: Area
    ) {
        let isChosen = head == chosenHead
        picture.draw(
            name(of: head), in: area.top(1), style: isChosen ? Style(.accent, on: .standard, .bold) : Style(.soft))
        for row in map.tokens.indices {
            let isLast = row == map.tokens.count - 1
            for column in 0...row {
                let glyph = Shades.attention.glyph(Double(head.weights[row * map.tokens.count + column]))
                for cell in 0..<cells {
                    picture.put(
                        glyph, column: area.column + column * cells + cell, row: area.row + 1 + row,
                        style: Style(isLast ? .green : .greenDim))
                }
            }
        }
        if let place = map.heads.firstIndex(of: head) {
            picture.hotspots.append(Hotspot(area: area, target: .command(.choose(place))))
        }
    }

    // MARK: - The last word alone

    /// A row a head, as many as there is room for around the chosen one: what the last word looks at, the words above.
    private func drawLastRows(_ map: AttentionMap, on picture: inout Picture, in area: Area) {
        let names = (map.heads.map { name(of: $0).width }.max() ?? 0) + Self.labelGap + 1
        let room = area.columns - names
        let widths = map.tokens.indices.map { word($0).width + 1 }
        let isNamed = widths.reduce(0, +) <= room && area.rows > 2
        // Of a sentence that is too long its end is shown.
        let shown = isNamed ? map.tokens.indices : max(0, map.tokens.count - max(0, room))..<map.tokens.count
        if isNamed {
            var column = area.column + names
            for token in shown {
                picture.draw(
                    word(token), in: Area(column: column, row: area.row, columns: widths[token] - 1, rows: 1),
                    style: token == map.tokens.count - 1 ? .bold : Style(.faint))
                column += widths[token]
            }
        }
        let rows = area.inset(top: isNamed ? 1 : 0)
        let list = ChoiceList(count: map.heads.count, chosen: chosenIndex)
        for (offset, index) in list.window(rows: rows.rows).enumerated() {
            let (head, row) = (map.heads[index], rows.row + offset)
            let isChosen = index == list.chosen
            if isChosen { picture.put(Glyph("▌"), column: area.column, row: row, style: Style(.accent)) }
            picture.draw(
                name(of: head), in: Area(column: area.column + 1, row: row, columns: names - 1, rows: 1),
                style: isChosen ? Style(.accent, on: .standard, .bold) : Style(.soft))
            var column = area.column + names
            for token in shown {
                let weight = Double(head.weights[(map.tokens.count - 1) * map.tokens.count + token])
                let width = isNamed ? widths[token] - 1 : 1
                for cell in 0..<width {
                    picture.put(
                        Shades.attention.glyph(weight), column: column + cell, row: row, style: Style(.green))
                }
                column += isNamed ? widths[token] : 1
            }
            let place = Area(column: area.column, row: row, columns: area.columns, rows: 1)
            picture.hotspots.append(Hotspot(area: place, target: .command(.choose(index))))
        }
    }
}
