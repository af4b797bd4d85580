import Cells

extension Scene {
    /// The names of the panels, whole words at every width: where the titles have no room their short names stand there.
    func drawTabs(on picture: inout Picture, in area: Area) {
        if area.rows > 1 {
            for column in area.column..<area.endColumn {
                picture.put(Glyph("─"), column: column, row: area.row + 1, style: Style(.rule))
            }
        }
        let help = Area(
            column: area.endColumn - Tabs.helpColumns, row: area.row, columns: Tabs.helpColumns - 1, rows: 1)
        let (labels, start, gap) = tabs(upTo: help.column - 1)
        if start > 1 { picture.canvas.write("tlviz", column: 1, row: area.row, style: .bold) }
        var column = start
        for (panel, label) in zip(panels, labels) {
            let isActive = panel == self.panel
            let place = Area(column: column, row: area.row, columns: label.width, rows: 1)
            picture.draw(
                label, in: place, style: isActive ? Style(.accent, on: .standard, [.bold, .underline]) : Style(.soft))
            if area.rows > 1, isActive {
                for column in place.column..<place.endColumn {
                    picture.put(Glyph("━"), column: column, row: area.row + 1, style: Style(.accent))
                }
            }
            picture.hotspots.append(Hotspot(area: place, target: .command(.show(panel))))
            // In the gap, so that no name moves where a training begins or ends.
            if isTraining(panel) {
                picture.put(Glyph("●"), column: place.endColumn, row: area.row, style: Style(.soft))
            }
            column = place.endColumn + gap
        }
        picture.draw("\(key: "?") keys", in: help, style: Style(.faint))
    }

    /// The labels of all panels, where they begin and the columns between them, in the fullest form that ends before a
    /// column; the program's own name gives way before a panel's does.
    private func tabs(upTo end: Int) -> (labels: [Phrase], start: Int, gap: Int) {
        let forms = [panels.map { tab($0, name: $0.title) }, panels.map { tab($0, name: $0.shortTitle) }]
        for labels in forms {
            let columns = labels.map(\.width).reduce(0, +)
            for (start, gap) in Tabs.places where start + columns + gap * (labels.count - 1) <= end {
                return (labels, start, gap)
            }
        }
        return (panels.map { tab($0, name: "") }, 1, 1)
    }

    /// The digit of a panel and a name.
    private func tab(_ panel: Panel, name: String) -> Phrase {
        name.isEmpty ? "\(key: "\(panel.digit)")" : "\(key: "\(panel.digit)") \(words: name)"
    }

    private enum Tabs {
        static let helpColumns = 7
        static let places = [(start: 9, gap: 3), (start: 9, gap: 2), (start: 1, gap: 2), (start: 1, gap: 1)]
    }
}
