import Evidence

/// A model for each task against one pretrained model for all of them, by what is assumed of their costs: over the number
/// of tasks, or over the number of those who share one model.
struct CostComparison: Sendable {
    /// What the costs are compared over.
    enum Quantity: Hashable, Sendable { case tasks, users }

    let quantity: Quantity
    let model: Figure
    let pretraining: Figure
    let adapting: Figure
    /// Of each user; one task where tasks are what is counted.
    let tasksOfUser: Figure?
    /// What each user pays for use.
    let use: Figure?
    /// From how many on one pretraining can pay, and from how many on it does at every price that is assumed; nil for
    /// no number at all.
    let fewest: Figure?
    let most: Figure?

    /// Nil where an assumption has no figure.
    init?(_ assumptions: Assumptions, over quantity: Quantity) {
        guard let model = assumptions.figure(.model), let pretraining = assumptions.figure(.pretraining),
            let adapting = assumptions.figure(.adapting)
        else { return nil }
        self.quantity = quantity
        (self.model, self.pretraining, self.adapting) = (model, pretraining, adapting)
        tasksOfUser = quantity == .users ? assumptions.figure(.tasksOfUser) : nil
        use = quantity == .users ? CostComparison.use(assumptions) : nil
        let tasks = tasksOfUser?.value ?? 1
        let inputs = [pretraining, model, adapting] + [tasksOfUser, use].compactMap { $0 }
        func crossing(_ cost: Double, _ gain: Double, _ metric: String) -> Figure? {
            guard gain > 0, cost.isFinite else { return nil }
            var subject = Subject()
            subject.metric = metric
            return Figure(
                quantity == .tasks ? .breakEvenWithAdapting : .breakEvenOfUsers,
                value: CostComparison.whole(cost / gain), unit: quantity == .tasks ? .tasks : .count, subject: subject,
                inputs: inputs)
        }
        let (low, high) = (pretraining.range.lowerBound, pretraining.range.upperBound)
        let uses = use?.range ?? 0...0
        fewest = crossing(
            low, (model.range.upperBound - adapting.range.lowerBound) * tasks - uses.lowerBound,
            "from which one pretraining can pay")
        most = crossing(
            high, (model.range.lowerBound - adapting.range.upperBound) * tasks - uses.upperBound,
            "from which one pretraining up to its range's end pays at every price")
    }

    /// The smallest whole number that is not below a value, but for what arithmetic adds.
    private static func whole(_ value: Double) -> Double { max(1, (value * (1 - 1e-12)).rounded(.up)) }

    /// The list price of what a user reads.
    private static func use(_ assumptions: Assumptions) -> Figure? {
        guard let hours = assumptions.figure(.reading), let price = assumptions.figure(.tokenPrice),
            let rate = Archive.constants.series("constant/reading-rate")?.figures.first,
            let words = Archive.constants.series("constant/words-per-token")?.figures.first, words.value > 0
        else { return nil }
        let perWord = hours.value * 60 / words.value / 1e6
        var subject = Subject()
        subject.metric = "cost of use of each user"
        return Figure(
            .costOfUse, value: perWord * rate.value * price.range.lowerBound,
            low: perWord * rate.range.lowerBound * price.range.lowerBound,
            high: perWord * rate.range.upperBound * price.range.upperBound, unit: .dollars, subject: subject,
            inputs: [hours, rate, words, price])
    }

    // MARK: - Costs

    /// What models of one's own cost: in all, or of each user.
    func own(_ count: Double) -> ClosedRange<Double> {
        let times = quantity == .tasks ? count : tasksOfUser?.value ?? 1
        return model.range.lowerBound * times...model.range.upperBound * times
    }

    /// What one model for all costs: in all, or of each user.
    func shared(_ count: Double) -> ClosedRange<Double> {
        let (sharers, tasks) = quantity == .tasks ? (1, count) : (max(1, count), tasksOfUser?.value ?? 1)
        func cost(_ end: KeyPath<ClosedRange<Double>, Double>) -> Double {
            pretraining.range[keyPath: end] / sharers + adapting.range[keyPath: end] * tasks
                + (use?.range[keyPath: end] ?? 0)
        }
        return cost(\.lowerBound)...cost(\.upperBound)
    }

    func ownCost(_ count: Double) -> Figure {
        quantity == .tasks
            ? CostComparison.cost(of: model, tasks: count)
            : figure(.ownCost, own(count), "cost of own models", [model, tasksOfUser].compactMap { $0 })
    }

    func sharedCost(_ count: Double) -> Figure {
        figure(
            quantity == .tasks ? .costOfSharing : .sharedCost, shared(count), "cost of one model for all",
            [pretraining, adapting] + [tasksOfUser, use].compactMap { $0 })
    }

    private func figure(
        _ formula: Formula, _ range: ClosedRange<Double>, _ metric: String, _ inputs: [Figure]
    ) -> Figure {
        var subject = Subject()
        subject.metric = metric
        return Figure(
            formula, value: range.lowerBound, low: range.lowerBound, high: range.upperBound, unit: .dollars,
            subject: subject, inputs: inputs)
    }

    /// A model for each of so many tasks.
    static func cost(of model: Figure, tasks count: Double) -> Figure {
        var subject = Subject()
        subject.metric = "cost of one model for each task"
        let range = model.range
        return Figure(
            .costOfModels, value: range.lowerBound * count, low: range.lowerBound * count,
            high: range.upperBound * count, unit: .dollars, subject: subject, inputs: [model])
    }

    // MARK: - Which is the cheaper

    enum Verdict: Hashable, Sendable { case own, even, either, shared }

    func verdict(_ count: Double) -> Verdict {
        let (own, shared) = (self.own(count), self.shared(count))
        if own.upperBound.isSame(as: shared.lowerBound) { return .even }
        if own.upperBound < shared.lowerBound { return .own }
        return own.lowerBound > shared.upperBound ? .shared : .either
    }

    /// Whether the price of a pretraining has no upper end.
    var isOpen: Bool { pretraining.subject.bound == "atLeast" }
}
