/// At which reports of a run something is done that is not training, and costs time: planned from the run's recipe alone,
/// so that a run that is resumed does what one that never stopped does, and never more than a fraction of training's time.
public struct ExaminationSchedule: Equatable, Sendable {
    /// The steps whose reports are examined, in their order.
    public let steps: [Int]
    private let due: Set<Int>

    /// - Parameters:
    ///   - cost: Of one examination, in steps of training.
    ///   - fraction: The most that all may cost, of the training before each.
    public init(_ recipe: TrainingRecipe, cost: Double, fraction: Double) {
        let last = recipe.steps
        let budget = fraction * Double(last)
        var spent = 0.0
        var steps: [Int] = []
        for step in ReportSchedule.steps(of: last) {
            // Something is kept for the last report, which matters most.
            let isAffordable =
                step < last
                ? spent + cost <= fraction * Double(step) && spent + 2 * cost <= budget : spent + cost <= budget
            guard isAffordable else { continue }
            spent += cost
            steps.append(step)
        }
        self.steps = steps
        due = Set(steps)
    }

    public func isDue(_ step: Int) -> Bool { due.contains(step) }

    /// The largest size of an examination, in `sizes` from large to small, of which a run can pay for `count` or, failing
    /// that, the smallest; `cost` is that of one of a size, in steps.
    public static func size(
        in sizes: [Int], for recipe: TrainingRecipe, fraction: Double, count: Int, cost: (Int) -> Double
    ) -> Int? {
        sizes.first { cost($0) * Double(count) <= fraction * Double(recipe.steps) } ?? sizes.last
    }
}
