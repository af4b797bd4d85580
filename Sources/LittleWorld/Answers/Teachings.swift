import Evidence

extension FineTuningCurve {
    /// A teaching so far.
    ///
    /// - Parameters:
    ///   - model: What it started from.
    ///   - checks: By the updates on notes, the accuracy on the development notes, 0 to 1.
    ///   - test: On the test notes, at the end.
    public init(
        _ teaching: TaskTeaching, of model: MeasuredModel, checks: [(step: Int, accuracy: Double)], test: Double? = nil
    ) {
        let task = teaching.task
        let start = teaching.startsFromRandomWeights ? model.untrained : model
        let labels = teaching.trainingCount + TaskTeaching.developmentCount
        func figure(_ accuracy: Double, after step: Int, items: Int) -> Figure? {
            Figure(
                measured: accuracy,
                Measurement(
                    task: task.rawValue, plain: task.name, metric: "accuracy", unit: .fraction, higherIsBetter: true,
                    chance: task.chance, standardError: standardError(of: accuracy, count: items), items: items,
                    labelledExamples: labels,
                    method: teaching.startsFromRandomWeights ? "training from random weights" : "fine-tuning"),
                of: start.fineTuned(steps: step))
        }
        self.init(
            model: start, task: task.rawValue, taskName: task.name, chance: ExperimentFigures.chance(of: task),
            best: ExperimentFigures.best(of: task), trainingLabels: teaching.trainingCount, labels: labels,
            points: checks.compactMap { check in
                figure(check.accuracy, after: check.step, items: TaskTeaching.developmentCount)
                    .map { Point(step: check.step, accuracy: $0) }
            },
            test: test.flatMap { figure($0, after: teaching.steps, items: TaskTeaching.testCount) })
    }
}
