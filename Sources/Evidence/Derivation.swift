/// How a computed figure follows from others.
public struct Derivation: Hashable, Sendable {
    public let formula: Formula
    private let origin: Origin

    private enum Origin: Hashable, Sendable {
        case figures([Figure])
        /// One column of a mean over rows, which are read when they are asked for.
        case mean(TableMean, column: Int)
    }

    init(formula: Formula, inputs: [Figure]) {
        self.formula = formula
        origin = .figures(inputs)
    }

    init(of mean: TableMean, column: Int) {
        formula = .meanAccuracy
        origin = .mean(mean, column: column)
    }

    /// The figures that the formula was applied to, in its order.
    public var inputs: [Figure] {
        switch origin {
        case .figures(let figures): figures
        case .mean(let mean, let column): mean.inputs(column: column)
        }
    }
}
