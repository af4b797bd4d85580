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
}
