import Evidence

/// The vertical axis of a plot: one unit, and the values that must have room on it.
struct ValueAxis: Hashable, Sendable {
    let unit: Unit
    /// The lowest and the highest value that must have room.
    private(set) var range: ClosedRange<Double>
    /// Whether heights go by the logarithm of the value; values at or below zero then have no place.
    let isLogarithmic: Bool

    init(_ range: ClosedRange<Double>, _ unit: Unit, isLogarithmic: Bool = false) {
        self.unit = unit
        self.range = range
        self.isLogarithmic = isLogarithmic
    }

    /// A figure's value in the unit of the axis; nil where the figure counts something else, or has no place here.
    func value(of figure: Figure) -> Double? {
        guard let factor = figure.unit.factor(to: unit), figure.value.isFinite else { return nil }
        let value = figure.value * factor
        return isLogarithmic && value <= 0 ? nil : value
    }

    /// Makes room for a value.
    mutating func include(_ value: Double) {
        range = min(range.lowerBound, value)...max(range.upperBound, value)
    }

    private func level(_ value: Double) -> Double { isLogarithmic ? Logarithm.base10(value) : value }

    private func value(atLevel level: Double) -> Double { isLogarithmic ? Logarithm.power10(level) : level }

    /// The axis over so many rows: round values stand a whole number of rows apart, from the lowest row on.
    func grid(rows: Int) -> ValueGrid {
        let floor = isLogarithmic ? max(range.lowerBound, .leastNormalMagnitude) : range.lowerBound
        let low = level(floor)
        let high = max(level(max(range.upperBound, floor)), low)
        let span = high - low
        let last = max(1, rows - 1)
        let wanted = Double(min(ValueAxis.mostTicks, max(ValueAxis.fewestTicks, rows / ValueAxis.rowsPerTick)))
        var best: (score: Double, grid: ValueGrid)?
        for step in steps(span: span) {
            let bottom = (low / step).roundedSteps(.down) * step
            let count = max(1, Int(((high - bottom) / step).roundedSteps(.up)))
            let pitch = last / count
            guard pitch >= (rows > ValueAxis.fewRows ? 2 : 1) else { continue }
            let perRow = step / Double(pitch)
            let ticks = (0...count).map { index in
                ValueGrid.Tick(row: index * pitch, value: value(atLevel: bottom + Double(index) * step))
            }
            let used = span / (perRow * Double(last))
            let score = used - ValueAxis.tickWeight * abs(Double(ticks.count) - wanted)
            if best.map({ score > $0.score }) ?? true {
                best = (score, ValueGrid(axis: self, bottom: bottom, perRow: perRow, rows: rows, ticks: ticks))
            }
        }
        return best?.grid
            ?? ValueGrid(axis: self, bottom: low, perRow: max(span, 1) / Double(last), rows: rows, ticks: [])
    }

    private static let fewestTicks = 3
    private static let mostTicks = 6
    private static let rowsPerTick = 3
    /// Up to so many rows ticks may stand on neighbouring rows.
    private static let fewRows = 4
    /// What a tick too many or too few costs, as a fraction of the height.
    private static let tickWeight = 0.03

    private static let mostSteps = 12.0

    /// Round steps between a twelfth of the span and all of it; whole decades where the axis is logarithmic.
    private func steps(span: Double) -> [Double] {
        if isLogarithmic { return [1, 2, 3, 5, 10, 20, 50, 100] }
        guard span > 0, span.isFinite else { return [1] }
        let power = Logarithm.base10(span / ValueAxis.mostSteps).rounded(.down)
        return (0...3).flatMap { offset in
            [1, 2, 2.5, 5].map { $0 * Logarithm.power10(power + Double(offset)) }
        }
    }

    fileprivate func height(of value: Double, bottom: Double, perRow: Double, rows: Int) -> Double {
        guard value.isFinite, !isLogarithmic || value > 0 else { return 0 }
        return min(1, max(0, (level(value) - bottom) / (perRow * Double(max(1, rows - 1)))))
    }
}

/// A value axis over a number of rows.
struct ValueGrid: Sendable {
    struct Tick: Hashable, Sendable {
        /// Rows above the lowest one.
        var row: Int
        var value: Double
    }

    fileprivate let axis: ValueAxis
    fileprivate let bottom: Double
    fileprivate let perRow: Double
    let rows: Int
    let ticks: [Tick]

    /// The height of a value, 0 in the middle of the lowest row and 1 in the middle of the highest.
    func height(of value: Double) -> Double { axis.height(of: value, bottom: bottom, perRow: perRow, rows: rows) }

    /// The row of a value, counted from the highest.
    func row(of value: Double) -> Int { rows - 1 - Int((height(of: value) * Double(rows - 1)).rounded()) }

    /// The middle of a cell's dots.
    private static let middleDot = Double(BrailleGrid.dotsDown - 1) / 2

    /// The row of dots of a value, four a row of cells, counted from the highest: a tick's value lies in the middle of
    /// its row.
    func dotRow(atHeight height: Double) -> Double {
        (1 - height) * Double((rows - 1) * BrailleGrid.dotsDown) + ValueGrid.middleDot
    }
}
