import Cells
import Evidence

/// One row of a stack of strips: an ability or a task over the axis that it shares with the slider.
struct Strip: Sendable {
    /// The plain name, and beneath it the benchmark's name: the first of these that fits whole.
    var name: Phrase
    var subtitles: [Phrase]
    /// The curve, revealed up to the knob; nil where there is none.
    var series: Series?
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

    func draw(on picture: inout Picture, in frame: PanelFrame) {
        guard !strips.isEmpty, frame.area.rows > 0 else { return }
        let pitch = max(1, (frame.area.rows + (frame.area.rows >= strips.count * 3 - 1 ? 1 : 0)) / strips.count)
        let gap = pitch >= 3 ? 1 : 0
        let height = min(tallest, pitch - gap)
        let visible = min(strips.count, frame.area.rows / pitch + (frame.area.rows % pitch >= height ? 1 : 0))
        let first = min(max(0, chosen - visible + 1), max(0, strips.count - visible))
        for (offset, index) in (first..<min(strips.count, first + visible)).enumerated() {
            let row = frame.area.row + offset * min(pitch, height + gap)
            draw(index, row: row, height: height, on: &picture, in: frame)
        }
        drawKnobLine(on: &picture, in: frame)
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
        let place = Area(column: frame.area.column, row: row, columns: frame.area.columns, rows: height)
        picture.hotspots.append(Hotspot(area: place, target: .command(.choose(index))))
    }

    private func drawTrack(_ strip: Strip, row: Int, height: Int, on picture: inout Picture, in frame: PanelFrame) {
        let knob = frame.axis.column(slider.shown(on: axis))
        let reached = max(knob, frame.axis.column(axis.scale.fraction(of: slider.reached)))
        let bottom = row + height - 1
        let curve = strip.series?.figures(over: along) ?? []
        for column in frame.axis.start...frame.axis.end {
            if let height = barHeight(strip, curve: curve, column: column, frame: frame.axis, rows: height),
                column <= reached
            {
                let ink = column <= knob ? strip.ink : strip.ink.dim
                drawBar(eighths: height, column: column, bottom: bottom, ink: ink, on: &picture)
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
        return max(1, Int((min(1, max(0, fraction)) * Double(rows * 8)).rounded()))
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
            picture.put(Blocks.column(min(8, rest)), column: column, row: row, style: Style(ink))
            rest -= 8
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

/// Block characters that fill a cell in eighths.
enum Blocks {
    private static let columns = " ▁▂▃▄▅▆▇█".unicodeScalars.map { Glyph($0) }
    private static let rows = " ▏▎▍▌▋▊▉█".unicodeScalars.map { Glyph($0) }

    /// A cell filled from below, 0…8 eighths.
    static func column(_ eighths: Int) -> Glyph { columns[min(8, max(0, eighths))] }

    /// Whether a glyph fills more than half of its cell from below.
    static func isMostlyFull(_ glyph: Glyph) -> Bool { columns.dropFirst(5).contains(glyph) }

    /// A cell filled from the left, 0…8 eighths.
    static func row(_ eighths: Int) -> Glyph { rows[min(8, max(0, eighths))] }
}

/// Dots of two by four a cell.
struct BrailleGrid {
    let area: Area
    private var bits: [UInt8]

    init(area: Area) {
        self.area = area
        bits = Array(repeating: 0, count: area.columns * area.rows)
    }

    /// Sets the dot at fractions of the area's width and height, from the left and from below.
    mutating func set(x: Double, y: Double) {
        guard !area.isEmpty, x.isFinite, y.isFinite else { return }
        let column = Int((min(1, max(0, x)) * Double(area.columns * 2 - 1)).rounded())
        let row = Int(((1 - min(1, max(0, y))) * Double(area.rows * 4 - 1)).rounded())
        setDot(column: column, row: row)
    }

    /// Sets a dot by its place in the grid of dots.
    mutating func setDot(column: Int, row: Int) {
        guard column >= 0, row >= 0, column < area.columns * 2, row < area.rows * 4 else { return }
        let bit: [UInt8] = column % 2 == 0 ? [0x01, 0x02, 0x04, 0x40] : [0x08, 0x10, 0x20, 0x80]
        bits[row / 4 * area.columns + column / 2] |= bit[row % 4]
    }

    /// A line between two places, in fractions; a dashed one leaves out every other stretch of three dots.
    mutating func line(from start: (x: Double, y: Double), to end: (x: Double, y: Double), isDashed: Bool = false) {
        guard start.x.isFinite, start.y.isFinite, end.x.isFinite, end.y.isFinite else { return }
        let width = Double(area.columns * 2)
        let height = Double(area.rows * 4)
        let steps = max(1, Int(max(abs(end.x - start.x) * width, abs(end.y - start.y) * height).rounded(.up)))
        for step in 0...min(steps, 4096) {
            let fraction = Double(step) / Double(steps)
            if isDashed {
                let along = start.x + (end.x - start.x) * fraction
                if Int((along * width).rounded()) % 6 >= 3 { continue }
            }
            set(x: start.x + (end.x - start.x) * fraction, y: start.y + (end.y - start.y) * fraction)
        }
    }

    /// The dots that a cell shows already.
    private static func dots(of picture: Picture, at place: Position) -> UInt32 {
        guard picture.canvas.bounds.contains(place), let glyph = picture.canvas[place.column, place.row].glyph,
            (0x2800...0x28FF).contains(glyph.base.value)
        else { return 0 }
        return glyph.base.value & 0xFF
    }

    /// Draws the cells that have a dot, in the ink of their column; nil draws nothing there. Dots that stand there
    /// already stay, so that lines may cross.
    func draw(on picture: inout Picture, ink: (Int) -> Ink?) {
        for row in 0..<area.rows {
            for column in 0..<area.columns {
                let place = Position(column: area.column + column, row: area.row + row)
                let dots = UInt32(bits[row * area.columns + column])
                guard dots != 0, let ink = ink(place.column),
                    let scalar = Unicode.Scalar(0x2800 + (dots | BrailleGrid.dots(of: picture, at: place)))
                else { continue }
                picture.put(Glyph(scalar), column: place.column, row: place.row, style: Style(ink))
            }
        }
    }
}
