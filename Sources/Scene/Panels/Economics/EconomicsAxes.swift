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
