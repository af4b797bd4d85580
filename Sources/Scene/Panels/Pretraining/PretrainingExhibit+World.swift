import Evidence

/// What is said of a model of the little world, in training or trained.
extension PretrainingExhibit {
    // MARK: - Headline

    /// One plain sentence, from random weights to the finished model: at its end what it does, or else the first of what
    /// is worth telling where the knob stands.
    func headlineOfWorld(_ run: HistoryCurves) -> Phrase {
        let place = slider.value
        guard place > 0 else {
            return "It begins as noise: weights thrown like dice, no word read, nothing known."
        }
        let words: Phrase = "\(slider: .short(place)) words"
        if run.isWhole, let end = run.checkpoints.last, place.reaches(end) { return headlineAtEnd(run, words) }
        let left = run.curves.filter { $0.hasLeftChance(at: place) }
        return jump(of: run) ?? misled(run, words)
            ?? (left.isEmpty ? before(run, words) : learned(left, of: run, words))
    }

    /// What the finished model does: what is right at least half of the time, and no luck.
    private func headlineAtEnd(_ run: HistoryCurves, _ words: Phrase) -> Phrase {
        let deeds = run.curves.filter { $0.leavesChanceAt != nil && ($0.series.figures.last?.value ?? 0) >= 0.5 }
            .map(\.words.deed).filter { !$0.isEmpty }
        guard !deeds.isEmpty else {
            return "After all its \(words) it is right less than half of the time in every task."
        }
        let whole: Phrase = "After \(words) one model \(words: Self.listed(deeds))."
        return fitsSmallest(whole)
            ? whole
            : "After \(words) one model does \(words: Self.word(deeds.count)) things that were asked."
    }

    /// Where the grammar is worse than guessing, which only the nearest noun explains: there are two forms.
    private func misled(_ run: HistoryCurves, _ words: Phrase) -> Phrase? {
        guard let grammar = run.curve(AbilityWords.grammar), grammar.isWorseThanGuessing(at: slider.value),
            let figure = grammar.series.figures.first
        else { return nil }
        return
            "After \(words) the verb follows the nearest noun: \(value(of: grammar.series)) right, where guessing gets \(name: figure.chance)."
    }

    /// What it is better at than guessing.
    private func learned(_ left: [LearningCurve], of run: HistoryCurves, _ words: Phrase) -> Phrase {
        guard left.count > PretrainingExhibit.mostNames else {
            return "After \(words) it is better than guessing at \(words: Self.listed(left.map(\.words.name)))."
        }
        let latest = left.max {
            $0.leavesChanceAt?.subject.tokensSeen ?? 0 < $1.leavesChanceAt?.subject.tokensSeen ?? 0
        }
        let (count, all) = (Self.word(left.count), Self.word(run.curves.count))
        let amount = count == all ? "all \(all)" : "\(count) of \(all)"
        return
            "After \(words) it is better than guessing in \(words: amount); the latest is \(words: latest?.words.name ?? "")."
    }

    /// Before anything is better than guessing, as far as it was asked.
    private func before(_ run: HistoryCurves, _ words: Phrase) -> Phrase {
        let writes = run.writesSentences(at: slider.value)
        if writes == true {
            return "After \(words) most of what it writes are sentences; its answers can still all be luck."
        }
        guard let surprise = run.surprise, let start = surprise.figures.first else {
            return "After \(words) its answers can still all be luck."
        }
        let numbers: Phrase = "\(number(of: surprise)), at first \(start.withoutUnit)"
        return writes == nil
            ? "After \(words) of reading, its surprise at the next word: \(numbers). It was not asked anything yet."
            : "After \(words) fewer than half of what it writes are sentences; its surprise: \(numbers)."
    }

    /// Whether a headline has its two lines in the smallest picture too.
    func fitsSmallest(_ phrase: Phrase) -> Bool {
        phrase.lines(columns: Layout.smallestPicture.columns - 2).count <= 2
    }

    /// As many names as a headline has room for.
    private static let mostNames = 4

    /// What is said where learning from context has just come, if it came all at once.
    private func jump(of run: HistoryCurves) -> Phrase? {
        guard let curve = run.curve(AbilityWords.fromContext), let after = curve.leavesChanceAt,
            let place = after.subject.tokensSeen, run.stage(at: slider.value)?.tokens.isSame(as: place) ?? false,
            let before = curve.series.figures.last(where: {
                $0.subject.tokensSeen ?? 0 < place && $0.value <= curve.chance
            }),
            after.value - before.value > PretrainingExhibit.leap
        else { return nil }
        let isSudden = place <= (before.subject.tokensSeen ?? 0) * PretrainingExhibit.sudden
        return
            "\(words: isSudden ? "Suddenly, from" : "Between") \(tokens(of: before)) \(words: isSudden ? "to" : "and") \(tokens(of: after)) words, it learned to use what it had just read: \(before), then \(after) (guessing \(name: before.chance))."
    }

    /// From one report to the next, of all right answers.
    private static let leap = 0.2
    /// How many times as much may have been read in between.
    private static let sudden = 1.4

