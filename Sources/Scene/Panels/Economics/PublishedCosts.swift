import Evidence

/// What others stated or estimated of the cost of pretraining, and list prices of tokens, over years or sizes.
struct PublishedCosts: Sendable {
    enum Topic: CaseIterable, Hashable, Sendable { case training, tokens }

    /// How a figure is known.
    enum Standing: Hashable, Sendable {
        case stated, atLeast, estimated, computed

        init(_ figure: Figure) {
            self =
                switch (figure.kind, figure.subject.bound) {
                case (.computed, _): .computed
                case (_, "atLeast"): .atLeast
                case (_, "stated"): .stated
                default: .estimated
                }
        }

        var word: String {
            switch self {
            case .stated: "stated"
            case .atLeast: "stated, a lower bound"
            case .estimated: "estimated"
            case .computed: "computed: hours times a rent"
            }
        }
    }

    struct Entry: Hashable, Sendable {
        let figure: Figure
        let year: Double
        var standing: Standing { Standing(figure) }
        var model: String { figure.subject.model }
        /// How far the estimate may be off where its authors give no more than that: a factor of two either way.
        var doubt: ClosedRange<Double>? {
            figure.source.key == "epoch-amortized" ? figure.value / 2...figure.value * 2 : nil
        }
    }

    let topic: Topic
    let isOverSizes: Bool
    /// By year and then by price; over sizes by size.
    let entries: [Entry]

    init(_ topic: Topic, isOverSizes: Bool) {
        self.topic = topic
        self.isOverSizes = isOverSizes
        let all = topic == .training ? PublishedCosts.trainings : PublishedCosts.prices
        entries =
            isOverSizes
            ? all.filter { $0.figure.subject.parameters != nil }.sorted {
                ($0.figure.subject.parameters ?? 0, $0.figure.value)
                    < ($1.figure.subject.parameters ?? 0, $1.figure.value)
            } : all
    }

    private static let trainings = sorted(
        Archive.costs.identifiers(under: "costs/usd/").compactMap { Archive.costs.series($0) }.flatMap(\.figures)
            .filter { !["alpaca", "vicuna"].contains($0.source.key) && !$0.subject.model.hasPrefix("Meditron") })
    private static let prices = sorted(Archive.prices.series("prices/written")?.figures ?? [])

    private static func sorted(_ figures: [Figure]) -> [Entry] {
        figures.compactMap { figure in
            Double(figure.subject.year).map { Entry(figure: figure, year: $0) }
        }.sorted { ($0.year, $0.figure.value, $0.model) < ($1.year, $1.figure.value, $1.model) }
    }

    /// Where an entry stands along the axis.
    func position(of entry: Entry) -> Double {
        isOverSizes ? entry.figure.subject.parameters ?? 0 : entry.year
    }

    /// The entries up to a place of the axis.
    func entries(upTo position: Double) -> [Entry] { entries.filter { position.reaches(self.position(of: $0)) } }

    var axis: SliderAxis {
        guard isOverSizes else {
            let years = entries.map(\.year)
            let range = (years.min() ?? 2018)...(years.max() ?? 2025)
            let all = Array(stride(from: range.lowerBound, through: range.upperBound, by: 1))
            // Half a year of air at both ends, for the figures of a year stand side by side.
            return SliderAxis(
                name: "year", scale: .linear(range.lowerBound - 0.5...range.upperBound + 0.5), positions: all,
                stops: all, ticks: all.map { ($0, .year($0)) }, text: SliderText.year)
        }
        let sizes = Set(entries.compactMap(\.figure.subject.parameters)).sorted()
        return SliderAxis(
            name: "parameters", scale: .logarithmic(1e8...1e12),
            positions: SliderAxis.positions(1e8...1e12, exactly: sizes), stops: sizes,
            ticks: [1e8, 1e9, 1e10, 1e11, 1e12].map { ($0, .short($0)) }, text: SliderText.short)
    }

    // MARK: - Taught and published

    /// What is taught of the cost of pretraining.
    static let taught = PretrainingCosts.lesson("l2/cost")

    /// Of the models up to a place of the axis, all, and those of which every figure is below what is taught.
    func models(upTo position: Double) -> (all: Figure, cheaper: Figure)? {
        guard topic == .training, let taught = PublishedCosts.taught else { return nil }
        let seen = entries(upTo: position)
        let names = Set(seen.map(\.model))
        let dear = Set(seen.filter { $0.figure.range.upperBound >= taught.range.lowerBound }.map(\.model))
        func count(_ number: Int, _ metric: String) -> Figure {
            var subject = Subject()
            subject.metric = metric
            return Figure(
                .count, value: Double(number), unit: .models, subject: subject, inputs: seen.map(\.figure) + [taught])
        }
        return (
            count(names.count, "models whose cost of training is known here"),
            count(names.subtracting(dear).count, "models of which every figure is below the taught range")
        )
    }

    /// The oldest price, and the lowest up to a place of the axis.
    func ends(upTo position: Double) -> (oldest: Entry, lowest: Entry)? {
        let seen = entries(upTo: position)
        guard topic == .tokens, let oldest = seen.first,
            let lowest = seen.min(by: { $0.figure.value < $1.figure.value })
        else { return nil }
        return (oldest, lowest)
    }
}
