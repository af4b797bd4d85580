import Evidence

/// Panel 5: a model for each task against one for all of them, by what is assumed of their costs; what others published;
/// and what large trainings would take on this machine.
struct EconomicsExhibit: HasSlider, HasRows {
    enum View: CaseIterable, Sendable {
        /// Costs over the number of tasks, and over the number of those who share a model.
        case tasks, users
        /// Costs of training that others stated or estimated, and list prices.
        case published
        /// What large trainings would take here.
        case meter
    }

    private(set) var view = View.tasks
    private(set) var assumptions = Assumptions()
    /// The case that Space went to last.
    private(set) var lastCase = EconomicsCase.startup
    /// The views whose scales are linear; all others are logarithmic.
    private var linear: Set<View> = []
    /// Whether what others published stands over sizes, and not over years.
    private(set) var isOverSizes = false
    private(set) var topic = PublishedCosts.Topic.training
    private var sliders: [String: Slider] = [:]
    private var rows: [String: Int] = [:]
    private var walk: SliderWalk?
    private(set) var meter = MachineSpeeds()

    /// What is remembered apart: the slider and the chosen row of each picture.
    private var place: String {
        switch view {
        case .tasks, .users: "\(view) \(isLinear)"
        case .published: "\(topic) \(showsSizes)"
        case .meter: "meter"
        }
    }

    var isLinear: Bool { linear.contains(view) }
    var showsSizes: Bool { isOverSizes && topic == .training }

    // MARK: - What is shown

    var comparison: CostComparison? {
        switch view {
        case .tasks: CostComparison(assumptions, over: .tasks)
        case .users: CostComparison(assumptions, over: .users)
        case .published, .meter: nil
        }
    }

    var shownAssumptions: [Assumption] {
        switch view {
        case .tasks: [.model, .pretraining, .adapting]
        case .users: [.model, .pretraining, .adapting, .tasksOfUser, .reading, .tokenPrice]
        case .published: []
        case .meter: [.hourPrice]
        }
    }

    /// What the keys change: the chosen row, and of the meter the rent.
    var chosenAssumption: Assumption? {
        let all = shownAssumptions
        guard view != .meter else { return .hourPrice }
        return all.isEmpty ? nil : all[min(chosenRow, all.count - 1)]
    }

    var published: PublishedCosts { PublishedCosts(topic, isOverSizes: showsSizes) }

    /// Tasks or users at the slider.
    var count: Double { max(1, slider.value) }

    var chosenEntry: PublishedCosts.Entry? {
        let all = published.entries
        return view != .published || all.isEmpty ? nil : all[min(chosenRow, all.count - 1)]
    }

    var chosenTraining: CostMeter? {
        let all = CostMeter.all(at: meter.speed, price: assumptions.figure(.hourPrice))
        return view != .meter || all.isEmpty ? nil : all[min(chosenRow, all.count - 1)]
    }

    // MARK: - Slider and rows

    var slider: Slider {
        get { sliders[place] ?? firstSlider }
        set { sliders[place] = newValue }
    }

    private var firstSlider: Slider {
        switch view {
        case .tasks: Slider(lastCase.tasks)
        case .users: Slider(lastCase.users)
        case .published: Slider(axis.positions.last ?? 0)
        case .meter: Slider(0)
        }
    }

    var withSlider: (any HasSlider)? { view == .meter ? nil : self }

    var axis: SliderAxis {
        switch view {
        case .tasks: EconomicsAxes.tasks(isLinear: isLinear, caption: caption)
        case .users: EconomicsAxes.users(isLinear: isLinear, caption: caption)
        case .published, .meter: published.axis
        }
    }

    /// The case at whose numbers the slider stands.
    var shownCase: EconomicsCase? {
        switch view {
        case .tasks: EconomicsCase.allCases.first { $0.tasks == slider.value }
        case .users: slider.value == lastCase.users ? lastCase : nil
        case .published, .meter: nil
        }
    }

    private var caption: String { shownCase?.name ?? "" }

    var rowCount: Int {
        switch view {
        case .tasks, .users: shownAssumptions.count
        case .published: published.entries.count
        case .meter: CostMeter.trainings.count
        }
    }

    var chosenRow: Int {
        get { min(max(0, rows[place] ?? firstRow), max(0, rowCount - 1)) }
        set { rows[place] = min(max(0, newValue), max(0, rowCount - 1)) }
    }

    private var firstRow: Int { view == .meter ? 1 : 0 }

    // MARK: - Commands

