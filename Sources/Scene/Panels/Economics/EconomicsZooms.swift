import Cells
import Evidence

/// What others published, over the whole zoom, with what there is to say of the chosen one above it.
struct PublishedZoom: DetailPicture {
    let costs: PublishedCosts
    let chosen: PublishedCosts.Entry
    let axis: SliderAxis
    let slider: Slider
    let about: [Phrase]

    func draw(on picture: inout Picture, in area: Area) {
        let frame = PanelFrame.ofZoom(area, on: picture)
        let rows = ZoomText(about: about).draw(on: &picture, in: area)
        PublishedPicture(
            costs: costs, chosen: chosen, axis: axis, slider: slider,
            frame: frame.with(area: frame.area.inset(top: rows))
        ).draw(on: &picture)
    }
}

/// The figures that can stand for an assumption, each from its lower end to its upper one, on one logarithmic scale.
struct AssumptionZoom: DetailPicture {
    struct Row {
        var names: [Phrase]
        var values: [Phrase]
        var range: ClosedRange<Double>
        var ink: Ink
        var isShown: Bool
    }

    let rows: [Row]
    let unit: Phrase
    let about: [Phrase]

    private static let end = Glyph("●")
    private static let bar = Glyph("━")

    func draw(on picture: inout Picture, in area: Area) {
        var frame = PanelFrame.ofZoom(area, on: picture)
        let taken = ZoomText(about: about).draw(on: &picture, in: area)
        frame.area = frame.area.inset(top: taken)
        let ends = rows.flatMap { [$0.range.lowerBound, $0.range.upperBound] }
        let axis = MoneyAxis(decadesAround: ends)
        let first = rows.firstIndex(where: \.isShown) ?? 0
        let window = ChoiceList(count: rows.count, chosen: first).window(rows: frame.area.rows - 1)
        for (offset, index) in window.enumerated() {
            draw(rows[index], row: frame.area.row + offset, axis, on: &picture, in: frame)
        }
        drawTicks(axis, row: frame.area.row + window.count, on: &picture, in: frame)
    }

    private func draw(_ row: Row, row place: Int, _ axis: MoneyAxis, on picture: inout Picture, in frame: PanelFrame) {
        if row.isShown { picture.put(Glyph("▌"), column: frame.area.column + 1, row: place, style: Style(.accent)) }
        picture.drawFirstFitting(
            row.names, in: frame.labelArea(row: place),
            style: row.isShown ? Style(.accent, on: .standard, .bold) : Style(.standard))
        for column in frame.axis.start...max(frame.axis.start, frame.axis.end) {
            picture.put(Glyph("·"), column: column, row: place, style: Style(.rule))
        }
        func column(_ value: Double) -> Int { frame.axis.column(axis.scale.fraction(of: value)) }
        let (low, high) = (column(row.range.lowerBound), column(row.range.upperBound))
        for column in low...max(low, high) {
            picture.put(
                column == low || column == high ? Self.end : Self.bar, column: column, row: place, style: Style(row.ink)
            )
        }
        picture.drawFirstFitting(row.values, in: frame.valueArea(row: place).inset(left: 1))
    }

    private func drawTicks(_ axis: MoneyAxis, row: Int, on picture: inout Picture, in frame: PanelFrame) {
        guard row < frame.area.endRow else { return }
        picture.drawFirstFitting([unit], in: frame.labelArea(row: row), style: Style(.faint))
        var free = frame.axis.start
        for tick in axis.ticks {
            let text = AxisText.short(tick)
            let start = min(
                max(frame.axis.column(axis.scale.fraction(of: tick)) - text.width / 2, free),
                frame.axis.end + 1 - text.width)
            guard start >= free else { continue }
            picture.draw(
                "\(axis: text)", in: Area(column: start, row: row, columns: text.width, rows: 1), style: Style(.faint))
            free = start + text.width + 1
        }
    }
}

/// What a zoom says above its picture.
private struct ZoomText {
    let about: [Phrase]

    private static let rowsPerRow = 5
    private static let mostRows = 3

    /// The rows that it takes, one of air included where there is room.
    func draw(on picture: inout Picture, in area: Area) -> Int {
        let rows = max(1, min(Self.mostRows, area.rows / Self.rowsPerRow))
        let text = picture.fitted(about, by: " ", columns: area.columns, rows: rows)
        let taken = picture.draw(text, in: area.top(rows), style: Style(.soft))
        return taken + (area.rows > 3 * Self.rowsPerRow ? 1 : 0)
    }
}

extension PanelFrame {
    /// The columns of the panel's own picture, in the rows of a zoom.
    fileprivate static func ofZoom(_ area: Area, on picture: Picture) -> PanelFrame {
        var frame = Layout(picture.canvas.size, hasColor: picture.hasColor).frame(hasSlider: true)
        frame.area = Area(
            column: frame.area.column, row: area.row, columns: frame.area.columns, rows: area.rows)
        return frame
    }
}
