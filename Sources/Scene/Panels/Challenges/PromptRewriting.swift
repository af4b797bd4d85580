import Evidence

/// The third challenge: a task that the model fails as it is first asked, the prompt that a person writes, and what the
/// model made of it.
struct PromptRewriting: Equatable, Sendable {
    private(set) var place = 0
    /// What the model wrote after the prompt that was tried last, as far as it is.
    private(set) var trial: PromptTrial?
    private(set) var failure: Failure?
    /// Hints that are shown.
    private(set) var hintCount = 0
    /// The item that is chosen.
    var line = 0
    private(set) var vocabulary = Inquiry<[String]>()
    private var asked: QuestionID?

    /// The model that is asked.
    static let model = ModelReference.recorded(run: "M-12.3M-1", step: 12_000)

    static let tasks = ChallengePrompt.all

    /// Nil where there is no task at all.
    var task: ChallengePrompt? { Self.tasks.indices.contains(place) ? Self.tasks[place] : nil }

    var hints: [String] { Array(task?.hints.prefix(hintCount) ?? []) }
    var hasMoreHints: Bool { hintCount < task?.hints.count ?? 0 }
    var isAsking: Bool { asked != nil }

    /// What the person wrote for what is shown; nil before anything was asked.
    var template: String? { trial?.template }

    /// Whether the whole trial reaches the bar.
    var passes: Bool {
        guard let trial, trial.isWhole, let task else { return false }
        return Double(trial.rightCount) >= task.bar * Double(trial.itemCount)
    }

    /// The score of a whole trial, for the record.
    var score: ChallengeRecord.PromptScore? {
        guard let trial, trial.isWhole, trial.itemCount > 0 else { return nil }
        return ChallengeRecord.PromptScore(right: trial.rightCount, asked: trial.itemCount, passes: passes)
    }

    mutating func askWords(_ questions: inout Questions) { vocabulary.ask(.vocabulary, &questions) }

    mutating func show(_ place: Int, _ questions: inout Questions) {
        guard Self.tasks.indices.contains(place) else { return }
        end(&questions)
        self.place = place
        (trial, failure, hintCount, line) = (nil, nil, 0, 0)
    }

    mutating func hint() { if hasMoreHints { hintCount += 1 } }

    /// Puts a prompt to the model; what was asked before is not waited for any more.
    mutating func ask(_ template: String, _ questions: inout Questions) {
        guard let task else { return }
        end(&questions)
        (trial, failure, line) = (nil, nil, 0)
        asked = questions.ask(.tryPrompt(Self.model, task: task.id, template: template))
    }

    private mutating func end(_ questions: inout Questions) {
        if let asked { questions.cancel(asked) }
        asked = nil
    }

    /// Whether the trial became whole by this answer.
    mutating func receive(_ answer: Answer, to id: QuestionID) -> Bool {
        vocabulary.receive(answer, to: id) { if case .vocabulary(let words) = $0 { words } else { nil } }
        guard id == asked else { return false }
        switch answer {
        case .promptTrial(let trial): self.trial = trial
        case .failure(let failure): self.failure = failure
        default: break
        }
        if answer.isLast { asked = nil }
        return answer == .finished && score != nil
    }
}