    func answers(_ command: Command) -> Bool {
        switch command {
        case .step: view != .meter
        case .play: view != .meter
        case .measure: view != .meter && !(view == .published && topic == .tokens)
        case .previousVariant, .nextVariant:
            view == .published || (chosenAssumption?.options.count ?? 0) > 1
        case .decrease: chosenAssumption.map { assumptions.canChange($0, by: -1) } ?? false
        case .increase: chosenAssumption.map { assumptions.canChange($0, by: 1) } ?? false
        case .train: view == .meter || meter.isAtWork
        case .dataSet, .zoom: true
        default: false
        }
    }

    func word(_ group: KeyGroup) -> String? {
        switch group {
        case .slider where view == .users: "users"
        case .slider where view == .published: showsSizes ? "parameters" : "years"
        case .rows where view == .published: topic == .training ? "cost" : "price"
        case .rows where view == .meter: "model"
        case .step where view == .published: showsSizes ? "next size" : "next year"
        case .measure where view == .published: isOverSizes ? "over years" : "over sizes"
        case .measure: isLinear ? "log scale" : "linear scale"
        case .dataSet: wordOfDataSet
        case .variant where view == .published: topic == .training ? "prices of tokens" : "costs of training"
        case .amount where view == .meter: "the rent"
        case .train where meter.isAtWork: "stop"
        case .play where walk != nil: "pause"
        default: nil
        }
    }

    private var nextView: View {
        let all = View.allCases
        return all[((all.firstIndex(of: view) ?? 0) + 1) % all.count]
    }

    /// What the next view is.
    private var wordOfDataSet: String {
        switch nextView {
        case .tasks: "tasks"
        case .users: "people"
        case .published: "published"
        case .meter: "this machine"
        }
    }

    mutating func perform(_ command: Command, asking questions: inout Questions) {
        switch command {
        case .step: step()
        case .play:
            let axis = axis
            walk = walk == nil ? SliderWalk(&slider, over: axis.positions, on: axis) : nil
        case .measure: changeMeasure()
        case .dataSet:
            settle()
            view = nextView
        case .previousVariant, .nextVariant: changeVariant(by: command == .nextVariant ? 1 : -1)
        case .decrease, .increase:
            if let chosen = chosenAssumption { assumptions.change(chosen, by: command == .increase ? 1 : -1) }
        case .train: meter.measure(&questions)
        default: break
        }
        meter.askRecorded(&questions)
    }

    /// The next case; where there is none, the next year or size.
    private mutating func step() {
        let axis = axis
        guard view != .published else {
            return slider.move(to: axis.stop(after: slider.value), on: axis, glide: true)
        }
        let all = EconomicsCase.allCases
        let next = shownCase.flatMap(all.firstIndex).map { all[($0 + 1) % all.count] } ?? all[0]
        lastCase = next
        assumptions.set(.tasksOfUser, to: next.tasksOfUser)
        let wanted = view == .tasks ? next.tasks : next.users
        let position = axis.position(nearest: axis.scale.fraction(of: wanted)) ?? wanted
        slider.move(to: position, on: axis, glide: true)
    }

    /// The knob stays as near to its place as the other scale has one.
    private mutating func changeMeasure() {
        settle()
        guard view != .published else {
            isOverSizes.toggle()
            return
        }
        let value = slider.value
        linear.formSymmetricDifference([view])
        let axis = axis
        slider = Slider(axis.position(nearest: axis.scale.fraction(of: value)) ?? value)
    }

    private mutating func changeVariant(by steps: Int) {
        settle()
        if view == .published {
            topic = topic == .training ? .tokens : .training
        } else if let chosen = chosenAssumption {
            assumptions.changeOption(chosen, by: steps)
        }
    }

    // MARK: - Answers

    mutating func appear(asking questions: inout Questions) { meter.askRecorded(&questions) }

    mutating func receive(_ answer: Answer, to id: QuestionID, asking questions: inout Questions) {
        meter.receive(answer, to: id)
    }

    var isTraining: Bool { meter.isAtWork }

    // MARK: - Motion

    var isMoving: Bool { slider.isMoving || walk != nil }

    mutating func advance(seconds: Double) {
        let axis = axis
        sliders[place]?.advance(seconds: seconds, on: axis)
        if let walk { self.walk = walk.advanced(seconds: seconds, &slider, over: axis.positions, on: axis) }
    }

    mutating func settle() {
        sliders[place]?.settle()
        walk = nil
    }

    // MARK: - Drawing

    func draw(on picture: inout Picture, in frame: PanelFrame) {
        guard frame.area.rows > 0 else { return }
        switch view {
        case .tasks, .users: drawComparison(on: &picture, in: frame)
        case .published: drawPublished(on: &picture, in: frame)
        case .meter: drawMeter(on: &picture, in: frame)
        }
    }

    func drawGiven(on picture: inout Picture, in frame: PanelFrame) {
        if view == .tasks || view == .users { drawAssumptions(on: &picture, in: frame) }
    }
}
