import Evidence

/// A model that the person fine-tunes here, from the recorded pretrained one.
struct LiveFineTuning: Equatable, Sendable {
    enum State: Hashable, Sendable {
        case training, stopped, finished
        case failed(Failure)
    }

    private(set) var state = State.training
    let request: FineTuningRequest
    /// What is known so far; nil before its first examination.
    private(set) var curve: FineTuningCurve?
    /// What is done of all, 0 to 1.
    private(set) var fraction = 0.0
    private let id: QuestionID

    init(labels: Int, seed: UInt64, asking questions: inout Questions) {
        request = FineTuningRequest(
            model: ClinicRecord.model, task: ClinicRecord.task, labels: max(1, labels), seed: seed)
        id = questions.ask(.fineTune(request))
    }

    var isAtWork: Bool { state == .training }

    /// Right answers of the notes that it is examined by now and then, the last time.
    var latest: Figure? { curve?.points.last?.accuracy }

    mutating func stop(_ questions: inout Questions) {
        guard isAtWork else { return }
        questions.cancel(id)
        state = .stopped
    }

    /// Takes an answer to what was asked here; any other is left alone.
    mutating func receive(_ answer: Answer, to id: QuestionID) {
        guard id == self.id, isAtWork else { return }
        switch answer {
        case .fineTuning(let curve): self.curve = curve
        case .progress(let progress): fraction = progress.fraction
        case .failure(let failure): state = .failed(failure)
        case .finished: state = .finished
        default: break
        }
    }
}
