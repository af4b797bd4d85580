import Evidence

/// What surprises most on the panel, and what is asked before it tells.
extension ScaleExhibit {
    var surprise: SurprisingFact? {
        SurprisingFact(
            sentence:
                "Of the abilities that are scored in two ways most do not jump at all; one does, whichever way it is scored.",
            place:
                "\(key: "m") scores the same answers in two ways: choose “analogies” and move the slider past its jump."
        )
    }

    /// The knob is past a jump of both measures.
    var showsSurprise: Bool {
        guard view != .abilities, let step = publishedPair?.step, step.verdict == .both,
            let place = step.sharp.after.subject.parameters
        else { return false }
        return slider.value.reaches(place)
    }

    var guess: HeadlineQuestion? {
        switch dataSet {
        case .moves:
            return HeadlineQuestion(
                question: "What once took a very large model: how small a model has done it since?", answer: .byKey)
        case .littleWorld where pair == nil: return nil
        case .openModels:
            return HeadlineQuestion(
                question: "How good are the best open models of a size that one computer can hold?",
                answer: .atKnob("its end", isThere: isAtEnd))
        default: break
        }
        if let pair = publishedPair {
            return HeadlineQuestion(
                question:
                    "“\(words: pair.name)”, scored in two ways: do both jump at one size, or one of them, or none?",
                answer: .atKnob("the largest model", isThere: isPast(pair)))
        }
        if dataSet == .littleWorld, let pair {
            return HeadlineQuestion(
                question: ("\(words: ability.name): \(words: littleQuestion)" as Phrase).capitalized,
                answer: .atKnob("the largest model", isThere: isPast(pair)))
        }
        guard let last = curve(ability)?.series.figures.last?.subject.parameters else { return nil }
        return HeadlineQuestion(
            question: "\(words: ability.question)",
            answer: .atKnob("the largest model measured", isThere: slider.value.reaches(last)))
    }

    private var littleQuestion: String {
        view == .abilities
            ? "can a small model of this kind do it, or does it take a larger one?"
            : "the same answers, scored in two ways; do both jump at one size?"
    }

    private var isAtEnd: Bool { axis.positions.last.map { slider.value.reaches($0) } ?? false }

    private func isPast(_ pair: MeasurePair) -> Bool {
        pair.sharp.series.figures.last?.subject.parameters.map { slider.value.reaches($0) } ?? isAtEnd
    }
}

extension LessonAbility {
    /// What is asked of it before the sizes tell.
    fileprivate var question: String {
        switch self {
        case .grammar: "Does a model's grammar grow with its size to the end, or is most of it there early?"
        case .questionAnswering: "Do answers to quiz questions come at one size, or a few more with every size?"
        case .translation: "Does translation come at one size, or does it grow with every size?"
        case .summarization: "How much better does the largest of three models sum up a text than the smallest?"
        case .inContext: "How much do examples in the prompt add to a small model, and how much to the largest?"
        case .reasoning: "At which size do models begin to get sums of three-digit numbers right?"
        case .code: "How large must a model trained on code be to get one small program in four right?"
        }
    }
}
