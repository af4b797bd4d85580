/// What a panel asks before it tells.
struct HeadlineQuestion: Hashable, Sendable {
    /// The same wherever the knob stands.
    var question: Phrase
    var answer: Answer

    enum Answer: Hashable, Sendable {
        /// It comes when the knob gets to a place, which stands after "moves the knob to".
        case atKnob(Phrase, isThere: Bool)
        /// Nothing on the panel leads to it but the key.
        case byKey
    }

    /// Whether the panel stands where the answer holds.
    var isAnswered: Bool { if case .atKnob(_, isThere: true) = answer { true } else { false } }

    /// Whether moving the knob leads to the answer; else the picture would tell it, and waits.
    var showsPicture: Bool { if case .atKnob = answer { true } else { false } }

    /// How the answer is got, longest first.
    var ways: [Phrase] {
        switch answer {
        case .atKnob(let place, _):
            [
                "\(strong: "Guess first.") The answer comes when the slider is moved to \(place), or with \(key: "u").",
                "\(strong: "Guess first:") move the slider to \(place), or press \(key: "u").",
                "\(strong: "Guess"), then \(key: "u").",
            ]
        case .byKey:
            ["\(strong: "Guess first.") The answer comes with \(key: "u").", "\(strong: "Guess"), then \(key: "u")."]
        }
    }
}

/// Guess mode: headlines ask first, and answer when the knob arrives or the key is pressed again.
struct Guessing: Hashable, Sendable {
    private(set) var isOn: Bool
    /// Questions whose answers the key has shown.
    private var shown: Set<String> = []

    init(isOn: Bool = false) { self.isOn = isOn }

    func isShown(_ question: HeadlineQuestion) -> Bool { shown.contains(question.question.plain) }

    /// The key: from telling to asking, from asking to the answer, and from there back to telling.
    mutating func press(asked: HeadlineQuestion?) {
        if let asked, isOn {
            shown.insert(asked.question.plain)
        } else {
            self = Guessing(isOn: !isOn)
        }
    }
}

extension Scene {
    /// What the panel asks now, in place of its headline; nil where it tells. While the knob glides it asks as it did
    /// before it set off.
    var askedGuess: HeadlineQuestion? {
        guard guessing.isOn, let guess = (exhibit.withSlider?.atOrigin ?? exhibit).guess, !guess.isAnswered,
            !guessing.isShown(guess)
        else { return nil }
        return guess
    }

    /// What the key of guess mode does now.
    var wordOfGuess: String { !guessing.isOn ? "guess first" : askedGuess == nil ? "stop guessing" : "the answer" }
}
