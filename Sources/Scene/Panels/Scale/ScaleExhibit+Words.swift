import Cells
import Evidence

extension ScaleExhibit {
    var headline: Phrase {
        if dataSet == .moves { return headlineOfMoves }
        if dataSet == .littleWorld { return headlineOfLittleWorld }
        if let pair = publishedPair { return headline(of: pair) }
        guard let curve = curve(ability) else {
            if let points = dataSet.points(ability) { return headline(of: points) }
            return "No score of \(dataSetName) in \(words: ability.name) is known here."
        }
        return sentence(curve).capitalized
    }

    /// What the family does where the knob stands, true before, between and beyond its measured sizes, and where it is
    /// taught that the ability appears.
    private func sentence(_ curve: MeasuredCurve) -> Phrase {
        let isSaid = dataSet == .gpt3 && !curve.shots.isEmpty && ability != .inContext
        let way: Phrase = isSaid ? "\(words: shots.opening)" : ""
        switch curve.series.sparseReading(at: slider.value) {
        case .there(let figure, isMeasured: true):
            return
                "\(way)\(curve.family(of: figure)) of \(slider: .short(slider.value)) \(curve.claim(of: figure))\(curve.guessing)\(end(curve, figure))"
        case .there(let figure, isMeasured: false):
            let said: Phrase =
                "\(curve.family(of: figure)) \(curve.claim(curve.score(figure, isApproximate: true)))\(curve.guessing)\(end(curve, figure))"
            return Self.fitting(
                ["between sizes"].map {
                    "\(way)at \(slider: .short(slider.value)), \(words: $0), \(said)"
                })
        case .gap(let low, let high):
            let end: Phrase =
                switch (curve.luck(low), curve.luck(high)) {
                case (.none, .none), (_, .none): "; no score between."
                case (.none, _): "\(curve.luck(high).words); nothing between."
                case (.maybe, .maybe): ": maybe luck; nothing between."
                default: ": not above guessing."
                }
            return
                "\(way)\(curve.family(of: low)) of \(size(low)) \(curve.claim(curve.score(low)))\(curve.guessing), of \(size(high)) \(curve.score(high))\(end)"
        case .before(let first):
            return
                "\(way)the \(words: curve.series.figures.count > 1 ? "smallest" : "one") \(curve.family(of: first)) here, \(size(first)), \(curve.claim(of: first))\(curve.guessing)\(end(curve, first))"
        case .beyond(let last):
            return
                "\(way)the \(words: curve.series.figures.count > 1 ? "largest" : "one") \(curve.family(of: last)) here, \(size(last)), \(curve.claim(of: last))\(curve.guessing)\(end(curve, last))"
        case nil: return ""
        }
    }

    /// Whether a score may be luck, or else where it is taught that the ability appears.
    private func end(_ curve: MeasuredCurve, _ figure: Figure) -> Phrase {
        let luck = curve.luck(figure)
        return luck == .none ? taught : "\(luck.words)."
    }

    /// Where it is taught that the ability appears.
    private var taught: Phrase {
        guard let threshold = ability.threshold else { return "." }
        let isOpen = threshold.text.hasSuffix("+")
        return "; courses say: \(words: isOpen ? "" : "from ")\(threshold)."
    }

    /// Whether the jump is real, in words that need no question before them: where both measures leap, where one does, else
    /// not.
    private func headline(of pair: MeasurePair) -> Phrase {
        guard let step = pair.step else { return Phrase(words: pair.name) }
        let task: Phrase = "in “\(words: pair.name)” \(name: pair.family, of: step.sharp.before)"
        let jump: Phrase =
            "\(task) jumps from \(size(step.sharp.before)) to \(size(step.sharp.after)), \(step.sharp.before) to \(step.sharp.after)\(guess(pair))"
        return switch step.verdict {
        case .onlySharp: "Partly a jump: \(jump); by \(words: pair.smooth.metric) it grows before."
        case .both: "A real jump, by both measures: \(jump)."
        case .smoothIsStill: "Partly a jump: \(jump); by \(words: pair.smooth.metric) hardly at all."
        case .neither where step.isLarge:
            "Partly a jump: \(task) rises most from \(size(step.sharp.before)) to \(size(step.sharp.after)), \(step.sharp.before) to \(step.sharp.after)\(guess(pair))\(words: pair.falls > 0 ? "; at another size it falls" : "")."
        case .neither, .still: withoutJump(pair, task)
        case .sharpIsStill: withoutJump(pair, task, isSharpStill: true)
        }
    }

