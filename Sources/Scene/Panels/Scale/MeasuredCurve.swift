import Evidence

/// One curve of a strip, with what the program says of it in plain words.
struct MeasuredCurve: Sendable {
    var series: Series
    /// The test and the family, for the small print.
    var benchmark: String
    var family: String
    /// How many examples stand in the prompt, in words; empty where that is not said.
    var shots = ""
    /// The value at the head of the strip, in the unit of the values; the foot is nothing at all.
    var ceiling: Double
    /// What a model of the family does, around the value: before it and after it.
    var verb: (before: Phrase, after: Phrase)
    /// What is asked in a few words, longest first.
    var asks: [String]
    /// What is asked, in a sentence.
    var question: Phrase

    /// What a model does that has a score, as the end of a sentence.
    func claim(_ score: Phrase) -> Phrase {
        verb.after.isEmpty ? "\(verb.before) \(score)" : "\(verb.before) \(score) \(verb.after)"
    }

    /// The same of a figure: what is gained below nothing is lost.
    func claim(of figure: Figure) -> Phrase {
        guard figure.unit == .points, figure.value < 0 else { return claim(score(figure)) }
        return "loses \(figure.magnitude) \(verb.after)"
    }

    /// A score in that sentence: in percent or points, else a number that the sentence calls a score.
    func score(_ figure: Figure, isApproximate: Bool = false) -> Phrase {
        let hasUnit = figure.unit == .percent || figure.unit == .fraction || figure.unit == .points
        switch (hasUnit, isApproximate) {
        case (true, false): return "\(figure)"
        case (true, true): return "\(figure.approximately)"
        case (false, false): return "\(figure.withoutUnit)"
        case (false, true): return "\(figure.approximateNumber)"
        }
    }

    /// What guessing gets, in brackets, where it gets anything.
    var guessing: Phrase {
        guard let figure = series.figures.first, let chance = series.subject.chance, chance > 0 else { return "" }
        return " (guessing \(name: figure.chance))"
    }

    /// How a score of the curve, or one between two of its sizes, stands to guessing.
    func luck(_ figure: Figure) -> Luck { Luck(figure, like: series.figures.first) }

    /// What a score counts that is no part of a hundred answers; empty where it is one.
    var meaningOfScore: Phrase {
        switch series.unit {
        case .bleu: "Score: word runs shared with a human translation; the very same: a hundred."
        case .rouge2: "Score: word pairs shared with a human summary; the very same: a hundred."
        default: ""
        }
    }

    /// The family of a figure.
    func family(of figure: Figure) -> Phrase { "\(name: family, of: figure)" }
}

/// What a curve says at a place of its axis, when what was measured lies far apart.
enum SparseReading {
    /// A measured point stands exactly there, or two near ones stand around it: the figure is measured, or computed.
    case there(Figure, isMeasured: Bool)
    /// The neighbours lie more than a factor of three apart.
    case gap(low: Figure, high: Figure)
    case before(Figure)
    case beyond(Figure)
}

extension Series {
    /// What the series says at a number of parameters; nil where it says nothing at all.
    func sparseReading(at parameters: Double) -> SparseReading? {
        switch reading(at: parameters, over: .parameters) {
        case .exact(let figure): return .there(figure, isMeasured: true)
        case .before(let first): return .before(first)
        case .beyond(let last): return .beyond(last)
        case .none: return nil
        case .between(let figure):
            let points = figures(over: .parameters)
            guard let low = points.last(where: { $0.position < parameters }),
                let high = points.first(where: { $0.position > parameters })
            else { return nil }
            return high.position <= low.position * StripTrack.widestGap
                ? .there(figure, isMeasured: false) : .gap(low: low.figure, high: high.figure)
        }
    }
}
