import Evidence

/// A training history as the panel draws it, whoever trained the model: a curve for each ability, the axis of the
/// tokens that were read, and the stages that follow from the figures.
struct HistoryCurves: Sendable {
    let history: TrainingHistory
    /// At most as many as there is a number word and a row for.
    let curves: [LearningCurve]
    let stages: [PretrainingStage]
    /// The stages, the one that takes most of the axis first.
    let stagesByWidth: [PretrainingStage]
    /// The tokens read at each point of the history, ascending.
    let checkpoints: [Double]
    /// Whether the history reaches to the end of its training.
    let isWhole: Bool
    /// How improbable the text is to the model, on an axis where less is better; nil where it was not measured.
    let surprise: Series?
    /// The largest part of any matrix at any report, seen from afar; nil where none tells.
    let largestWeight: Double?
    private let plainAxis: SliderAxis

    private static let mostCurves = 8

    init(_ history: TrainingHistory) {
        self.history = history
        let curves = AbilityWords.shown(of: history).compactMap { LearningCurve($0, of: history) }
        self.curves = Array(curves.prefix(HistoryCurves.mostCurves))
        checkpoints = history.points.map(\.tokensSeen)
        isWhole = history.tokens.map { (history.points.last?.tokensSeen ?? 0).reaches($0.value) } ?? false
        surprise =
            Series(history.points.compactMap(\.loss), named: "\(history.model)/loss")
            ?? self.curves.lazy.compactMap(\.smooth).first { $0.subject.higherIsBetter == false }
        largestWeight = history.points.lazy.flatMap(\.weights).compactMap(\.largest).max()
        let isPublished = history.origin.isPublished
        stages = PretrainingStage.all(
            curves: self.curves, checkpoints: checkpoints, writesSentencesAt: HistoryCurves.sentences(in: history),
            namesFirst: isPublished, isWhole: isWhole)
        let axis = HistoryCurves.axis(
            checkpoints: checkpoints, end: history.tokens?.value, stages: stages, isPublished: isPublished)
        plainAxis = axis
        let ends = stages.dropFirst().map { axis.scale.fraction(of: $0.tokens) } + [1]
        stagesByWidth = zip(stages, ends).map { (stage: $0, width: $1 - axis.scale.fraction(of: $0.tokens)) }
            .sorted { $0.width > $1.width }.map(\.stage)
    }

    func curve(_ ability: String) -> LearningCurve? { curves.first { $0.ability.id == ability } }

    /// A figure of the model, to bear its name.
    var figure: Figure { curves.first?.series.figures.first ?? surprise?.figures.first ?? history.parameters }

    /// The kind of the figures that nothing is computed from.
    var kind: Figure.Kind { history.origin.isPublished ? .published : .measured }

    /// What a token is called: of the little world, each is a word.
    var unit: String { history.origin.isPublished ? "tokens" : "words" }

    /// The first report from which on half of what it writes and more are sentences; nil where none is.
    private static func sentences(in history: TrainingHistory) -> Double? {
        guard let ability = history.abilities.first(where: { $0.id == AbilityWords.sentences }) else { return nil }
        return history.sharp(ability).reversed().prefix { $0.value >= 0.5 }.last?.subject.tokensSeen
    }

    /// Whether half of what it writes are sentences after so many tokens; nil where it was not asked yet.
    func writesSentences(at tokens: Double) -> Bool? {
        let asked = history.points.contains { point in
            tokens.reaches(point.tokensSeen) && point.results.contains { $0.ability.id == AbilityWords.sentences }
        }
        guard asked else { return nil }
        return HistoryCurves.sentences(in: history).map { tokens.reaches($0) } ?? false
    }

    /// What it wrote at a place, or at the last report before it that tells.
    func writing(at tokens: Double) -> [GeneratedText] {
        let texts = history.points.last { !$0.writing.isEmpty && tokens.reaches($0.tokensSeen) }?.writing ?? []
        let first = RecordedPrompts.firstTexts.compactMap { prompt in texts.first { $0.prompt == prompt } }
        return first + texts.filter { !RecordedPrompts.firstTexts.contains($0.prompt) }
    }

