import Cells
import Evidence

extension PretrainingExhibit {
    private static let counts = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight"]

    /// A small number as a word.
    static func word(_ count: Int) -> String { counts[min(max(0, count), counts.count - 1)] }

    // MARK: - Headline

    /// What this size can do where the knob stands.
    var headline: Phrase {
        guard let figure = run.figure else { return "" }
        let model: Phrase = "\(name: figure.subject.model, of: figure)"
        if view == .measures { return headlineOfMeasures(model) }
        let tokens: Phrase = "\(slider: .short(slider.value))"
        if slider.value <= 0 {
            return "\(model) starts as noise: random weights, not a word read, every answer a guess."
        }
        let left = run.countLeft(at: slider.value)
        guard left > 0 else { return headlineBeforeAnswers(model, tokens) }
        let count: Phrase = "\(words: Self.word(left)) of \(words: Self.word(run.curves.count)) tasks"
        let clause = run.curve(task).map { curve -> Phrase in "; \(claim(curve))." } ?? "."
        let isAll = run.checkpoints.last.map { slider.value >= $0 } ?? false
        return "After\(words: isAll ? " all" : "") \(tokens) tokens \(model) beats chance in \(count)" + clause
    }

    /// Before the first task leaves chance only the smooth measure can move.
    private func headlineBeforeAnswers(_ model: Phrase, _ tokens: Phrase) -> Phrase {
        let none: Phrase = "none of \(words: Self.word(run.curves.count)) tasks"
        guard let perplexity = run.perplexity, let start = run.firstPerplexity else {
            return "After \(tokens) tokens \(model) beats chance in \(none)."
        }
        if slider.value.isSame(as: run.checkpoints.dropFirst().first ?? 0) {
            return "After \(tokens) tokens \(model) scores in every task just what its random weights scored."
        }
        if let relief = run.relief?.subject.tokensSeen, slider.value.reaches(relief) {
            return
                "After \(tokens) tokens \(model) beats chance in no task, yet is less surprised: perplexity \(value(of: perplexity)), not \(start)."
        }
        return
            "After \(tokens) tokens \(model) is noise still: it beats chance in \(none); perplexity \(value(of: perplexity))."
    }

    /// The chosen task's score, whether it can be luck, and what was lost of it.
    private func claim(_ curve: LearningCurve) -> Phrase {
        let score: Phrase = "\(words: curve.task.shortName): \(value(of: curve.series))"
        guard curve.hasLeftChance(at: slider.value) else {
            return curve.isWorseThanGuessing(at: slider.value) ? "\(score), worse than luck" : "\(score), maybe luck"
        }
        guard let best = curve.lostBest(at: slider.value) else { return score }
        return "\(score), down from \(best) at \(tokens(of: best))"
    }

    private func headlineOfMeasures(_ model: Phrase) -> Phrase {
        guard let curve = run.curve(.lastWord), let perplexity = run.perplexity, let start = run.firstPerplexity else {
            return ""
        }
        return
            "\(model), \(slider: .short(slider.value)) tokens, the same answers: \(value(of: curve.series)) exactly right; perplexity \(value(of: perplexity)), at first \(start)."
    }

    // MARK: - Commentary

    func commentary(columns: Int) -> [[Phrase]] {
        var lines = [time, insight]
        if view == .measures { lines.append([rulers]) }
        lines.append([stageLine])
        if let curve = run.curve(task) { lines.append(["\(strong: "What is asked.") \(curve.task.question)"]) }
        lines += [[cost], [forgetting], [window]].filter { !$0[0].isEmpty }
        return lines
    }

    /// What was read, and what that is for a person.
    private var time: [Phrase] {
        let tokens: Phrase = "\(slider: .short(slider.value)) tokens"
        let read: Phrase =
            PretrainingCosts.readingTime(tokens: slider.value).map {
                "\(tokens): \($0) of nonstop reading"
            } ?? "\(tokens) read: the weights are thrown like dice"
        let amount = PretrainingCosts.lesson("l2/data").map { figure -> Phrase in "lesson: \(figure)" }
        let school = PretrainingCosts.lesson("l6/school-years").map { figure -> Phrase in "school: \(figure)" }
        return [read, amount, school].compactMap { $0 }
    }

