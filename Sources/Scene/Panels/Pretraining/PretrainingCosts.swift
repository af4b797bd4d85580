import Evidence

/// What reading so much takes: a person's time, computed, and the machines' time, published.
enum PretrainingCosts {
    private static let rate = Archive.constants.series("constant/reading-rate")?.figures.first
    private static let wordsPerToken = Archive.constants.series("constant/words-per-token")?.figures.first
    private static let machineHours = Archive.costs.series("costs/hours/pythia-table5")?.figures ?? []

    /// How long a person would read so many tokens without a pause; nil for none.
    static func readingTime(tokens: Double) -> Figure? {
        guard tokens > 0, let rate, let wordsPerToken, rate.value > 0 else { return nil }
        let hours = tokens * wordsPerToken.value / rate.value / 60
        var subject = Subject()
        subject.tokensSeen = tokens
        subject.metric = "reading time"
        let (value, unit): (Double, Unit) =
            hours < 48
            ? (hours, .hours) : hours < 24 * 365.25 * 2 ? (hours / 24, .days) : (hours / 24 / 365.25, .years)
        return Figure(.readingTime, value: value, unit: unit, subject: subject, inputs: [rate, wordsPerToken])
    }

    /// The hours of one machine that the whole run of a size took.
    static func machineHours(_ run: HistoryCurves) -> Figure? {
        guard run.kind == .published else { return nil }
        return machineHours.first { ($0.subject.parameters ?? 0).isSame(as: run.history.parameters.value) }
    }

    /// What the machine hours of the largest size would have cost to rent.
    static let largestCost: Figure? = Archive.costs.identifiers(under: "costs/usd/epoch-price")
        .compactMap { Archive.costs.series($0) }.flatMap(\.figures)
        .first { $0.subject.model == "Pythia 12B" }

    /// What is taught of pretraining.
    static func lesson(_ claim: String) -> Figure? { Archive.lesson.series(claim)?.figures.first }
}
