import Evidence
import TinyLM

extension ExaminedAbility {
    public init(_ ability: Ability) {
        var subject = Subject()
        subject.task = ability.rawValue
        subject.plain = "guessing at \(ability.name)"
        self.init(
            id: ability.rawValue, name: ability.name, asks: ability.asks, example: ability.example,
            scoring: ability.scoring,
            chance: Figure(
                ability.chanceInSight == nil ? .guessing : .guessingInSight, value: ability.guessing, unit: .fraction,
                subject: subject, inputs: []))
    }
}

extension AbilityResult {
    /// Nil where nothing was asked.
    public init?(_ score: AbilityScore, of model: MeasuredModel) {
        self.init(
            score.ability,
            AbilityReport(
                exactMatch: score.exactMatch, probability: score.probability, crossEntropy: score.crossEntropy,
                editSimilarity: score.editSimilarity, itemCount: score.itemCount, standardError: score.standardError),
            of: model)
    }

    /// Nil where nothing was asked.
    init?(_ ability: Ability, _ report: AbilityReport, of model: MeasuredModel) {
        func figure(_ value: Double?, _ metric: String, _ unit: Unit, higherIsBetter: Bool = true) -> Figure? {
            value.flatMap {
                Figure(
                    measured: $0,
                    Measurement(
                        task: ability.rawValue, plain: ability.name, metric: metric, unit: unit,
                        higherIsBetter: higherIsBetter, items: report.itemCount), of: model)
            }
        }
        let sharp = Figure(
            measured: report.exactMatch,
            Measurement(
                task: ability.rawValue, plain: ability.name, metric: "exact match", unit: .fraction,
                higherIsBetter: true, chance: ability.guessing, standardError: report.standardError,
                items: report.itemCount), of: model)
        guard let sharp else { return nil }
        self.init(
            ExaminedAbility(ability), sharp: sharp,
            smooth: [
                figure(report.probability, "probability of the right answer", .fraction),
                figure(report.crossEntropy, "cross-entropy of the right answer", .nats, higherIsBetter: false),
                figure(report.editSimilarity, "edit similarity", .fraction),
            ].compactMap { $0 })
    }
}
