/// Figures of one source, one metric and one way of asking, in the order of the source's table.
public struct Series: Hashable, Sendable {
    public let id: String
    /// What is the same for all figures.
    public let subject: Subject
    public let unit: Unit
    public let source: Source
    public let figures: [Figure]

    public init(id: String, subject: Subject, unit: Unit, source: Source, figures: [Figure]) {
        self.id = id
        self.subject = subject
        self.unit = unit
        self.source = source
        self.figures = figures
    }
}

/// The quantity along which a series is drawn.
public enum Quantity: CaseIterable, Sendable {
    case parameters, tokensSeen, labelledExamples

    public func position(of figure: Figure) -> Double? {
        switch self {
        case .parameters: figure.subject.parameters
        case .tokensSeen: figure.subject.tokensSeen
        case .labelledExamples: figure.subject.labelledExamples
        }
    }

    /// The name of the quantity in a formula's inputs.
    func place(_ subject: inout Subject, at position: Double) {
        switch self {
        case .parameters: subject.parameters = position
        case .tokensSeen: subject.tokensSeen = position
        case .labelledExamples: subject.labelledExamples = position
        }
    }
}

/// What a series says at one place along a quantity.
public enum Reading: Hashable, Sendable {
    /// A measured point stands exactly there.
    case exact(Figure)
    /// Between two measured points; the figure is computed from them.
    case between(Figure)
    /// Before the first measured point, which is given.
    case before(Figure)
    /// Beyond the last measured point, which is given.
    case beyond(Figure)
    /// The series has no point along this quantity.
    case none

    /// The figure that holds at the place itself.
    public var figure: Figure? {
        switch self {
        case .exact(let figure), .between(let figure): figure
        case .before, .beyond, .none: nil
        }
    }
}

extension Series {
    /// The figures that have a place along a quantity, in its order.
    public func figures(over quantity: Quantity) -> [(position: Double, figure: Figure)] {
        figures.compactMap { figure in quantity.position(of: figure).map { ($0, figure) } }
            .sorted { $0.position < $1.position }
    }

    /// What the series says at a position along a quantity. Between measured points it is interpolated straight over
    /// log(position); a first point at zero (random weights) holds until the second begins.
    public func reading(at position: Double, over quantity: Quantity) -> Reading {
        let points = figures(over: quantity)
        guard let first = points.first, let last = points.last else { return .none }
        if let exact = points.first(where: { $0.position.isSame(as: position) }) { return .exact(exact.figure) }
        if position < first.position { return .before(first.figure) }
        if position > last.position { return .beyond(last.figure) }
        guard let upper = points.firstIndex(where: { $0.position > position }), upper > 0 else { return .none }
        return .between(interpolated(points[upper - 1], points[upper], at: position, over: quantity))
    }

    private func interpolated(
        _ lower: (position: Double, figure: Figure), _ upper: (position: Double, figure: Figure),
        at position: Double, over quantity: Quantity
    ) -> Figure {
        var place = lower.figure.subject
        place.model = ""
        place.step = ""
        place.standardError = nil
        quantity.place(&place, at: position)
        let fraction =
            lower.position > 0
            ? Logarithm.of(position / lower.position) / Logarithm.of(upper.position / lower.position)
            : (position - lower.position) / (upper.position - lower.position)
        let value = lower.figure.value + (upper.figure.value - lower.figure.value) * fraction
        return Figure(
            .interpolation, value: value, unit: unit, subject: place, inputs: [lower.figure, upper.figure])
    }
}
