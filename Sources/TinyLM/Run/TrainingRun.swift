/// A run in training: a trainer, the folder that keeps it, and the reports it gives.
///
/// Reports and the mean losses in them depend on steps alone, so that a run that was ended and resumed tells what one that
/// never ended tells, apart from times.
public final class TrainingRun {
    public let folder: RunFolder
    public let trainer: Trainer
    /// The model in training, to be examined between steps.
    public let model: GPT
    /// Time spent training since step 0, in seconds, over all the times that the run was resumed; examinations left out.
    public private(set) var seconds = 0.0
    private let heldOut: (any HeldOutText)?
    /// The rows of the held-out text that every report reads.
    private let heldOutRows: [Int]
    private var crossEntropySum = 0.0
    private var stepsSinceReport = 0
    private var latest: StepResult?
    private let clock: () -> Double
    private var mark: Double
    private var reportMark: (seconds: Double, tokens: Int) = (0, 0)
    private var savedAt: Double
    /// The report of this step is due and was not told, since its examination was stopped.
    private var isUntold = false

    /// The most seconds of work that the end of the process can lose.
    private let secondsBetweenSaves: Double

    public var description: RunDescription { folder.description }
    public var isFinished: Bool { hasAllSteps && !isUntold }
    private var hasAllSteps: Bool { trainer.step >= description.recipe.steps }

    /// Goes on from the folder's newest checkpoint, or begins.
    ///
    /// - Parameter clock: Tells seconds from any beginning, without those in which the process was stopped.
    /// - Throws: 65 where a checkpoint is of another shape, 71 where the machine has too little memory.
    public init(
        _ folder: RunFolder, text: any TrainingText, pool: WorkerPool, secondsBetweenSaves: Double = 4,
        clock: @escaping () -> Double = monotonicSeconds()
    ) throws(StorageError) {
        self.folder = folder
        self.secondsBetweenSaves = secondsBetweenSaves
        self.clock = clock
        (mark, savedAt) = (clock(), clock())
        let description = folder.description
        let checkpoint = try folder.latestCheckpoint()
        // Before memory is taken for what the description only claims.
        try checkpoint?.require(ParameterLayout(description.shape).expectedTensors, file: folder.path)
        try Trainer.requireMemory(description.shape, description.recipe, pool, run: folder.path)
        trainer = Trainer(
            shape: description.shape, recipe: description.recipe, text: text, seed: description.seed, pool: pool)
        model = GPT(trainer, pool: pool)
        heldOut = text as? any HeldOutText
        heldOutRows = heldOut.map { $0.heldOutRows(Self.heldOutRowCount(description.recipe)) } ?? []
        guard let checkpoint else { return }
        try trainer.restore(checkpoint, file: folder.path)
        let notes = checkpoint.notes
        func number(_ name: String) -> Double {
            notes[name].flatMap(Double.init).flatMap { $0.isFinite ? $0 : nil } ?? 0
        }
        crossEntropySum = number(Note.sum)
        stepsSinceReport = min(max(notes[Note.count].flatMap { Int($0) } ?? 0, 0), checkpoint.step)
        seconds = max(number(Note.seconds), 0)
        isUntold = checkpoint.isUntold
        reportMark = (seconds, trainer.tokensSeen)
    }

    fileprivate enum Note {
        static let (sum, count, seconds) = ("crossEntropySum", "stepsSinceReport", "seconds")
        static let untold = "isUntold"
    }

    /// Seconds of a clock that goes on whatever the system's date does.
    public static func monotonicSeconds() -> () -> Double {
        let start = SuspendingClock.now
        return { (SuspendingClock.now - start).seconds }
    }

    /// Rows of held-out text a report, so that all reports take about a twentieth of the time of training.
    static func heldOutRowCount(_ recipe: TrainingRecipe) -> Int {
        let reports = ReportSchedule.steps(of: recipe.steps).count
        // A row that is only read costs a third of one that is trained (Kaplan et al. 2020, section 2.1), and somewhat
        // more for being read alone.
        let cost = 1.2 / (3 * Double(recipe.batchRows))
        return Int(min(max(0.06 * Double(recipe.steps) / Double(reports) / cost, 2), 256))
    }

