import Cells
import Evidence

extension ScaleExhibit {
    var headline: Phrase {
        if let pair { return headline(of: pair) }
        guard let curve = curve(ability) else {
            if let points = dataSet.points(ability) { return headline(of: points.series) }
            return
                "\(dataSetName.capitalized) \(words: dataSet.isPlural ? "were" : "was") never examined in \(words: ability.noun) in a way that is published here."
        }
        return sentence(curve) + lessonClause(curve)
    }

    /// What the family does where the knob stands; true before, between and beyond its measured sizes.
    private func sentence(_ curve: MeasuredCurve) -> Phrase {
        let family = { (figure: Figure) -> Phrase in "\(name: curve.family, of: figure)" }
        switch curve.series.reading(at: slider.value, over: .parameters) {
        case .exact(let figure):
            return
                "At \(slider: .short(slider.value)) \(family(figure)) \(curve.claim("\(figure)"))"
        case .between(let figure):
            return
                "At \(slider: .short(slider.value)) \(family(figure)) \(curve.claim("\(figure.approximately)"))"
        case .before(let first):
            return
                "At \(size(first)), the smallest measured, \(family(first)) \(curve.claim("\(first)"))"
        case .beyond(let last):
            return
                "At \(size(last)), the largest measured, \(family(last)) \(curve.claim("\(last)"))"
        case .none: return ""
        }
    }

    func size(_ figure: Figure) -> Phrase { "\(figure.place(along: .parameters))" }

    /// What the lesson says of the same place.
    private func lessonClause(_ curve: MeasuredCurve) -> Phrase {
        guard let threshold = ability.threshold else { return "." }
        if !slider.value.reaches(threshold.value) {
            return "; the lesson expects \(words: ability.noun) only from \(threshold)."
        }
        return "; the lesson expects \(words: ability.noun) from \(threshold)."
    }

    private func headline(of pair: MeasurePair) -> Phrase {
        let scored = scored(pair)
        guard let any = scored.series.figures.first else { return Phrase(words: pair.name) }
        let start: Phrase = "Scored by \(words: scored.metric), \(name: pair.family, of: any)"
        let direction: Phrase = any.subject.higherIsBetter == false ? ", and less is better" : ""
        let task: Phrase = "in \(words: pair.name)\(direction)"
        switch scored.series.reading(at: slider.value, over: .parameters) {
        case .exact(let figure): return "\(start) at \(slider: .short(slider.value)) has \(figure) \(task)."
        case .between(let figure):
            return "\(start) at \(slider: .short(slider.value)) has \(figure.approximately) \(task)."
        case .before(let first): return "\(start) has \(first) \(task), at \(size(first)), the smallest measured."
        case .beyond(let last): return "\(start) has \(last) \(task), at \(size(last)), the largest measured."
        case .none: return start
        }
    }

    private func headline(of points: Series) -> Phrase {
        guard let best = best(of: points), let task = points.figures.first else {
            return "No open model this small was examined in \(words: ability.noun)."
        }
        return
            "Of the open models up to \(slider: .short(slider.value)) the best in \(name: task.subject.task, of: task) is \(name: best.subject.model, of: best) with \(best): size alone explains little."
    }

    // MARK: - Commentary

    func commentary(columns: Int) -> [[Phrase]] {
        let long = firstL(isShort: false)
        let large = long.width <= columns ? long : firstL(isShort: true)
        if let pair { return [needs, [large], [pair.finding]] }
        return [needs, [large], [disagreement], ["\(strong: "How it is asked.") \(question)"]]
    }

    private var question: Phrase {
        curve(ability)?.question ?? "Nobody published this family's score here."
    }

    /// What a model of the knob's size takes, and the nearest real one.
    private var needs: [Phrase] {
        let parameters = slider.value
        var pieces: [Phrase] = [
            "\(slider: .short(parameters)): \(ScaleCosts.memory(parameters: parameters)) of weights"
        ]
        if let tokens = ScaleCosts.computeOptimalTokens(parameters: parameters) {
            pieces.append("best on \(tokens) tokens")
            if let operations = ScaleCosts.trainingOperations(parameters: parameters, tokens: tokens) {
                pieces.append("\(operations)")
            }
        }
        if let nearest = ScaleCosts.nearest(to: parameters) {
            let model: Phrase = "nearest: \(name: nearest.subject.model, of: nearest), \(cost(nearest))"
            pieces.insert(model, at: min(2, pieces.count))
        }
        return pieces
    }

