import Evidence

/// The race, run here: for each task a model from random weights is trained, then the pretrained one, one after another.
struct LiveRace: Equatable, Sendable {
    enum State: Hashable, Sendable {
        case training, stopped, finished
        case failed(Failure)
    }

    struct Lane: Hashable, Sendable {
        let task: RaceTask
        let start: RaceStart
    }

    static let lanes = RaceTask.all.flatMap { task in RaceStart.allCases.map { Lane(task: task, start: $0) } }

    /// All labels of a task, those to choose by included.
    let labels: Double
    private(set) var state = State.training
    /// Lanes that were run to their end.
    private(set) var finishedCount = 0
    private var curves: [Lane: Evidence.FineTuningCurve] = [:]
    private var fraction = 0.0
    private var id: QuestionID

    init(labels: Double, asking questions: inout Questions) {
        self.labels = labels
        id = questions.ask(.fineTune(LiveRace.request(LiveRace.lanes[0], labels: labels)))
    }

    private static func request(_ lane: Lane, labels: Double) -> FineTuningRequest {
        FineTuningRequest(
            model: RaceTask.model, task: lane.task.id, labels: max(1, Int(labels - RaceTask.choosingLabels)),
            startsFromRandomWeights: lane.start == .random)
    }

    var isAtWork: Bool { state == .training }

    /// The lane that is run; nil where none is.
    var lane: Lane? {
        isAtWork && LiveRace.lanes.indices.contains(finishedCount) ? LiveRace.lanes[finishedCount] : nil
    }

    /// How much of the whole race is done.
    var progress: Double { (Double(finishedCount) + fraction) / Double(LiveRace.lanes.count) }

    func curve(_ task: RaceTask, _ start: RaceStart) -> Evidence.FineTuningCurve? {
        curves[Lane(task: task, start: start)]
    }

    /// What a lane has: on the test notes at its end, before that on those that its best moment is chosen by.
    func accuracy(_ task: RaceTask, _ start: RaceStart) -> Figure? {
        let curve = curve(task, start)
        return curve?.test ?? curve?.points.last?.accuracy
    }

    mutating func stop(_ questions: inout Questions) {
        guard isAtWork else { return }
        questions.cancel(id)
        state = .stopped
    }

    /// Takes an answer to what was asked here; any other is left alone.
    mutating func receive(_ answer: Answer, to id: QuestionID, _ questions: inout Questions) {
        guard id == self.id, let lane else { return }
        switch answer {
        case .fineTuning(let curve): curves[lane] = curve
        case .progress(let progress): fraction = progress.fraction
        case .failure(let failure): state = .failed(failure)
        case .finished: goOn(&questions)
        default: break
        }
    }

    private mutating func goOn(_ questions: inout Questions) {
        finishedCount += 1
        fraction = 0
        guard LiveRace.lanes.indices.contains(finishedCount) else {
            state = .finished
            return
        }
        id = questions.ask(.fineTune(LiveRace.request(LiveRace.lanes[finishedCount], labels: labels)))
    }
}
