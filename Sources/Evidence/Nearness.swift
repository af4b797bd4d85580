/// Numbers that went through arithmetic on an axis are compared with a billionth of tolerance, here and nowhere else.
extension Double {
    private static let tolerance = 1e-9

    /// Whether two positions are so near that no slider can tell them apart.
    public func isSame(as other: Double) -> Bool {
        guard isFinite, other.isFinite else { return self == other }
        return abs(self - other) <= Double.tolerance * max(abs(self), abs(other))
    }

    /// Whether a position lies at another one or beyond it.
    public func reaches(_ other: Double) -> Bool { self > other || isSame(as: other) }

    /// A number of steps rounded by a rule; one that arithmetic left beside a whole number is that number.
    public func roundedSteps(_ rule: FloatingPointRoundingRule) -> Double {
        let nearest = rounded()
        return abs(self - nearest) <= Double.tolerance ? nearest : rounded(rule)
    }
}
