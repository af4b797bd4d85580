/// What surprises most on the panel, and what is asked before it tells.
extension PretrainingExhibit {
    var surprise: SurprisingFact? {
        SurprisingFact(
            sentence:
                "Learning from context comes late and within a short stretch of the reading, while the text as a whole surprises the model less and less.",
            place: "Move the slider on until the small model learns from its context.")
    }

    /// The knob is where the model of the little world has learned to use its context, or beyond.
    var showsSurprise: Bool {
        guard dataSet == .littleWorld || dataSet == .live, inside == nil else { return false }
        return run?.curve(AbilityWords.fromContext)?.hasLeftChance(at: slider.value) ?? false
    }

    var guess: HeadlineQuestion? {
        guard let run, inside == nil else { return nil }
        let isAtEnd = axis.positions.last.map { slider.value.reaches($0) } ?? false
        let question: Phrase =
            switch view {
            case .tasks where run.kind == .measured: "What does it learn first as it reads, and what last?"
            case .tasks: "In how many of these tasks does it beat guessing when it has read everything?"
            case .probabilities: "Before it gives a right answer: does the right answer become more probable to it?"
            case .measures: "Does it learn this all at once, or a little with every text that it reads?"
            }
        return HeadlineQuestion(question: question, answer: .atKnob("the end of the reading", isThere: isAtEnd))
    }
}
