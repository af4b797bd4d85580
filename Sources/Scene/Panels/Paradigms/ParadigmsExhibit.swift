import Evidence

/// Panel 1: a model for each task against one pretrained model for all: in labels, in money, in published scores, and
/// measured in the little world.
struct ParadigmsExhibit: HasSlider, HasRows {
    /// Whose numbers are shown.
    enum DataSet: CaseIterable, Sendable { case published, littleWorld }

    /// What the picture shows.
    enum View: CaseIterable, Sendable {
        /// Labelled examples as roots of models, against one trunk that branches into prompts.
        case labels
        /// Where one pretraining costs as much as the models.
        case cost
        /// Published scores of one network without pretraining and with it.
        case worth
        /// Models from random weights against a pretrained one, trained on the same labels.
        case race
        /// What the pretrained model lost while it was fine-tuned.
        case forgetting

        var dataSet: DataSet {
            switch self {
            case .labels, .cost, .worth: .published
            case .race, .forgetting: .littleWorld
            }
        }
    }

    /// A task in training the old way: how much of its root has grown.
    struct Training: Hashable, Sendable {
        var task: Int
        var fraction = 0.0
    }

    /// Three tasks are the ones that the taught story begins with.
    private static let openingTasks = 3.0
    static let trainingSeconds = 1.2

    private(set) var view = View.labels
    /// The view of the data set that is not shown.
    private var otherView = View.race
    private var sliders: [View: Slider] = [
        .labels: Slider(openingTasks), .cost: Slider(openingTasks), .race: Slider(RaceTask.openingLabels),
    ]
    private var rows: [View: Int] = [.labels: Int(openingTasks) - 1]
    private(set) var training: Training?
    /// The knob that walks by itself.
    private var walk: SliderWalk?
    /// After which fine-tuning the view of forgetting looks.
    private(set) var teaching = 0
    private var record = WorldRecord()
    /// The race that was begun here last.
    private(set) var live: LiveRace?

    var dataSet: DataSet { view.dataSet }
    var transfer: Inquiry<TransferCurves> { record.transfer }
    var forgetting: Inquiry<ForgettingScores> { record.forgetting }

    // MARK: - Slider

    /// Moving the tasks takes the choice to the newest, and ends what was in training.
    var slider: Slider {
        get { sliders[view] ?? Slider(0) }
        set {
            let before = taskCount
            sliders[view] = newValue
            guard view == .labels, taskCount != before else { return }
            training = nil
            rows[.labels] = taskCount - 1
        }
    }

    var withSlider: (any HasSlider)? { sliders[view] == nil ? nil : self }

    var axis: SliderAxis {
        switch view {
        case .labels, .worth: tasksAxis
        case .cost: ParadigmsCost.axis
        case .race, .forgetting: RaceTask.axis
        }
    }

    private var tasksAxis: SliderAxis {
        let last = Double(max(2, ParadigmsTask.all.count))
        let positions = (1...Int(last)).map(Double.init)
        return SliderAxis(
            name: "tasks", scale: .linear(1...last), positions: positions, stops: positions,
            ticks: [1, 5, 10, 15, last].map { ($0, .short($0)) }, text: SliderText.short)
    }

    /// How many tasks have models of their own in the view of labels.
    var taskCount: Int {
        let value = sliders[.labels]?.value ?? 1
        return min(max(1, Int(min(value, 1e3).rounded())), max(1, ParadigmsTask.all.count))
    }

    /// How far the tasks were ever trained.
    var reachedTasks: Double { sliders[.labels]?.reached ?? 0 }

    /// The number of models in the view of cost.
    var modelCount: Double { max(1, sliders[.cost]?.value ?? 1) }

    /// Labels of each task in the race.
    var raceLabels: Double { sliders[.race]?.value ?? RaceTask.openingLabels }

    /// The tasks trained so far.
    var tasks: ArraySlice<ParadigmsTask> { ParadigmsTask.all.prefix(taskCount) }
    var taskFigures: [Figure] { tasks.map(\.labels) }

    // MARK: - Rows

    var rowCount: Int {
        switch view {
        case .labels: taskCount
        case .cost: 0
        case .worth: ParadigmsEvidence.all.count
        case .race: RaceTask.all.count
        case .forgetting: forgetfulness?.changes.count ?? 0
        }
    }

    var chosenRow: Int {
        get { min(max(0, rows[view] ?? firstRow), max(0, rowCount - 1)) }
        set { rows[view] = min(max(0, newValue), max(0, rowCount - 1)) }
    }

    /// The row that is chosen as long as the person has chosen none.
    private var firstRow: Int { view == .forgetting ? forgetfulness?.worstRow ?? 0 : 0 }

    var chosenTask: Int { min(max(0, rows[.labels] ?? 0), taskCount - 1) }

