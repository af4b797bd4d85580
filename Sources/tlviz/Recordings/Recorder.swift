import Engine
import LittleWorld
import TinyLM

/// Trains one run in a folder, and keeps beside it what is to be recorded.
struct Recorder {
    let plan: RecordingPlan
    let folder: String
    let pool: WorkerPool

    /// Trains until the run is finished or the person asks to stop.
    func train(label: String) throws(CommandError) {
        let run = try withCommandErrors { () throws(StorageError) in try open() }
        guard !run.isFinished else { return }
        let kept = Set(plan.checkpointSteps)
        var line = ProgressLine()
        var meter = RateMeter()
        let clock = WorkClock()
        var fault: CommandError?
        try withCommandErrors { () throws(StorageError) in
            try run.train(
                examine: { model, step in
                    do throws(CommandError) {
                        if plan.hasTrajectory {
                            try keep(model, step, run.trainer.tokensSeen, isCheckpoint: kept.contains(step))
                        }
                    } catch {
                        fault = error
                    }
                    return Self.abilities(of: model)
                },
                isStopped: {
                    let (step, steps) = (run.trainer.step, run.description.recipe.steps)
                    meter.note(Double(step), at: clock.now)
                    if line.isDue {
                        line.show(
                            [label, run.description.roundedName, "step \(step) of \(steps)"]
                                + timeLeft(meter.secondsLeft(to: Double(steps))))
                    }
                    return Interruption.isWanted || fault != nil
                }, report: { _ in })
        }
        line.clear()
        if let fault { throw fault }
    }

    /// What a recorded report examines.
    static func abilities(of model: GPT) -> [String: AbilityReport] {
        let scores = Examination.run(
            abilities: Ability.allCases, model: model, itemCount: RecordingPlan.itemCount,
            seed: RecordingPlan.examinationSeed)
        return Dictionary(uniqueKeysWithValues: scores.map { ($0.ability.rawValue, AbilityReport($0)) })
    }

    private func open() throws(StorageError) -> TrainingRun {
        try makeParentFolders(of: folder)
        let run =
            RunContents.exists(at: folder)
            ? try RunFolder.open(at: folder) : try RunFolder.create(at: folder, description: plan.description)
        return try TrainingRun(run, text: LittleWorldText(seed: plan.description.seed), pool: pool)
    }

    private func keep(_ model: GPT, _ step: Int, _ tokensSeen: Int, isCheckpoint: Bool) throws(CommandError) {
        let snapshot: CheckpointSnapshot?
        do throws(UnknownWord) {
            snapshot = try CheckpointSnapshot(of: model, step: step, tokensSeen: tokensSeen)
        } catch {
            throw CommandError("a prompt of the recording: \(error)", exitCode: 70)
        }
        guard let snapshot else { return }
        try OutputFile.write(jsonLine(snapshot), to: "\(folder)/snapshot-\(step).json")
        guard isCheckpoint else { return }
        try withCommandErrors { () throws(StorageError) in
            try AtomicFile.write(
                TensorFile(tensors: model.parameters.tensors).safetensors(precision: .half),
                to: "\(folder)/step-\(step).safetensors")
        }
    }
}
