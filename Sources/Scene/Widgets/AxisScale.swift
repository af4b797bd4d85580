import Evidence

/// How positions of an axis are spread over its width.
public enum AxisScale: Hashable, Sendable {
    case linear(ClosedRange<Double>)
    case logarithmic(ClosedRange<Double>)
    /// Zero stands at the left end, before a logarithmic axis that begins at the range's start.
    case logarithmicAfterZero(ClosedRange<Double>)

    /// Fraction of the width that lies between zero and the first position, where zero has a place of its own.
    private static let zeroFraction = 0.06

    public var range: ClosedRange<Double> {
        switch self {
        case .linear(let range), .logarithmic(let range): range
        case .logarithmicAfterZero(let range): 0...range.upperBound
        }
    }

    var isLinear: Bool { if case .linear = self { true } else { false } }

    /// How many powers of ten it spans; a linear one counts as one.
    var decades: Double {
        switch self {
        case .linear: 1
        case .logarithmic(let range), .logarithmicAfterZero(let range):
            Logarithm.base10(range.upperBound / range.lowerBound)
        }
    }

    /// Where a position stands, 0 at the left end and 1 at the right; positions outside stand at the ends.
    public func fraction(of position: Double) -> Double {
        guard !position.isNaN else { return 0 }
        switch self {
        case .linear(let range):
            return clamped((position - range.lowerBound) / (range.upperBound - range.lowerBound))
        case .logarithmic(let range):
            return clamped(AxisScale.logFraction(position, range))
        case .logarithmicAfterZero(let range):
            if position < range.lowerBound {
                return clamped(position / range.lowerBound) * AxisScale.zeroFraction
            }
            return AxisScale.zeroFraction + (1 - AxisScale.zeroFraction)
                * clamped(AxisScale.logFraction(position, range))
        }
    }

    /// The position that stands at a fraction of the width.
    public func position(at fraction: Double) -> Double {
        let fraction = clamped(fraction)
        switch self {
        case .linear(let range):
            return range.lowerBound + fraction * (range.upperBound - range.lowerBound)
        case .logarithmic(let range):
            return AxisScale.logPosition(fraction, range)
        case .logarithmicAfterZero(let range):
            if fraction < AxisScale.zeroFraction { return fraction / AxisScale.zeroFraction * range.lowerBound }
            return AxisScale.logPosition((fraction - AxisScale.zeroFraction) / (1 - AxisScale.zeroFraction), range)
        }
    }

    private func clamped(_ fraction: Double) -> Double { fraction.isNaN ? 0 : min(1, max(0, fraction)) }

    private static func logFraction(_ position: Double, _ range: ClosedRange<Double>) -> Double {
        guard position > 0 else { return 0 }
        return Logarithm.of(position / range.lowerBound) / Logarithm.of(range.upperBound / range.lowerBound)
    }

    private static func logPosition(_ fraction: Double, _ range: ClosedRange<Double>) -> Double {
        let decades = Logarithm.base10(range.upperBound / range.lowerBound)
        return range.lowerBound * Logarithm.power10(decades * fraction)
    }

    private static let stepsPerDecade = 12.0

    /// Twelve positions a decade over a logarithmic axis, both ends included.
    public static func twelveADecade(_ range: ClosedRange<Double>) -> [Double] {
        let steps = Int((Logarithm.base10(range.upperBound / range.lowerBound) * stepsPerDecade).rounded())
        return (0...max(1, steps)).map { step in
            step == steps ? range.upperBound : range.lowerBound * Logarithm.power10(Double(step) / stepsPerDecade)
        }
    }
}