    /// The chosen task of the view of labels; nil only where there is none at all.
    var chosenTaskWithLabels: ParadigmsTask? {
        ParadigmsTask.all.indices.contains(chosenTask) ? ParadigmsTask.all[chosenTask] : nil
    }

    var chosenEvidence: ParadigmsEvidence? {
        let all = ParadigmsEvidence.all
        return all.isEmpty ? nil : all[min(max(0, rows[.worth] ?? 0), all.count - 1)]
    }

    /// What became of the chosen ability, whichever view is shown.
    var chosenChange: ModelLoss.Change? {
        guard let loss = forgetfulness, !loss.changes.isEmpty else { return nil }
        return loss.changes[min(max(0, rows[.forgetting] ?? loss.worstRow ?? 0), loss.changes.count - 1)]
    }

    var chosenRaceTask: RaceTask { RaceTask.all[min(max(0, rows[.race] ?? 0), RaceTask.all.count - 1)] }

    // MARK: - Commands

    func answers(_ command: Command) -> Bool {
        switch command {
        case .step, .play: withSlider != nil
        case .previousVariant, .nextVariant: view == .forgetting && (forgetting.value?.teachings.count ?? 0) > 1
        // A race is begun where it is seen, and can be stopped from everywhere.
        case .train: dataSet == .littleWorld || isTraining
        case .press: false
        default: true
        }
    }

    func word(_ group: KeyGroup) -> String? {
        switch group {
        case .train where live?.isAtWork ?? false: "stop"
        case .slider where view == .cost: "models"
        case .slider where view == .race: "labels"
        case .step where view == .cost: "next price"
        case .step where view == .race: "more labels"
        case .play where walk != nil: "pause"
        case .rows where view == .worth: "comparison"
        case .rows where view == .forgetting: "ability"
        case .measure: wordOfMeasure
        case .dataSet: dataSet == .published ? "measured" : "published tasks"
        default: nil
        }
    }

    /// What the next view is.
    private var wordOfMeasure: String {
        switch nextView {
        case .labels: "labels"
        case .cost: "cost"
        case .worth: "is it worth it"
        case .race: "the race"
        case .forgetting: "forgetting"
        }
    }

    private var nextView: View {
        let all = View.allCases.filter { $0.dataSet == dataSet }
        return all[((all.firstIndex(of: view) ?? 0) + 1) % all.count]
    }

    mutating func perform(_ command: Command, asking questions: inout Questions) {
        switch command {
        case .step where view == .labels: trainNext()
        case .step: slider.move(to: axis.stop(after: slider.value), on: axis, glide: true)
        case .play:
            let axis = axis
            walk = walk == nil ? SliderWalk(&slider, over: axis.positions, on: axis) : nil
        case .measure: show(nextView)
        case .dataSet: changeDataSet()
        case .train: race(&questions)
        case .nextVariant: changeTeaching(by: 1)
        case .previousVariant: changeTeaching(by: (forgetting.value?.teachings.count ?? 1) - 1)
        default: break
        }
        ask(&questions)
    }

    private mutating func show(_ next: View) {
        settle()
        view = next
        teaching = 0
    }

    private mutating func changeDataSet() {
        let next = otherView
        otherView = view
        show(next)
    }

    private mutating func changeTeaching(by offset: Int) {
        guard let count = forgetting.value?.teachings.count, count > 0 else { return }
        teaching = (teaching + offset) % count
    }

    /// One task more on both sides: the root grows from nothing, the prompt of today is there at once. After the last
    /// task the first again.
    private mutating func trainNext() {
        slider.move(to: axis.stop(after: slider.value), on: axis, glide: true)
        training = Training(task: taskCount - 1)
    }

    /// Runs the race of the labels at the slider, or stops the one that runs.
    private mutating func race(_ questions: inout Questions) {
        guard live?.isAtWork != true else {
            live?.stop(&questions)
            return
        }
        show(.race)
        live = LiveRace(labels: raceLabels, asking: &questions)
    }

    // MARK: - Answers

    mutating func appear(asking questions: inout Questions) { ask(&questions) }

    private mutating func ask(_ questions: inout Questions) {
        record.ask(&questions)
    }

    mutating func receive(_ answer: Answer, to id: QuestionID, asking questions: inout Questions) {
        record.receive(answer, to: id)
        live?.receive(answer, to: id, &questions)
    }

    var isTraining: Bool { live?.isAtWork ?? false }

    // MARK: - Motion

    var isMoving: Bool { slider.isMoving || training != nil || walk != nil }

    mutating func advance(seconds: Double) {
        let axis = axis
        sliders[view]?.advance(seconds: seconds, on: axis)
        if let walk { self.walk = walk.advanced(seconds: seconds, &slider, over: axis.positions, on: axis) }
        training?.fraction += seconds / ParadigmsExhibit.trainingSeconds
        if let training, training.fraction >= 1 { self.training = nil }
    }

    mutating func settle() {
        sliders[view]?.settle()
        training = nil
        walk = nil
    }
}
