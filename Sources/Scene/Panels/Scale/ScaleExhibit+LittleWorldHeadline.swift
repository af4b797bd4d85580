import Cells
import Evidence

/// The headlines of the little world's ladder.
extension ScaleExhibit {
    var headlineOfLittleWorld: Phrase {
        guard let pair else {
            return recorded.failure.map { "This ladder cannot be shown: \($0)." }
                ?? "Models of one small world, from small to large, are being looked up."
        }
        if view != .abilities, let step = pair.step { return flip(pair, step) }
        let what: Phrase = ability == .grammar ? "of verbs right past a misleading noun" : "of \(words: asked) right"
        switch pair.sharp.series.sparseReading(at: slider.value) {
        case .there(let figure, isMeasured: true): return sentence(figure, what, pair)
        case .there(_, isMeasured: false):
            // Single runs lie so far apart that a value between two sizes would say more than they do.
            let figures = pair.sharp.series.figures
            guard let low = figures.last(where: { ($0.subject.parameters ?? 0) < slider.value }),
                let high = figures.first(where: { ($0.subject.parameters ?? 0) > slider.value })
            else { return "" }
            return between(low, high, pair)
        case .gap(let low, let high): return between(low, high, pair)
        case .before(let first), .beyond(let first): return sentence(first, what, pair)
        case nil: return ""
        }
    }

    /// What the runs of a size get, from the lowest to the highest.
    private func sentence(_ figure: Figure, _ what: Phrase, _ pair: MeasurePair) -> Phrase {
        let highest = range(figure)?.high ?? figure
        let end: Phrase = "\(what)\(guess(pair))\(Luck(highest).words)."
        let runs = range(figure) == nil ? "all \(runsOf(figure))" : runsOf(figure)
        guard ladder.runs(at: figure.subject.parameters ?? 0) > 1 else {
            return "In the little world \(size(figure)) parameters get \(figure) \(end)"
        }
        return ScaleExhibit.fitting([
            "In the little world \(words: runs) of \(size(figure)) parameters get \(score(figure)) \(end)",
            "Here \(words: runs) of \(size(figure)) parameters get \(score(figure)) \(end)",
        ])
    }

    /// What the runs of two neighbouring sizes get, and where there is room, that there are none between.
    private func between(_ low: Figure, _ high: Figure, _ pair: MeasurePair) -> Phrase {
        let places: Phrase =
            score(low).plain == score(high).plain
            ? "at \(size(low)) and at \(size(high))" : "at \(size(low)), \(score(high)) at \(size(high))"
        let said: Phrase = "\(Phrase(words: asked).capitalized): \(score(low)) right \(places)\(guess(pair))"
        return ScaleExhibit.fitting(["\(said); nothing was run between.", "\(said); none between.", "\(said)."])
    }

    /// The first headline that is short enough for two lines of the narrowest screen.
    static func fitting(_ headlines: [Phrase]) -> Phrase {
        headlines.first { $0.width <= widest } ?? headlines.last ?? ""
    }
    private static let widest = 110

    /// The score of every run of a size: from the lowest to the highest where they differ.
    func score(_ figure: Figure) -> Phrase {
        range(figure).map { "\($0.low) to \($0.high)" } ?? "\(figure)"
    }

    /// The runs of a size, counted in words.
    func runsOf(_ figure: Figure) -> String {
        switch ladder.runs(at: figure.subject.parameters ?? 0) {
        case 1: "one run"
        case 2: "two runs"
        case 3: "three runs"
        default: "runs"
        }
    }

    /// What is asked, as a sentence counts it.
    private var asked: String {
        switch ability {
        case .grammar: "verbs past a misleading noun"
        case .questionAnswering: "questions about people"
        case .translation: "translations"
        case .summarization: "summaries"
        case .inContext: "paired words"
        case .reasoning: "two-step questions"
        case .code: "small programs"
        }
    }

    /// Whether the jump between neighbouring sizes is real: partly, too, where it stands elsewhere in single runs.
    private func flip(_ pair: MeasurePair, _ step: MeasurePair.Step) -> Phrase {
        let name = Phrase(words: ability.shortName)
        let isAlone = ladder.runs(at: step.sharp.after.subject.parameters ?? 0) < 2
        let jump: Phrase =
            isAlone
            ? "right answers (\(name)) jump at \(size(step.sharp.after)), \(step.sharp.before) to \(step.sharp.after)"
            : "\(words: runsOf(step.sharp.after)) (\(name)) have \(score(step.sharp.before)) at \(size(step.sharp.before)), \(score(step.sharp.after)) at \(size(step.sharp.after))"
        func said(_ answer: Phrase, _ end: Phrase) -> Phrase {
            let whole: Phrase = "\(answer): \(jump)\(guess(pair))"
            return ScaleExhibit.fitting([whole + end + ".", whole + ".", "\(answer): \(jump)\(end)."])
        }
        switch step.verdict {
        case .neither, .sharpIsStill, .still:
            guard let first = pair.sharp.series.figures.first, let last = pair.sharp.series.figures.last else {
                return ""
            }
            return
                "Not a jump: right answers (\(name)) go from \(first) to \(last)\(guess(pair)), \(falls(pair))."
        case _ where runsDiffer(step): return said("Partly a jump", ", partly luck")
        case .onlySharp: return said("Partly a jump", "; probability grows before")
        case .both: return said("A real jump", "; probability too")
        case .smoothIsStill: return said("Partly a jump", "; probability gains little")
        }
    }

    /// Whether a run of the smaller size had gone half of the way already, or one of the larger size had not.
    private func runsDiffer(_ step: MeasurePair.Step) -> Bool {
        let middle = (step.sharp.before.value + step.sharp.after.value) / 2
        let (before, after) = (range(step.sharp.before), range(step.sharp.after))
        return before.map { $0.high.value >= middle } ?? false || after.map { $0.low.value < middle } ?? false
    }

    /// Why the jump stands elsewhere in another run, where it does.
    func luck(_ step: MeasurePair.Step) -> [Phrase] {
        runsDiffer(step)
            ? ["At which size it jumps is partly the luck of the random weights that a run begins with"] : []
    }

    func range(_ figure: Figure) -> (low: Figure, high: Figure)? {
        figure.subject.parameters.flatMap { ladder.range(ability, at: $0) }
    }
}
