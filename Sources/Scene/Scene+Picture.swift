import Cells
import Evidence

extension Scene {
    /// The picture at a size, from one cell upward.
    public func picture(size: Size, hasColor: Bool = true) -> Picture {
        var picture = Picture(size: size, hasColor: hasColor)
        let layout = Layout(size)
        switch layout.form {
        case .tooSmall:
            drawNeededSize(on: &picture)
            return picture
        case .text:
            drawText(on: &picture)
        case .picture:
            drawPanel(on: &picture, layout: layout)
        }
        if let overlay { draw(overlay, on: &picture, layout: layout) }
        // A sheet that is cut off may have its focus beyond the last row.
        if let cursor = picture.cursor, !picture.canvas.bounds.contains(cursor) { picture.cursor = nil }
        return picture
    }

    private func drawNeededSize(on picture: inout Picture) {
        let needed = Layout.smallestText
        picture.draw("needs \(axis: .size(needed))", in: picture.canvas.bounds)
    }

    private func drawPanel(on picture: inout Picture, layout: Layout) {
        let exhibit = exhibit
        drawTabs(on: &picture, in: layout.tabs)
        Headline(phrase: exhibit.headline).draw(on: &picture, in: layout.headline)
        exhibit.draw(on: &picture, in: layout.frame)
        picture.drawSlider(exhibit.slider, axis: exhibit.axis, frame: layout.frame.axis, in: layout.slider)
        drawLines(exhibit.reading(columns: layout.reading.columns), in: layout.reading, on: &picture)
        ProvenanceLine(pieces: exhibit.provenance).draw(on: &picture, in: layout.provenance)
        drawKeys(on: &picture, in: layout.keys)
        if let companion = layout.companion { exhibit.detail.draw(on: &picture, in: companion, exhibit: exhibit) }
    }

    /// Draws lines one under another as far as there is room; one that does not fit whole is left out where it is not
    /// the first.
    private func drawLines(_ lines: [[Phrase]], in area: Area, on picture: inout Picture) {
        var rest = area
        for (index, pieces) in lines.enumerated() {
            let phrase = picture.fitted(pieces, columns: rest.columns)
            let shown = picture.hasColor ? phrase : phrase.lettered
            if index > 0, shown.lines(columns: rest.columns).count > rest.rows { continue }
            rest = rest.inset(top: picture.draw(phrase, in: rest, style: index == 0 ? .plain : Style(.soft)))
            if rest.rows == 0 { break }
        }
    }

    /// The names of the panels; inactive ones lose letters before anything else does.
    private func drawTabs(on picture: inout Picture, in area: Area) {
        let forms: [(Panel) -> String] = [
            { $0.title }, { $0.title.count <= 5 ? $0.title : String($0.title.prefix(4)) }, { _ in "" },
        ]
        func width(_ form: (Panel) -> String) -> Int {
            Panel.allCases.reduce(9) { total, panel in
                let name = panel == self.panel ? panel.title : form(panel)
                return total + 4 + (name.isEmpty ? 0 : CellWidth.of(name))
            }
        }
        let form = forms.first { width($0) <= area.columns - 8 } ?? forms[2]
        picture.canvas.write("tlviz", column: 1, row: area.row, style: .bold)
        if area.rows > 1 {
            for column in area.column..<area.endColumn {
                picture.put(Glyph("─"), column: column, row: area.row + 1, style: Style(.rule))
            }
        }
        var column = 9
        for panel in Panel.allCases {
            let isActive = panel == self.panel
            let name = isActive ? panel.title : form(panel)
            let label: Phrase =
                name.isEmpty ? "\(key: "\(panel.rawValue)")" : "\(key: "\(panel.rawValue)") \(words: name)"
            let width = label.width
            let place = Area(column: column, row: area.row, columns: width, rows: 1)
            picture.draw(
                label, in: place, style: isActive ? Style(.accent, on: .standard, [.bold, .underline]) : Style(.soft))
            if area.rows > 1, isActive {
                for column in place.column..<place.endColumn {
                    picture.put(Glyph("━"), column: column, row: area.row + 1, style: Style(.accent))
                }
            }
            picture.hotspots.append(Hotspot(area: place, target: .action(.show(panel))))
            column += width + 3
        }
        picture.draw(
            "\(key: "?") keys", in: Area(column: area.endColumn - 7, row: area.row, columns: 6, rows: 1),
            style: Style(.faint))
    }

    /// At most five keys; what does not fit whole is left out from the end, but not the last, which leads to the rest.
    private func drawKeys(on picture: inout Picture, in area: Area) {
        var hints = Keymap.hints(for: panel).map { hint -> Phrase in "\(key: hint.caption) \(words: hint.meaning)" }
        if picture.canvas.size.rows >= 24 { hints.insert("\(key: "1") the story from its beginning", at: 0) }
        if panel != .scale, hints.count > 5 { hints.removeFirst() }
        if hints.count > 5 { hints.remove(at: 4) }
        while hints.count > 1, Phrase.joined(hints, by: "   ").width > area.columns {
            hints.remove(at: hints.count - 2)
        }
        var column = area.column
        for hint in hints {
            let width = hint.width
            picture.draw(
                hint, in: Area(column: column, row: area.row, columns: width, rows: 1), style: Style(.soft))
            column += width + 3
        }
    }

    // MARK: - Text form

    private func drawText(on picture: inout Picture) {
        let area = picture.canvas.bounds
        let title = picture.fitted(
            ["\(strong: panel.title)", "\(key: "↓") more", "\(key: "?") keys"], columns: area.columns)
        picture.draw(title, in: area.top(1), style: Style(.accent))
        draw(textLines(columns: area.columns), scroll: textScroll, in: area.inset(top: 1), on: &picture)
    }

    /// Lines of a sheet from a scroll position on; it never scrolls past its last line.
    func draw(_ lines: [Phrase], scroll: Int, in area: Area, on picture: inout Picture) {
        let first = min(scroll, max(0, lines.count - area.rows))
        for (row, line) in lines.dropFirst(first).prefix(area.rows).enumerated() {
            picture.draw(line, in: Area(column: area.column, row: area.row + row, columns: area.columns, rows: 1))
        }
    }

    func textLines(columns: Int) -> [Phrase] {
        exhibit.narration.flatMap { $0.lines(columns: columns) }
    }

    /// How many rows the open sheet, or the panel's text, takes at a size.
    func sheetRows(size: Size) -> Int {
        let columns = max(1, size.columns)
        switch overlay?.kind {
        case .help: return helpLines(columns: columns).count
        case .sources: return sourceLines(of: basePicture(size: size), columns: columns).count
        case .zoom: return exhibit.detail.lines(columns: columns).count
        case .chooser, .overview: return 0
        case nil: return textLines(columns: columns).count
        }
    }

    /// The picture without the sheet of sources, which lists what is on it.
    func basePicture(size: Size) -> Picture {
        var scene = self
        scene.closeSheet()
        return scene.picture(size: size)
    }
}
