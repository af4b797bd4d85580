import Cells
import Evidence

/// The axis of money: whole decades that hold all that is drawn, or from nothing to a round sum.
struct MoneyAxis: Hashable, Sendable {
    let scale: AxisScale
    /// From the lowest up.
    let ticks: [Double]

    /// Decades around some sums, all above zero.
    init(decadesAround sums: [Double]) {
        let known = sums.filter { $0.isFinite && $0 > 0 }
        let low = Logarithm.base10(known.min() ?? 1).rounded(.down)
        let high = max(low + 1, Logarithm.base10((known.max() ?? 10) * (1 - 1e-12)).rounded(.up))
        scale = .logarithmic(Logarithm.power10(low)...Logarithm.power10(high))
        ticks = stride(from: low, through: high, by: 1).map { Logarithm.power10($0) }
    }

    /// An axis of so many rows that holds some sums, all above zero, with as many whole rows from each tick to the next.
    init(around sums: [Double], rows: Int) {
        let known = sums.filter { $0.isFinite && $0 > 0 }
        let (low, high) = (Logarithm.base10(known.min() ?? 1), Logarithm.base10(known.max() ?? 10))
        let room = Double(max(1, rows - 1))
        let all = (1...3).flatMap { decades in (1...max(2, rows)).map { RowStep(rows: $0, decades: decades) } }
        let fitting = all.filter { $0.start(low) + room * $0.decadesARow >= high - 1e-9 }
        // A tick for each decade is worth a few rows at the top, where decades have rows enough.
        let step =
            fitting.filter { $0.decades == 1 && $0.rows > 1 }.max { $0.rows < $1.rows }
            ?? fitting.min { $0.decadesARow < $1.decadesARow }
            ?? RowStep(rows: 1, decades: Int(((high - low) / room).rounded(.up)) + 1)
        let first = step.start(low)
        let last = first + room * step.decadesARow
        scale = .logarithmic(Logarithm.power10(first)...Logarithm.power10(last))
        let decades = Double(step.decades)
        let lowest = (first / decades - 1e-9).rounded(.up) * decades
        ticks = stride(from: lowest, through: last + 1e-9, by: decades).map { Logarithm.power10($0) }
    }

    /// So many rows for so many decades; an axis begins where a row does.
    private struct RowStep {
        let rows: Int
        let decades: Int
        var decadesARow: Double { Double(decades) / Double(rows) }

        func start(_ low: Double) -> Double { (low / decadesARow + 1e-9).rounded(.down) * decadesARow }
    }

    /// From nothing to a round sum that is not below another.
    init(upTo sum: Double) {
        let most = sum.isFinite && sum > 0 ? sum : 1
        let power = Logarithm.power10(Logarithm.base10(most).rounded(.down))
        let top = ([1, 2, 4, 8, 10].map { $0 * power }.first { $0.reaches(most) }) ?? 10 * power
        scale = .linear(0...top)
        ticks = [0, top / 4, top / 2, top * 3 / 4, top]
    }
}

/// An axis of money at the left of a picture, from its last row up.
struct MoneyGround {
    let money: MoneyAxis
    let area: Area
    let frame: PanelFrame

    /// From how many rows on the labels have air between them.
    private static let rowsForAir = 14
    /// Columns for a label, and one between it and the axis' name.
    private static let labelColumns = 5

    func row(of dollars: Double) -> Int {
        area.endRow - 1 - Int((money.scale.fraction(of: dollars) * Double(area.rows - 1)).rounded())
    }

    /// Labels that do not touch, and in the first row the axis' name, the first wording that fits.
    func draw(names: [Phrase], on picture: inout Picture) {
        var free = area.endRow
        for tick in money.ticks {
            let row = row(of: tick)
            guard row < free else { continue }
            let place = Area(
                column: frame.area.column + 1, row: row, columns: frame.axis.start - frame.area.column - 2, rows: 1)
            picture.draw("\(axis: .short(tick))", in: place, style: Style(.faint), alignment: .right)
            free = row - (area.rows > Self.rowsForAir ? 1 : 0)
        }
        picture.drawFirstFitting(
            names, in: frame.labelArea(row: area.row).inset(right: Self.labelColumns), style: Style(.faint))
    }
}
