import Cells
import Evidence

/// Panel 3: three paths to adapt a model, and what was measured on them.
struct AdaptationExhibit: HasSlider, HasRows {
    enum DataSet: CaseIterable, Sendable { case curves, medicine, openQuestions }

    var slider = Slider(100)
    /// The chosen path.
    var chosenRow = AdaptationPath.fineTune.rawValue
    var dataSet = DataSet.curves
    var task = LearningTask.mnli
    var measure = LearningTask.Measure.mean
    var medicalCase = AdaptationCase.medqa
    var openCase = AdaptationCase.naturalQuestions
    /// How many steps of the paths were walked.
    var walked = 1

    var rowCount: Int { AdaptationPath.allCases.count }
    var path: AdaptationPath {
        AdaptationPath(rawValue: min(max(0, chosenRow), AdaptationPath.allCases.count - 1)) ?? .fineTune
    }
    /// The step that was walked last.
    var step: WalkStep { WalkStep(rawValue: min(max(1, walked), WalkStep.allCases.count) - 1) ?? .input }
    /// The examination of the data sets that compare paths.
    var shownCase: AdaptationCase { dataSet == .openQuestions ? openCase : medicalCase }

    var pattern: FineTuningCurve { task.curve(.pattern, measure) }
    var head: FineTuningCurve { task.curve(.head, measure) }

    // MARK: - Axis

    static let range = 10.0...392_702.0
    static let scale = AxisScale.logarithmic(range)

    var axis: SliderAxis {
        let lesson = lessonExamples
        let stops = [lesson?.low, lesson?.high].compactMap { $0 }
        return SliderAxis(
            name: "labels", scale: AdaptationExhibit.scale,
            positions: SliderAxis.positions(AdaptationExhibit.range, exactly: measuredSizes + stops),
            stops: stops,
            ticks: ticks,
            lessonStops: stops, text: SliderText.grouped)
    }

    private var ticks: [(position: Double, label: AxisText)] {
        let places = [10, 100, 1e3, 1e4] + (dataSet == .medicine ? [5e4] : []) + [1e5, 392_702]
        return places.map { ($0, $0 < 1e4 ? .grouped($0) : .short($0)) }
    }

    /// How many labelled examples the lesson fine-tunes on: in general, or in its medical case.
    var lessonExamples: Figure? {
        Archive.lesson.series(dataSet == .medicine ? "l7/finetune/examples" : "l3/finetune/examples")?.figures.first
    }

    private var measuredSizes: [Double] {
        dataSet == .curves ? LearningFigures.sizes[task] ?? [] : shownCase.rows.compactMap(\.labels)
    }

    // MARK: - Commands

    /// The mean or the best of the seeds is asked of the curves alone.
    func answers(_ command: Command) -> Bool { command != .measure || dataSet == .curves }

    var opensChooser: Bool { true }

    mutating func perform(_ command: Command, asking questions: inout Questions) {
        switch command {
        case .step: takeStep()
        case .measure: measure = measure == .mean ? .best : .mean
        case .dataSet: dataSet = DataSet.allCases.following(dataSet, by: 1)
        case .nextVariant: changeVariant(by: 1)
        case .previousVariant: changeVariant(by: -1)
        default: break
        }
    }

    /// The next step of the walk; where no walk is drawn, the next path.
    private mutating func takeStep() {
        if dataSet == .curves {
            walked = walked >= WalkStep.allCases.count ? 1 : walked + 1
        } else {
            chosenRow = (path.rawValue + 1) % AdaptationPath.allCases.count
        }
    }

    private mutating func changeVariant(by offset: Int) {
        switch dataSet {
        case .curves: task = LearningTask.allCases.following(task, by: offset)
        case .medicine: medicalCase = AdaptationCase.medical.following(medicalCase, by: offset)
        case .openQuestions: openCase = AdaptationCase.openQuestions.following(openCase, by: offset)
        }
    }

    // MARK: - Picture

    func draw(on picture: inout Picture, in frame: PanelFrame) {
        guard frame.area.rows > 0, frame.area.columns > Layout.smallestText.columns else { return }
        switch dataSet {
        case .curves:
            let taken = drawWalk(on: &picture, in: frame)
            drawCurves(on: &picture, in: frame.area.inset(top: taken), frame: frame)
        case .medicine, .openQuestions: drawCase(on: &picture, in: frame)
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
