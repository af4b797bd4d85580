import Cells
import Evidence

/// Curves and points over the panel's axis, with the value axis at the left and labels outside the data.
///
/// All values are of one unit: a series in another one is converted where that says the same (a fraction in percent),
/// and else is not taken in but stands in ``refused``, for the caller to show elsewhere.
struct Plot: Sendable {
    struct Line: Sendable {
        /// Its name in wordings of falling length; none draws no label.
        var labels: [Phrase] = []
        var series: Series
        var ink: Ink
        /// The line that the plot is about; it is drawn last.
        var isFocus = false
        /// Dashed, where another line of the same ink must be told apart.
        var isDashed = false
    }

    struct Point: Sendable {
        var figure: Figure
        var labels: [Phrase] = []
        var ink: Ink
        /// A single dot, for points that many stand beside; else a disc.
        var isSmall = false
    }

    let along: Quantity
    let values: ValueAxis
    let lines: [Line]
    let points: [Point]
    /// Series whose unit is not that of the plot.
    let refused: [Series]
    /// What guessing gets, in the unit of the values.
    let chance: Double?
    /// Marked places of the horizontal axis, such as the lesson's threshold.
    let thresholds: [Figure]
    /// Curves between the lowest and the highest of which the plot is shaded.
    let band: [Series]
    /// Whether a name that does not stand on the row of its line's end is led to it.
    var leadsNames = false
    /// The unit in which the axis writes its values; nil for its own.
    var writtenUnit: Unit?

    /// A plot in one unit, with room for a range and for all values of its lines and points.
    init(
        along: Quantity, _ unit: Unit, range: ClosedRange<Double>, isLogarithmic: Bool = false, lines: [Line] = [],
        points: [Point] = [], chance: Double? = nil, thresholds: [Figure] = [], band: [Series] = []
    ) {
        self.along = along
        self.lines = lines.filter { $0.series.unit.factor(to: unit) != nil }
        self.points = points.filter { $0.figure.unit.factor(to: unit) != nil }
        refused = lines.map(\.series).filter { $0.unit.factor(to: unit) == nil }
        self.chance = chance
        self.thresholds = thresholds
        self.band = band.filter { $0.unit.factor(to: unit) != nil }
        var values = ValueAxis(range, unit, isLogarithmic: isLogarithmic)
        let figures = (self.lines.map(\.series) + self.band).flatMap(\.figures) + self.points.map(\.figure)
        for value in figures.compactMap(values.value) { values.include(value) }
        self.values = values
    }

    /// Where a plot is drawn: its cells, and the axes over them.
    struct Ground {
        let place: Area
        let frame: AxisFrame
        let axis: SliderAxis
        let grid: ValueGrid
        /// The columns of the knob and of the farthest place that was reached.
        let knob: Int
        let reached: Int

        init?(_ plot: Plot, in area: Area, frame: AxisFrame, axis: SliderAxis, slider: Slider) {
            place = Area(column: frame.start, row: area.row, columns: frame.columns, rows: area.rows)
            guard place.rows >= Ground.fewestRows, place.columns >= Ground.fewestColumns else { return nil }
            self.frame = frame
            self.axis = axis
            grid = plot.values.grid(rows: place.rows)
            knob = frame.column(slider.shown(on: axis))
            reached = max(knob, frame.column(axis.scale.fraction(of: slider.reached)))
        }

        private static let fewestRows = 3
        private static let fewestColumns = 9

        func column(of position: Double) -> Int { frame.column(axis.scale.fraction(of: position)) }
        func row(of value: Double) -> Int { place.row + grid.row(of: value) }

        /// The ink of a column: full up to the knob, dim where it was once, nothing beyond.
        func ink(_ ink: Ink, at column: Int) -> Ink? { column <= knob ? ink : column <= reached ? ink.dim : nil }
    }

    /// What stands in a column from the top to the foot.
    private static let thresholdLine = Glyph("┊")
    private static let knobLine = Glyph("│")
    static let verticals = [thresholdLine, knobLine]

    /// Draws in the rows of an area and the columns of an axis frame; the values' labels stand left of the frame, the
    /// names of the lines right of it.
    func draw(on picture: inout Picture, in area: Area, frame: AxisFrame, axis: SliderAxis, slider: Slider) {
        guard let ground = Ground(self, in: area, frame: frame, axis: axis, slider: slider) else { return }
        drawValueAxis(on: &picture, ground, labels: area)
        drawBand(on: &picture, ground)
        drawChance(on: &picture, ground)
        for threshold in thresholds {
            for row in ground.place.row..<ground.place.endRow {
                picture.put(
                    Plot.thresholdLine, column: ground.column(of: threshold.value), row: row, style: Style(.amber),
                    reference: .figure(threshold))
            }
        }
        for row in ground.place.row..<ground.place.endRow {
            picture.put(Plot.knobLine, column: ground.knob, row: row, style: Style(.accentDim))
        }
        for line in lines.filter({ !$0.isFocus }) + lines.filter(\.isFocus) { draw(line, on: &picture, ground) }
        drawDots(on: &picture, ground)
        for point in points where !point.isSmall { draw(point, on: &picture, ground) }
        drawLabels(on: &picture, ground, in: area)
    }