    private static func listed(_ names: [String]) -> String {
        guard names.count > 1, let last = names.last else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + " and " + last
    }

    // MARK: - Commentary

    /// How far the training is, and what it reads.
    func trainingLines(_ live: LiveTraining, columns: Int) -> [[Phrase]] {
        switch live.state {
        case .training, .paused: [progressPieces(live), reading(live, columns: columns)]
        case .stopped: [[kept(live, "Stopped"), "\(key: "t") goes on with it"]]
        case .finished: [[kept(live, "Trained")], lastPieces(live)]
        case .failed(let failure): [["\(failure)"]]
        }
    }

    private func progressPieces(_ live: LiveTraining) -> [Phrase] {
        guard let progress = live.progress, let step = progress.step, let steps = progress.steps else {
            return ["A model is being made of random weights"]
        }
        var pieces: [Phrase] = [
            "\(strong: live.state == .paused ? "Paused" : "It learns"): step \(step) of \(steps)"
        ]
        guard live.state == .training else { return pieces }
        if let speed = progress.tokensPerSecond { pieces.append("\(speed.withoutUnit) words a second") }
        if let left = progress.secondsLeft { pieces.append("\(left) left") }
        return pieces
    }

    /// The words of its text that fit on a line.
    private func reading(_ live: LiveTraining, columns: Int) -> [Phrase] {
        guard let reading = live.progress?.reading else { return [""] }
        let start: Phrase = "\(strong: "It reads") "
        let shown = TrainingDocument(text: reading.text.words(fitting: columns == .max ? .max : columns - start.width))
        return [start + "\(shown)"]
    }

    private func kept(_ live: LiveTraining, _ verb: String) -> Phrase {
        guard let folder = live.folder else { return "\(strong: verb) before its first step: nothing is kept" }
        return "\(strong: verb), and kept in \(folder: folder)"
    }

    /// What the finished model can do, asked once more of what it was not asked before.
    private func lastPieces(_ live: LiveTraining) -> [Phrase] {
        let results = (live.run?.curves ?? []).compactMap { curve in
            live.lastResults.first { $0.ability.id == curve.ability.id }.map { (curve.words.shortName, $0.sharp) }
        }
        guard let first = results.first else { return ["It is asked once more, on fresh items …"] }
        return ["\(strong: "Asked once more"), on fresh items: \(words: first.0) \(first.1)"]
            + results.dropFirst().map { "\(words: $0.0) \($0.1)" }
    }

    /// Among how many words of equal chance one would be as unsure as the model is of the next word; nil where that was not
    /// measured.
    private func hesitation(_ run: HistoryCurves) -> Figure? {
        guard run.surprise?.unit == .nats,
            let surprise = run.surprise?.figures.last(where: {
                slider.value.reaches($0.subject.tokensSeen ?? .infinity)
            })
        else { return nil }
        return Figure(
            .hesitation, value: Logarithm.power10(surprise.value * Self.decadesOfNat), unit: .count,
            subject: surprise.subject, inputs: [surprise])
    }

    /// The decimal logarithm of e.
    private static let decadesOfNat = 0.434_294_481_903_251_8

    /// What was read, and what the chosen row asks.
    func worldLines(_ run: HistoryCurves) -> [[Phrase]] {
        var read: [Phrase] = [
            "A real, small GPT is about to read about an invented world"
        ]
        if slider.value > 0 {
            let whole: Phrase = run.history.tokens.map { " of \(name: $0.inFull)" } ?? ""
            read = ["\(slider: .short(slider.value)) words read" + whole]
        }
        if let hesitation = hesitation(run) {
            read.append("as unsure of the next word as between \(hesitation.approximateNumber) words")
        }
        let insight: Phrase = "\(strong: "No labels"): the text is the teacher"
        let begin: [Phrase]? = chosenSeed.map { seed in
            [
                "\(key: "t") trains one here, its random weights of seed \(axis: .grouped(Double(seed)))",
                "or the first after it that was not used",
            ]
        }
        guard slider.value > 0 else {
            return [read, begin ?? [insight, "it only guesses the next word", "it is told nothing else"]]
        }
        guard let curve, let figure = curve.series.figures.first else { return [read + [insight]] }
        let name = curve.words.name
        let asked: Phrase =
            curve.words.task.isEmpty
            ? "\(strong: name.capitalizedFirst)" : "\(strong: name.capitalizedFirst): \(words: curve.words.task)"
        return [
            begin ?? read + [insight, "it only guesses the next word"],
            [
                asked, isAsked(curve) ? "\(value(of: curve.series)) right" : "not asked yet",
                "guessing \(name: figure.chance)",
            ],
        ]
    }
}

extension PretrainingExhibit {
    /// Whether anything was measured up to the knob.
    private func isAsked(_ curve: LearningCurve) -> Bool {
        curve.series.figures.first.map { slider.value.reaches($0.subject.tokensSeen ?? .infinity) } ?? false
    }
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
