import ArgumentParser
import Engine
import Evidence
import LittleWorld
import TinyLM

/// `tlviz record`: trains every run that the program carries, and writes them as its assets.
struct RecordCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record", abstract: "Train again every run that tlviz carries, and write them as its assets.")

    @Option(parsing: .unconditional, help: "The folder of the assets.") var output = "Assets/runs"
    @Option(parsing: .unconditional, help: "The folder in which the runs are trained, and from which they go on.")
    var work = "runs/recorded"
    @Option(help: "Train only the runs whose names begin so, and write no assets.") var only: String?
    @Flag(help: "Train nothing: ask the models that are recorded the prompts that are shown, again.") var prompts =
        false
    @Option(parsing: .unconditional, help: "Threads; all processors where it is left out.") var threads: Int?

    func run() throws {
        let pool = WorkerPool(threadCount: try threadCount(threads))
        defer { pool.end() }
        Interruption.listen()
        if prompts { return try recordPrompts(pool: pool) }
        let plans = RecordingPlan.all.filter { only == nil || $0.description.roundedName.hasPrefix(only ?? "") }
        for (index, plan) in plans.enumerated() {
            let recorder = Recorder(plan: plan, folder: "\(work)/\(plan.description.roundedName)", pool: pool)
            try recorder.train(label: "run \(index + 1) of \(plans.count)")
            if Interruption.isWanted {
                StandardError.tell("stopped; the same command goes on")
                return
            }
        }
        guard only == nil else { return }
        try RecordingAssets(plans: plans, work: work).write(to: output)
        try recordExperiments()
        try recordPrompts(pool: pool)
    }
}

extension RecordCommand {
    /// What is measured of the first run of M: transfer, adaptation, forgetting.
    private func recordExperiments() throws {
        let run = "\(work)/\(RecordingPlan.experimentRun)"
        for (name, command) in [
            ("transfer", TransferCommand.self), ("adaptation", AdaptationCommand.self),
            ("forgetting", ForgettingCommand.self),
        ] as [(String, any ParsableCommand.Type)] {
            let path = "\(output)/\(name).json"
            var experiment = try command.parse([run, "--format", "json", "--output", path])
            try experiment.run()
        }
    }

    /// What the models whose weights are recorded answer to the prompts that are shown.
    private func recordPrompts(pool: WorkerPool) throws {
        let models = RecordingPlan.all.flatMap { plan -> [RecordedWeights] in
            let run = plan.description
            if plan.hasTrajectory {
                return RecordedPrompts.ages.map {
                    RecordedWeights(run: run, step: $0, file: "trajectory", prefix: "\($0)/")
                }
            }
            guard plan.keepsWeights, let size = run.size else { return [] }
            return [RecordedWeights(run: run, step: run.recipe.steps, file: "sizes", prefix: "\(size.rawValue)/")]
        }
        var line = ProgressLine()
        var lines = ""
        for (index, model) in models.enumerated() {
            let name = model.run.roundedName
            if line.isDue { line.show(["prompts \(index + 1) of \(models.count)", "\(name), step \(model.step)"]) }
            let asked = GPT(try model.parameters(in: output), pool: pool)
            guard
                let record = try PromptRecord.Model(
                    of: asked, run: name, step: model.step, isStopped: { Interruption.isWanted })
            else {
                line.clear()
                return StandardError.tell("stopped; nothing was written")
            }
            lines += "\(name) \(model.step) " + (try jsonLine(record))
        }
        line.clear()
        try OutputFile.write(lines, to: "\(output)/prompts.jsonl")
    }
}

/// Where the weights of a recorded model lie.
private struct RecordedWeights {
    var run: RunDescription
    var step: Int
    /// Without its ending.
    var file: String
    var prefix: String

    func parameters(in folder: String) throws(CommandError) -> ModelParameters {
        let path = "\(folder)/\(file).safetensors"
        return try withCommandErrors { () throws(StorageError) in
            let tensors = try TensorFile(path: path).tensors.filter { $0.name.hasPrefix(prefix) }.map {
                TensorFile.Tensor(name: String($0.name.dropFirst(prefix.count)), shape: $0.shape, values: $0.values)
            }
            return try ModelParameters(shape: run.shape, tensors: tensors, file: path)
        }
    }
}
