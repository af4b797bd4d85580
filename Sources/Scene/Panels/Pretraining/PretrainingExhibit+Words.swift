import Cells
import Evidence

extension PretrainingExhibit {
    private static let counts = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight"]

    /// A small number as a word.
    static func word(_ count: Int) -> String { counts[min(max(0, count), counts.count - 1)] }

    // MARK: - Headline

    /// What the model can do where the knob stands, or why nothing is to be seen.
    var headline: Phrase {
        guard let run else { return headlineWithoutRun }
        if let inside = insideView { return inside.headline }
        if view != .tasks { return headlineOfMeasures(run).capitalized }
        return (run.kind == .measured ? headlineOfWorld(run) : headlineOfTasks(run)).capitalized
    }

    private var headlineWithoutRun: Phrase {
        let histories = dataSet == .ownRuns ? ownRuns : records
        let failure: Failure? =
            switch (dataSet, live?.state) {
            case (.live, .failed(let failure)): failure
            case (.live, _): nil
            default: histories.failure(at: dataSet == .ownRuns ? ownRun : recordedRun)
            }
        if let failure { return "This training cannot be shown: \(failure)." }
        switch dataSet {
        case .live where live?.isAtWork != true: return "The training was stopped before its first step."
        case .live: return "A model is about to begin: weights thrown like dice, no word read."
        case .ownRuns where ownRuns.runs?.isEmpty == true:
            return "No training of yours is kept yet: \(key: "t") trains a model here and now."
        case .littleWorld where records.runs?.isEmpty == true: return "No training is recorded."
        default: return "One moment: a small model's whole training is being read."
        }
    }

    /// The model as a sentence names it.
    func model(_ run: HistoryCurves) -> Phrase {
        let figure = run.figure
        let name: Phrase = "\(name: run.history.model, of: figure)"
        return run.kind == .published || figure.subject.family.isEmpty
            ? name : "the \(name: figure.subject.family, of: figure)'s model of size \(name)"
    }

    private func headlineOfTasks(_ run: HistoryCurves) -> Phrase {
        let model = model(run)
        let tokens: Phrase = "\(slider: .short(slider.value))"
        if slider.value <= 0 {
            return "\(model) starts as noise: random weights, no word read, every answer a guess."
        }
        let left = run.countLeft(at: slider.value)
        guard left > 0 else { return headlineBeforeAnswers(run, model, tokens) }
        let (some, all) = (Self.word(left), Self.word(run.curves.count))
        let count: Phrase =
            left == run.curves.count ? "all \(words: all) tasks" : "\(words: some) of \(words: all) tasks"
        let isAll = run.isWhole && run.checkpoints.last.map { slider.value >= $0 } ?? false
        let beaten: Phrase = "After\(words: isAll ? " all" : "") \(tokens) tokens \(model) beats guessing in \(count)"
        guard let curve else { return beaten + "." }
        // As much is told as fits the headline of the smallest picture.
        let claims = [claim(curve), claim(curve, tellsPlace: false), score(curve, guessing: ", guessing ")]
        let sentences = claims.map { claim -> Phrase in "\(beaten); \(claim)." }
        return sentences.first(where: fitsSmallest) ?? beaten + "."
    }

    /// Before the first task leaves chance only the smooth measure can move.
    private func headlineBeforeAnswers(_ run: HistoryCurves, _ model: Phrase, _ tokens: Phrase) -> Phrase {
        let none: Phrase = "none of \(words: Self.word(run.curves.count)) tasks"
        if slider.value.isSame(as: run.checkpoints.dropFirst().first ?? 0), run.isAsAtFirst(at: slider.value) {
            return "After \(tokens) tokens \(model) scores in every task just what its random weights scored."
        }
        guard let hinting = run.hinting, let smooth = hinting.smooth, let start = smooth.figures.first else {
            let clause = curve.map { curve -> Phrase in "; \(claim(curve))." } ?? "."
            return "After \(tokens) tokens \(model) beats guessing in \(none)" + clause
        }
        let words = hinting.words.smooth
        if let relief = hinting.relief?.subject.tokensSeen, slider.value.reaches(relief) {
            return
                "After \(tokens) tokens \(model) beats guessing in no task, yet \(words: words.claim) \(value(of: smooth))\(words: words.counted), at first \(start)."
        }
        return
            "After \(tokens) tokens \(model) still writes noise: it beats guessing in no task, and \(words: words.claim) \(value(of: smooth))\(words: words.counted)."
    }

