import Cells
import Evidence

/// Panel 1: one model for each task against one pretrained model for all, over the number of tasks.
struct ParadigmsExhibit: HasSlider, HasRows {
    /// What stands at the end of a task's row and in the totals.
    enum Measure: CaseIterable, Sendable { case labels, cost, dataSets }

    /// A row: a task, or a comparison with and without pretraining.
    enum Choice: Hashable, Sendable {
        case task(Int)
        case evidence(Int)
    }

    /// A task in training the old way: how much of its bar is full.
    struct Training: Hashable, Sendable {
        var task: Int
        var fraction = 0.0
    }

    /// The lesson names three tasks; the panel opens on them.
    private static let opening = 3.0
    static let trainingSeconds = 1.2

    /// Moving it takes the choice to the newest task, where a task is chosen, and ends what was in training.
    var slider = Slider(opening) {
        didSet {
            guard slider.value != oldValue.value else { return }
            training = nil
            if case .task = choice { choice = .task(taskCount - 1) }
        }
    }
    private(set) var choice = Choice.task(Int(opening) - 1)
    var measure = Measure.labels
    private(set) var training: Training?

    var taskCount: Int {
        min(max(1, Int(min(slider.value, 1e3).rounded())), max(1, ParadigmsTask.all.count))
    }

    /// The tasks trained so far.
    var tasks: ArraySlice<ParadigmsTask> { ParadigmsTask.all.prefix(taskCount) }
    var taskFigures: [Figure] { tasks.map(\.labels) }

    var rowCount: Int { taskCount + ParadigmsEvidence.all.count }

    /// The rows are the tasks trained so far, then the evidence.
    var chosenRow: Int {
        get {
            switch choice {
            case .task(let index): min(index, taskCount - 1)
            case .evidence(let index): taskCount + index
            }
        }
        set {
            choice =
                newValue < taskCount
                ? .task(max(0, newValue))
                : .evidence(min(newValue - taskCount, max(0, ParadigmsEvidence.all.count - 1)))
        }
    }

    /// The task that the choice is about: the newest where evidence is chosen.
    var chosenTask: Int {
        if case .task(let index) = choice { return min(index, taskCount - 1) }
        return taskCount - 1
    }

    var chosenEvidence: ParadigmsEvidence? {
        guard case .evidence(let index) = choice, ParadigmsEvidence.all.indices.contains(index) else { return nil }
        return ParadigmsEvidence.all[index]
    }

    // MARK: - Axis

    var axis: SliderAxis {
        let last = Double(max(2, ParadigmsTask.all.count))
        return SliderAxis(
            name: "tasks", scale: .linear(1...last), positions: (1...Int(last)).map(Double.init),
            stops: (1...Int(last)).map(Double.init),
            ticks: [1, 5, 10, 15, last].map { ($0, .short($0)) }, text: SliderText.short)
    }

    // MARK: - Commands

    mutating func perform(_ command: Command, asking questions: inout Questions) {
        switch command {
        case .step: trainNext()
        case .measure:
            let all = Measure.allCases
            measure = all[((all.firstIndex(of: measure) ?? 0) + 1) % all.count]
        default: break
        }
    }

    /// One task more on both sides: the old bar fills from nothing, the answer of today is there at once. After the
    /// last task the first again.
    private mutating func trainNext() {
        if case .evidence = choice { choice = .task(chosenTask) }
        slider.move(to: axis.stop(after: slider.value), on: axis, glide: true)
        training = Training(task: taskCount - 1)
    }

    var isMoving: Bool { slider.isMoving || training != nil }

    mutating func advance(seconds: Double) {
        slider.advance(seconds: seconds, on: axis)
        training?.fraction += seconds / ParadigmsExhibit.trainingSeconds
        if let training, training.fraction >= 1 { self.training = nil }
    }

    mutating func settle() {
        slider.settle()
        training = nil
    }
}
