import Evidence

/// What surprises most on the panel, and what is asked before it tells.
extension PromptingExhibit {
    var surprise: SurprisingFact? {
        SurprisingFact(
            sentence:
                "Examples in the prompt help the small model, then ruin it: given more in a row than any text it read, it writes nothing.",
            place: "Choose a prompt that asks for the Vell of a word by example, and move the slider to its end.")
    }

    /// The knob is where more examples get far fewer right than less of them did.
    var showsSurprise: Bool {
        guard !isComparing, isExample, exampleCount > 0, let points = ownCurve?.points, let here = point else {
            return false
        }
        let best = points.prefix { $0.examples < here.examples }.map(\.accuracy.value).max() ?? 0
        return here.accuracy.value < best / 2
    }

    var guess: HeadlineQuestion? {
        if isComparing {
            return HeadlineQuestion(
                question: "The same notes, asked in another form: does the same model know as many answers?",
                answer: .byKey)
        }
        guard !textField.isFocused, let points = ownCurve?.points, isExample, finding == nil, points.count > 1 else {
            return nil
        }
        return HeadlineQuestion(
            question: "Do more examples in the prompt always help the model? How many help most?",
            answer: .atKnob("the most examples", isThere: slider.value.reaches(Double(points.count - 1))))
    }
}
