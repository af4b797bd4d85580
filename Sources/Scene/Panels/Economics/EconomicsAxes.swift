import Evidence

/// The axes of the number of tasks and of users, and their money.
enum EconomicsAxes {
    private static let tasksRange = 1.0...10_000
    private static let usersRange = 1.0...10_000_000
    /// Straight lines are seen as such up to a little beyond where the taught prices cross.
    private static let linearTasks = 3_000.0
    private static let linearUsers = 1_000.0
    private static let linearPlaces = 60.0

    static func tasks(isLinear: Bool, caption: String) -> SliderAxis {
        isLinear
            ? linear("tasks", to: linearTasks, exactly: [1, 3, 20, 30, 2_000], caption)
            : logarithmic(
                "tasks", tasksRange, exactly: [3, 20, 30, 2_000, 3_000], ticks: [1, 10, 100, 1_000, 10_000], caption)
    }

    static func users(isLinear: Bool, caption: String) -> SliderAxis {
        isLinear
            ? linear("users", to: linearUsers, exactly: [1], caption)
            : logarithmic(
                "users", usersRange, exactly: [1_000_000], ticks: [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7], caption)
    }

    private static func logarithmic(
        _ name: String, _ range: ClosedRange<Double>, exactly exact: [Double], ticks: [Double], _ caption: String
    ) -> SliderAxis {
        let rounded = AxisScale.twelveADecade(range).map(twoDigits)
        return SliderAxis(
            name: name, scale: .logarithmic(range), positions: Set(rounded + exact).sorted(), stops: exact,
            ticks: ticks.map { ($0, .short($0)) }, text: SliderText.grouped, captions: [caption])
    }

    private static func linear(
        _ name: String, to last: Double, exactly exact: [Double], _ caption: String
    ) -> SliderAxis {
        let places = (1...Int(linearPlaces)).map { (Double($0) * last / linearPlaces).rounded() }
        return SliderAxis(
            name: name, scale: .linear(1...last), positions: Set(places + exact).sorted(), stops: exact,
            ticks: [1, last / 4, last / 2, last * 3 / 4, last].map { ($0.rounded(), .grouped($0)) },
            text: SliderText.grouped, captions: [caption])
    }

    /// A whole number of at most two digits before its zeros.
    private static func twoDigits(_ value: Double) -> Double {
        var unit = 1.0
        while value / unit >= 100 { unit *= 10 }
        return (value / unit).rounded() * unit
    }
}

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
