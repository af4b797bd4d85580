/// How fast something goes on that can be counted, and when it will be done: by the last seconds, not since the start.
public struct RateMeter: Sendable {
    /// The most seconds that are looked back on; fewer hold too little of what is done now and then.
    public static let window = 15.0
    /// Before so many seconds there is no rate to speak of.
    public static let least = 0.5

    private var marks: [(seconds: Double, count: Double)] = []
    private var latest: (seconds: Double, count: Double)?

    public init() {}

    /// So much was done at a time, in seconds that never go back.
    public mutating func note(_ count: Double, at seconds: Double) {
        latest = (seconds, count)
        guard seconds - (marks.last?.seconds ?? -.infinity) >= 0.2 else { return }
        marks.append((seconds, count))
        while marks.count > 2, seconds - marks[1].seconds >= Self.window { marks.removeFirst() }
    }

    /// A second, or nil where nothing can be said yet.
    public var rate: Double? {
        guard let first = marks.first, let latest, latest.seconds - first.seconds >= Self.least,
            latest.count > first.count
        else { return nil }
        return (latest.count - first.count) / (latest.seconds - first.seconds)
    }

    /// Until so much is done.
    public func secondsLeft(to total: Double) -> Double? {
        guard let rate, let latest else { return nil }
        return max(total - latest.count, 0) / rate
    }
}
