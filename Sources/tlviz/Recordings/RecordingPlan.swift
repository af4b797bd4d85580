import LittleWorld
import TinyLM

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
