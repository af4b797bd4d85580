import Cells
import Evidence

/// Panel 2: what a model can do after so many tokens, from random weights to the finished model, whoever trained it.
struct PretrainingExhibit: HasSlider, HasRows, HasTextField {
    /// Whose training is shown.
    enum DataSet: CaseIterable, Sendable { case littleWorld, live, pythia, ownRuns }

    /// What the strips show: the tasks by right answers, by how probable the right answer is, or one task's answers by
    /// both measures.
    enum View: CaseIterable, Sendable { case tasks, probabilities, measures }

    /// The two measures of the same answers.
    enum Measure: Int, CaseIterable, Sendable { case sharp, smooth }

    var dataSet = DataSet.littleWorld
    var slider = Slider(0)
    /// The row of the strips that is chosen.
    private var chosenStrip = 0
    /// The size of Pythia in focus, the recorded run, and the run of the person's.
    var size = PythiaSize.b14
    private(set) var recordedRun = 0
    private(set) var ownRun = 0
    var view = View.tasks
    /// The row whose two measures are shown.
    private var measuredRow = 0
    var records = RunHistories(.recordedRuns)
    var ownRuns = RunHistories(.savedRuns)
    /// From which on a seed that was not used yet is looked for, for the random weights of the next training; nil where the
    /// person has chosen none.
    private(set) var chosenSeed: UInt64?
    /// The training that was begun here last.
    var live: LiveTraining?
    /// Where the sliders of the data sets that are not shown stand.
    var otherSliders: [DataSet: Slider] = [:]
    var playback: Playback?
    /// What of the model's inside the zoom shows; nil where it shows the plot.
    var inside: Inside?

    /// The history that is shown; nil where it has not come.
    var run: HistoryCurves? {
        switch dataSet {
        case .littleWorld: records.curves(at: recordedRun)
        case .live: live?.run
        case .pythia: PythiaHistories.of(size)
        case .ownRuns: ownRuns.curves(at: ownRun)
        }
    }

    /// The histories that it is compared with, itself among them.
    var runs: [HistoryCurves] {
        switch dataSet {
        case .littleWorld: records.all
        case .live: [live?.run, recordBehind].compactMap { $0 }
        case .pythia: PythiaHistories.all.map(\.curves)
        case .ownRuns: ownRuns.all
        }
    }

    /// The record of a run like the one that is trained here, to stand behind it.
    var recordBehind: HistoryCurves? {
        guard dataSet == .live, let request = live?.request else { return nil }
        return records.all.first {
            $0.history.model == request.size && $0.history.tokens?.value.isSame(as: Double(request.tokens)) ?? false
        }
    }

    var axis: SliderAxis { run?.axis(at: slider.value) ?? HistoryCurves.emptyAxis }
    var rowCount: Int { inside == nil ? stripCount : insideRowCount }
    private var stripCount: Int { view == .measures ? Measure.allCases.count : run?.curves.count ?? 0 }

    var chosenRow: Int {
        get { inside == nil ? chosenStrip : chosenInsideRow }
        set { if inside == nil { chosenStrip = newValue } else { inside?.choose(newValue) } }
    }

    /// The curve of the chosen row; of the measures, that of the task they are measures of.
    var curve: LearningCurve? {
        guard let run else { return nil }
        if view != .measures {
            return run.curves.indices.contains(chosenStrip) ? run.curves[chosenStrip] : run.curves.first
        }
        let measured = run.curves.indices.contains(measuredRow) ? run.curves[measuredRow] : nil
        return measured?.smooth == nil ? run.curves.first { $0.smooth != nil } : measured
    }

    var measure: Measure {
        view == .probabilities || view == .measures && chosenStrip == Measure.smooth.rawValue ? .smooth : .sharp
    }

    var isMoving: Bool { slider.isMoving || playback != nil }
    var isTraining: Bool { live?.state == .training }

    // MARK: - Commands

    func answers(_ command: Command) -> Bool {
        switch command {
        case .step: isLiveAtWork || run != nil
        case .play: run != nil && insideGoesWithTheKnob
        case .measure: inside == nil && run?.curves.contains { $0.smooth != nil } ?? false
        case .inside: canLookInside
        case .increase: canChooseSeed && seed < PretrainingExhibit.largestSeed
        case .decrease: canChooseSeed && seed > 1
        case .press: false
        case .previousVariant, .nextVariant: variantCount > 1
        default: true
        }
    }

    func word(_ group: KeyGroup) -> String? {
        switch group {
        case .step where isLiveAtWork: live?.state == .paused ? "go on" : "pause"
        case .train where live?.isAtWork ?? false: "stop"
        case .train where canGoOn: "go on with it"
        case .inside: wordOfInside
        case .zoom: wordOfZoom
        case .rows: wordOfRows
        default: nil
        }
    }

