import Evidence

/// The little world as a second ladder of sizes: models of the same text and length, each examined at its end.
struct SizeLadder: Equatable, Sendable {
    /// A size: its runs from different random weights, each with its last examination.
    struct Rung: Equatable, Sendable {
        let model: String
        let parameters: Figure
        var examinations: [UInt64: [AbilityResult]] = [:]
    }

    /// From small to large.
    private(set) var rungs: [Rung] = []

    /// Takes what a run was found to do at its end.
    mutating func add(_ results: [AbilityResult], model: String, parameters: Figure, seed: UInt64) {
        guard !results.isEmpty else { return }
        let known = rungs.firstIndex { $0.model == model }
        if known == nil {
            rungs.append(Rung(model: model, parameters: parameters))
            rungs.sort { $0.parameters.value < $1.parameters.value }
        }
        guard let index = rungs.firstIndex(where: { $0.model == model }) else { return }
        rungs[index].examinations[seed] = results
    }

    var sizes: [Double] { rungs.map(\.parameters.value) }

    /// An ability by size: of each size the run that stands in the middle, so that every figure is a measured one.
    func pair(_ ability: LessonAbility) -> MeasurePair? {
        let middles = rungs.compactMap { $0.middle(ability) }
        guard let sharp = Series(middles.map(\.sharp), named: "ladder/\(ability)"),
            let smooth = Series(middles.compactMap(\.smooth.first), named: "ladder/\(ability)/smooth"),
            smooth.figures.count == sharp.figures.count, let example = middles.first?.ability.example
        else { return nil }
        return MeasurePair(
            name: ability.name, asks: example.isEmpty ? [] : [example], family: "",
            sharp: .init(series: sharp, metric: "right answers", scale: StripScale(floor: 0, ceiling: 1)),
            smooth: .init(
                series: smooth, metric: "probability of the right answer", scale: StripScale(floor: 0, ceiling: 1)))
    }

    /// The ability of every seed, by size.
    func seeds(_ ability: LessonAbility) -> [Series] {
        Set(rungs.flatMap(\.examinations.keys)).sorted().compactMap { seed in
            let figures = rungs.compactMap { $0.result(ability, seed: seed)?.sharp }
            return Series(figures, named: "ladder/\(ability)/\(seed)")
        }
    }

    /// The lowest and the highest of the seeds at a size; nil where there is but one.
    func range(_ ability: LessonAbility, at parameters: Double) -> (low: Figure, high: Figure)? {
        guard let rung = rungs.first(where: { $0.parameters.value.isSame(as: parameters) }) else { return nil }
        let figures = rung.examinations.keys.compactMap { rung.result(ability, seed: $0)?.sharp }
            .sorted { $0.value < $1.value }
        guard figures.count > 1, let low = figures.first, let high = figures.last, low.value < high.value else {
            return nil
        }
        return (low, high)
    }

    /// How many runs of a size were examined.
    func runs(at parameters: Double) -> Int {
        rungs.first { $0.parameters.value.isSame(as: parameters) }?.examinations.count ?? 0
    }

    /// How an ability is asked and scored.
    func ability(_ ability: LessonAbility) -> ExaminedAbility? {
        rungs.lazy.compactMap { $0.middle(ability) }.first?.ability
    }
}

extension SizeLadder.Rung {
    fileprivate func result(_ ability: LessonAbility, seed: UInt64) -> AbilityResult? {
        examinations[seed]?.first { $0.ability.id == ability.idInTheLittleWorld }
    }

    /// The result of the run that is neither the best nor the worst; of two the worse.
    fileprivate func middle(_ ability: LessonAbility) -> AbilityResult? {
        let all = examinations.keys.sorted().compactMap { result(ability, seed: $0) }
            .sorted { $0.sharp.value < $1.sharp.value }
        return all.isEmpty ? nil : all[(all.count - 1) / 2]
    }
}

/// The recorded ladder, as its runs come in.
struct RecordedLadder: Equatable, Sendable {
    private(set) var ladder = SizeLadder()
    private(set) var failure: Failure?
    /// The smallest size of the list.
    private(set) var smallest: Double?
    private var listing: QuestionID?
    private var asked: [QuestionID: RunSummary] = [:]

    /// Asks for the list of runs once; what comes is asked for by itself.
    mutating func ask(_ questions: inout Questions) {
        guard listing == nil || failure != nil else { return }
        failure = nil
        listing = questions.ask(.recordedRuns)
    }

    /// Takes an answer to what was asked here; any other is left alone.
    mutating func receive(_ answer: Answer, to id: QuestionID, _ questions: inout Questions) {
        switch answer {
        case .runs(let runs) where id == listing:
            let runs = RecordedLadder.ofOneLength(runs)
            smallest = runs.map(\.parameters.value).min()
            for run in runs {
                guard case .recorded(let name) = run.origin else { continue }
                asked[questions.ask(.history(run: name))] = run
            }
        case .history(let history):
            guard let run = asked[id], let last = history.points.last(where: { !$0.results.isEmpty }) else { return }
            ladder.add(last.results, model: run.model, parameters: run.parameters, seed: run.seed)
        case .failure(let failure) where id == listing || asked[id] != nil: self.failure = failure
        default: break
        }
    }

    /// Runs of the length that most sizes have.
    private static func ofOneLength(_ runs: [RunSummary]) -> [RunSummary] {
        let byTokens = Dictionary(grouping: runs, by: \.tokens.value)
        return byTokens.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }?.value ?? []
    }
}
