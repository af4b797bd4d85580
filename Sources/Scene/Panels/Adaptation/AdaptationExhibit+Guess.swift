/// What surprises most on the panel, and what is asked before it tells.
extension AdaptationExhibit {
    var surprise: SurprisingFact? {
        SurprisingFact(
            sentence:
                "A prompt in words that the model has not read is hardly better than guessing, and the fewest labels that were tried overtake it.",
            place: "In the clinic, move the slider down to the fewest labelled notes.")
    }

    var showsSurprise: Bool { dataSet == .clinic && clinic.isKnown && isAtFewest }

    private var isAtFewest: Bool { axis.positions.first.map { $0.reaches(slider.value) } ?? false }

    var guess: HeadlineQuestion? {
        switch dataSet {
        case .clinic:
            guard clinic.isKnown else { return nil }
            return HeadlineQuestion(
                question: "With the fewest labelled notes: is fine-tuning better than a prompt, or worse?",
                answer: .byKey)
        case .published:
            let isAtEnd = axis.positions.last.map { slider.value.reaches($0) } ?? false
            return HeadlineQuestion(
                question: task.prompted == nil
                    ? "How far does fine-tuning get with the most labels that were tried?"
                    : "With the most labels that were tried: does fine-tuning pass a prompt of a far larger model?",
                answer: .atKnob("the most labels", isThere: isAtEnd))
        case .medicine:
            return HeadlineQuestion(
                question: "Which path has the best score in this exam: fine-tuning, a prompt, or looking things up?",
                answer: .byKey)
        case .openQuestions:
            return HeadlineQuestion(
                question: "Who answers more of these: a model that remembers, or a smaller one that looks things up?",
                answer: .byKey)
        }
    }
}