    private var isLiveAtWork: Bool { dataSet == .live && live?.isAtWork ?? false }

    /// Whether the training that is shown was stopped before its end.
    var canGoOn: Bool {
        dataSet == .live && live?.state == .stopped && live?.run?.isWhole == false && live?.requestToGoOn != nil
    }

    var seed: UInt64 { chosenSeed ?? 1 }
    private static let largestSeed: UInt64 = 999

    /// Whether a training can be begun from other random weights.
    private var canChooseSeed: Bool { inside == nil && dataSet != .pythia && live?.isAtWork != true && !canGoOn }

    private var variantCount: Int {
        switch dataSet {
        case .littleWorld: records.count
        case .live: 1
        case .pythia: PythiaSize.allCases.count
        case .ownRuns: ownRuns.count
        }
    }

    mutating func perform(_ command: Command, asking questions: inout Questions) {
        switch command {
        case .step where isLiveAtWork: live?.pauseOrProceed(&questions)
        case .step:
            playback = nil
            slider.move(to: axis.stop(after: slider.value), on: axis, glide: true)
        case .play: play()
        case .train: train(&questions)
        case .measure: changeView()
        case .dataSet: show(nextDataSet, &questions)
        case .nextVariant, .previousVariant:
            changeVariant(by: command == .nextVariant ? 1 : variantCount - 1)
        case .inside: lookInside(&questions)
        case .increase: chosenSeed = seed + 1
        case .decrease: chosenSeed = seed - 1
        default: break
        }
        askInside(&questions)
    }

    mutating func moved(asking questions: inout Questions) { askInside(&questions) }

    mutating func appear(asking questions: inout Questions) { ask(&questions) }

    /// Asks for what the data set shows and has not got.
    private mutating func ask(_ questions: inout Questions) {
        switch dataSet {
        case .littleWorld, .live: records.ask(&questions)
        case .ownRuns: ownRuns.ask(&questions)
        case .pythia: break
        }
    }

    /// From the answers that are right to how probable the right ones are, to both of the chosen task.
    private mutating func changeView() {
        switch view {
        case .tasks where run?.curves.allSatisfy({ $0.smooth != nil }) ?? false: view = .probabilities
        case .tasks, .probabilities:
            measuredRow = chosenStrip
            chosenStrip = 0
            view = .measures
        case .measures:
            chosenStrip = measuredRow
            view = .tasks
        }
    }

    private var nextDataSet: DataSet {
        let all = DataSet.allCases.filter { $0 != .live || live != nil }
        return all[((all.firstIndex(of: dataSet) ?? 0) + 1) % all.count]
    }

    /// Each data set keeps its slider; what is not there yet is asked for.
    mutating func show(_ next: DataSet, _ questions: inout Questions) {
        guard next != dataSet else { return }
        playback = nil
        slider.settle()
        otherSliders[dataSet] = slider
        dataSet = next
        slider = otherSliders.removeValue(forKey: next) ?? Slider(0)
        view = .tasks
        chosenStrip = 0
        if next == .ownRuns { ownRuns.askAnew(&questions) } else { ask(&questions) }
        fit()
    }

    /// Of the run that is zoomed the others of its size are asked, to show how far they lie apart.
    mutating func zoomShown(asking questions: inout Questions) {
        if dataSet == .littleWorld { records.askSiblings(at: recordedRun, &questions) }
    }

    private mutating func changeVariant(by offset: Int) {
        guard variantCount > 0 else { return }
        switch dataSet {
        case .pythia:
            let all = PythiaSize.allCases
            size = all[((all.firstIndex(of: size) ?? 0) + offset) % all.count]
        case .littleWorld: recordedRun = (recordedRun + offset) % records.count
        case .ownRuns: ownRun = (ownRun + offset) % ownRuns.count
        case .live: break
        }
        fit()
    }

    /// Puts the knob and the choice where the history that is shown has a place and a row for them.
    mutating func fit() {
        guard run != nil else { return }
        let axis = axis
        if !axis.positions.contains(slider.value),
            let place = axis.position(nearest: axis.scale.fraction(of: slider.value))
        {
            slider.move(to: place, on: axis, glide: false)
        }
        if curve == nil { view = .tasks }
        chosenStrip = min(chosenStrip, max(0, stripCount - 1))
    }

    mutating func advance(seconds: Double) {
        slider.advance(seconds: seconds, on: axis)
        advancePlay(seconds: seconds)
    }

    /// Ends a glide where it leads and a play where it is: with reduced motion each press of play is one checkpoint.
    mutating func settle() {
        playback = nil
        slider.settle()
    }
}
