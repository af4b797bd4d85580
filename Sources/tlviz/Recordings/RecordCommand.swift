import ArgumentParser
import Engine
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
    @Option(parsing: .unconditional, help: "Threads; all processors where it is left out.") var threads: Int?

    func run() throws {
        let pool = WorkerPool(threadCount: try threadCount(threads))
        defer { pool.end() }
        Interruption.listen()
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
}

/// One run to be recorded.
struct RecordingPlan {
    var description: RunDescription
    /// Whether what it writes, predicts and looks like is recorded too, with checkpoints.
    var hasTrajectory = false
    /// Whether its last weights are kept.
    var keepsWeights = false

    /// M over 12M tokens, and every size over 4.1M, three seeds each.
    static let all: [RecordingPlan] =
        (1...3).map { seed in
            RecordingPlan(description: description(.medium, tokens: 12_288_000, seed), hasTrajectory: seed == 1)
        }
        + ModelSize.allCases.flatMap { size in
            (1...3).map { seed in
                RecordingPlan(description: description(size, tokens: 4_096_000, seed), keepsWeights: seed == 1)
            }
        }

    /// The run that experiments start from.
    static let experimentRun = "M-4.1M-1"
    /// Items an ability.
    static let itemCount = 100
    /// The seed of the items.
    static let examinationSeed: UInt64 = 7
    private static let checkpointCount = 22

    private static func description(_ size: ModelSize, tokens: Int, _ seed: UInt64) -> RunDescription {
        RunDescription(
            shape: ModelShape(size, vocabularyCount: Vocabulary.little.count, context: 64), size: size, tokens: tokens,
            seed: seed)
    }

    /// The steps at which a trajectory keeps weights: the start, the end, and between them evenly over the logarithm of
    /// the step, at steps that report.
    var checkpointSteps: [Int] {
        let due = ReportSchedule.steps(of: description.recipe.steps)
        guard let last = due.last, last > 27 else { return due }
        var steps: [Int] = [0]
        // Before that, hardly anything has moved.
        var wanted = 27.7
        let ratio = 1.31646
        while steps.count < Self.checkpointCount - 1, wanted < Double(last) {
            if let next = due.first(where: { Double($0) >= wanted }), next != steps.last, next < last {
                steps.append(next)
            }
            wanted *= ratio
        }
        return steps + [last]
    }
}
