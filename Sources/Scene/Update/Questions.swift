import Evidence

/// The questions that the panels have asked and that are not answered to their end.
///
/// Each has a number of its own, counted up and never used again, by which an answer finds the panel that asked; an
/// answer to a question that is not asked any more finds nobody and is dropped.
struct Questions: Hashable, Sendable {
    /// The place of the panel that is at work: the scene sets it before the panel may ask.
    var asker = 0
    private var next = QuestionID(1)
    /// Who asked what is still open.
    private var askers: [QuestionID: Int] = [:]
    private var effects: [Effect] = []

    /// Asks a question; its answers come to the panel under the number returned.
    mutating func ask(_ question: Question) -> QuestionID {
        let id = next
        next = id.next
        askers[id] = asker
        effects.append(.ask(id, question))
        return id
    }

    /// Whether the question is asked and not answered to its end.
    func isOpen(_ id: QuestionID?) -> Bool { id.map { askers[$0] != nil } ?? false }

    /// Whether the panel at a place waits for an answer.
    func isWaiting(_ asker: Int) -> Bool { askers.values.contains(asker) }

    /// The question is not asked any more: a training stops, and nothing that comes is shown.
    mutating func cancel(_ id: QuestionID) {
        if askers.removeValue(forKey: id) != nil { effects.append(.cancel(id)) }
    }

    mutating func pause(_ id: QuestionID) { if isOpen(id) { effects.append(.pause(id)) } }

    mutating func proceed(_ id: QuestionID) { if isOpen(id) { effects.append(.proceed(id)) } }

    /// Cancels everything that the panel at a place asked.
    mutating func cancelAll(of asker: Int) {
        for id in askers.filter({ $0.value == asker }).keys.sorted() { cancel(id) }
    }

    /// The place of the panel that an answer is for; nil where nobody waits. The last answer closes the question.
    mutating func receiver(of answer: Answer, to id: QuestionID) -> Int? {
        answer.isLast ? askers.removeValue(forKey: id) : askers[id]
    }

    /// What the program is to do since the last time.
    mutating func takeEffects() -> [Effect] {
        defer { effects = [] }
        return effects
    }
}
