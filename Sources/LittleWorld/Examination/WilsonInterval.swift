import TinyLM

/// Where the true fraction lies, when a fraction of a number of items was right: the score interval of Wilson 1927
/// ("Probable inference, the law of succession, and statistical inference"). Of 24 in 24 it does not say that all are
/// always right, as the fraction's own standard error, which is 0 there, would.
public struct WilsonInterval: Equatable, Sendable {
    /// Right of all items, 0 to 1.
    public let fraction: Double
    public let itemCount: Int
    public let lower: Double
    public let upper: Double

    /// - Parameter standardErrors: How wide it is, to either side; 1.96 holds the true fraction 95 times of 100.
    public init(fraction: Double, itemCount: Int, standardErrors: Double = 1.96) {
        let fraction = fraction.isFinite ? min(max(fraction, 0), 1) : 0
        self.fraction = fraction
        self.itemCount = max(itemCount, 0)
        let count = Double(self.itemCount)
        let square = standardErrors * standardErrors
        guard count > 0 else {
            (lower, upper) = (0, 1)
            return
        }
        let center = (fraction + square / (2 * count)) / (1 + square / count)
        let variance = fraction * (1 - fraction) / count + square / (4 * count * count)
        let half = standardErrors * variance.squareRoot() / (1 + square / count)
        // Rounding may not put the fraction itself outside.
        lower = fraction == 0 ? 0 : max(min(center - half, fraction), 0)
        upper = fraction == 1 ? 1 : min(max(center + half, fraction), 1)
    }

    /// Of an ability that was examined in a run.
    public init(_ report: AbilityReport, standardErrors: Double = 1.96) {
        self.init(fraction: report.exactMatch, itemCount: report.itemCount, standardErrors: standardErrors)
    }
}
