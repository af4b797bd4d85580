import Evidence

/// How a score stands to what guessing gets: clear of it, as near as luck brings it, or worse.
enum Luck: Sendable {
    case none, maybe, worse

    /// Where it is not known how many were asked, so much of a whole counts as near.
    static let near = 0.05
    /// What guessing gets by less is not spoken of.
    private static let least = 0.005

    /// Of a score; where it is computed from others, one of those says how many were asked and what guessing gets.
    init(_ figure: Figure, like another: Figure? = nil) {
        let subject = another?.subject ?? figure.subject
        let part = (figure.unit.factor(to: .percent) ?? 1) / (Unit.fraction.factor(to: .percent) ?? 1)
        let chance = (subject.chance ?? 0) * part
        // Nothing right needs no luck, and where guessing gets next to nothing it is none either.
        guard chance >= Luck.least, figure.value > 0 else {
            self = .none
            return
        }
        let margin = Double(subject.items).map {
            LearningCurve.clearance * (chance * max(0, 1 - chance) / max(1, $0)).squareRoot()
        }
        let above = figure.value * part - chance
        self =
            if above > margin ?? Luck.near { .none } else if above < -(margin ?? Luck.near) { .worse } else { .maybe }
    }

    /// What a sentence adds to the score.
    var words: Phrase {
        switch self {
        case .none: ""
        case .maybe: ": maybe luck"
        case .worse: ": worse than guessing"
        }
    }
}
