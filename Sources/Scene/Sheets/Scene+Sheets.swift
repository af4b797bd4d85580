import Cells
import Evidence

extension Scene {
    mutating func closeSheet() { _ = apply(.command(.close)) }

    func draw(_ overlay: Overlay, on picture: inout Picture, layout: Layout) {
        switch overlay.kind {
        case .help: drawSheet(helpLines, scroll: overlay.scroll, on: &picture)
        case .sources:
            let base = basePicture(size: picture.canvas.size)
            drawSheet({ sourceLines(of: base, columns: $0) }, scroll: overlay.scroll, on: &picture)
        case .zoom: drawZoom(scroll: overlay.scroll, on: &picture, layout: layout)
        case .overview: drawOverview(line: overlay.line, on: &picture)
        case .chooser: drawChooser(line: overlay.line, on: &picture)
        }
    }

    /// A sheet of text under the tabs, down to the last row, with a margin where there is room.
    private func sheetArea(_ picture: Picture) -> Area {
        let bounds = picture.canvas.bounds
        let isLarge = Layout(picture.canvas.size).form == .picture
        let top = isLarge ? (bounds.rows >= 24 ? 2 : 1) : 0
        return bounds.inset(top: top)
    }

    private func drawSheet(_ lines: (Int) -> [Phrase], scroll: Int, on picture: inout Picture) {
        let area = sheetArea(picture)
        let margin = area.columns >= 60 ? 2 : 0
        let inner = area.inset(left: margin, right: margin, bottom: 1)
        picture.canvas.fill(area, background: .sheet)
        picture.hotspots.removeAll { $0.area.row >= area.row }
        picture.cursor = Position(column: inner.column, row: inner.row)
        let all = lines(inner.columns)
        draw(all, scroll: scroll, in: inner, on: &picture)
        let more = all.count > inner.rows
        picture.draw(
            more
                ? "\(key: "Esc") close   \(key: "↑↓") scroll: there is more" : "\(key: "Esc") close",
            in: Area(column: inner.column, row: area.endRow - 1, columns: inner.columns, rows: 1), style: Style(.soft))
    }

    // MARK: - Help

    /// The keys, from the very table that dispatches them.
    func helpLines(columns: Int) -> [Phrase] {
        let meaning = { (binding: Keymap.Binding) -> String in
            let own = binding.onPanel(panel)
            return own.isEmpty || binding.meaning.contains(own) ? binding.meaning : "\(binding.meaning): \(own)"
        }
        let keys = Keymap.bindings.map { binding -> [Phrase] in
            let letters = binding.keys.dropFirst().map(\.name).joined(separator: " ")
            return ["\(key: binding.caption)", "\(key: letters)", Phrase(words: meaning(binding))]
        }
        let digits: [[Phrase]] = Panel.allCases.map {
            ["\(key: "\($0.rawValue)")", "", Phrase(words: "go to \($0.title)")]
        }
        let colours: [Phrase] = Figure.Kind.allCases.filter { $0 != .measured }.map { kind in
            Phrase(words: "● \(kind.rawValue) (\(kind.mark))  ", ink: kind.ink)
                + Phrase(words: kind.explanation)
        }
        return Table(heading: "Keys", columns: ["", "", ""], rows: digits + keys).lines(columns: columns)
            + ["", Phrase("Every number has a kind and a source").bold] + colours.flatMap { $0.wrapped(columns) }
    }

    // MARK: - Sources

    /// The sources of everything on a picture; one that was asked for comes first.
    func sourceLines(of picture: Picture, columns: Int) -> [Phrase] {
        var sources = picture.sources
        if let wanted = overlay?.source, let index = sources.firstIndex(of: wanted) {
            sources.insert(sources.remove(at: index), at: 0)
        }
        let derivations = picture.derivations.flatMap { $0.lines(columns: columns) }
        return [Phrase("Sources of what is on the screen").bold]
            + sources.flatMap { [""] + $0.lines(columns: columns) }
            + (derivations.isEmpty ? [] : ["", Phrase("Computed from them").bold] + derivations)
    }

    // MARK: - Zoom

    private func drawZoom(scroll: Int, on picture: inout Picture, layout: Layout) {
        let exhibit = exhibit
        let detail = exhibit.detail
        guard layout.form == .picture else {
            drawSheet({ detail.lines(columns: $0) }, scroll: scroll, on: &picture)
            return
        }
        let area =
            layout.companion == nil
            ? layout.frame.area
            : Area(
                column: 0, row: layout.frame.area.row, columns: picture.canvas.size.columns,
                rows: layout.frame.area.rows)
        picture.canvas.fill(area, background: .standard)
        if layout.companion != nil {
            // The companion column shows the same thing beside the picture; zoomed, its place goes to the figures.
            picture.canvas.fill(
                picture.canvas.bounds.inset(left: layout.frame.area.endColumn, top: 2, bottom: 1), background: .standard
            )
        }
        picture.hotspots.removeAll { area.contains(Position(column: $0.area.column, row: $0.area.row)) }
        let plotArea = layout.frame.area
        if scroll == 0, layout.companion == nil {
            detail.drawPlot(on: &picture, in: plotArea, frame: layout.frame.axis, exhibit: exhibit)
            hintMore(on: &picture, in: plotArea)
        } else if let companion = layout.companion {
            detail.drawPlot(on: &picture, in: plotArea, frame: layout.frame.axis, exhibit: exhibit)
            draw(detail.figureLines(columns: companion.columns), scroll: scroll, in: companion, on: &picture)
        } else {
            let inner = area.inset(left: 1, right: 1)
            draw(detail.lines(columns: inner.columns), scroll: scroll - 1, in: inner, on: &picture)
        }
    }

