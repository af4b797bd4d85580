import Evidence

/// What the taught prices say: models of one task each against one pretraining.
struct ParadigmsCost: Sendable {
    private typealias Lesson = ParadigmsTotals.Lesson

    let oneModel: Figure
    let pretraining: Figure
    /// All models together.
    let models: Figure
    /// Up to so many models cost less than any pretraining of the taught range.
    let fewest: Figure
    /// From so many models on each taught price of a model is more than any pretraining up to the range's end.
    let most: Figure

    /// Nil where the taught prices have no ends.
    init?(models count: Double) {
        guard let one = Lesson.modelCost, let pretraining = Lesson.pretrainingCost,
            let all = ParadigmsTotals.cost(tasks: count), let oneLow = one.low, let oneHigh = one.high,
            let low = pretraining.low, let high = pretraining.high, oneLow > 0, oneHigh > 0
        else { return nil }
        oneModel = one
        self.pretraining = pretraining
        models = all
        func breakEven(_ value: Double, _ metric: String) -> Figure {
            var subject = Subject()
            subject.metric = metric
            return Figure(.breakEven, value: value, unit: .models, subject: subject, inputs: [pretraining, one])
        }
        fewest = breakEven(low / oneHigh, "models from which one pretraining can pay")
        most = breakEven(high / oneLow, "models from which one pretraining up to its range's end pays at every price")
    }

    /// Which side is the cheaper.
    enum Verdict: Hashable, Sendable { case models, even, either, pretraining }

    var verdict: Verdict {
        let count = models.value / max(oneModel.low ?? 1, 1)
        if count.isSame(as: fewest.value) { return .even }
        return count < fewest.value ? .models : count > most.value ? .pretraining : .either
    }

    // MARK: - Axes

    /// The number of models, up to far beyond the last place where the two can cost the same.
    static let axis: SliderAxis = {
        let range = 1.0...10_000
        let exact = [1.0, 3, 20, 2_000, 10_000]
        let rounded = AxisScale.twelveADecade(range).map { $0 < 100 ? $0.rounded() : ($0 / 10).rounded() * 10 }
        return SliderAxis(
            name: "models", scale: .logarithmic(range), positions: Set(rounded + exact).sorted(), stops: exact,
            ticks: [1, 10, 100, 1_000, 10_000].map { ($0, .short($0)) }, text: SliderText.grouped)
    }()

    /// Money, from less than one model to more than ten thousand.
    static let money = AxisScale.logarithmic(1e4...1e10)
    static let moneyTicks = [1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10]
}
