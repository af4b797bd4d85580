import Cells
import Evidence

/// Panel 2: what a model can do after so many tokens, from random weights to the finished model, whoever trained it.
struct PretrainingExhibit: HasSlider, HasRows {
    /// Whose training is shown.
    enum DataSet: CaseIterable, Sendable { case pythia, littleWorld }

    /// What the strips show: the tasks, or one task's answers by a sharp measure and a smooth one.
    enum View: CaseIterable, Sendable { case tasks, measures }

    /// The two measures of the same answers.
    enum Measure: Int, CaseIterable, Sendable { case sharp, smooth }

    /// A play in progress: how long the knob still rests, and where the play has put it.
    private struct Playback: Hashable, Sendable {
        var rest: Double
        var place: Double
    }

    private static let secondsAtCheckpoint = 0.45

    var dataSet = DataSet.pythia
    var slider = Slider(0)
    var chosenRow = 0
    /// The size of Pythia in focus, and the recorded run.
    var size = PythiaSize.b14
    private(set) var recordedRun = 0
    var view = View.tasks
    /// The row whose two measures are shown.
    private var measuredRow = 0
    private(set) var records = RecordedHistories()
    /// Where the sliders of the data sets that are not shown stand.
    private var otherSliders: [DataSet: Slider] = [:]
    private var playback: Playback?

    /// The history that is shown; nil where it has not come.
    var run: HistoryCurves? {
        switch dataSet {
        case .pythia: PythiaHistories.of(size)
        case .littleWorld: records.curves(at: recordedRun)
        }
    }

    /// The histories that it is compared with, itself among them.
    var runs: [HistoryCurves] {
        switch dataSet {
        case .pythia: PythiaHistories.all.map(\.curves)
        case .littleWorld: records.all
        }
    }

    var axis: SliderAxis { run?.axis(at: slider.value) ?? HistoryCurves.emptyAxis }
    var rowCount: Int { view == .tasks ? run?.curves.count ?? 0 : Measure.allCases.count }

    /// The curve of the chosen row; of the measures, that of the task they are measures of.
    var curve: LearningCurve? {
        guard let run else { return nil }
        if view == .tasks { return run.curves.indices.contains(chosenRow) ? run.curves[chosenRow] : run.curves.first }
        let measured = run.curves.indices.contains(measuredRow) ? run.curves[measuredRow] : nil
        return measured?.smooth == nil ? run.curves.first { $0.smooth != nil } : measured
    }

    var measure: Measure { view == .measures && chosenRow == Measure.smooth.rawValue ? .smooth : .sharp }

    // MARK: - Commands

    func answers(_ command: Command) -> Bool {
        switch command {
        case .step, .play: run != nil
        case .measure: run?.curves.contains { $0.smooth != nil } ?? false
        case .previousVariant, .nextVariant: variantCount > 1
        default: true
        }
    }

    private var variantCount: Int { dataSet == .pythia ? PythiaSize.allCases.count : records.count }

    mutating func perform(_ command: Command, asking questions: inout Questions) {
        switch command {
        case .step:
            playback = nil
            slider.move(to: axis.stop(after: slider.value), on: axis, glide: true)
        case .play: play()
        case .measure: changeView()
        case .dataSet: changeDataSet(&questions)
        case .nextVariant: changeVariant(by: 1)
        case .previousVariant: changeVariant(by: variantCount - 1)
        default: break
        }
    }

    private mutating func changeView() {
        if view == .tasks {
            measuredRow = chosenRow
            chosenRow = 0
            view = .measures
        } else {
            chosenRow = measuredRow
            view = .tasks
        }
    }

    /// Each data set keeps its slider; what is not there yet is asked for.
    private mutating func changeDataSet(_ questions: inout Questions) {
        playback = nil
        slider.settle()
        otherSliders[dataSet] = slider
        dataSet = dataSet == .pythia ? .littleWorld : .pythia
        slider = otherSliders.removeValue(forKey: dataSet) ?? Slider(0)
        view = .tasks
        chosenRow = 0
        if dataSet == .littleWorld { records.ask(&questions) }
    }

    private mutating func changeVariant(by offset: Int) {
        guard variantCount > 0 else { return }
        switch dataSet {
        case .pythia:
            let all = PythiaSize.allCases
            size = all[((all.firstIndex(of: size) ?? 0) + offset) % all.count]
        case .littleWorld: recordedRun = (recordedRun + offset) % records.count
        }
        fit()
    }

    mutating func receive(_ answer: Answer, to id: QuestionID, asking questions: inout Questions) {
        records.receive(answer, to: id, &questions)
        fit()
    }

    /// Puts the knob and the choice where the history that is shown has a place and a row for them.
    private mutating func fit() {
        guard run != nil else { return }
        let axis = axis
        if !axis.positions.contains(slider.value),
            let place = axis.position(nearest: axis.scale.fraction(of: slider.value))
        {
            slider.move(to: place, on: axis, glide: false)
        }
        if curve == nil { view = .tasks }
        chosenRow = min(chosenRow, max(0, rowCount - 1))
    }

    // MARK: - Play

    var isMoving: Bool { slider.isMoving || playback != nil }

    /// Starts at the next checkpoint, or from the beginning where there is none; a second press pauses.
    private mutating func play() {
        guard playback == nil, let checkpoints = run?.checkpoints else {
            playback = nil
            return
        }
        if let last = checkpoints.last, let first = checkpoints.first, slider.value >= last {
            slider.move(to: first, on: axis, glide: false)
            playback = Playback(rest: PretrainingExhibit.secondsAtCheckpoint, place: first)
        } else {
            playOn()
        }
    }

    /// The knob goes to the next checkpoint; at the last one the play ends.
    private mutating func playOn() {
        playback = nil
        guard let checkpoints = run?.checkpoints, let next = checkpoints.first(where: { !slider.value.reaches($0) })
        else { return }
        slider.move(to: next, on: axis, glide: true)
        if next != checkpoints.last {
            playback = Playback(rest: PretrainingExhibit.secondsAtCheckpoint, place: next)
        }
    }

    mutating func advance(seconds: Double) {
        slider.advance(seconds: seconds, on: axis)
        guard var current = playback else { return }
        // Whoever takes the knob takes it from the play.
        guard slider.value == current.place else {
            playback = nil
            return
        }
        current.rest -= seconds
        playback = current
        if current.rest <= 0 { playOn() }
    }

    /// Ends a glide where it leads and a play where it is: with reduced motion each press of play is one checkpoint.
    mutating func settle() {
        playback = nil
        slider.settle()
    }
}