    private func hintMore(on picture: inout Picture, in area: Area) {
        let hint = Detail.moreHint(area)
        picture.draw(
            hint, in: Area(column: area.endColumn - hint.width - 1, row: area.row, columns: hint.width, rows: 1),
            style: Style(.faint))
    }

    // MARK: - Overview

    private func drawOverview(line: Int, on picture: inout Picture) {
        let area = sheetArea(picture)
        picture.canvas.fill(area, background: .standard)
        picture.hotspots.removeAll { $0.area.row >= area.row }
        if area.columns >= 118, area.rows >= 32 {
            drawTiles(line: line, on: &picture, in: area)
        } else {
            drawPanelList(line: line, on: &picture, in: area)
        }
    }

    private func drawTiles(line: Int, on picture: inout Picture, in area: Area) {
        let columns = area.columns / 2
        let rows = (area.rows - 1) / 2
        for (index, panel) in Panel.allCases.enumerated() {
            let place = Area(
                column: area.column + index % 2 * columns, row: area.row + index / 2 * rows, columns: columns - 1,
                rows: rows - 1)
            let exhibit = exhibit(panel)
            let isChosen = index == line
            drawName(of: panel, isChosen: isChosen, in: place.top(1), on: &picture)
            picture.draw(exhibit.headline, in: place.inset(left: 1, top: 1, right: 1).top(2), style: .bold)
            let inner = place.inset(left: 1, top: 3)
            let frame = PanelFrame(
                area: inner, axis: AxisFrame(start: inner.column + 18, end: inner.endColumn - 15), labelColumns: 18,
                valueColumns: 13)
            let clip = picture.canvas.clip
            picture.canvas.clip = place
            exhibit.draw(on: &picture, in: frame)
            picture.canvas.clip = clip
            picture.hotspots.removeAll { place.contains(Position(column: $0.area.column, row: $0.area.row)) }
            picture.hotspots.append(Hotspot(area: place, target: .action(.show(panel))))
        }
        picture.cursor = Position(
            column: area.column + line % 2 * columns, row: area.row + line / 2 * rows)
    }

    private func drawName(of panel: Panel, isChosen: Bool, in place: Area, on picture: inout Picture) {
        if isChosen { picture.put(Glyph("▌"), column: place.column, row: place.row, style: Style(.accent)) }
        picture.draw(
            "\(key: "\(panel.rawValue)") \(strong: panel.title)", in: place.inset(left: 1),
            style: Style(isChosen ? .accent : .soft))
    }

    private func drawPanelList(line: Int, on picture: inout Picture, in area: Area) {
        var rest = area
        for (index, panel) in Panel.allCases.enumerated() {
            let isChosen = index == line
            drawName(of: panel, isChosen: isChosen, in: rest.top(1), on: &picture)
            let taken = picture.draw(exhibit(panel).headline, in: rest.inset(left: 3, top: 1, right: 1).top(3))
            picture.hotspots.append(Hotspot(area: rest.top(1 + taken), target: .action(.show(panel))))
            if isChosen { picture.cursor = Position(column: rest.column, row: rest.row) }
            rest = rest.inset(top: 2 + taken)
        }
    }

    // MARK: - Chooser

    private func drawChooser(line: Int, on picture: inout Picture) {
        let area = sheetArea(picture)
        picture.canvas.fill(area, background: .sheet)
        picture.hotspots.removeAll { $0.area.row >= area.row }
        chooser.draw(line: line, on: &picture, in: area.inset(left: area.columns >= 60 ? 2 : 0))
    }
}

extension Figure.Kind {
    var explanation: String {
        switch self {
        case .lesson: "claimed by the lesson that this program teaches"
        case .published: "measured by others, with paper, table, model and metric"
        case .measured: "measured by this program"
        case .computed: "follows from the others by a formula that the zoom shows"
        }
    }
}

extension Picture {
    /// How the computed figures of the picture follow from others, each formula once.
    var derivations: [Derivation] {
        var seen: Set<Formula> = []
        return references.compactMap { reference -> Derivation? in
            guard case .figure(let figure) = reference, let derivation = figure.derivation,
                seen.insert(derivation.formula).inserted
            else { return nil }
            return derivation
        }
    }
}

extension Derivation {
    func lines(columns: Int) -> [Phrase] {
        Phrase("· \(formula, \.name): \(formula, \.expression)").wrapped(columns)
    }
}

extension Source {
    /// The full reference: who, when, what, where in it, address, licence, and what to beware of.
    func lines(columns: Int) -> [Phrase] {
        let end = self.title.last.map { ".?!".contains($0) } == true ? "" : "."
        let title: Phrase = "\("\(authors) \(year). ", of: self)\(self.title + end, of: self)"
        let place: Phrase = "\(self.place, of: self)"
        let address: Phrase = "\(self.address, of: self)"
        let licence: Phrase? = self.licence.isEmpty ? nil : "licence: \(self.licence, of: self)"
        let caution: Phrase? = self.caution.isEmpty ? nil : "beware: \(self.caution, of: self)"
        return title.wrapped(columns)
            + [place.inked(.soft), address.inked(.blue)].flatMap { $0.wrapped(columns) }
            + [licence?.inked(.soft), caution?.inked(.soft)].compactMap { $0 }.flatMap { $0.wrapped(columns) }
    }
}
