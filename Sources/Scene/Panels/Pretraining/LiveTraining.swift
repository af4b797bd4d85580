import Evidence

/// A training that the person began here: what was asked, how far it is, and what came of it.
struct LiveTraining: Equatable, Sendable {
    enum State: Hashable, Sendable {
        case training, paused, stopped, finished
        case failed(Failure)
    }

    private(set) var state = State.training
    let request: TrainingRequest
    /// What is known of the run so far; nil before its first report.
    private(set) var run: HistoryCurves?
    private(set) var progress: Progress?
    /// Every ability of the finished model on items that were not asked in training; empty before that.
    private(set) var lastResults: [AbilityResult] = []
    private let id: QuestionID
    private var examination: QuestionID?

    /// The last examination asks so many items of each ability, drawn by a seed that no report's are.
    private static let itemCount = 200
    private static let itemSeed: UInt64 = 2026

    /// The sizes that can be trained, by their names.
    static let sizes = ["XS", "XS16", "S", "SM", "M", "L"]

    /// - Parameter earlier: The training that it goes on with, so that what is known of it is not forgotten.
    init(_ request: TrainingRequest, earlier: LiveTraining? = nil, asking questions: inout Questions) {
        self.request = request
        run = earlier?.run
        progress = earlier?.progress
        id = questions.ask(.train(request))
    }

    var isAtWork: Bool { state == .training || state == .paused }

    /// Where the run is kept; nil before that is known.
    var folder: String? {
        guard case .live(let folder) = run?.history.origin else { return nil }
        return folder
    }

    var model: ModelReference { .training(id) }

    /// What is asked to go on with the run in its folder; nil where none is known.
    var requestToGoOn: TrainingRequest? {
        guard let folder, let seed = (run?.figure.subject.seed).flatMap({ UInt64($0) }) else { return nil }
        return TrainingRequest(size: request.size, tokens: request.tokens, seed: seed, folder: folder)
    }

    mutating func pauseOrProceed(_ questions: inout Questions) {
        switch state {
        case .training:
            questions.pause(id)
            state = .paused
        case .paused:
            questions.proceed(id)
            state = .training
        case .stopped, .finished, .failed: break
        }
    }

    /// What was trained stays, in its folder.
    mutating func stop(_ questions: inout Questions) {
        guard isAtWork else { return }
        questions.cancel(id)
        state = .stopped
    }

    /// Takes an answer to what was asked here; any other is left alone.
    mutating func receive(_ answer: Answer, to id: QuestionID, _ questions: inout Questions) {
        if id == examination {
            if case .abilities(let results) = answer { lastResults = results }
        } else if id == self.id {
            switch answer {
            case .history(let history): run = HistoryCurves(history)
            case .progress(let progress): self.progress = progress
            case .failure(let failure): state = .failed(failure)
            case .finished:
                state = .finished
                examination = questions.ask(
                    .examine(model, items: LiveTraining.itemCount, seed: LiveTraining.itemSeed))
            default: break
            }
        }
    }
}
