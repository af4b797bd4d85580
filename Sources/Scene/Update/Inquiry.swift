import Evidence

/// A question of a panel's, and what has come of it.
struct Inquiry<Value: Hashable & Sendable>: Hashable, Sendable {
    private(set) var question: Question?
    private(set) var value: Value?
    private(set) var failure: Failure?
    /// How far it is, 0 to 1; nil before that is told.
    private(set) var fraction: Double?
    /// Of what was asked last.
    private(set) var id: QuestionID?

    /// Asks another question in the place of the one before, of which nothing is waited for any more; the same one is
    /// asked again only where it has failed.
    ///
    /// - Parameters:
    ///   - isStale: Whether what came is to be asked anew; it stays until something new comes.
    mutating func ask(_ question: Question, isStale: Bool = false, _ questions: inout Questions) {
        if question == self.question {
            guard failure != nil || isStale, !questions.isOpen(id) else { return }
            (failure, fraction) = (nil, nil)
        } else {
            end(&questions)
            self.question = question
        }
        id = questions.ask(question)
    }

    /// Nothing is asked any more, and nothing known.
    mutating func end(_ questions: inout Questions) {
        if let id { questions.cancel(id) }
        self = Inquiry()
    }

    /// Takes an answer to what was asked here; any other is left alone.
    mutating func receive(_ answer: Answer, to id: QuestionID, value: (Answer) -> Value?) {
        guard id == self.id else { return }
        switch answer {
        case .failure(let failure): (self.failure, self.value) = (failure, nil)
        case .progress(let progress): fraction = progress.fraction
        default:
            guard let new = value(answer) else { return }
            (self.value, fraction) = (new, nil)
        }
    }
}
