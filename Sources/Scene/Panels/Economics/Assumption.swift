import Evidence

/// Something that a comparison of costs stands on and that is not known for certain.
enum Assumption: CaseIterable, Hashable, Sendable {
    /// What one model for one task costs, one pretraining, and adapting the pretrained model to one task.
    case model, pretraining, adapting
    /// Of each of those who share a model: its tasks, and how long it reads what the model writes.
    case tasksOfUser, reading
    case tokenPrice
    /// The rent of a machine.
    case hourPrice

    /// Its name in wordings of falling length.
    var names: [String] {
        switch self {
        case .model: ["one model for one task", "model for a task", "a task model"]
        case .pretraining: ["one pretraining", "pretraining"]
        case .adapting: ["adapting it to one task", "adapting it", "adapting"]
        case .tasksOfUser: ["tasks of each user", "tasks of a user", "tasks each"]
        case .reading: ["hours each reads of it", "hours of use", "use"]
        case .tokenPrice: ["a million tokens of that", "a million tokens", "price of it"]
        case .hourPrice: ["an hour of a machine", "hour of a machine", "an hour"]
        }
    }

    /// What it means, in a sentence.
    var meaning: String {
        switch self {
        case .model:
            "What a model for one task costs from its labels to its last test. No published price of such a model is known here."
        case .pretraining:
            "What one pretraining costs, paid once. Courses speak of the largest models; most published costs are lower."
        case .adapting:
            "What one more task costs once there is a pretrained model: a prompt, or fine-tuning on labels of that task."
        case .tasksOfUser:
            "How many tasks each user has. A user here is anyone who would otherwise train models: a company, a hospital."
        case .reading:
            "How long each user reads what the model writes, at the speed at which adults read. It is counted in tokens, for tokens are what is paid for."
        case .tokenPrice:
            "The list price of what the model writes. It is meant to earn back the pretraining too, so part of that is counted twice here, against sharing."
        case .hourPrice:
            "The rent of one machine for an hour. An hour of the machine that is measured here has no published price: these are of machines that large models are trained on."
        }
    }

    /// The figures that can stand for it, taught ones first; none where only the person can say.
    var options: [Figure] { Assumption.known[self] ?? [] }

    private static let known: [Assumption: [Figure]] = [
        .model: lesson(["l5/model-cost"]),
        .pretraining: lesson(["l2/cost", "l5/gpt4-cost", "l7/llama3/cost"])
            + costs("wired-2023", ["GPT-4"])
            + costs("epoch-cloud", ["GPT-4", "Llama 3.1 405B", "GPT-3 175B", "Llama 2 70B"])
            + costs("epoch-amortized", ["GPT-3 175B"]) + costs("deepseek-v3", ["DeepSeek-V3"]),
        .adapting: lesson(["l5/task-cost", "l3/finetune/cost", "l7/finetune/cost"])
            + costs("vicuna", ["Vicuna 7B", "Vicuna 13B"]),
        .tokenPrice: (Archive.prices.series("prices/written")?.figures ?? []).reversed(),
        .hourPrice: Archive.costs.identifiers(under: "price/").compactMap { Archive.costs.series($0)?.figures.first }
            .sorted { $0.value < $1.value },
    ]

    private static func lesson(_ ids: [String]) -> [Figure] {
        ids.compactMap { Archive.lesson.series($0)?.figures.first }
    }

    private static func costs(_ source: String, _ models: [String]) -> [Figure] {
        let figures = Archive.costs.series("costs/usd/\(source)")?.figures ?? []
        return models.compactMap { model in figures.first { $0.subject.model == model } }
    }

    /// What the person can choose among where nothing is known; empty where figures are.
    var steps: [Figure] {
        guard let ladder else { return [] }
        return ladder.steps.map { Figure(chosen: $0, unit: ladder.unit, metric: ladder.metric, isExample: true) }
    }