    /// What a family does from its first size to its last where no step is the larger half of the way.
    private func withoutJump(_ pair: MeasurePair, _ task: Phrase, isSharpStill: Bool = false) -> Phrase {
        guard let first = pair.sharp.series.figures.first, let last = pair.sharp.series.figures.last else {
            return task
        }
        if pair.sharp.series.figures.allSatisfy({ Luck($0) == .maybe }) {
            return
                "Not a jump: \(task) stays near guessing (\(name: first.chance)): \(first) at \(size(first)), \(last) at \(size(last))."
        }
        guard isSharpStill, let start = pair.smooth.series.figures.first, let end = pair.smooth.series.figures.last
        else {
            return
                "Not a jump: \(task) goes from \(first) at \(size(first)) to \(last) at \(size(last))\(guess(pair)), \(falls(pair))."
        }
        return
            "Not a jump: \(task) goes from \(first) to \(last)\(guess(pair)); \(words: pair.smooth.metric) \(start.withoutUnit) to \(end.withoutUnit)."
    }

    /// How often a larger size has less right than the one before, as a sentence ends.
    func falls(_ pair: MeasurePair) -> Phrase {
        switch pair.falls {
        case 0: "without a fall"
        case 1: "with one fall"
        case 2: "with two falls"
        default: "with falls between"
        }
    }

    /// What guessing gets by the sharp measure, in brackets; nothing where it gets nothing.
    func guess(_ pair: MeasurePair) -> Phrase {
        guard let figure = pair.sharp.series.figures.first, guessing(figure) != nil else { return "" }
        return " (guessing \(name: figure.chance))"
    }

    private func headline(of points: Series) -> Phrase {
        guard let best = best(of: points), let task = points.figures.first else {
            return "No model this small has a score in \(words: ability.name) here."
        }
        let asked =
            switch ability {
            case .questionAnswering: "hard science questions"
            case .reasoning: "word problems"
            default: "programming tasks"
            }
        let guessing: Phrase =
            (task.subject.chance ?? 0) > 0 ? " (guessing \(name: task.chance))\(Luck(best).words)" : ""
        return
            "The best open model up to \(slider: .short(slider.value)), \(name: best.subject.model, of: best), gets \(best) of \(words: asked) right\(guessing)."
    }

    /// What the open models are asked, and after how many examples.
    func question(of points: Series) -> Phrase {
        let asked =
            switch ability {
            case .questionAnswering:
                "Questions of school science that simple methods get wrong, with four answers to choose from"
            case .reasoning: "School word problems with a number as the answer"
            default: "Functions written from their description, run against tests"
            }
        guard let figure = points.figures.first, !figure.subject.shots.isEmpty else { return "\(words: asked)." }
        return figure.subject.shots.allSatisfy { $0 == "0" }
            ? "\(words: asked), no example in the prompt."
            : "\(words: asked), \(name: figure.subject.shots, of: figure) examples in the prompt."
    }

    // MARK: - Commentary

    func commentary(columns: Int) -> [[Phrase]] {
        if dataSet == .moves { return commentaryOfMoves }
        if dataSet == .littleWorld { return commentaryOfLittleWorld(columns: columns) }
        if let pair = publishedPair {
            return [[flip(pair)], needs, nearest, [pair.caution]].filter { !($0[0].isEmpty) }
        }
        let long = firstL(isShort: false)
        let large = long.width <= columns ? long : firstL(isShort: true)
        let curve = curve(ability)
        return [
            curve.map { [$0.meaningOfScore] }, verdict.map { [$0] }, needs, nearest, [large],
            (curve?.question ?? dataSet.points(ability).map(question)).map { ["\(strong: "How it is asked.") \($0)"] },
        ].compactMap { $0 }.filter { !$0[0].isEmpty }
    }

    /// The step of the sharp measure beside the same step of the smooth one.
    private func flip(_ pair: MeasurePair) -> Phrase {
        guard let step = pair.step else { return "" }
        let direction = pair.smooth.isLessBetter ? ", and less is better" : ""
        return
            "\(size(step.sharp.before)) to \(size(step.sharp.after)): \(words: pair.sharp.metric) \(step.sharp.before) → \(step.sharp.after), \(words: pair.smooth.metric) \(step.smooth.before) → \(step.smooth.after)\(words: direction)."
    }

    /// What a model of the knob's size would take, by formulas.
    private var needs: [Phrase] {
        let parameters = slider.value
        var pieces: [Phrase] = [
            "\(slider: .short(parameters)) parameters: \(ScaleCosts.memory(parameters: parameters)) at sixteen bits each"
        ]
        if let tokens = ScaleCosts.computeOptimalTokens(parameters: parameters) {
            pieces.append("compute-optimal on \(tokens) tokens")
            if let operations = ScaleCosts.trainingOperations(parameters: parameters, tokens: tokens) {
                pieces.append("\(operations)")
            }
        }
        return pieces
    }