    /// Trains until the run is finished or `isStopped`, which is asked after every step, and saves.
    ///
    /// - Parameters:
    ///   - examine: The abilities for a report after `step` updates, or nil; may throw where `isStopped` is asked for
    ///     in its midst, and is asked again when the run goes on.
    ///   - report: Called after a report was written.
    /// - Throws: 70 where the training diverged: then nothing is saved, and the folder keeps what was before.
    public func train(
        examine: (GPT, _ step: Int) throws(ExaminationStopped) -> [String: AbilityReport]?, isStopped: () -> Bool,
        report: (TrainingReport) -> Void
    ) throws(StorageError) {
        mark = clock()
        savedAt = mark
        if trainer.step == 0 || isUntold { try tell(examine, report) }
        while !hasAllSteps, !isUntold, !isStopped() {
            let result = trainer.advance()
            guard result.crossEntropy.isFinite, result.gradientNorm.isFinite else { throw divergence }
            latest = result
            crossEntropySum += result.crossEntropy
            stepsSinceReport += 1
            if ReportSchedule.isDue(step: trainer.step, of: description.recipe.steps) { try tell(examine, report) }
            if clock() - savedAt > secondsBetweenSaves { try save() }
        }
        try save()
    }

    private var divergence: StorageError {
        StorageError(
            "\(folder.path): the training diverged at step \(trainer.step), where its numbers are infinite or none at all; "
                + "its last good checkpoint is kept; train with another --seed or size into another --output",
            exitCode: 70)
    }

    private func tell(
        _ examine: (GPT, Int) throws(ExaminationStopped) -> [String: AbilityReport]?, _ report: (TrainingReport) -> Void
    ) throws(StorageError) {
        countTime()
        let abilities: [String: AbilityReport]?
        do throws(ExaminationStopped) {
            abilities = try examine(model, trainer.step)
        } catch {
            isUntold = true
            return
        }
        isUntold = false
        let tokens = trainer.tokensSeen
        let speed =
            seconds > reportMark.seconds ? Double(tokens - reportMark.tokens) / (seconds - reportMark.seconds) : 0
        let line = TrainingReport(
            step: trainer.step, tokensSeen: tokens,
            crossEntropy: stepsSinceReport > 0
                ? crossEntropySum / Double(stepsSinceReport) : trainer.crossEntropyOfNextBatch(),
            learningRate: latest?.learningRate ?? 0, gradientNorm: latest?.gradientNorm ?? 0, tokensPerSecond: speed,
            seconds: seconds, abilities: abilities, heldOut: heldOutLoss)
        crossEntropySum = 0
        stepsSinceReport = 0
        try folder.append(line)
        report(line)
        // What examining took is not training's.
        mark = clock()
        reportMark = (seconds, tokens)
    }

    private var heldOutLoss: HeldOutLoss? {
        guard let heldOut else { return nil }
        var sums = HeldOutSums()
        sums.add(heldOutRows, of: heldOut, readBy: model)
        return sums.loss
    }

    private func countTime() {
        let now = clock()
        seconds += now - mark
        mark = now
    }

    private func save() throws(StorageError) {
        countTime()
        var checkpoint = trainer.checkpoint
        // The update of this step may have broken what the loss before it does not show.
        guard checkpoint.nameOfNotFinite == nil else { throw divergence }
        checkpoint.notes = [
            Note.sum: "\(crossEntropySum)", Note.count: "\(stepsSinceReport)", Note.seconds: "\(seconds)",
        ]
        if isUntold { checkpoint.notes[Note.untold] = "true" }
        try folder.save(checkpoint)
        mark = clock()
        savedAt = mark
    }
}

/// An examination was stopped in its midst: it tells nothing.
public struct ExaminationStopped: Error {
    public init() {}
}

extension Checkpoint {
    /// Whether the report of its step is due and was not told.
    var isUntold: Bool { notes[TrainingRun.Note.untold] != nil }
}

extension Duration {
    /// The whole of it in seconds.
    public var seconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
}
