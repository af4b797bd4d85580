import TinyLM

/// How many labelled notes a narrow task takes, from random weights and from a pretrained model.
public struct TransferExperiment: Sendable {
    public var seed: UInt64 = 1
    /// Each draws its own notes to learn from and to choose by.
    public var draws = 3
    /// By task, the numbers of notes to learn from.
    public var trainingCounts: [NarrowTask: [Int]] = [
        .diagnosis: [10, 30, 100, 300, 1000, 3000], .goodSentence: [30, 300, 1000], .subjectNumber: [10, 30, 300],
    ]
    /// Labelled notes that the learning rate and the number of steps are chosen by; they are labels used too.
    public var developmentCount = 100
    public var testCount = 400
    /// Every start is tried with each.
    public var learningRates = [1e-3, 1.5e-3]
    /// Updates for a number of notes to learn from.
    public var steps: @Sendable (_ trainingCount: Int) -> Int = TransferExperiment.steps

    public init(seed: UInt64 = 1, draws: Int = 3) {
        self.seed = seed
        self.draws = draws
    }

    /// 100 to 900: few notes are soon learned by heart.
    public static func steps(trainingCount: Int) -> Int {
        switch trainingCount {
        case ..<30: 100
        case ..<100: 200
        case ..<300: 300
        case ..<1000: 500
        case ..<3000: 700
        default: 900
        }
    }

    /// Nil where it was stopped. The same for any number of threads.
    public func run(from pretrained: Pretrained, pool: WorkerPool, watch: ExperimentWatch) -> TransferResult? {
        let cells = cells(of: pretrained)
        let notes = notes()
        let found = pool.jobs(
            costs: cells.map { steps($0.trainingCount) }, isStopped: watch.isStopped, progress: watch.progress
        ) { job, isStopped in
            let cell = cells[job]
            guard let notes = notes[cell.task]?[cell.draw] else { return Marks?.none }
            return run(cell, notes, from: pretrained, isStopped: isStopped)
        }
        return found.map { result(of: zip(cells, $0).map(Trial.init), from: pretrained) }
    }

    /// One training.
    private struct Cell: Equatable {
        var task: NarrowTask
        var start: Start
        var trainingCount: Int
        var draw: Int
        var learningRate: Double
    }

    /// What one training came to.
    private struct Marks {
        var development: FineTuning.Outcome
        var test: Double
    }

    private struct Trial {
        var cell: Cell
        var marks: Marks

        init(_ pair: (Cell, Marks)) { (cell, marks) = pair }
    }

    /// The trainings, the longest first, so that no thread is left with one at the end.
    private func cells(of pretrained: Pretrained) -> [Cell] {
        // Both starts choose among the same rates; from random weights the best is often the one that pretraining has.
        let own = ModelSize.peakLearningRate(width: pretrained.parameters.shape.width)
        var cells: [Cell] = []
        for task in tasks {
            for count in trainingCounts[task] ?? [] {
                for start in Start.allCases {
                    for draw in 0..<draws {
                        for rate in learningRates + [own] {
                            cells.append(
                                Cell(task: task, start: start, trainingCount: count, draw: draw, learningRate: rate))
                        }
                    }
                }
            }
        }
        return cells.enumerated().sorted {
            (steps($1.element.trainingCount), $0.offset) < (steps($0.element.trainingCount), $1.offset)
        }.map(\.element)
    }

    private var tasks: [NarrowTask] { NarrowTask.allCases.filter { trainingCounts[$0] != nil } }

    /// By task, then draw.
    private func notes() -> [NarrowTask: [LabelledNotes]] {
        Dictionary(
            uniqueKeysWithValues: tasks.map { task in
                let counts = NoteCounts(
                    training: trainingCounts[task]?.max() ?? 0, development: developmentCount, test: testCount)
                return (task, (0..<draws).map { LabelledNotes(of: task, counts: counts, draw: $0, seed: seed) })
            })
    }

    private func run(
        _ cell: Cell, _ notes: LabelledNotes, from pretrained: Pretrained, isStopped: () -> Bool
    ) -> Marks? {
        let random = RandomSource(seed: seed, index: cell.draw)
        let start =
            switch cell.start {
            case .pretrained: pretrained.parameters
            case .random: ModelParameters(randomOf: pretrained.parameters.shape, seed: random.first)
            }
        let tuning = FineTuning(
            initial: start, learningRate: cell.learningRate, steps: steps(cell.trainingCount), seed: random.first)
        let training = Array(notes.training.prefix(cell.trainingCount))
        return tuning.run(training: training, development: notes.development, isStopped: isStopped).map {
            Marks(development: $0, test: FineTuning.accuracy(of: $0.parameters, on: notes.test))
        }
    }

    private func result(of trials: [Trial], from pretrained: Pretrained) -> TransferResult {
        TransferResult(
            seed: seed, pretrained: pretrained.origin, draws: draws, developmentCount: developmentCount,
            testCount: testCount, batchRows: FineTuning.batchRows,
            tasks: tasks.map { task in
                TransferResult.Task(
                    task: task, chance: task.chance, bestAccuracy: task.bestAccuracy,
                    points: (trainingCounts[task] ?? []).flatMap { count in
                        Start.allCases.map { start in
                            point(
                                trials.filter {
                                    ($0.cell.task, $0.cell.start, $0.cell.trainingCount) == (task, start, count)
                                }, start: start, trainingCount: count)
                        }
                    })
            })
    }

    /// Of each draw the training that did best on the development notes.
    private func point(_ trials: [Trial], start: Start, trainingCount: Int) -> TransferResult.Point {
        let chosen = (0..<draws).compactMap { draw in
            trials.filter { $0.cell.draw == draw }.reduce(Trial?.none) { best, trial in
                trial.marks.development.isBetter(than: best?.marks.development) ? trial : best
            }
        }
        let accuracy = Spread(chosen.map(\.marks.test))
        return TransferResult.Point(
            start: start, trainingLabels: trainingCount, developmentLabels: developmentCount,
            labels: trainingCount + developmentCount, steps: steps(trainingCount), accuracy: accuracy,
            standardError: standardError(of: accuracy.mean, count: testCount),
            learningRates: chosen.map(\.cell.learningRate))
    }
}

extension RandomSource {
    /// The first number that it will give.
    var first: UInt64 {
        var source = self
        return source.next()
    }
}
