import Cells

extension Scene {
    /// The names of the panels; inactive ones lose letters before anything else does, and then they move together.
    func drawTabs(on picture: inout Picture, in area: Area) {
        picture.canvas.write("tlviz", column: 1, row: area.row, style: .bold)
        if area.rows > 1 {
            for column in area.column..<area.endColumn {
                picture.put(Glyph("─"), column: column, row: area.row + 1, style: Style(.rule))
            }
        }
        let help = Area(
            column: area.endColumn - Tabs.helpColumns, row: area.row, columns: Tabs.helpColumns - 1, rows: 1)
        var column = Tabs.start
        let (labels, gap) = tabs(upTo: help.column - 1)
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
            column = place.endColumn + gap
        }
        picture.draw("\(key: "?") keys", in: help, style: Style(.faint))
    }

    /// The labels of all panels and the columns between them, in the fullest form that ends before a column.
    private func tabs(upTo end: Int) -> (labels: [Phrase], gap: Int) {
        let forms = Tabs.letters.map { letters in panels.map { tab($0, letters: letters) } }
        for labels in forms {
            let columns = labels.map(\.width).reduce(0, +)
            for gap in Tabs.gaps where Tabs.start + columns + gap * (labels.count - 1) <= end { return (labels, gap) }
        }
        return (forms.last ?? [], Tabs.gaps.last ?? 1)
    }

    /// The digit of a panel and its name, or the first letters of it where another panel is shown; a dot where a model is
    /// trained for it.
    private func tab(_ panel: Panel, letters: Int) -> Phrase {
        let isWhole = panel == self.panel || panel.title.count <= letters + 1
        let name = isWhole && letters > 0 || panel == self.panel ? panel.title : String(panel.title.prefix(letters))
        let mark = isTraining(panel) ? "●" : ""
        return name.isEmpty
            ? "\(key: "\(panel.digit)")\(words: mark)" : "\(key: "\(panel.digit)") \(words: name)\(words: mark)"
    }

    private enum Tabs {
        static let start = 9
        static let helpColumns = 7
        static let letters = [Int.max - 1, 4, 3, 0]
        static let gaps = [3, 2]
    }
}
