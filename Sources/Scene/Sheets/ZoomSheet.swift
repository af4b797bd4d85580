import Cells

/// The chosen row in full: its plot, then every figure and source. The slider and the rows stay the panel's own.
struct ZoomSheet: Hashable, Sendable {
    var scroll = Scroll()
}

extension Scene {
    func draw(_ zoom: ZoomSheet, on picture: inout Picture, layout: Layout) {
        let exhibit = shownExhibit
        let detail = exhibit.detail
        guard layout.form == .picture else {
            draw({ detail.lines(columns: $0) }, scroll: zoom.scroll, on: &picture)
            return
        }
        let frame = layout.frame(hasSlider: exhibit.withSlider != nil)
        let area = clear(for: frame, layout: layout, on: &picture)
        drawFoot(on: &picture, layout: layout)
        let limit = zoomScrollLimit(of: detail, layout: layout)
        let first = zoom.scroll.first(limit: limit)
        if let companion = layout.companion {
            detail.drawPlot(on: &picture, in: frame.area, frame: frame.axis, slider: exhibit.withSlider)
            draw(detail.figureLines(columns: companion.columns), from: first, in: companion, on: &picture)
            if first < limit { hint(Detail.moreFiguresHint, on: &picture, in: frame.area) }
        } else if first == 0 {
            detail.drawPlot(on: &picture, in: frame.area, frame: frame.axis, slider: exhibit.withSlider)
            hint(Detail.moreHint(frame.area), on: &picture, in: frame.area)
        } else {
            let inner = ZoomSheet.figureArea(area)
            draw(detail.lines(columns: inner.columns), from: first - 1, in: inner, on: &picture)
        }
    }

    /// Takes away what the zoom covers, and returns its area.
    private func clear(for frame: PanelFrame, layout: Layout, on picture: inout Picture) -> Area {
        guard layout.companion != nil else {
            picture.canvas.fill(frame.area, background: .standard)
            picture.removeHotspots(in: frame.area)
            return frame.area
        }
        // The companion column shows the same thing beside the picture; zoomed, its place goes to the figures.
        let bounds = picture.canvas.bounds
        let area = Area(column: 0, row: frame.area.row, columns: bounds.columns, rows: frame.area.rows)
        picture.canvas.fill(area, background: .standard)
        picture.canvas.fill(
            bounds.inset(left: frame.area.endColumn, top: layout.tabs.rows, bottom: layout.footRows),
            background: .standard)
        picture.removeHotspots(in: area)
        return area
    }

    /// How far the zoom can be scrolled at the size of the screen.
    var zoomScrollLimit: Int { zoomScrollLimit(of: exhibit.detail, layout: layout(of: size)) }

    private func zoomScrollLimit(of detail: Detail, layout: Layout) -> Int {
        guard layout.form == .picture else {
            let frame = SheetFrame(size, tourRows: tourRows(of: size))
            return frame.scrollLimit(lineCount: detail.lines(columns: frame.lines.columns).count)
        }
        if let companion = layout.companion {
            return max(0, detail.figureLines(columns: companion.columns).count - companion.rows)
        }
        let area = ZoomSheet.figureArea(layout.frame(hasSlider: exhibit.withSlider != nil).area)
        // The plot comes before the first row of figures.
        return 1 + max(0, detail.lines(columns: area.columns).count - area.rows)
    }

    private func hint(_ hint: Phrase, on picture: inout Picture, in area: Area) {
        picture.draw(hint, in: area.inset(right: 1).top(1), style: Style(.faint), alignment: .right)
    }
}

extension ZoomSheet {
    /// Where the figures stand in place of the plot.
    fileprivate static func figureArea(_ area: Area) -> Area { area.inset(left: 1, right: 1) }
}

extension Picture {
    /// What lies in an area answers to the mouse no more.
    mutating func removeHotspots(in area: Area) {
        hotspots.removeAll { area.contains(Position(column: $0.area.column, row: $0.area.row)) }
    }
}
