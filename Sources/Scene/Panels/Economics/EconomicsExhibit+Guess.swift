/// What surprises most on the panel, and what is asked before it tells.
extension EconomicsExhibit {
    var surprise: SurprisingFact? {
        SurprisingFact(
            sentence:
                "Most models with a published cost took less to train than the least that courses say.",
            place: "\(key: "d") leads to what others published: move its slider to the latest year.")
    }

    var showsSurprise: Bool {
        view == .published && topic == .training && !showsSizes
            && (axis.positions.last.map { slider.value.reaches($0) } ?? false)
    }

    /// The pictures tell at once, wherever the knob stands.
    var guess: HeadlineQuestion? {
        let question: Phrase =
            switch view {
            case .tasks: "From how many tasks on does one model for all of them cost less than a model for each?"
            case .users: "How many must share one large model so that each pays less than for models of their own?"
            case .published where topic == .training: "How many of these models cost as much to train as courses say?"
            case .published: "How far apart are the prices that makers ask for a text of the same length?"
            case .meter: "How long would this one machine need to train the large models that others trained?"
            }
        return HeadlineQuestion(question: question, answer: .byKey)
    }
}