    /// The chosen task's score and, where that is near, what guessing gets.
    private func score(_ curve: LearningCurve, guessing opening: String = " (guessing ", end: String = "") -> Phrase {
        "\(shortName(curve)): \(value(of: curve.series))\(guessing(curve, opening, end))"
    }

    /// The chosen task's score, whether it can be luck, and what was lost of it.
    private func claim(_ curve: LearningCurve, tellsPlace: Bool = true) -> Phrase {
        let score = score(curve, end: ")")
        guard curve.hasLeftChance(at: slider.value) else {
            // Clear of guessing, though not for good: it may fall back.
            if curve.isClear(at: slider.value) { return score }
            if curve.isWorseThanGuessing(at: slider.value) { return "\(score), worse than guessing" }
            // What guessing gets nothing of is no luck.
            return curve.chance > LearningCurve.leastChance ? "\(score), maybe luck" : score
        }
        guard let best = curve.lostBest(at: slider.value) else { return score }
        return "\(score), down from \(best)" + (tellsPlace ? " at \(tokens(of: best))" : "")
    }

    private func shortName(_ curve: LearningCurve) -> Phrase {
        curve.series.figures.first.map { "\(name: curve.words.shortName, of: $0)" } ?? ""
    }

    private func headlineOfMeasures(_ run: HistoryCurves) -> Phrase {
        guard let curve, let smooth = curve.smooth, let start = smooth.figures.first else { return "" }
        let words = curve.words
        let task = shortName(curve)
        if run.kind == .measured {
            return
                "After \(slider: .short(slider.value)) words, \(task): \(value(of: curve.series)) right\(guessing(curve, " (guessing ", ")")); the right words \(value(of: smooth)) probable, at first \(start)."
        }
        return
            "\(model(run)), \(slider: .short(slider.value)) \(words: run.unit), \(task): \(value(of: curve.series)) \(words: words.sharp.claim); \(words: words.smooth.claim) \(value(of: smooth))\(words: words.smooth.counted), at first \(start)."
    }

    /// What guessing gets, where the score does not stand clear of it.
    private func guessing(_ curve: LearningCurve, _ opening: String, _ end: String) -> Phrase {
        guard !curve.hasLeftChance(at: slider.value) || curve.isNearGuessing(at: slider.value),
            curve.chance > LearningCurve.leastChance, let figure = curve.series.figures.first
        else { return "" }
        return "\(words: opening)\(name: figure.chance)\(words: end)"
    }

    // MARK: - Commentary

    func commentary(columns: Int) -> [[Phrase]] {
        let training = dataSet == .live ? live.map { trainingLines($0, columns: columns) } ?? [] : []
        guard let run else { return training }
        if let inside = insideView { return training.prefix(1) + inside.lines }
        var lines = training + (run.kind == .measured ? worldLines(run) : [time(run), insight])
        if view == .measures { lines.append([rulers]) }
        lines.append([stageLine(run)])
        if let curve, run.kind == .published {
            lines.append(["\(strong: "What is asked.") \(words: curve.ability.asks)"])
        }
        lines +=
            run.kind == .measured
            ? [taughtLine, ["About a tenth of the words counted are blanks between documents."]]
            : [[cost(run)], [forgetting], [window]]
        return lines.filter { !$0[0].isEmpty }
    }

    /// What was read, and what that is for a person. A person's time is known of words like theirs alone.
    private func time(_ run: HistoryCurves) -> [Phrase] {
        let tokens: Phrase = "\(slider: .short(slider.value)) tokens"
        var read: Phrase = "\(tokens) read: the weights are thrown like dice"
        if slider.value > 0 {
            let whole = run.history.tokens
            let ofAll = whole.map { whole -> Phrase in "\(tokens) read, of \(whole)" } ?? "\(tokens) read"
            let reading = run.kind == .published ? PretrainingCosts.readingTime(tokens: slider.value) : nil
            read = reading.map { "\(tokens): \($0) of nonstop reading" } ?? ofAll
        }
        let amount = PretrainingCosts.lesson("l2/data").map { figure -> Phrase in "courses say: \(figure)" }
        let school = PretrainingCosts.lesson("l6/school-years").map { figure -> Phrase in
            "courses say: like school, \(figure)"
        }
        return [read, amount, school].compactMap { $0 }
    }

