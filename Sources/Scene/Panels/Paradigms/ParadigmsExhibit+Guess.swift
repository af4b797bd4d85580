/// What surprises most on the panel, and what is asked before it tells.
extension ParadigmsExhibit {
    var surprise: SurprisingFact? {
        SurprisingFact(
            sentence:
                "Pretraining stands in for labels: with few of them it is clearly ahead, with the most that were tried its lead is gone.",
            place: "\(key: "d") shows the race: move its slider from the fewest labels to the most.")
    }

    /// The race opens where there are few labels.
    var showsSurprise: Bool {
        view == .race && transfer.value != nil
            && (RaceTask.axis.positions.last.map { slider.reached.reaches($0) } ?? false)
    }

    var guess: HeadlineQuestion? {
        let axis = axis
        let isAtEnd = axis.positions.last.map { slider.value.reaches($0) } ?? false
        switch view {
        case .labels:
            return HeadlineQuestion(
                question: "How many labelled examples do all these tasks take, each with a model of its own?",
                answer: .atKnob("the last task", isThere: isAtEnd))
        case .cost:
            return HeadlineQuestion(
                question: "From how many tasks on does one pretraining cost no more than a model for each?",
                answer: .atKnob("the most models", isThere: isAtEnd))
        case .race:
            return HeadlineQuestion(
                question: "With how many labels does a model from scratch catch up with a pretrained one?",
                answer: .atKnob("the most labels", isThere: isAtEnd))
        case .worth:
            return HeadlineQuestion(
                question: "One network, without and with pretraining: in how many tests is it better with it?",
                answer: .byKey)
        case .forgetting:
            return HeadlineQuestion(
                question: "A model is fine-tuned on new tasks: what becomes of what it could do before?", answer: .byKey
            )
        }
    }
}
