import Evidence

/// The tasks whose accuracy was measured over the number of labelled examples.
enum LearningTask: Int, CaseIterable, Sendable {
    case mnli, boolq, rte, cb, copa, wic, multirc

    var slug: String { "\(self)" }

    /// The benchmark's name, as its paper writes it.
    var name: String {
        switch self {
        case .mnli: "MNLI"
        case .boolq: "BoolQ"
        case .rte: "RTE"
        case .cb: "CB"
        case .copa: "COPA"
        case .wic: "WiC"
        case .multirc: "MultiRC"
        }
    }

    /// What is asked, in two or three words.
    var plain: String {
        switch self {
        case .mnli, .rte: "does it follow?"
        case .boolq: "yes or no?"
        case .cb: "is it meant?"
        case .copa: "cause or effect?"
        case .wic: "same meaning?"
        case .multirc: "which are right?"
        }
    }

    /// The same in a word or two, where the name has little room.
    var brief: String {
        switch self {
        case .mnli, .rte: "follows?"
        case .boolq: "yes or no?"
        case .cb: "meant?"
        case .copa: "cause?"
        case .wic: "same?"
        case .multirc: "which?"
        }
    }

    /// What is asked, in a sentence.
    var question: Phrase {
        switch self {
        case .mnli: "MNLI: does a second sentence follow from a first one, contradict it, or neither?"
        case .rte: "RTE: does a sentence follow from a short text, yes or no?"
        case .boolq: "BoolQ: a yes-or-no question about a paragraph."
        case .cb: "CB: does a speaker hold true what an inner clause of the sentence says?"
        case .copa: "COPA: which of two sentences is the likelier cause, or effect, of a third?"
        case .wic: "WiC: does a word mean the same in two sentences?"
        case .multirc: "MultiRC: which of several answers to a question about a paragraph are right?"
        }
    }

    /// Whether its score is the share of right answers; else it is one of agreement, F1.
    var isShareOfRight: Bool { self != .cb && self != .multirc }

    /// What its score is, where that is no share of right answers.
    var meaningOfScore: Phrase {
        switch self {
        case .cb:
            "The score is \(scoreName), not a share of right answers: for each verdict how well the model's picks and the right ones agree, and the mean of these; all right: a hundred."
        case .multirc:
            "The score is \(scoreName), not a share of right answers: how well the answers it calls right agree with those that are; if all agree, a hundred."
        case .mnli, .boolq, .rte, .copa, .wic: ""
        }
    }

    /// The same in a line.
    func meaningOfScore(isShort: Bool) -> Phrase {
        isShort
            ? "Score: \(scoreName), not a share of right answers; all right: a hundred."
            : "Score: \(scoreName), how well its picks and the right answers agree; not a share of right answers."
    }

    private var scoreName: Phrase {
        curve(.pattern, .mean).main?.figures.first.map { "\(name: "F1", of: $0)" } ?? ""
    }

    /// A score as a sentence or a label has it: in percent where it is a share of right answers.
    func score(_ figure: Figure, isApproximate: Bool = false) -> Phrase {
        switch (isShareOfRight, isApproximate) {
        case (true, false): "\(figure)"
        case (true, true): "\(figure.approximately)"
        case (false, false): "\(figure.withoutUnit)"
        case (false, true): "\(figure.approximateNumber)"
        }
    }

    /// What a model does at it, after a score.
    var doing: String {
        switch self {
        case .mnli, .rte: "at what follows from a text"
        case .boolq: "at yes-or-no questions"
        case .cb: "at what a speaker holds true"
        case .copa: "at finding cause or effect"
        case .wic: "at meanings of a word"
        case .multirc: "at picking right answers"
        }
    }

    /// Every number of labelled examples that was tried has a place.
    static let axisRange = 10.0...392_702.0

    func axis(taught: Figure?) -> SliderAxis {
        let stops = [taught?.low, taught?.high].compactMap { $0 }
        let places = [10, 100, 1e3, 1e4, 1e5, LearningTask.axisRange.upperBound]
        return SliderAxis(
            name: "labels", scale: .logarithmic(LearningTask.axisRange),
            positions: SliderAxis.positions(
                LearningTask.axisRange, exactly: (LearningFigures.sizes[self] ?? []) + stops),
            stops: stops, ticks: places.map { ($0, $0 < 1e4 ? .grouped($0) : .short($0)) }, lessonStops: stops,
            text: SliderText.grouped)
    }

