import Cells
import Evidence

/// Panel 3: three paths to adapt a model to a task, and what was measured and published on them.
struct AdaptationExhibit: HasSlider, HasRows {
    enum DataSet: CaseIterable, Sendable {
        /// The little world's doctor: all three paths of one small model.
        case clinic
        /// Scores of fine-tuned models over their labels, with a prompt beside them.
        case published
        /// The case that is taught, beside published exams.
        case medicine
        /// Questions that are answered from memory or from a text that was looked up.
        case openQuestions

        /// What the key that leads there says.
        var name: String {
            switch self {
            case .clinic: "clinic"
            case .published: "tasks"
            case .medicine: "medicine"
            case .openQuestions: "open questions"
            }
        }
    }

    var dataSet = DataSet.clinic
    var slider = Slider(AdaptationExhibit.start(of: .clinic))
    /// The chosen path.
    var chosenRow = AdaptationPath.fineTune.rawValue
    var task = LearningTask.boolq
    var measure = LearningTask.Measure.mean
    var medicalCase = AdaptationCase.medqa
    var openCase = AdaptationCase.naturalQuestions
    /// How many steps of the chosen path's example are shown.
    var walked = 1
    /// What the record says of the little world's clinic.
    var clinic = ClinicRecord()
    /// A model that the person fine-tunes here; nil where none was begun.
    var live: LiveFineTuning?
    /// Whether the example gives way to the model that is fine-tuned here.
    var showsLive = false
    private var walk: SliderWalk?
    /// Where the sliders of the data sets that are not shown stand.
    private var otherSliders: [DataSet: Slider] = [:]
    /// The row that was chosen before, to know whether the knob or the choice moved.
    private var shownRow = AdaptationPath.fineTune.rawValue

    var rowCount: Int { AdaptationPath.allCases.count }
    var path: AdaptationPath {
        AdaptationPath(rawValue: min(max(0, chosenRow), AdaptationPath.allCases.count - 1)) ?? .fineTune
    }
    /// The examination of the data sets that compare models.
    var shownCase: AdaptationCase { dataSet == .openQuestions ? openCase : medicalCase }

    var pattern: FineTuningSeries { task.curve(.pattern, measure) }
    var head: FineTuningSeries { task.curve(.head, measure) }

    var isTraining: Bool { live?.isAtWork ?? false }

    // MARK: - Axis

    /// Where the knob stands when a data set is first shown: where the range begins that is taught.
    private static func start(of dataSet: DataSet) -> Double {
        switch dataSet {
        case .clinic: 1100
        case .published: 1000
        case .medicine, .openQuestions: 0
        }
    }

    var axis: SliderAxis {
        switch dataSet {
        case .clinic: ClinicRecord.axis(taught: taughtLabels)
        case .published: task.axis(taught: taughtLabels)
        case .medicine, .openQuestions: shownCase.axis
        }
    }

    /// How many labelled examples a fine-tuning takes, as it is taught.
    var taughtLabels: Figure? { Archive.lesson.series("l3/finetune/examples")?.figures.first }

    // MARK: - Commands

    func answers(_ command: Command) -> Bool {
        switch command {
        // The mean or the best of the seeds is asked of the published curves alone.
        case .measure: dataSet == .published
        case .train: dataSet == .clinic
        case .previousVariant, .nextVariant: dataSet != .clinic
        case .increase, .decrease, .inside, .press: false
        default: true
        }
    }

    func word(_ group: KeyGroup) -> String? {
        switch group {
        case .train where isTraining: "stop"
        case .slider where dataSet == .clinic: "notes"
        case .slider where dataSet != .published: "model"
        case .step where dataSet != .clinic: "next path"
        case .variant where dataSet != .published: "exam"
        case .dataSet: next.name
        case .play where walk != nil: "pause"
        default: nil
        }
    }

    var opensChooser: Bool { true }

    mutating func perform(_ command: Command, asking questions: inout Questions) {
        switch command {
        case .step: takeStep()
        case .play:
            let axis = axis
            walk = walk == nil ? SliderWalk(&slider, over: axis.positions, on: axis) : nil
            followKnob()
        case .train: train(&questions)
        case .measure: measure = measure == .mean ? .best : .mean
        case .dataSet: show(next)
        case .nextVariant: changeVariant(by: 1)
        case .previousVariant: changeVariant(by: -1)
        default: break
        }
    }

    /// The next step of the chosen path's example; after the last the next path, and where no example is drawn too.
    private mutating func takeStep() {
        let isLast = dataSet != .clinic || walked >= ExampleStep.allCases.count
        if showsLive {
            showsLive = false
        } else if isLast {
            choose(AdaptationPath.allCases.following(path, by: 1))
        } else {
            walked += 1
        }
    }

    private mutating func choose(_ path: AdaptationPath) {
        chosenRow = path.rawValue
        chosenPathChanged()
    }