    /// The nearest real model, with its own numbers.
    private var nearest: [Phrase] {
        guard let model = ScaleCosts.nearest(to: slider.value) else { return [] }
        let figure = model.cost
        let name: Phrase = "Nearest real model: \(name: figure.subject.model, of: figure)"
        var pieces = [figure.isNamedByItsSize ? name : "\(name), \(size(figure))"]
        if let tokens = model.tokens { pieces.append("read \(tokens) tokens") }
        if let operations = model.operations { pieces.append("\(operations)") }
        pieces.append(cost(figure))
        if let active = ScaleExhibit.active(of: figure) { pieces.append("\(name: active, of: figure)") }
        return pieces
    }

    /// How many of a mixture's parameters work on a token, where its record says so.
    private static func active(of figure: Figure) -> String? {
        figure.subject.note.split(separator: ";").first { $0.hasSuffix("active") }.map(String.init)
    }

    /// What a real model took, with how far the figure can be trusted where its source says so.
    private func cost(_ figure: Figure) -> Phrase {
        if figure.unit == .hours { return "\(figure.machineHours)" }
        let isEstimated = figure.source.key.hasPrefix("epoch") || figure.source.key.hasPrefix("ai-index")
        let trust: Phrase = figure.subject.note.contains("factor of two") ? ", give or take a factor of two" : ""
        return isEstimated ? "estimated \(figure)\(trust)" : "\(figure)\(trust)"
    }

    /// Why the first L of LLM matters: prompting works only above some size.
    func firstL(isShort: Bool) -> Phrase {
        guard let gain = ScaleFigures.fewShotGain, let small = gain.figures.first, let large = gain.figures.last else {
            return ""
        }
        let gains: Phrase = "add \(small) at \(size(small)), \(large.withoutUnit) at \(size(large))"
        return isShort
            ? "Why L for Large: examples in the prompt \(gains)"
            : "Why Large, the first L: examples in the prompt \(gains) (\(name: "GPT-3", of: small), forty tests)"
    }

    // MARK: - What is taught and what was measured

    private func point(_ series: Series?, _ parameters: Double) -> Figure? {
        series?.figures.first { ($0.subject.parameters ?? 0).isSame(as: parameters) }
    }

    /// Where what is taught and what was measured differ, or agree.
    private var verdict: Phrase? {
        // Of the families that it compares, and of no other.
        guard dataSet == .best || dataSet == .gpt3, let curve = ScaleDataSet.best.curve(ability, shots: .few),
            let first = curve.series.figures.first,
            let last = curve.series.figures.last
        else { return nil }
        switch ability {
        case .grammar:
            return
                "Earlier than courses say: \(name: "Pythia", of: first) of \(size(first)) has \(first) where guessing gets half; larger ones gain little."
        case .questionAnswering:
            return
                "Not a jump: \(name: "GPT-3", of: first) climbs from \(first) at \(size(first)) to \(last) at \(size(last)), some at every size."
        case .translation:
            guard let early = point(curve.series, 3.5e8),
                let late = point(Archive.gpt3.series("gpt3/fren-14-bleu-mb/zero"), 2.7e9)
            else { return nil }
            return
                "Asking counts: \(name: "GPT-3", of: early) has \(early.withoutUnit) at \(size(early)) shown examples, \(late.withoutUnit) at \(size(late)) without."
        case .summarization:
            return
                "\(name: "PaLM", of: first) has \(first.withoutUnit) at \(size(first)), \(last.withoutUnit) at \(size(last)): too few sizes to find a jump."
        case .inContext:
            return
                "It comes with size: examples change \(name: "GPT-3", of: first) by \(first) at \(size(first)) and by \(last) at \(size(last))."
        case .reasoning:
            guard let middle = point(curve.series, 1.3e10),
                let small = Archive.thresholds.series("moves/sums")?.figures.last
            else { return nil }
            return
                "The jump is \(name: "GPT-3", of: middle)'s own: \(middle) at \(size(middle)), \(last) at \(size(last)); \(name: small.subject.model, of: small) of \(name: String(small.subject.year.prefix(4)), of: small) has \(small)."
        case .code:
            guard let plain = Archive.code.series("humaneval/pass-1/gpt-3")?.figures.first,
                let early = point(curve.series, 3e8)
            else { return nil }
            return
                "Not size alone: \(name: "Codex", of: early) of \(size(early)), trained on code, solves \(early); \(name: "GPT-3", of: plain) of \(size(plain)), on text, \(plain)."
        }
    }
}
