/// A run in training: a trainer, the folder that keeps it, and the reports it gives.
///
/// Reports and the mean losses in them depend on steps alone, so that a run that was ended and resumed tells what one that
/// never ended tells, apart from times.
public final class TrainingRun {
    public let folder: RunFolder
    public let trainer: Trainer
    /// The model in training, to be examined between steps.
    public let model: GPT
    private var crossEntropySum = 0.0
    private var stepsSinceReport = 0
    private var latest: StepResult?
    private var seconds = 0.0
    private var mark = ContinuousClock.now
    private var reportMark: (seconds: Double, tokens: Int) = (0, 0)
    private var savedAt = ContinuousClock.now

    /// The most seconds of work that the end of the process can lose.
    private let secondsBetweenSaves: Double

    public var description: RunDescription { folder.description }
    public var isFinished: Bool { trainer.step >= description.recipe.steps }

    /// Goes on from the folder's newest checkpoint, or begins. Throws 65 where a checkpoint is of another shape.
    public init(
        _ folder: RunFolder, text: any TrainingText, pool: WorkerPool, secondsBetweenSaves: Double = 4
    ) throws(StorageError) {
        self.folder = folder
        self.secondsBetweenSaves = secondsBetweenSaves
        let description = folder.description
        let checkpoint = try folder.latestCheckpoint()
        // Before memory is taken for what the description only claims.
        try checkpoint?.require(ParameterLayout(description.shape).expectedTensors, file: folder.path)
        trainer = Trainer(
            shape: description.shape, recipe: description.recipe, text: text, seed: description.seed, pool: pool)
        model = GPT(trainer, pool: pool)
        guard let checkpoint else { return }
        try trainer.restore(checkpoint, file: folder.path)
        let notes = checkpoint.notes
        crossEntropySum = notes[Note.sum].flatMap(Double.init) ?? 0
        stepsSinceReport = notes[Note.count].flatMap { Int($0) } ?? 0
        seconds = notes[Note.seconds].flatMap(Double.init) ?? 0
        reportMark = (seconds, trainer.tokensSeen)
    }

    private enum Note {
        static let (sum, count, seconds) = ("crossEntropySum", "stepsSinceReport", "seconds")
    }

    /// Trains until the run is finished or `isStopped`, which is asked after every step, and saves.
    ///
    /// - Parameters:
    ///   - examine: The abilities for a report after `step` updates, or nil.
    ///   - report: Called after a report was written.
    public func train(
        examine: (GPT, _ step: Int) -> [String: AbilityReport]?, isStopped: () -> Bool,
        report: (TrainingReport) -> Void
    ) throws(StorageError) {
        mark = .now
        savedAt = .now
        if trainer.step == 0 { try tell(examine, report) }
        while !isFinished, !isStopped() {
            let result = trainer.advance()
            latest = result
            crossEntropySum += result.crossEntropy
            stepsSinceReport += 1
            if ReportSchedule.isDue(step: trainer.step, of: description.recipe.steps) { try tell(examine, report) }
            if (ContinuousClock.now - savedAt).seconds > secondsBetweenSaves { try save() }
        }
        try save()
    }

    private func tell(
        _ examine: (GPT, Int) -> [String: AbilityReport]?, _ report: (TrainingReport) -> Void
    ) throws(StorageError) {
        countTime()
        let tokens = trainer.tokensSeen
        let speed =
            seconds > reportMark.seconds ? Double(tokens - reportMark.tokens) / (seconds - reportMark.seconds) : 0
        let line = TrainingReport(
            step: trainer.step, tokensSeen: tokens,
            crossEntropy: stepsSinceReport > 0
                ? crossEntropySum / Double(stepsSinceReport) : trainer.crossEntropyOfNextBatch(),
            learningRate: latest?.learningRate ?? 0, gradientNorm: latest?.gradientNorm ?? 0, tokensPerSecond: speed,
            seconds: seconds, abilities: examine(model, trainer.step))
        crossEntropySum = 0
        stepsSinceReport = 0
        try folder.append(line)
        report(line)
        // What examining took is not training's.
        mark = .now
        reportMark = (seconds, tokens)
    }

    private func countTime() {
        let now = ContinuousClock.now
        seconds += (now - mark).seconds
        mark = now
    }

    private func save() throws(StorageError) {
        countTime()
        var checkpoint = trainer.checkpoint
        checkpoint.notes = [
            Note.sum: "\(crossEntropySum)", Note.count: "\(stepsSinceReport)", Note.seconds: "\(seconds)",
        ]
        try folder.save(checkpoint)
        savedAt = .now
        mark = .now
    }
}
