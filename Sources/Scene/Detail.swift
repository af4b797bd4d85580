import Algorithms
import Cells
import Evidence

extension Detail {
    /// Title, what it is, and the plot or the picture in the rows that are left, over the columns of the slider's own axis.
    func drawPlot(on picture: inout Picture, in area: Area, frame: AxisFrame, slider: (any HasSlider)?) {
        let inner = area.inset(left: Detail.margin, right: Detail.margin)
        picture.draw(
            title, in: inner.top(1).inset(right: Detail.moreHint(area).width),
            style: Style(.accent, on: .standard, .bold))
        var rest = inner.inset(top: 1)
        // The panel's own words, which stay above and beneath, say what such a picture shows.
        if let detail = self.picture { return detail.draw(on: &picture, in: rest) }
        let rows = max(1, min(Detail.mostAboutRows, area.rows / Detail.rowsPerAboutRow))
        let text = picture.fitted(about, by: " ", columns: rest.columns, rows: rows)
        rest = rest.inset(
            top: picture.draw(text, in: rest.top(rows), style: Style(.soft)) + (area.rows > Detail.fewRows ? 1 : 0))
        guard let plot, let slider else {
            if let dots {
                rest = rest.inset(top: dots.draw(on: &picture, in: rest))
                rest = rest.inset(top: rest.rows > Detail.fewTableRows ? 1 : 0)
            }
            drawTables(on: &picture, in: rest)
            return
        }
        plot.draw(on: &picture, in: rest, frame: frame, axis: slider.axis, slider: slider.slider)
    }

    /// What leads to the figures that have no room beside the plot, at the end of the title's row.
    static let moreFiguresHint: Phrase = "\(key: "PageDown") more figures"

    /// What leads from the plot to the figures, at the end of the title's row.
    static func moreHint(_ area: Area) -> Phrase {
        area.columns < Detail.columnsForFullHint
            ? "\(key: "PageDown") more" : "\(key: "PageDown") every figure and source"
    }

    /// The whole detail in a column of its own beside the picture: title, plot with its axis, figures.
    func draw(on picture: inout Picture, in area: Area, slider: (any HasSlider)?) {
        for row in area.row..<area.endRow {
            picture.put(Glyph("│"), column: area.column - Detail.ruleGap, row: row, style: Style(.rule))
        }
        picture.draw(title, in: area.top(1), style: Style(.accent, on: .standard, .bold))
        var rest = area.inset(top: 1)
        let text = picture.fitted(about, by: " ", columns: rest.columns, rows: Detail.mostAboutRowsBeside)
        rest = rest.inset(top: picture.draw(text, in: rest.top(Detail.mostAboutRowsBeside), style: Style(.soft)) + 1)
        if let plot, let slider {
            let rows = min(max(Detail.plotRows.lowerBound, rest.rows / 2), Detail.plotRows.upperBound)
            let place = rest.top(rows)
            let axis = slider.axis
            let frame = AxisFrame(
                start: place.column + Detail.tickColumns, end: place.endColumn - Detail.nameColumns)
            plot.draw(on: &picture, in: place, frame: frame, axis: axis, slider: slider.slider)
            picture.drawTickLabels(axis, frame: frame, row: place.endRow, in: area)
            // The row of the ticks' labels, and one of air.
            rest = rest.inset(top: rows + 2)
        } else if let dots {
            rest = rest.inset(top: dots.draw(on: &picture, in: rest) + 1)
        }
        drawTables(on: &picture, in: rest)
    }

    /// Columns left free at both sides of the zoom.
    private static let margin = 1
    /// What it is takes a row of the zoom in every five, and four at most; beside the picture it takes five.
    private static let rowsPerAboutRow = 5
    private static let mostAboutRows = 4
    private static let mostAboutRowsBeside = 5
    /// Up to so many rows there is no air before the plot, and none before the tables.
    private static let fewRows = 16
    private static let fewTableRows = 4
    /// From how many columns on the hint has room to say what more there is.
    private static let columnsForFullHint = 80
    /// Columns from the companion column back to the rule that parts it from the picture.
    private static let ruleGap = 2
    /// Fewer lines of a table or a source would be a stump: its heading, and not one row.
    private static let fewestLines = 3
    /// How many rows a plot in the companion column takes: half of them, within these.
    private static let plotRows = 6...18

    /// Columns left of a plot in the companion column, for the values of its ticks, and right of it, for names of lines.
    private static let tickColumns = 8
    private static let nameColumns = 18

    /// Draws the figures that there is room for: of a table or a source that does not fit whole, some lines or none.
    private func drawTables(on picture: inout Picture, in area: Area) {
        var rest = area
        func drawWhole(_ lines: [Phrase]) -> Bool {
            guard rest.rows > 0, rest.rows >= min(lines.count, Detail.fewestLines) else { return false }
            for (row, line) in lines.prefix(rest.rows).enumerated() {
                picture.draw(line, in: Area(column: rest.column, row: rest.row + row, columns: rest.columns, rows: 1))
            }
            rest = rest.inset(top: lines.count + 1)
            return true
        }
        // Of a long run most rows have no room: they and the sources are not made into lines in vain.
        guard tables.allSatisfy({ drawWhole($0.top(rest.rows).lines(columns: area.columns)) }), rest.rows > 0 else {
            return
        }
        _ = sourceLines(columns: area.columns).allSatisfy(drawWhole)
    }

    /// Every figure and the full sources, as lines.
    func figureLines(columns: Int) -> [Phrase] {
        (tables.map { $0.lines(columns: columns) } + sourceLines(columns: columns)).flatMap { $0 + [""] }
    }

    /// Everything as lines.
    func lines(columns: Int) -> [Phrase] {
        title.bold.wrapped(columns) + about.flatMap { $0.wrapped(columns) } + [""] + figureLines(columns: columns)
    }

    /// The lines of each source.
    private func sourceLines(columns: Int) -> [[Phrase]] {
        let phrases = tables.flatMap { $0.rows.flatMap { $0 } } + about
        return phrases.flatMap(\.runs).flatMap { $0.reference?.sources ?? [] }.uniqued()
            .map { $0.lines(columns: columns) }
    }
}

extension Picture {
    /// The labels of an axis's ticks on one row, as far as they do not touch.
    mutating func drawTickLabels(_ axis: SliderAxis, frame: AxisFrame, row: Int, in area: Area) {
        var free = area.column
        for tick in axis.ticks {
            let width = tick.label.width
            let column = frame.column(axis.scale.fraction(of: tick.position))
            let start = min(max(column - width / 2, area.column), area.endColumn - width)
            guard start >= free else { continue }
            draw(
                "\(axis: tick.label)", in: Area(column: start, row: row, columns: width, rows: 1), style: Style(.faint))
            free = start + width + 1
        }
    }
}
