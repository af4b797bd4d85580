import Cells
import Evidence

/// A stack of strips over one axis, from whose knob a line rises through all of them.
struct StripStack: Sendable {
    var strips: [Strip]
    var chosen: Int
    var axis: SliderAxis
    var along: Quantity
    var slider: Slider
    /// The most rows that a strip takes.
    var tallest = 4
    /// Whether a press on a strip chooses its row.
    var choosesRows = true
    /// From how many rows on, air included, there is air between strips.
    private static let rowsForAir = 3
    /// The most strips of one row.
    private static let mostLowStrips = 7

    func draw(on picture: inout Picture, in frame: PanelFrame) {
        guard !strips.isEmpty, frame.area.rows > 0 else { return }
        let rows = frame.area.rows
        let (pitch, height, visible) = StripStack.division(
            of: rows, among: strips.count, tallest: tallest, isLarge: frame.isLarge)
        let first = min(max(0, chosen - visible + 1), max(0, strips.count - visible))
        let shown = first..<min(strips.count, first + visible)
        let point = shown.map { Self.point(of: strips[$0].value) }.max() ?? 0
        for (offset, index) in shown.enumerated() {
            let row = frame.area.row + offset * pitch
            draw(index, row: row, height: height, point: point, on: &picture, in: frame)
            let hasMore = offset == 0 && index > 0 ? "↑" : offset == visible - 1 && index < strips.count - 1 ? "↓" : nil
            if let hasMore {
                // At the end of the row, where it is free: beside the name it would seem to say something of it.
                let end = frame.area.endColumn - 1
                let free = (row..<row + (frame.isLarge ? height : 1)).first { picture.isBlank(column: end, row: $0) }
                picture.draw(
                    "\(key: hasMore)",
                    in: Area(
                        column: free == nil ? frame.area.column + 2 : end, row: free ?? row, columns: 1, rows: 1),
                    style: Style(.faint))
            }
        }
        drawKnobLine(on: &picture, in: frame)
    }

    /// How rows are shared: from one strip to the next, of a strip itself, and how many strips are seen. More than seven
    /// are only where each has two rows, so that a larger screen never shows fewer.
    static func division(of rows: Int, among count: Int, tallest: Int) -> (pitch: Int, height: Int, visible: Int) {
        guard count > 0, rows > 0 else { return (1, 1, 0) }
        let wanted = rows < count * 2 ? min(count, mostLowStrips) : count
        // After the last strip there is no air, so that a row less than three for each will do.
        let hasAir = rows >= wanted * rowsForAir - 1
        let share = max(1, (rows + (hasAir ? 1 : 0)) / wanted)
        let gap = share >= rowsForAir ? 1 : 0
        let height = min(tallest, share - gap)
        return (min(share, height + gap), height, min(wanted, rows / share + (rows % share >= height ? 1 : 0)))
    }

    /// Cells of a value before its decimal point, where it begins with a number; values stand with their points in one
    /// column.
    private static func point(of value: Phrase) -> Int {
        let text = value.plain
        guard let first = text.first, first.isNumber || first == "≈" || first == "−" else { return 0 }
        return text.prefix { $0.isNumber || $0 == "≈" || $0 == "−" }.count
    }

    /// The same; large ones are twice as high, and as many as have room then.
    static func division(
        of rows: Int, among count: Int, tallest: Int, isLarge: Bool
    ) -> (pitch: Int, height: Int, visible: Int) {
        let usual = division(of: rows, among: count, tallest: tallest)
        guard isLarge, usual.visible > 0 else { return usual }
        let wanted = min(rows, max(usual.height, min(usual.height * 2, largeRows)))
        let visible = min(count, max(1, (rows + 1) / (wanted + 1)))
        let pitch = (rows + 1) / visible
        return (pitch, min(pitch - 1, max(tallest, wanted)), visible)
    }

    /// Higher than this no strip has to be to be seen from afar.
    private static let largeRows = 5

    private func draw(
        _ index: Int, row: Int, height: Int, point: Int, on picture: inout Picture, in frame: PanelFrame
    ) {
        let strip = strips[index]
        let isChosen = index == chosen
        if isChosen {
            for offset in 0..<height {
                picture.put(Glyph("▌"), column: frame.area.column, row: row + offset, style: Style(.accent))
            }
        }
        if let isLit = strip.isLit {
            picture.put(
                Glyph(isLit ? "●" : "○"), column: frame.area.column + 1, row: row,
                style: Style(isLit ? strip.lampInk : .faint))
        }
        picture.draw(
            strip.name, in: frame.labelArea(row: row),
            style: Style(isChosen ? .accent : .standard, on: .standard, isChosen ? .bold : []))
        if height > 1, !frame.isLarge {
            picture.drawFirstFitting(strip.subtitles, in: frame.labelArea(row: row + 1), style: Style(.soft))
        }
        if height > 2, !frame.isLarge {
            picture.drawFirstFitting(strip.footnotes, in: frame.labelArea(row: row + 2), style: Style(.faint))
        }
        StripTrack(strip: strip, row: row, height: height, axis: axis, along: along, slider: slider)
            .draw(on: &picture, in: frame)
        drawValue(of: strip, row: row, height: height, point: point, on: &picture, in: frame)
        guard choosesRows else { return }
        let place = Area(column: frame.area.column, row: row, columns: frame.area.columns, rows: height)
        picture.hotspots.append(Hotspot(area: place, target: .command(.choose(index))))
    }

    /// The value on the strip's foot, and at its head what that stands for. A value that is whole stands rather beside the
    /// column of points than shortened in it.
    private func drawValue(
        of strip: Strip, row: Int, height: Int, point: Int, on picture: inout Picture, in frame: PanelFrame
    ) {
        let place = frame.valueArea(row: row + height - 1)
        let wordings = [strip.value] + [strip.shortValue].compactMap { $0 }
        let aligned = wordings.map { value -> Phrase in
            let before = Self.point(of: value)
            return before > 0 ? Phrase(words: String(repeating: " ", count: max(0, point - before))) + value : value
        }
        picture.draw(
            picture.first(of: zip(aligned, wordings).flatMap { [$0, $1] }, fitting: place.columns) ?? wordings.last
                ?? "", in: place,
            style: Style(.soft))
        if height > 1 {
            picture.drawFirstFitting(strip.scaleWords, in: frame.valueArea(row: row), style: Style(.faint))
        }
    }

    /// The line from the knob through every strip, where nothing else stands.
    private func drawKnobLine(on picture: inout Picture, in frame: PanelFrame) {
        let knob = frame.axis.column(slider.shown(on: axis))
        for row in frame.area.row..<frame.area.endRow where picture.isBlank(column: knob, row: row) {
            picture.put(Glyph("│"), column: knob, row: row, style: Style(frame.isLarge ? .accent : .accentDim))
        }
    }
}