    /// Why it scales, and what it costs.
    private var insight: [Phrase] {
        var pieces: [Phrase] = ["\(strong: "No labels: the text teaches")"]
        if let cost = PretrainingCosts.lesson("l2/cost"), let time = PretrainingCosts.lesson("l2/time"),
            let machines = PretrainingCosts.lesson("l2/gpus")
        {
            pieces += ["courses say: \(cost), \(time)", "\(machines)"]
        }
        return pieces
    }

    /// What is taught of real models, for whoever sees a little one.
    private var taughtLine: [Phrase] {
        ["l2/data", "l2/cost", "l2/time", "l2/gpus"].compactMap(PretrainingCosts.lesson).map { "\($0)" }.enumerated()
            .map { index, claim in index == 0 ? "\(strong: "Large models"), as courses say: " + claim : claim }
    }

    /// The stage and the rule that sets its border.
    private func stageLine(_ run: HistoryCurves) -> Phrase {
        guard let stage = run.stage(at: slider.value) else { return "" }
        let place: Phrase = "\(axis: .short(stage.tokens))"
        let start: Phrase = "\(strong: "Stage: \(stage.name)"), from \(place) \(words: run.unit): \(stage.reason)."
        return start
            + " A task counts as learned (●, ▽) once it stays above guessing and above its own start, by three standard errors each."
    }

    /// What is taught of the cost beside what these models took.
    private func cost(_ run: HistoryCurves) -> Phrase {
        guard let hours = PretrainingCosts.machineHours(run) else { return "" }
        let own: Phrase =
            "\(strong: "Cost.") \(name: hours.subject.model, of: hours) took \(hours) of an \(name: hours.subject.accelerator, of: hours)"
        guard let largest = PretrainingCosts.largestCost, let claim = PretrainingCosts.lesson("l2/cost") else {
            return own + "."
        }
        return own
            + "; the largest of the eight, \(name: largest.subject.model, of: largest), would cost \(largest) in rent. Courses say that a foundation model costs \(claim)."
    }

    /// That not all that is learned stays.
    private var forgetting: Phrase {
        guard dataSet == .pythia, let lost = runs.lazy.compactMap({ $0.curves.first?.lostAtEnd() }).first else {
            return ""
        }
        return
            "\(strong: "Not all stays.") \(name: lost.best.subject.model, of: lost.best) finds the last word \(lost.best) of the time at \(tokens(of: lost.best)), and \(lost.last) at the end: it got worse while it read on."
    }

    /// When other models learn to use what stands earlier in their text.
    private var window: Phrase {
        guard let begin = Archive.incontext.series("olsson/phase-change-begins")?.figures.first,
            let end = Archive.incontext.series("olsson/phase-change-ends")?.figures.first
        else { return "" }
        return
            "\(strong: "Elsewhere.") \(name: begin.subject.family, of: begin) learn to use what stands earlier in their text between \(begin) and \(end) tokens (\(begin.source))."
    }

    /// What the two measures show beside each other.
    private var rulers: Phrase {
        guard let curve, curve.smooth != nil else { return "" }
        guard let relief = curve.relief, let leavesChanceAt = curve.leavesChanceAt, dataSet == .pythia else {
            return dataSet == .pythia
                ? ""
                : "\(strong: "Two measures.") \(words: curve.ability.scoring) That is the sharp one; the smooth one is how probable the right answer is to the model, over the same items."
        }
        return
            "\(strong: "Two measures.") Perplexity (among how many equally likely words it hesitates) falls from \(tokens(of: relief)) tokens on; the very word comes first only from \(tokens(of: leavesChanceAt)). Part of the jump is the measure."
    }

    // MARK: - Provenance

    var provenance: [Phrase] {
        guard let run, let source = (run.curves.first?.series ?? run.surprise)?.source else { return [] }
        let marks: [Phrase] =
            inside == nil ? ["● ▽ better than guessing", view == .measures ? "same answers" : "(…) guessing"] : []
        switch run.history.origin {
        case .published:
            return ["\("\(source.authors) \(source.year), Pythia v1", of: source)"] + marks
                + [.legend(of: [run.kind, .computed])]
        case .recorded, .live, .saved:
            let behind: [Phrase] = recordBehind == nil ? [] : ["grey: the recorded run"]
            let who: Phrase =
                "\(name: run.history.model, of: run.figure): \(name: run.history.parameters.inFull) parameters, seed \(name: run.figure.subject.seed, of: run.figure)"
            return ["\(source)", who] + behind + marks + [.legend(of: [run.kind, .computed])]
        }
    }
}