    private func drawValueAxis(on picture: inout Picture, _ ground: Ground, labels area: Area) {
        for tick in ground.grid.ticks {
            let text = AxisText.value(tick.value, writtenUnit ?? values.unit)
            picture.draw(
                "\(axis: text)",
                in: Area(
                    column: max(area.column, ground.place.column - text.width - 1),
                    row: ground.place.endRow - 1 - tick.row, columns: text.width, rows: 1), style: Style(.faint))
        }
    }

    private func drawChance(on picture: inout Picture, _ ground: Ground) {
        guard let chance, values.range.contains(chance) else { return }
        for column in ground.place.column..<ground.place.endColumn {
            picture.put(Glyph("┈"), column: column, row: ground.row(of: chance), style: Style(.faint))
        }
    }

    /// The line's points as places in a grid of dots, by fractions of its width and height.
    private func path(_ line: Line, _ ground: Ground) -> [(x: Double, y: Double)] {
        line.series.figures(over: along).compactMap { position, figure in
            values.value(of: figure).map { value in
                (x: ground.axis.scale.fraction(of: position), y: dotHeight(of: value, ground))
            }
        }
    }

    private func dotHeight(of value: Double, _ ground: Ground) -> Double {
        1 - ground.grid.dotRow(atHeight: ground.grid.height(of: value))
            / Double(ground.grid.rows * BrailleGrid.dotsDown - 1)
    }

    private func draw(_ line: Line, on picture: inout Picture, _ ground: Ground) {
        var dots = BrailleGrid(area: ground.place)
        let path = path(line, ground)
        let positions = line.series.figures(over: along).map(\.position)
        for (index, (start, end)) in zip(path, path.dropFirst()).enumerated() {
            dots.line(from: start, to: end, isDashed: line.isDashed || isGap(after: index, in: positions))
        }
        for place in path { dots.set(x: place.x, y: place.y) }
        dots.draw(on: &picture) { ground.ink(line.ink, at: $0) }
        drawMeasured(line, on: &picture, ground)
    }

    /// Whether two neighbouring sizes lie so far apart that nothing is known of what is between.
    private func isGap(after index: Int, in positions: [Double]) -> Bool {
        along == .parameters && index + 1 < positions.count
            && positions[index + 1] > positions[index] * StripTrack.widestGap
    }

    /// The points of a line that were measured, where they are few enough to be told apart.
    private func drawMeasured(_ line: Line, on picture: inout Picture, _ ground: Ground) {
        let figures = line.series.figures(over: along)
        guard figures.count * Plot.columnsPerPoint <= ground.place.columns else { return }
        for (position, figure) in figures {
            let column = ground.column(of: position)
            guard let value = values.value(of: figure), let ink = ground.ink(line.ink, at: column) else { continue }
            picture.put(Plot.measured, column: column, row: ground.row(of: value), style: Style(ink))
        }
    }

    private static let measured = Glyph("•")

    /// Fewer columns for a point would hide the line.
    private static let columnsPerPoint = 4

    /// The small points, which share cells with each other and with the lines.
    private func drawDots(on picture: inout Picture, _ ground: Ground) {
        for point in points where point.isSmall {
            guard let position = along.position(of: point.figure), let value = values.value(of: point.figure) else {
                continue
            }
            var dots = BrailleGrid(area: ground.place)
            dots.set(x: ground.axis.scale.fraction(of: position), y: dotHeight(of: value, ground))
            dots.draw(on: &picture) { ground.ink(point.ink, at: $0) }
        }
    }

    private func draw(_ point: Point, on picture: inout Picture, _ ground: Ground) {
        guard let spot = spot(of: point, ground), let ink = ground.ink(point.ink, at: spot.column) else { return }
        picture.put(
            Glyph("●"), column: spot.column, row: spot.row, style: Style(ink), reference: .figure(point.figure))
    }

    /// The cell of a point; nil where it has no place.
    func spot(of point: Point, _ ground: Ground) -> Position? {
        guard let position = along.position(of: point.figure), let value = values.value(of: point.figure) else {
            return nil
        }
        return Position(column: ground.column(of: position), row: ground.row(of: value))
    }

    /// Where a line ends: its cell, and its height, which tells apart lines that end in one row.
    struct End: Sendable {
        var place: Position
        var height: Double
    }

    /// Where a line ends so far: at its last point, or where it was revealed to; nil before its first.
    func end(of line: Line, _ ground: Ground) -> End? {
        let places = line.series.figures(over: along).compactMap { position, figure in
            values.value(of: figure).map { (column: ground.column(of: position), value: $0) }
        }
        guard let first = places.first, let last = places.last, first.column <= ground.reached else { return nil }
        let column = min(last.column, ground.reached)
        func end(between low: Double, and high: Double, at fraction: Double) -> End {
            let rows = (low: ground.row(of: low), high: ground.row(of: high))
            let heights = (low: ground.grid.height(of: low), high: ground.grid.height(of: high))
            return End(
                place: Position(
                    column: column, row: rows.low + Int((Double(rows.high - rows.low) * fraction).rounded())),
                height: heights.low + (heights.high - heights.low) * fraction)
        }
        guard let upper = places.firstIndex(where: { $0.column >= column }), upper > 0 else {
            return end(between: first.value, and: last.value, at: column >= last.column ? 1 : 0)
        }
        let (low, high) = (places[upper - 1], places[upper])
        let fraction = Double(column - low.column) / Double(max(1, high.column - low.column))
        return end(between: low.value, and: high.value, at: fraction)
    }
}