    /// Steps of an assumption that only the person can make, and which of them it begins at.
    fileprivate var ladder: (steps: [Double], first: Int, unit: Unit, metric: String)? {
        switch self {
        case .tasksOfUser: ([1, 2, 3, 5, 10, 20, 30, 50, 100, 200, 500, 1_000], 2, .tasks, "tasks of a user")
        case .reading: ([0, 1, 10, 100, 365, 1_000, 3_650, 10_000], 4, .hours, "hours that a user reads")
        default: nil
        }
    }
}

/// What stands for each assumption: one of its known figures, or the person's own.
struct Assumptions: Hashable, Sendable {
    private struct Setting: Hashable, Sendable {
        var option = 0
        /// How often it was doubled, or halved where negative; on a ladder, steps from its first.
        var notch = 0
        /// Whether the person made it, and not a case.
        var isOwn = false
    }

    private var settings: [Assumption: Setting] = [:]

    private static let mostNotches = 10
    /// What the first step up from nothing is, in dollars.
    private static let firstDollars = 100.0

    /// The known figure that stands for it, before the person changed it; nil where there is none.
    func base(_ assumption: Assumption) -> Figure? {
        let options = assumption.options
        guard !options.isEmpty else { return nil }
        return options[min(settings[assumption]?.option ?? 0, options.count - 1)]
    }

    /// What stands for it; nil where the tables carry nothing.
    func figure(_ assumption: Assumption) -> Figure? {
        let notch = settings[assumption]?.notch ?? 0
        if let ladder = assumption.ladder {
            let value = ladder.steps[min(max(0, ladder.first + notch), ladder.steps.count - 1)]
            return Figure(
                chosen: value, unit: ladder.unit, metric: ladder.metric,
                isExample: settings[assumption]?.isOwn != true)
        }
        guard let base = base(assumption), notch != 0 else { return base(assumption) }
        let factor = (0..<abs(notch)).reduce(1.0) { factor, _ in notch > 0 ? factor * 2 : factor / 2 }
        guard base.range.upperBound > 0 else {
            let value = (Self.firstDollars * factor / 2).rounded()
            return Figure(chosen: value...value, inPlaceOf: base)
        }
        return Figure(chosen: base.range.lowerBound * factor...base.range.upperBound * factor, inPlaceOf: base)
    }

    private func notches(_ assumption: Assumption) -> ClosedRange<Int> {
        if let ladder = assumption.ladder { return -ladder.first...ladder.steps.count - 1 - ladder.first }
        let isNothing = base(assumption).map { $0.range.upperBound == 0 } ?? true
        return (isNothing ? 0 : -Self.mostNotches)...Self.mostNotches
    }

    func canChange(_ assumption: Assumption, by steps: Int) -> Bool {
        notches(assumption).contains((settings[assumption]?.notch ?? 0) + steps)
    }

    mutating func change(_ assumption: Assumption, by steps: Int) {
        guard canChange(assumption, by: steps) else { return }
        settings[assumption, default: Setting()].notch += steps
        settings[assumption]?.isOwn = true
    }

    /// Another of the known figures takes its place; what the person made of the one before is gone.
    mutating func changeOption(_ assumption: Assumption, by steps: Int) {
        let count = assumption.options.count
        guard count > 1 else { return }
        let option = settings[assumption]?.option ?? 0
        settings[assumption] = Setting(option: (option + steps + count) % count)
    }

    /// Sets an assumption that only the person can make, to the step nearest to a value.
    mutating func set(_ assumption: Assumption, to value: Double) {
        guard let ladder = assumption.ladder,
            let nearest = ladder.steps.indices.min(by: {
                abs(ladder.steps[$0] - value) < abs(ladder.steps[$1] - value)
            })
        else { return }
        let notch = nearest - ladder.first
        settings[assumption] = notch == 0 ? nil : Setting(notch: notch)
    }
}

extension Figure {
    /// From its lower end to its upper one; a single value is both.
    var range: ClosedRange<Double> {
        let (first, second) = (low ?? value, high ?? value)
        guard first.isFinite, second.isFinite else { return 0...0 }
        return min(first, second)...max(first, second)
    }
}
