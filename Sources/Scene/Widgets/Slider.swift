import Cells
import Evidence

/// Where the knob is, how far it has ever been, and where it is drawn while it glides.
public struct Slider: Hashable, Sendable {
    /// Where the knob stands; while it glides, where it goes.
    public private(set) var value: Double
    /// The farthest value so far: what lies left of it was seen and stays dim.
    public private(set) var reached: Double
    private var glide: Glide?

    /// The knob on its way.
    private struct Glide: Hashable, Sendable {
        /// Where the knob stood before, and how far it had been.
        var origin: Double
        var reachedBefore: Double
        /// The fraction of the axis from which it set off.
        var start: Double
        var duration: Double
        var elapsed = 0.0

        /// It slows down toward its end.
        func shown(toward target: Double) -> Double {
            let left = 1 - min(1, elapsed / duration)
            return start + (target - start) * (1 - left * left * left)
        }
    }

    /// A glide takes so long, and so much longer for every decade of its way.
    private static let glideSeconds = 0.35
    private static let glideSecondsPerDecade = 0.12
    private static let mostGlideSeconds = 1.2

    public init(_ value: Double) {
        self.value = value
        reached = value
    }

    var isMoving: Bool { glide != nil }

    /// Moves the knob; with `glide` it is drawn on its way there.
    ///
    /// - Parameter seconds: How long the way takes; nil for as long as its length asks for.
    mutating func move(to value: Double, on axis: SliderAxis, glide glides: Bool, seconds: Double? = nil) {
        let start = shown(on: axis)
        if glides, value != self.value {
            let decades = axis.scale.decades * abs(axis.scale.fraction(of: value) - start)
            glide = Glide(
                origin: glide?.origin ?? self.value, reachedBefore: revealed(on: axis), start: start,
                duration: seconds
                    ?? min(Slider.mostGlideSeconds, Slider.glideSeconds + Slider.glideSecondsPerDecade * decades))
        } else {
            glide = nil
        }
        self.value = value
        reached = max(reached, value)
    }

    /// Lets time pass for the glide.
    mutating func advance(seconds: Double, on axis: SliderAxis) {
        guard var current = glide else { return }
        current.elapsed += seconds
        glide = current.elapsed < current.duration ? current : nil
    }

    mutating func settle() { glide = nil }

    /// Forgets what was reached beyond the knob.
    mutating func forget() { reached = value }

    /// The fraction of the axis where the knob is drawn.
    func shown(on axis: SliderAxis) -> Double {
        let target = axis.scale.fraction(of: value)
        return glide?.shown(toward: target) ?? target
    }

    /// How far was seen, the way of the glide included.
    private func revealed(on axis: SliderAxis) -> Double {
        glide.map { max($0.reachedBefore, axis.scale.position(at: shown(on: axis))) } ?? reached
    }

    /// The slider as it is seen now: on its way the knob stands between two places, or of a
    /// linear axis, whose places are counted, on one after another; what it did not come to yet was
    /// not reached.
    func onItsWay(on axis: SliderAxis) -> Slider {
        guard glide != nil else { return self }
        let shown = shown(on: axis)
        let place = axis.scale.isLinear ? axis.position(nearest: shown) : nil
        var slider = Slider(place ?? axis.scale.position(at: shown))
        slider.reached = revealed(on: axis)
        return slider
    }

    /// The slider before it set off; one that rests is what it is.
    var atOrigin: Slider {
        guard let glide else { return self }
        var slider = Slider(glide.origin)
        slider.reached = glide.reachedBefore
        return slider
    }
}

/// The axis that a slider moves on: its scale, its positions and stops, and how its values are written.
public struct SliderAxis: Sendable {
    /// What it counts, as its label says it.
    public var name: String
    public var scale: AxisScale
    /// Where the knob can stand, ascending.
    public var positions: [Double]
    /// Where Space goes, ascending.
    public var stops: [Double]
    /// Marked places with their labels.
    var ticks: [(position: Double, label: AxisText)]
    /// The stops that the lesson names, drawn in its colour.
    public var lessonStops: [Double] = []
    /// A value in words.
    var text: @Sendable (Double) -> SliderText
    /// Places where something begins, marked on the line without a label.
    public var borders: [Double] = []
    /// What stands beneath the name, longest first: where the knob is in the story.
    public var captions: [String] = []

    /// A position of the grid that lies so near to a measured place gives way to it.
    private static let giveWayDecades = 0.02

    /// The positions of a logarithmic axis: twelve a decade, and exactly every measured place and stop.
    static func positions(_ range: ClosedRange<Double>, exactly measured: [Double]) -> [Double] {
        let inside = Set(measured.filter(range.contains)).sorted()
        let grid = AxisScale.twelveADecade(range).filter { place in
            !inside.contains { abs(Logarithm.base10($0 / place)) < giveWayDecades }
        }
        return (grid + inside).sorted()
    }