    /// The two ways to fine-tune. In both the weights move.
    enum Method: CaseIterable, Sendable {
        case pattern, head

        var slug: String { self == .pattern ? "pattern" : "head" }
        var name: String { self == .pattern ? "pattern" : "new head" }
        /// What stands after its value, longest first: a pattern is a sentence with a gap.
        var names: [String] { self == .pattern ? ["pattern", "gap"] : ["new head", "head"] }
    }

    enum Measure: CaseIterable, Sendable {
        case mean, best

        var slug: String { self == .mean ? "mean" : "best" }
    }

    func curve(_ method: Method, _ measure: Measure) -> FineTuningSeries {
        LearningFigures.curves[LearningFigures.Key(task: self, method: method, measure: measure)]
            ?? FineTuningSeries(main: nil, others: [])
    }

    /// GPT-3 of 175B with the task's examples in its prompt, by the same metric; no weight moved.
    var prompted: Figure? { LearningFigures.prompted[self] }

    /// How many labelled examples the pattern is worth on average.
    var worth: Figure? { LearningFigures.worth[self] }

    /// The lowest and the highest value of the picture: whole tens around everything measured by either measure.
    var range: ClosedRange<Double> { LearningFigures.ranges[self] ?? 0...100 }
}

/// One way to fine-tune on one task, over the number of labelled examples. Points of another number of seeds are
/// series of their own: no line joins them to the others.
struct FineTuningSeries: Sendable {
    /// The series with the most seeds, which is drawn as a line.
    var main: Series?
    /// Series with fewer seeds, drawn as points.
    var others: [Series]

    var all: [Series] { [main].compactMap { $0 } + others }

    /// What was measured with so many examples, whatever the seeds; between measured numbers, what the main series says.
    func reading(at examples: Double) -> Reading {
        for series in all {
            let reading = series.reading(at: examples, over: .labelledExamples)
            if case .exact = reading { return reading }
        }
        return main?.reading(at: examples, over: .labelledExamples) ?? .none
    }

    /// The points of the main series that another curve's main series has too, where both have the same seeds.
    func shared(with other: FineTuningSeries) -> [(examples: Double, first: Figure, second: Figure)] {
        guard let main, let second = other.main else { return [] }
        return main.figures(over: .labelledExamples).compactMap { place in
            guard
                let match = second.figures(over: .labelledExamples)
                    .first(where: { $0.position.isSame(as: place.position) })
            else { return nil }
            return (place.position, place.figure, match.figure)
        }
    }

    /// How two curves end: from some number of examples on they are within two points of each other, or one stays
    /// more than two points above.
    enum Ending: Sendable {
        case level(from: Figure)
        case above(from: Figure)
        case below(from: Figure)
        case none
    }

    /// Up to so many points of accuracy two curves are level.
    private static let levelLead = 2.0

    func ending(against other: FineTuningSeries) -> Ending {
        let points = shared(with: other)
        guard let last = points.last else { return .none }
        func sign(_ point: (examples: Double, first: Figure, second: Figure)) -> Int {
            let lead = point.first.value - point.second.value
            return abs(lead) <= FineTuningSeries.levelLead ? 0 : lead > 0 ? 1 : -1
        }
        let run = points.reversed().prefix { sign($0) == sign(last) }
        guard let start = run.last else { return .none }
        let place = LearningFigures.place(.meeting, start.examples, [start.first, start.second])
        return sign(last) == 0 ? .level(from: place) : sign(last) > 0 ? .above(from: place) : .below(from: place)
    }

    /// The number of examples from which on every point of the main series lies above a score; nil where none does.
    func overtakes(_ score: Figure) -> Figure? {
        let points = main?.figures(over: .labelledExamples) ?? []
        let run = points.reversed().prefix { $0.figure.value > score.value }
        guard let start = run.last else { return nil }
        return LearningFigures.place(.overtaking, start.position, [start.figure, score])
    }
}
