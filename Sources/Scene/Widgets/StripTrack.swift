import Cells
import Evidence

/// What stands between a strip's name and its value: bars up to the knob, dim ones up to where it was once, an empty
/// track beyond, and the marks.
struct StripTrack: Sendable {
    let strip: Strip
    let row: Int
    let height: Int
    let axis: SliderAxis
    let along: Quantity
    let slider: Slider

    /// Eighths that are left free above a full strip, so that it does not touch the one above.
    private static let airAbove = 1
    /// Neighbours that lie farther apart than this factor say nothing of what is between.
    static let widestGap = 3.0

    private typealias Curve = [(position: Double, figure: Figure)]

    /// What a column of the axis shows of a curve.
    private enum Part {
        /// A bar of some eighths: measured, or between two near points.
        case solid(Int), thin(Int)
        /// Nothing was measured, or too far from here.
        case empty
    }

    private var bottom: Int { row + height - 1 }
    private var fullHeight: Double { Double(height * Blocks.eighths - StripTrack.airAbove) }

    func draw(on picture: inout Picture, in frame: PanelFrame) {
        let knob = frame.axis.column(slider.shown(on: axis))
        let reached = max(knob, frame.axis.column(axis.scale.fraction(of: slider.reached)))
        let curve = strip.series?.figures(over: along) ?? []
        // Without colours it could not be told from the curve itself.
        let behind = picture.hasColor ? strip.behind?.figures(over: along) ?? [] : []
        for column in frame.axis.start...frame.axis.end {
            let ink = column <= knob ? strip.ink : strip.ink.dim
            switch column <= reached ? part(of: curve, at: column, in: frame.axis) : .empty {
            case .solid(let eighths):
                drawBar(eighths, column: column, ink: ink, isPassed: column > knob, on: &picture)
            case .thin(let eighths): drawThinBar(eighths, column: column, ink: ink, on: &picture)
            case .empty:
                if case .solid(let eighths) = part(of: behind, at: column, in: frame.axis) {
                    drawBar(eighths, column: column, ink: .rule, isPassed: false, on: &picture)
                } else {
                    picture.put(StripTrack.foot, column: column, row: bottom, style: Style(.rule))
                }
            }
        }
        drawGuessing(on: &picture, in: frame.axis)
        drawPoints(knob: knob, reached: reached, on: &picture, in: frame)
        drawTrace(knob: knob, reached: reached, on: &picture, in: frame)
        drawMarks(on: &picture, in: frame.axis)
    }

    /// What tracks stand on, at the foot of the bars.
    static let foot = Glyph("⡀")

    // MARK: - Bars

    private func part(of curve: Curve, at column: Int, in frame: AxisFrame) -> Part {
        guard let first = curve.first, let last = curve.last,
            column >= frame.column(axis.scale.fraction(of: first.position)),
            column <= frame.column(axis.scale.fraction(of: last.position))
        else { return .empty }
        let position = min(max(axis.scale.position(at: frame.fraction(of: column)), first.position), last.position)
        let (value, isNear) = interpolated(curve, at: position)
        guard strip.isSparse else { return .solid(eighths(of: value)) }
        if let measured = curve.last(where: { frame.column(axis.scale.fraction(of: $0.position)) == column }) {
            return .solid(eighths(of: measured.figure.value))
        }
        return isNear ? .thin(eighths(of: value)) : .empty
    }

    /// At least one where something was measured.
    private func eighths(of value: Double) -> Int {
        let fraction = strip.scale.fraction(of: value)
        guard fraction.isFinite else { return 1 }
        return max(1, Int((min(1, max(0, fraction)) * fullHeight).rounded()))
    }

    /// The value between two points, and whether these lie near enough to say something of it.
    private func interpolated(_ curve: Curve, at position: Double) -> (value: Double, isNear: Bool) {
        guard let upper = curve.firstIndex(where: { $0.position >= position }) else {
            return (curve[curve.count - 1].figure.value, true)
        }
        guard upper > 0 else { return (curve[0].figure.value, true) }
        let (low, high) = (curve[upper - 1], curve[upper])
        let isNear = high.position <= low.position * StripTrack.widestGap
        let (start, end) = (axis.scale.fraction(of: low.position), axis.scale.fraction(of: high.position))
        guard end > start else { return (high.figure.value, isNear) }
        let fraction = (axis.scale.fraction(of: position) - start) / (end - start)
        return (low.figure.value + (high.figure.value - low.figure.value) * fraction, isNear)
    }

    private func drawBar(_ eighths: Int, column: Int, ink: Ink, isPassed: Bool, on picture: inout Picture) {
        let full = picture.hasColor ? nil : isPassed ? Glyph("░") : ink.fill
        var rest = eighths
        var row = bottom
        while rest > 0 {
            let glyph = rest >= Blocks.eighths ? full ?? Blocks.column(Blocks.eighths) : Blocks.column(rest)
            picture.put(glyph, column: column, row: row, style: Style(ink))
            rest -= Blocks.eighths
            row -= 1
        }
    }

