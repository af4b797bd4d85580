import Cells
import Evidence

/// One size of Pythia with all that was measured while it read: its curves, and the stages that follow from them.
struct PythiaRun: Sendable {
    let size: PythiaSize
    let curves: [LearningCurve]
    /// How surprised the model is by the right last word of a story; less is better.
    let perplexity: Series?
    let stages: [PretrainingStage]
    /// The stages, the one that takes most of the axis first.
    let stagesByWidth: [PretrainingStage]
    /// The tokens read at each checkpoint, ascending.
    let checkpoints: [Double]
    private let plainAxis: SliderAxis

    private static let all: [PythiaSize: PythiaRun] = Dictionary(
        PythiaSize.allCases.map { ($0, PythiaRun($0)) }, uniquingKeysWith: { first, _ in first })

    static func of(_ size: PythiaSize) -> PythiaRun { all[size] ?? PythiaRun(size) }

    private init(_ size: PythiaSize) {
        self.size = size
        curves = PretrainingTask.allCases.compactMap { LearningCurve(size, $0) }
        perplexity = Archive.pythia.series("pythia/\(size.rawValue)/lambada_openai_ppl/0")
        checkpoints = curves.first?.series.figures(over: .tokensSeen).map(\.position) ?? []
        stages = PretrainingStage.all(curves: curves, perplexity: perplexity, checkpoints: checkpoints)
        let axis = PythiaRun.axis(checkpoints: checkpoints, stages: stages)
        plainAxis = axis
        let ends = stages.dropFirst().map { axis.scale.fraction(of: $0.tokens) } + [1]
        stagesByWidth = zip(stages, ends).map { (stage: $0, width: $1 - axis.scale.fraction(of: $0.tokens)) }
            .sorted { $0.width > $1.width }.map(\.stage)
    }

    func curve(_ task: PretrainingTask) -> LearningCurve? { curves.first { $0.task == task } }

    /// Any figure of the model, to bear its name.
    var figure: Figure? { curves.first?.series.figures.first }

    /// The perplexity of random weights.
    var firstPerplexity: Figure? { perplexity?.figures(over: .tokensSeen).first?.figure }

    /// The first checkpoint at which the smooth measure is clearly better than random weights, for good.
    var relief: Figure? { perplexity.flatMap(LearningCurve.firstRelief) }

    /// The stage that so many tokens lie in; nil where nothing was measured.
    func stage(at tokens: Double) -> PretrainingStage? {
        stages.last { tokens.reaches($0.tokens) } ?? stages.first
    }

    /// How many tasks have left chance after so many tokens.
    func countLeft(at tokens: Double) -> Int { curves.filter { $0.hasLeftChance(at: tokens) }.count }

    // MARK: - Axis

    /// The slider's axis, with the name of the stage beneath its own.
    func axis(at tokens: Double) -> SliderAxis {
        var axis = plainAxis
        if let name = stage(at: tokens)?.name { axis.captions = ["stage: " + name, name] }
        return axis
    }

    private static func axis(checkpoints: [Double], stages: [PretrainingStage]) -> SliderAxis {
        let read = checkpoints.filter { $0 > 0 }
        let range = (read.first ?? 1e6)...max(read.last ?? 1e12, (read.first ?? 1e6) * 10)
        return SliderAxis(
            name: "tokens read", scale: .logarithmicAfterZero(range),
            positions: [0] + SliderAxis.positions(range, exactly: read), stops: stages.map(\.tokens),
            ticks: [0, 1e7, 1e8, 1e9, 1e10, 1e11, range.upperBound].map { ($0, .short($0)) }, text: SliderText.short,
            borders: stages.dropFirst().dropLast().map(\.tokens))
    }
}

/// A time of the run between two borders, which follow from the figures.
struct PretrainingStage: Hashable, Sendable {
    var name: String
    /// Where it begins.
    var tokens: Double
    /// Why it begins there.
    var reason: Phrase

    /// The stages of a run: random weights; noise, once it has read; hints, when the smooth measure first gets better;
    /// first answers, when the first task leaves chance; a stage for each later checkpoint at which another one does;
    /// and the finished model.
    static func all(curves: [LearningCurve], perplexity: Series?, checkpoints: [Double]) -> [PretrainingStage] {
        guard let first = checkpoints.first, let last = checkpoints.last, last > first else { return [] }
        var stages = [PretrainingStage(name: "random weights", tokens: first, reason: "nothing has been read")]
        func add(_ stage: PretrainingStage) {
            if stage.tokens > stages[stages.count - 1].tokens, stage.tokens < last { stages.append(stage) }
        }
        let departures = departures(curves)
        if checkpoints.count > 1 {
            add(
                PretrainingStage(
                    name: "noise", tokens: checkpoints[1],
                    reason: "the first step of training is done, and every score is what it was"))
        }
        if let relief = perplexity.flatMap(LearningCurve.firstRelief), let tokens = relief.subject.tokensSeen,
            tokens < departures.first?.tokens ?? .infinity
        {
            add(
                PretrainingStage(
                    name: "hints", tokens: tokens,
                    reason: "the right word surprises it less, though no task has left chance"))
        }
        for (index, departure) in departures.enumerated() {
            let names = departure.tasks.map(\.shortName)
            add(
                PretrainingStage(
                    name: index == 0 ? "first answers" : names.joined(separator: ", "), tokens: departure.tokens,
                    reason: "\(words: listed(names)) \(words: names.count == 1 ? "leaves" : "leave") chance"))
        }
        stages.append(
            PretrainingStage(name: "foundation model", tokens: last, reason: "all of the text has been read"))
        return stages
    }

    /// The checkpoints at which tasks leave chance, ascending, with the tasks of each.
    private static func departures(_ curves: [LearningCurve]) -> [(tokens: Double, tasks: [PretrainingTask])] {
        var found: [(tokens: Double, tasks: [PretrainingTask])] = []
        for curve in curves {
            guard let tokens = curve.leavesChanceAt?.subject.tokensSeen else { continue }
            if let index = found.firstIndex(where: { $0.tokens.isSame(as: tokens) }) {
                found[index].tasks.append(curve.task)
            } else {
                found.append((tokens, [curve.task]))
            }
        }
        return found.sorted { $0.tokens < $1.tokens }
    }

    private static func listed(_ names: [String]) -> String {
        guard names.count > 1, let last = names.last else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + " and " + last
    }
}