    /// The position so many places after (or before) a value.
    func position(after value: Double, by count: Int) -> Double {
        guard let first = positions.first, let last = positions.last else { return value }
        if count > 0 {
            let later = positions.filter { !value.reaches($0) }
            return later.isEmpty ? last : later[min(count, later.count) - 1]
        }
        let earlier = positions.filter { !$0.reaches(value) }
        return earlier.isEmpty ? first : earlier[max(0, earlier.count + count)]
    }

    /// The stop after a value; after the last one the first again.
    func stop(after value: Double) -> Double {
        stops.first { !value.reaches($0) } ?? stops.first ?? value
    }

    /// The position nearest to a fraction of the axis.
    func position(nearest fraction: Double) -> Double? {
        positions.min { abs(scale.fraction(of: $0) - fraction) < abs(scale.fraction(of: $1) - fraction) }
    }
}

/// Where an axis lies on the canvas.
struct AxisFrame: Hashable, Sendable {
    /// The first and the last column of the axis.
    var start: Int
    var end: Int

    var columns: Int { max(1, end - start + 1) }

    func column(_ fraction: Double) -> Int { start + Int((fraction * Double(columns - 1)).rounded()) }

    /// The fraction of the axis at the middle of a column.
    func fraction(of column: Int) -> Double {
        columns > 1 ? Double(column - start) / Double(columns - 1) : 0
    }
}

extension Picture {
    /// Draws the slider on two rows: the line with its knob, and the labels of its ticks.
    ///
    /// - Parameter area: Its columns before the frame hold the axis's name and caption, a column free at both sides.
    mutating func drawSlider(_ slider: Slider, axis: SliderAxis, frame: AxisFrame, in area: Area) {
        guard area.rows > 0 else { return }
        let knob = frame.column(slider.shown(on: axis))
        let names = Area(
            column: area.column + 1, row: area.row, columns: frame.start - area.column - 2, rows: area.rows)
        draw(Phrase(words: axis.name), in: names.top(1), style: Style(.soft))
        for column in frame.start...max(frame.start, frame.end) {
            let glyph: Glyph = column < knob ? Glyph("━") : Glyph("─")
            put(glyph, column: column, row: area.row, style: Style(column < knob ? .accent : .rule), reference: .slider)
        }
        drawTicks(axis, frame: frame, knob: knob, in: area)
        for border in axis.borders {
            let column = frame.column(axis.scale.fraction(of: border))
            put(
                Glyph("▾"), column: column, row: area.row, style: Style(column < knob ? .accent : .soft),
                reference: .slider)
        }
        drawFirstFitting(axis.captions.map { Phrase(words: $0) }, in: names.inset(top: 1), style: Style(.accent))
        put(Glyph("◆"), column: knob, row: area.row, style: Style(.accent, on: .standard, .bold), reference: .slider)
        drawKnobLabel(axis.text(slider.value), knob: knob, in: area)
        cursor = Position(column: knob, row: area.row)
        hotspots.append(
            Hotspot(
                area: Area(column: frame.start, row: area.row, columns: frame.columns, rows: min(2, area.rows)),
                target: .slider))
    }

    private mutating func drawTicks(_ axis: SliderAxis, frame: AxisFrame, knob: Int, in area: Area) {
        var free = area.column
        for tick in axis.ticks {
            let column = frame.column(axis.scale.fraction(of: tick.position))
            let isLesson = axis.lessonStops.contains { $0.isSame(as: tick.position) }
            let ink: Ink = isLesson ? .amber : column < knob ? .accent : .faint
            put(Glyph("┼"), column: column, row: area.row, style: Style(ink), reference: .slider)
            guard area.rows > 1 else { continue }
            let width = tick.label.width
            let start = min(max(column - width / 2, area.column), area.endColumn - width)
            guard start >= free else { continue }
            draw(
                "\(axis: tick.label)", in: Area(column: start, row: area.row + 1, columns: width, rows: 1),
                style: Style(isLesson ? .amber : .faint))
            free = start + width + 1
        }
    }

    /// The value under the knob; it takes the place of the tick labels that it would touch.
    private mutating func drawKnobLabel(_ text: SliderText, knob: Int, in area: Area) {
        guard area.rows > 1 else { return }
        let width = CellWidth.of(text.text)
        let start = min(max(knob - width / 2, area.column), area.endColumn - width)
        var first = start
        while first > area.column, !isBlank(column: first - 1, row: area.row + 1) { first -= 1 }
        var last = start + width
        while last < area.endColumn, !isBlank(column: last, row: area.row + 1) { last += 1 }
        canvas.fill(Area(column: first, row: area.row + 1, columns: last - first, rows: 1), background: .standard)
        draw("\(slider: text)", in: Area(column: start, row: area.row + 1, columns: width, rows: 1))
    }
}