    /// Why it scales, and what it costs.
    private var insight: [Phrase] {
        var pieces: [Phrase] = ["\(strong: "No labels: the text is the teacher")"]
        if let cost = PretrainingCosts.lesson("l2/cost"), let time = PretrainingCosts.lesson("l2/time"),
            let machines = PretrainingCosts.lesson("l2/gpus")
        {
            pieces += ["lesson: \(cost), \(time)", "\(machines)"]
        }
        return pieces
    }

    /// The stage and the rule that sets its border.
    private var stageLine: Phrase {
        guard let stage = run.stage(at: slider.value) else { return "" }
        let place: Phrase = "\(axis: .short(stage.tokens))"
        let start: Phrase = "\(strong: "Stage: \(stage.name)"), from \(place): \(words: stage.reason.plain)."
        return start
            + " A task has left chance (●, ▽) once it stays above chance and above its own start, each by three standard errors."
    }

    /// What the lesson says of the cost beside what these models took.
    private var cost: Phrase {
        guard let hours = PretrainingCosts.machineHours(run) else { return "" }
        let own: Phrase =
            "\(strong: "Cost.") \(name: hours.subject.model, of: hours) took \(hours) of one \(name: hours.subject.accelerator, of: hours)"
        guard let largest = PretrainingCosts.largestCost, let claim = PretrainingCosts.lesson("l2/cost") else {
            return own + "."
        }
        return own
            + "; the largest of the eight, \(name: largest.subject.model, of: largest), would rent for \(largest). The lesson's \(claim) is the price of the largest models of all."
    }

    /// That not all that is learned stays.
    private var forgetting: Phrase {
        let size = PythiaSize.allCases.first { size in
            PythiaRun.of(size).curve(.lastWord)?.lostBest(at: .greatestFiniteMagnitude) != nil
                || lostAtEnd(size, .lastWord) != nil
        }
        guard let size, let lost = lostAtEnd(size, .lastWord) else { return "" }
        return
            "\(strong: "Not all stays.") \(name: lost.best.subject.model, of: lost.best) finds the last word \(lost.best) of the time at \(tokens(of: lost.best)), and \(lost.last) at the end: small models can get worse while they read on."
    }

    /// The best score of a size and its last one, where the last is clearly worse.
    func lostAtEnd(_ size: PythiaSize, _ task: PretrainingTask) -> (best: Figure, last: Figure)? {
        let run = PythiaRun.of(size)
        guard let curve = run.curve(task), let end = run.checkpoints.last, let best = curve.lostBest(at: end),
            let last = curve.series.reading(at: end, over: .tokensSeen).figure
        else { return nil }
        return (best, last)
    }

    /// When other models learn to learn from examples in their prompt.
    private var window: Phrase {
        guard let begin = Archive.incontext.series("olsson/phase-change-begins")?.figures.first,
            let end = Archive.incontext.series("olsson/phase-change-ends")?.figures.first
        else { return "" }
        return
            "\(strong: "Elsewhere.") \(name: begin.subject.family, of: begin) learn to use examples in their text between \(begin) and \(end) tokens (\(begin.source))."
    }

    /// What the two measures show beside each other.
    private var rulers: Phrase {
        guard let relief = run.relief, let leavesChanceAt = run.curve(.lastWord)?.leavesChanceAt else { return "" }
        return
            "\(strong: "Two rulers.") Perplexity, how many words it hesitates between, falls from \(tokens(of: relief)) on; the very word comes first only from \(tokens(of: leavesChanceAt)). Part of the jump is in the ruler."
    }

    // MARK: - Provenance

    var provenance: [Phrase] {
        guard let source = run.curves.first?.series.source else { return [] }
        return [
            "\("\(source.authors) \(source.year), Pythia v1", of: source)",
            view == .tasks ? "(…) guessing" : "same answers", .legend(of: [.published, .computed]), "● ▽ left chance",
        ]
    }
}
