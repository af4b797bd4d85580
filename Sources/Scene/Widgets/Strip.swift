import Cells
import Evidence

/// One row of a stack of strips: an ability or a task over the axis that it shares with the slider.
struct Strip: Sendable {
    /// The plain name, and beneath it the benchmark's name: the first of these that fits whole.
    var name: Phrase
    var subtitles: [Phrase]
    /// The curve, revealed up to the knob; nil where there is none.
    var series: Series?
    /// A curve that stands faint behind it, where it has not come yet; nil where there is none.
    var behind: Series?
    /// Points that no line may join.
    var points: [Figure] = []
    /// The values at the strip's foot and head.
    var floor: Double
    var ceiling: Double
    /// Where the lesson says the ability appears.
    var threshold: Figure?
    /// Places where a paper saw it first.
    var marks: [Figure] = []
    /// The value at the row's end.
    var value: Phrase
    /// Whether the lamp is lit; nil draws no lamp.
    var isLit: Bool?
    var ink: Ink
    /// The colour of the lit lamp: that of the kind of figure that lights it.
    var lampInk = Ink.amber
    /// Whether heights go by the logarithm of the value; floor and ceiling are then above zero.
    var isLogarithmic = false

    /// The height of a value, 0 at the foot and 1 at the head; values beyond them give more or less.
    func fraction(of value: Double) -> Double {
        guard isLogarithmic else { return (value - floor) / (ceiling - floor) }
        guard value > 0, floor > 0, ceiling > 0 else { return 0 }
        return Logarithm.of(value / floor) / Logarithm.of(ceiling / floor)
    }
}

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
    /// Eighths that are left free above a full strip, so that it does not touch the one above.
    private static let airAbove = 1
    /// From how many rows a strip on, air included, there is air between strips.
    private static let rowsForAir = 3
    /// The most strips of one row.
    private static let mostLowStrips = 7

    func draw(on picture: inout Picture, in frame: PanelFrame) {
        guard !strips.isEmpty, frame.area.rows > 0 else { return }
        let rows = frame.area.rows
        let (pitch, height, visible) = StripStack.division(of: rows, among: strips.count, tallest: tallest)
        let first = min(max(0, chosen - visible + 1), max(0, strips.count - visible))
        for (offset, index) in (first..<min(strips.count, first + visible)).enumerated() {
            let row = frame.area.row + offset * pitch
            draw(index, row: row, height: height, on: &picture, in: frame)
            let hasMore = offset == 0 && index > 0 ? "↑" : offset == visible - 1 && index < strips.count - 1 ? "↓" : nil
            if let hasMore {
                // At the end of the row, where it is free: beside the name it would seem to say something of it.
                let end = frame.area.endColumn - 1
                let column = picture.isBlank(column: end, row: row) ? end : frame.area.column + 2
                picture.draw(
                    "\(key: hasMore)", in: Area(column: column, row: row, columns: 1, rows: 1),
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

    private func draw(_ index: Int, row: Int, height: Int, on picture: inout Picture, in frame: PanelFrame) {
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
            style: Style(isChosen ? .accent : .standard, on: .standard, isChosen ? [.bold, .underline] : []))
        if height > 1 {
            picture.drawFirstFitting(strip.subtitles, in: frame.labelArea(row: row + 1), style: Style(.faint))
        }
        drawTrack(strip, row: row, height: height, on: &picture, in: frame)
        picture.draw(strip.value, in: frame.valueArea(row: row + height - 1), style: Style(.soft))
        guard choosesRows else { return }
        let place = Area(column: frame.area.column, row: row, columns: frame.area.columns, rows: height)
        picture.hotspots.append(Hotspot(area: place, target: .command(.choose(index))))
    }

    private func drawTrack(_ strip: Strip, row: Int, height: Int, on picture: inout Picture, in frame: PanelFrame) {
        let knob = frame.axis.column(slider.shown(on: axis))
        let reached = max(knob, frame.axis.column(axis.scale.fraction(of: slider.reached)))
        let bottom = row + height - 1
        let curve = strip.series?.figures(over: along) ?? []
        // Without colours it could not be told from the curve itself.
        let behind = picture.hasColor ? strip.behind?.figures(over: along) ?? [] : []
        for column in frame.axis.start...frame.axis.end {
            if let height = barHeight(strip, curve: curve, column: column, frame: frame.axis, rows: height),
                column <= reached
            {
                let ink = column <= knob ? strip.ink : strip.ink.dim
                drawBar(eighths: height, column: column, bottom: bottom, ink: ink, on: &picture)
            } else if let height = barHeight(strip, curve: behind, column: column, frame: frame.axis, rows: height) {
                drawBar(eighths: height, column: column, bottom: bottom, ink: .rule, on: &picture)
            } else {
                picture.put(Glyph("·"), column: column, row: bottom, style: Style(.rule))
            }
        }
        drawPoints(strip, row: row, height: height, knob: knob, reached: reached, on: &picture, in: frame)
        drawMarks(strip, row: row, height: height, on: &picture, in: frame)
    }

    /// The bar at a column in eighths of a row, at least one where something was measured; nil where nothing was.
    private func barHeight(
        _ strip: Strip, curve: [(position: Double, figure: Figure)], column: Int, frame: AxisFrame, rows: Int
    ) -> Int? {
        guard let first = curve.first, let last = curve.last else { return nil }
        let firstColumn = frame.column(axis.scale.fraction(of: first.position))
        let lastColumn = frame.column(axis.scale.fraction(of: last.position))
        guard column >= firstColumn, column <= lastColumn else { return nil }
        let position = min(max(axis.scale.position(at: frame.fraction(of: column)), first.position), last.position)
        let value = interpolated(curve, at: position)
        let fraction = strip.fraction(of: value)
        guard fraction.isFinite else { return 1 }
        let full = rows * Blocks.eighths - StripStack.airAbove
        return max(1, Int((min(1, max(0, fraction)) * Double(full)).rounded()))
    }

    private func interpolated(_ curve: [(position: Double, figure: Figure)], at position: Double) -> Double {
        guard let upper = curve.firstIndex(where: { $0.position >= position }) else {
            return curve[curve.count - 1].figure.value
        }
        guard upper > 0 else { return curve[0].figure.value }
        let (low, high) = (curve[upper - 1], curve[upper])
        let (start, end) = (axis.scale.fraction(of: low.position), axis.scale.fraction(of: high.position))
        guard end > start else { return high.figure.value }
        let fraction = (axis.scale.fraction(of: position) - start) / (end - start)
        return low.figure.value + (high.figure.value - low.figure.value) * fraction
    }

    private func drawBar(eighths: Int, column: Int, bottom: Int, ink: Ink, on picture: inout Picture) {
        var rest = eighths
        var row = bottom
        while rest > 0 {
            picture.put(Blocks.column(min(Blocks.eighths, rest)), column: column, row: row, style: Style(ink))
            rest -= Blocks.eighths
            row -= 1
        }
    }

    private func drawPoints(
        _ strip: Strip, row: Int, height: Int, knob: Int, reached: Int, on picture: inout Picture, in frame: PanelFrame
    ) {
        guard !strip.points.isEmpty else { return }
        var dots = BrailleGrid(
            area: Area(column: frame.axis.start, row: row, columns: frame.axis.columns, rows: height))
        for point in strip.points {
            guard let position = along.position(of: point) else { continue }
            dots.set(x: axis.scale.fraction(of: position), y: strip.fraction(of: point.value))
        }
        dots.draw(on: &picture) { column in column <= knob ? strip.ink : column <= reached ? strip.ink.dim : nil }
    }

    private func drawMarks(_ strip: Strip, row: Int, height: Int, on picture: inout Picture, in frame: PanelFrame) {
        for mark in strip.marks {
            guard let position = along.position(of: mark) else { continue }
            let column = frame.axis.column(axis.scale.fraction(of: position))
            let ground = barInk(on: picture, column: column, row: row)
            // Violet on a bar's colour would hardly be seen; the colour that lies around the mark keeps it apart.
            picture.put(
                Glyph("▽"), column: column, row: row,
                style: ground.map { Style($0, on: .standard, .reverse) } ?? Style(.violet), reference: .figure(mark))
        }
        guard let threshold = strip.threshold else { return }
        let column = frame.axis.column(axis.scale.fraction(of: threshold.value))
        for offset in 0..<height {
            let ground = barInk(on: picture, column: column, row: row + offset)
            picture.put(
                Glyph("┃"), column: column, row: row + offset,
                style: picture.style(.amber, onBar: ground), reference: .figure(threshold))
        }
    }

    /// The colour of the bar that a mark stands on and takes as its ground, so that it neither vanishes nor punches a
    /// hole in it; nil where there is none.
    private func barInk(on picture: Picture, column: Int, row: Int) -> Ink? {
        let place = Position(column: column, row: row)
        guard picture.canvas.bounds.contains(place), let glyph = picture.canvas[column, row].glyph,
            Blocks.isMostlyFull(glyph)
        else { return nil }
        return picture.canvas[column, row].style.foreground
    }

    /// The line from the knob through every strip, where nothing else stands.
    private func drawKnobLine(on picture: inout Picture, in frame: PanelFrame) {
        let knob = frame.axis.column(slider.shown(on: axis))
        for row in frame.area.row..<frame.area.endRow where picture.isBlank(column: knob, row: row) {
            picture.put(Glyph("│"), column: knob, row: row, style: Style(.accentDim))
        }
    }
}