    private func drawThinBar(_ eighths: Int, column: Int, ink: Ink, on picture: inout Picture) {
        var rest = max(1, (eighths * BrailleGrid.dotsDown + Blocks.eighths / 2) / Blocks.eighths)
        var row = bottom
        while rest > 0 {
            picture.put(Blocks.thin(min(rest, BrailleGrid.dotsDown)), column: column, row: row, style: Style(ink))
            rest -= BrailleGrid.dotsDown
            row -= 1
        }
    }

    // MARK: - Lines, points and marks

    /// What guessing gets, where no bar stands.
    private func drawGuessing(on picture: inout Picture, in frame: AxisFrame) {
        guard let guessing = strip.guessing, height > 1 else { return }
        let fraction = strip.scale.fraction(of: guessing)
        guard fraction > 0, fraction < 1 else { return }
        let place = fraction * fullHeight
        let line = bottom - Int(place) / Blocks.eighths
        let glyphs = [Glyph("⣀"), Glyph("⠤"), Glyph("⠒"), Glyph("⠉")]
        let part = Int(place) % Blocks.eighths * glyphs.count / Blocks.eighths
        for column in frame.start...frame.end {
            let isFree =
                picture.isBlank(column: column, row: line)
                || picture.canvas[column, line].glyph == StripTrack.foot
            if isFree { picture.put(glyphs[part], column: column, row: line, style: Style(.faint)) }
        }
    }

    private func drawPoints(knob: Int, reached: Int, on picture: inout Picture, in frame: PanelFrame) {
        guard !strip.points.isEmpty else { return }
        var dots = BrailleGrid(area: ground(in: frame))
        for point in strip.points {
            guard let position = along.position(of: point) else { continue }
            dots.set(x: axis.scale.fraction(of: position), y: strip.scale.fraction(of: point.value))
        }
        dots.draw(on: &picture) { column in column <= knob ? strip.ink : column <= reached ? strip.ink.dim : nil }
    }

    private func ground(in frame: PanelFrame) -> Area {
        Area(column: frame.axis.start, row: row, columns: frame.axis.columns, rows: height)
    }

    /// The other measure: a line of dots over the bars, in a colour that is seen on them. Where a bar ends low in a cell,
    /// that has no room for both: the dot of a measured point stands beside it.
    private func drawTrace(knob: Int, reached: Int, on picture: inout Picture, in frame: PanelFrame) {
        guard let trace = strip.trace else { return }
        var dots = BrailleGrid(area: ground(in: frame))
        let places = trace.series.figures(over: along).map { position, figure in
            (position: position, x: axis.scale.fraction(of: position), y: trace.scale.fraction(of: figure.value))
        }
        for (start, end) in zip(places, places.dropFirst())
        where end.position <= start.position * StripTrack.widestGap || !strip.isSparse {
            dots.line(from: (start.x, start.y), to: (end.x, end.y))
        }
        for place in places {
            let cell = dots.cell(x: place.x, y: place.y)
            let isTaken = isLowBar(on: picture, column: cell.column, row: cell.row)
            let beside = cell.column < frame.axis.end ? dots.cellWidth : -dots.cellWidth
            dots.set(x: place.x + (isTaken ? beside : 0), y: place.y)
        }
        let sparing = { isLowBar(on: $0, column: $1, row: $2) }
        dots.draw(on: &picture, over: { barInk(on: $0, column: $1, row: $2) }, sparing: sparing) { column in
            column <= knob ? .standard : column <= reached ? .soft : nil
        }
    }

    private func isLowBar(on picture: Picture, column: Int, row: Int) -> Bool {
        guard picture.canvas.bounds.contains(Position(column: column, row: row)) else { return false }
        return picture.canvas[column, row].glyph.map(Blocks.isLow) ?? false
    }

    private func drawMarks(on picture: inout Picture, in frame: AxisFrame) {
        for mark in strip.marks {
            guard let position = along.position(of: mark) else { continue }
            let column = frame.column(axis.scale.fraction(of: position))
            let ground = barInk(on: picture, column: column, row: row)
            // Violet on a bar's colour would hardly be seen; the colour that lies around the mark keeps it apart.
            picture.put(
                Glyph("▽"), column: column, row: row,
                style: ground.map { Style($0, on: .standard, .reverse) } ?? Style(.violet), reference: .figure(mark))
        }
        guard let threshold = strip.threshold else { return }
        let column = frame.column(axis.scale.fraction(of: threshold.value))
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
}

extension Ink {
    /// What fills a bar where no colour tells whose figures it shows: published, measured or computed ones.
    fileprivate var fill: Glyph {
        switch self {
        case Figure.Kind.measured.ink: Glyph("▓")
        case Figure.Kind.computed.ink: Glyph("▒")
        default: Blocks.column(Blocks.eighths)
        }
    }
}