    /// How many prompts it was asked to go on with.
    var promptCount: Int { history.points.first { !$0.writing.isEmpty }?.writing.count ?? 0 }

    /// The curve whose smooth measure can get clearly better: it comes with standard errors.
    var hinting: LearningCurve? {
        curves.first { $0.smooth?.figures.contains { $0.subject.standardError != nil } ?? false }
    }

    /// The stage that so many tokens lie in; nil where nothing was measured.
    func stage(at tokens: Double) -> PretrainingStage? {
        stages.last { tokens.reaches($0.tokens) } ?? stages.first
    }

    /// How many tasks have left chance after so many tokens.
    func countLeft(at tokens: Double) -> Int { curves.filter { $0.hasLeftChance(at: tokens) }.count }

    /// Whether every score at a place is what it was with random weights.
    func isAsAtFirst(at tokens: Double) -> Bool {
        HistoryCurves.isAsAtFirst(curves, at: tokens)
    }

    static func isAsAtFirst(_ curves: [LearningCurve], at tokens: Double) -> Bool {
        curves.allSatisfy { curve in
            let figures = curve.series.figures(over: .tokensSeen)
            guard let first = figures.first, let there = figures.first(where: { $0.position.isSame(as: tokens) }) else {
                return false
            }
            return first.figure.value == there.figure.value
        }
    }

    // MARK: - Axis

    /// The slider's axis, with the name of the stage beneath its own.
    func axis(at tokens: Double) -> SliderAxis {
        var axis = plainAxis
        if let name = stage(at: tokens)?.name { axis.captions = ["stage: " + name, name] }
        return axis
    }

    /// It reaches to the end of the training; the knob goes as far as something was measured.
    private static func axis(
        checkpoints: [Double], end: Double?, stages: [PretrainingStage], isPublished: Bool
    ) -> SliderAxis {
        let read = checkpoints.filter { $0 > 0 }
        // One that grows has the same axis from its first report to its last.
        let first = isPublished ? read.first ?? 1e6 : 1e3
        let range = first...max(end ?? 0, read.last ?? 0, first * 10)
        let last = read.last ?? 0
        return SliderAxis(
            name: isPublished ? "tokens read" : "words read", scale: .logarithmicAfterZero(range),
            positions: [0] + SliderAxis.positions(range, exactly: read).filter { last.reaches($0) },
            stops: stages.isEmpty ? [0] : stages.map(\.tokens), ticks: ticks(range), text: SliderText.short,
            borders: stages.dropFirst().dropLast().map(\.tokens))
    }

    /// Nothing, the decades, and the end; a decade that would stand beside the end gives way to it.
    private static func ticks(_ range: ClosedRange<Double>) -> [(position: Double, label: AxisText)] {
        let decades = (0...15).map { Logarithm.power10(Double($0)) }
            .filter { $0 > range.lowerBound && Logarithm.base10(range.upperBound / $0) > 0.2 }
        return ([0] + decades + [range.upperBound]).map { ($0, .short($0)) }
    }

    /// The axis of a history that has not come yet.
    static let emptyAxis = SliderAxis(
        name: "words read", scale: .logarithmicAfterZero(1e3...1e7), positions: [0], stops: [0],
        ticks: [(0, .short(0))], text: SliderText.short)
}

extension HistoryCurves: Equatable {
    static func == (first: HistoryCurves, second: HistoryCurves) -> Bool { first.history == second.history }
}

extension TrainingHistory.Origin {
    /// Whether others made it.
    var isPublished: Bool {
        if case .published = self { true } else { false }
    }
    /// Whether the program carries it.
    var isRecorded: Bool {
        if case .recorded = self { true } else { false }
    }
}
