import TinyLM

/// One model for each of several tasks against one for all of them, and what a model forgets while it is taught.
public struct ForgettingExperiment: Sendable {
    public var seed: UInt64 = 1
    /// Each draws its own notes.
    public var draws = 3
    /// Notes of each task to learn from.
    public var trainingCount = 1000
    public var developmentCount = 100
    public var testCount = 400
    public var learningRate = 1e-3
    /// Updates for one task; a model for several takes as many for each.
    public var steps = 700
    /// Of each ability.
    public var itemCount = 100
    public var abilities = Ability.allCases

    public init(seed: UInt64 = 1, draws: Int = 3) {
        self.seed = seed
        self.draws = draws
    }

    /// Nil where it was stopped. The same for any number of threads.
    public func run(from pretrained: Pretrained, pool: WorkerPool, watch: ExperimentWatch) -> ForgettingResult? {
        let teachings = Teaching.allCases
        let cells = (0..<draws).flatMap { draw in teachings.map { (draw: draw, teaching: $0) } }
        let notes = (0..<draws).map { self.notes(draw: $0) }
        let found = pool.jobs(
            costs: cells.map { $0.teaching.tasks.count * steps }, isStopped: watch.isStopped, progress: watch.progress
        ) { job, isStopped in
            let cell = cells[job]
            return marks(of: cell.teaching, draw: cell.draw, notes[cell.draw], from: pretrained, isStopped: isStopped)
        }
        guard let found, !watch.isStopped() else { return nil }
        let before = Examination.run(
            abilities: abilities, model: GPT(pretrained.parameters, pool: pool), itemCount: itemCount, seed: seed)
        return ForgettingResult(
            seed: seed, pretrained: pretrained.origin, draws: draws, trainingCount: trainingCount,
            developmentCount: developmentCount, testCount: testCount, steps: steps, learningRate: learningRate,
            batchRows: FineTuning.batchRows, mixedShare: 1 / Double(MixedText.period), before: before,
            models: teachings.map { teaching in
                model(teaching, zip(cells, found).filter { $0.0.teaching == teaching }.map(\.1))
            })
    }

    /// What one training came to: the fraction of test notes of each of its tasks, and the abilities.
    private struct Marks {
        var accuracies: [Double]
        var abilities: [AbilityScore]
    }

    private func notes(draw: Int) -> [NarrowTask: LabelledNotes] {
        let counts = NoteCounts(training: trainingCount, development: developmentCount, test: testCount)
        return Dictionary(
            uniqueKeysWithValues: NarrowTask.allCases.map {
                ($0, LabelledNotes(of: $0, counts: counts, draw: draw, seed: seed))
            })
    }

    private func marks(
        of teaching: Teaching, draw: Int, _ notes: [NarrowTask: LabelledNotes], from pretrained: Pretrained,
        isStopped: () -> Bool
    ) -> Marks? {
        let sets = teaching.tasks.compactMap { notes[$0] }
        let order = RandomSource(seed: seed, index: draw).first
        let tuning = FineTuning(
            initial: pretrained.parameters, learningRate: learningRate, steps: steps * sets.count,
            pretraining: teaching.isMixed ? LittleWorldText(seed: order) : nil, seed: order)
        let outcome = tuning.run(
            training: sets.flatMap(\.training), development: sets.flatMap(\.development), isStopped: isStopped)
        guard let outcome else { return nil }
        let model = GPT(outcome.parameters, pool: WorkerPool(threadCount: 1))
        return Marks(
            accuracies: sets.map { FineTuning.accuracy(of: outcome.parameters, on: $0.test) },
            abilities: Examination.run(abilities: abilities, model: model, itemCount: itemCount, seed: seed))
    }

    private func model(_ teaching: Teaching, _ marks: [Marks]) -> ForgettingResult.Model {
        ForgettingResult.Model(
            teaching: teaching, labels: (trainingCount + developmentCount) * teaching.tasks.count,
            tasks: teaching.tasks.enumerated().map { index, task in
                let accuracy = Spread(marks.map { $0.accuracies[index] })
                return ForgettingResult.TaskScore(
                    task: task, accuracy: accuracy,
                    standardError: standardError(of: accuracy.mean, count: testCount),
                    bestAccuracy: task.bestAccuracy)
            },
            abilities: abilities.enumerated().map { index, ability in
                let scores = marks.map { $0.abilities[index] }
                let exactMatch = Spread(scores.map(\.exactMatch))
                return ForgettingResult.AbilityAfter(
                    ability: ability, exactMatch: exactMatch, itemCount: scores.first?.itemCount ?? 0,
                    standardError: standardError(of: exactMatch.mean, count: scores.first?.itemCount ?? 0))
            })
    }
}

/// What a model is taught.
public enum Teaching: String, CaseIterable, Codable, Sendable {
    /// The costly one first, so that no thread is left with it at the end.
    case allTasks
    case diagnosisMixed
    case diagnosis, goodSentence, subjectNumber

    /// A plain name of a few words.
    public var name: String {
        switch self {
        case .allTasks: "all tasks"
        case .diagnosisMixed: "diagnosis, a tenth old text"
        case .diagnosis: NarrowTask.diagnosis.name
        case .goodSentence: NarrowTask.goodSentence.name
        case .subjectNumber: NarrowTask.subjectNumber.name
        }
    }

    public var tasks: [NarrowTask] {
        switch self {
        case .allTasks: NarrowTask.allCases
        case .diagnosisMixed, .diagnosis: [.diagnosis]
        case .goodSentence: [.goodSentence]
        case .subjectNumber: [.subjectNumber]
        }
    }

    /// Whether a tenth of the rows is pretraining's own text.
    public var isMixed: Bool { self == .diagnosisMixed }
}
