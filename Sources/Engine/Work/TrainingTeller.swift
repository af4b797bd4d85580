import Evidence
import LittleWorld
import TinyLM

/// What a run in training tells: its history, with what the model writes and looks like, and how far it is.
struct TrainingTeller {
    private let run: TrainingRun
    private let job: Job
    private let clock: RestingClock
    /// What a run of the little world reads.
    private let text: LittleWorldText
    private let monotonic = TrainingRun.monotonicSeconds()
    private var reports: [TrainingReport]
    private var snapshots: [CheckpointSnapshot] = []
    /// Seconds that snapshots have taken.
    private var snapshotSeconds = 0.0
    private var meter = RateMeter()
    private var toldAt: Double?

    /// The most of training's time that snapshots may take.
    private static let snapshotFraction = 0.02
    /// Seconds between two tellings of progress: a person reads the line of text in them, and each picture that is drawn
    /// more often takes its time from training.
    private static let pause = 0.25

    init(_ run: TrainingRun, job: Job, clock: RestingClock) {
        self.run = run
        self.job = job
        self.clock = clock
        text = LittleWorldText(seed: run.description.seed)
        reports = run.folder.earlierReports
    }

    /// Adds a report and tells the history. Throws 70 where a number is one that no model has.
    mutating func tell(_ report: TrainingReport) throws(Failure) {
        reports.append(report)
        takeSnapshot(report)
        try tellHistory()
    }

    func tellHistory() throws(Failure) {
        let history = TrainingHistory(
            run.description, reports: reports, snapshots: snapshots, origin: .live(folder: run.folder.path),
            source: .ownRuns)
        guard let history else {
            throw Failure(
                "\(run.folder.path) tells of a model that cannot be; train into another folder", exitCode: 70)
        }
        job.answer(.history(history))
    }

    /// At the first report and the last, and between them as often as there is time.
    private mutating func takeSnapshot(_ report: TrainingReport) {
        let isEnd = report.step == 0 || report.step == run.description.recipe.steps
        guard isEnd || snapshotSeconds < Self.snapshotFraction * run.seconds else { return }
        let start = monotonic()
        let snapshot = try? CheckpointSnapshot(of: run.model, step: report.step, tokensSeen: report.tokensSeen) {
            job.isStopped
        }
        if let snapshot { snapshots.append(snapshot) }
        snapshotSeconds += monotonic() - start
    }

    mutating func tellProgressNowAndThen() {
        let now = monotonic()
        guard toldAt.map({ now - $0 >= Self.pause }) ?? true else { return }
        tellProgress(.training)
    }

    mutating func tellProgress(_ phase: Progress.Phase) {
        toldAt = monotonic()
        let (step, steps) = (run.trainer.step, run.description.recipe.steps)
        meter.note(Double(step), at: clock.now)
        let model = MeasuredModel(run.description, step: step, source: .ownRuns)
        func figure(_ value: Double?, _ task: String, _ plain: String, _ unit: Unit) -> Figure? {
            guard let value, let model else { return nil }
            return Figure(measured: value, Measurement(task: task, plain: plain, metric: plain, unit: unit), of: model)
        }
        let tokensPerStep = Double(run.description.recipe.tokensPerStep)
        let made = figure(Double(step), "step", "updates of the weights", .steps)
        let wanted = run.description.stepFigure
        let speed = figure(
            meter.rate.map { $0 * tokensPerStep }, "speed", "tokens read a second", .tokensPerSecond)
        let left = meter.secondsLeft(to: Double(steps)).map { seconds in
            Figure(
                .remainingTime, value: seconds, unit: .seconds, subject: wanted.subject,
                inputs: [wanted, made, speed].compactMap { $0 })
        }
        job.answer(
            .progress(
                Progress(
                    phase, fraction: Double(step) / Double(max(steps, 1)), step: made, steps: wanted,
                    tokensPerSecond: speed, secondsLeft: left, reading: reading)))
    }

    /// The first document of the batch that is read next.
    private var reading: TrainingDocument? {
        let (step, recipe) = (run.trainer.step, run.description.recipe)
        guard run.description.tokenizer == .world, step < recipe.steps else { return nil }
        let row = text.row(at: step * recipe.batchRows, length: recipe.context + 1)
        let words = row.tokens.dropFirst().prefix { $0 != LittleWorld.end }
        return TrainingDocument(text: Vocabulary.little.decode(words))
    }
}