    /// An example is walked from its beginning; on an axis of scores the knob goes to a model of the path.
    private mutating func chosenPathChanged() {
        guard chosenRow != shownRow else { return }
        shownRow = chosenRow
        walked = 1
        showsLive = false
        if dataSet == .medicine || dataSet == .openQuestions, let row = shownCase.rows(path).first {
            slider.move(to: row.score, on: axis, glide: false)
        }
    }

    mutating func moved(asking questions: inout Questions) {
        // A path without a model on the axis can be chosen too.
        if chosenRow == shownRow { followKnob() } else { chosenPathChanged() }
    }

    /// On an axis of scores the path of the model at the knob is the chosen one, where it is not already.
    private mutating func followKnob() {
        guard dataSet == .medicine || dataSet == .openQuestions else { return }
        let here = shownCase.rows.filter { $0.isAt(slider.value) }
        guard !here.isEmpty, !here.contains(where: { $0.path == path }) else { return }
        chosenRow = here[0].path.rawValue
        shownRow = chosenRow
    }

    private var next: DataSet { DataSet.allCases.following(dataSet, by: 1) }

    /// Each data set keeps its slider.
    private mutating func show(_ next: DataSet) {
        slider.settle()
        walk = nil
        otherSliders[dataSet] = slider
        dataSet = next
        slider = otherSliders.removeValue(forKey: next) ?? Slider(AdaptationExhibit.start(of: next))
        fit()
    }

    private mutating func changeVariant(by offset: Int) {
        walk = nil
        switch dataSet {
        case .clinic: break
        case .published: task = LearningTask.allCases.following(task, by: offset)
        case .medicine: medicalCase = AdaptationCase.medical.following(medicalCase, by: offset)
        case .openQuestions: openCase = AdaptationCase.openQuestions.following(openCase, by: offset)
        }
        if dataSet != .published { slider = Slider(AdaptationExhibit.start(of: dataSet)) }
        fit()
    }

    /// Puts the knob where the axis has a place for it: on scores, at a model of the chosen path.
    private mutating func fit() {
        let axis = axis
        guard !axis.positions.contains(slider.value) else { return }
        let ofPath = shownCase.rows(path).first ?? shownCase.rows.first
        let isScore = dataSet == .medicine || dataSet == .openQuestions
        let place = isScore ? ofPath?.score : axis.position(nearest: axis.scale.fraction(of: slider.value))
        slider = Slider(place ?? slider.value)
        followKnob()
    }

    // MARK: - Motion

    var isMoving: Bool { slider.isMoving || walk != nil }

    mutating func advance(seconds: Double) {
        let axis = axis
        slider.advance(seconds: seconds, on: axis)
        guard walk != nil else { return }
        walk = walk?.advanced(seconds: seconds, &slider, over: axis.positions, on: axis)
        followKnob()
    }

    mutating func settle() {
        walk = nil
        slider.settle()
    }

    // MARK: - Questions

    mutating func appear(asking questions: inout Questions) { clinic.ask(&questions) }

    mutating func receive(_ answer: Answer, to id: QuestionID, asking questions: inout Questions) {
        clinic.receive(answer, to: id, &questions)
        live?.receive(answer, to: id)
    }

    /// Fine-tunes on as many notes as the knob says, or stops it.
    private mutating func train(_ questions: inout Questions) {
        if isTraining {
            live?.stop(&questions)
            return
        }
        let labels = Int(slider.value.rounded()) - ClinicRecord.labelsToChooseBy
        live = LiveFineTuning(labels: labels, seed: (live?.request.seed ?? 0) + 1, asking: &questions)
        showsLive = true
    }

    // MARK: - Picture

    func draw(on picture: inout Picture, in frame: PanelFrame) {
        guard frame.area.rows > 0, frame.area.columns > Layout.smallestText.columns else { return }
        switch dataSet {
        case .clinic: drawClinic(on: &picture, in: frame)
        case .published: drawPublished(on: &picture, in: frame)
        case .medicine, .openQuestions: drawScores(on: &picture, in: frame)
        }
    }

    var headline: Phrase {
        switch dataSet {
        case .clinic: clinicHeadline
        case .published: publishedHeadline
        case .medicine, .openQuestions: scoresHeadline
        }
    }

    func commentary(columns: Int) -> [[Phrase]] {
        switch dataSet {
        case .clinic: clinicLines
        case .published: publishedLines(columns: columns)
        case .medicine, .openQuestions: scoresLines(columns: columns)
        }
    }

    var provenance: [Phrase] {
        switch dataSet {
        case .clinic: clinicProvenance
        case .published: publishedProvenance
        case .medicine, .openQuestions: scoresProvenance
        }
    }

    var detail: Detail {
        switch dataSet {
        case .clinic: clinicDetail
        case .published: publishedDetail
        case .medicine, .openQuestions: scoresDetail
        }
    }
}

extension Array where Element: Equatable {
    /// The element so many places after another one, round and round.
    fileprivate func following(_ element: Element, by offset: Int) -> Element {
        guard let index = firstIndex(of: element), !isEmpty else { return element }
        return self[((index + offset) % count + count) % count]
    }
}