    /// What a real model took, with how far the figure can be trusted where its source says so.
    private func cost(_ figure: Figure) -> Phrase {
        if figure.unit == .hours {
            return "\(figure.machineHours)"
        }
        return figure.subject.note.contains("factor of two") ? "\(figure), give or take a factor of two" : "\(figure)"
    }

    /// Why the first L of LLM matters: prompting works only above some size.
    func firstL(isShort: Bool) -> Phrase {
        guard let gain = ScaleFigures.fewShotGain, let small = gain.figures.first, let large = gain.figures.last else {
            return ""
        }
        let gains: Phrase = "add \(small) at \(size(small)), \(large.withoutUnit) at \(size(large))"
        return isShort
            ? "The first L: examples \(gains)"
            : "Why Large, the first L: examples in the prompt \(gains) (\(name: "GPT-3", of: small))"
    }

    /// Where the lesson's step and the measurements differ.
    private var disagreement: Phrase {
        guard let threshold = ability.threshold else { return "" }
        let start: Phrase = "Lesson: \(words: ability.noun) from \(threshold). Measured: "
        return start + (verdict ?? "nothing published for this family.")
    }

    private func point(_ series: Series?, _ parameters: Double) -> Figure? {
        series?.figures.first { ($0.subject.parameters ?? 0).isSame(as: parameters) }
    }

    private var verdict: Phrase? {
        guard let curve = ScaleDataSet.best.curve(ability, shots: .few), let first = curve.series.figures.first,
            let last = curve.series.figures.last
        else { return nil }
        switch ability {
        case .grammar:
            return
                "\(name: "Pythia", of: first) has \(first) already at \(size(first)), where guessing gets half, and gains little after: earlier than the lesson says."
        case .questionAnswering:
            return
                "no step: \(name: "GPT-3", of: first) climbs from \(first) at \(size(first)) to \(last) at \(size(last)), evenly over the logarithm of size."
        case .translation:
            guard let early = point(curve.series, 3.5e8),
                let late = point(Archive.gpt3.series("gpt3/fren-14-bleu-mb/zero"), 2.7e9)
            else { return nil }
            return
                "with examples in its prompt \(name: "GPT-3", of: early) has \(early) at \(size(early)); without any it needs \(size(late)) for \(late). The step is made by how one asks."
        case .summarization:
            return
                "\(name: "PaLM", of: first) has \(first) at \(size(first)) and \(last) at \(size(last)): no step at all, only a slope."
        case .inContext:
            return
                "\(name: "GPT-3", of: first) gains from examples at every size, \(first) at \(size(first)); the gain grows, it does not appear."
        case .reasoning:
            guard let middle = point(curve.series, 1.3e10) else { return nil }
            return
                "here the lesson is right for \(name: "GPT-3", of: middle): three-digit sums \(middle) at \(size(middle)), \(last) at \(size(last))."
        case .code:
            guard let plain = Archive.code.series("humaneval/pass-1/gpt-3")?.figures.first,
                let early = point(curve.series, 3e8)
            else { return nil }
            return
                "size is not what decides: \(name: "Codex", of: early), trained on code, solves \(early) at \(size(early)); \(name: "GPT-3", of: plain), which is not, \(plain) at \(size(plain))."
        }
    }

    // MARK: - Provenance

    var provenance: [Phrase] {
        if let pair { return ["\(scored(pair).series.source)", .legend(of: [.published, .computed])] }
        let source = curve(ability)?.series.source ?? dataSet.points(ability)?.series.source
        var pieces = source.map { ["\($0)" as Phrase] } ?? []
        pieces.append(.legend(of: [.lesson, .published, .computed]))
        pieces.append(Phrase("▽ first seen").inked(.violet))
        return pieces + ["data: \(dataSetName)"]
    }

    /// The data set's name, which one of its own figures bears; the best of each is of no one family.
    var dataSetName: Phrase {
        dataSet.anyFigure.map { "\(name: dataSet.name, of: $0)" } ?? "\(words: dataSet.name)"
    }
}
