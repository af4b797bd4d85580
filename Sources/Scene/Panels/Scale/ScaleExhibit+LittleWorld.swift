import Cells
import Evidence

/// The ladder of sizes in the little world, recorded or trained here.
extension ScaleExhibit {
    var pair: MeasurePair? { ladder.pair(ability) ?? recorded.ladder.pair(ability) }
    private var isOwn: Bool { ladder != recorded.ladder }

    func littleStrip(_ ability: LessonAbility, columns: Int) -> Strip {
        guard let pair = ladder.pair(ability), let figure = pair.sharp.series.figures.first else {
            return Strip(
                name: fitting(ability.names, columns), subtitles: ["not examined yet"], floor: 0, ceiling: 1,
                value: "—", ink: .green)
        }
        let scored = view == .smooth ? pair.smooth : pair.sharp
        var strip = Strip(
            name: fitting(ability.names, columns), subtitles: pair.asks.map { Phrase(words: $0) },
            series: scored.series, floor: 0, ceiling: 1, value: "", ink: Figure.Kind.measured.ink)
        if isOwn, let recorded = recorded.ladder.pair(ability) {
            strip.behind = (view == .smooth ? recorded.smooth : recorded.sharp).series
        }
        let values = valueOfRuns(pair)
        strip.value = values.long
        strip.shortValue = values.short
        strip.isSparse = true
        strip.isLit = pair.sharp.series.figures.contains(where: isClear)
        strip.lampInk = Figure.Kind.measured.ink
        strip.footnotes = view == .smooth ? ["probability of the right answer"] : ["answers that are right"]
        if view != .smooth {
            strip.guessing = guessing(figure)
            strip.scaleWords = scaleWords(of: figure, ceiling: 1)
        } else {
            strip.scaleWords = ["probability"]
        }
        if view == .both {
            strip.trace = .init(series: pair.smooth.series, scale: pair.smooth.scale)
            let dots = valueOfRuns(pair.smooth.series)
            strip.scaleWords = ["dots \(dots.long)", "dots \(dots.short)"]
        }
        return strip
    }

    /// The value of the strip: of both measures that of the sharp one.
    private func valueOfRuns(_ pair: MeasurePair) -> (long: Phrase, short: Phrase) {
        switch view {
        case .abilities, .sharp: return valueOfRuns(pair.sharp.series)
        case .smooth: return valueOfRuns(pair.smooth.series)
        case .both:
            let bars = valueOfRuns(pair.sharp.series)
            return ("bars \(bars.long)", "bars \(bars.short)")
        }
    }

    /// The value under the knob; between two sizes that of the smaller one, for nothing was run between.
    private func valueOfRuns(_ series: Series) -> (long: Phrase, short: Phrase) {
        guard case .there(_, isMeasured: false) = series.sparseReading(at: slider.value),
            let low = series.figures.last(where: { ($0.subject.parameters ?? .infinity) < slider.value })
        else { return value(series) }
        return ("\(size(low)): \(low)", "\(low)")
    }

    /// Whether a size that the knob has come to does better than guessing, by three standard errors.
    private func isClear(_ figure: Figure) -> Bool {
        slider.value.reaches(figure.subject.parameters ?? .infinity)
            && figure.value - (figure.subject.chance ?? 0)
                > LearningCurve.clearance * (figure.subject.standardError ?? .infinity)
    }

    // MARK: - Words

    func commentaryOfLittleWorld(columns: Int) -> [[Phrase]] {
        var lines: [[Phrase]] = []
        if let training { lines.append(trainingLine(training)) }
        if view == .abilities, let belowGuessing { lines.append([belowGuessing]) }
        if view != .abilities, let pair, let step = pair.step {
            lines.append([
                "\(size(step.sharp.before)) to \(size(step.sharp.after)): right answers \(step.sharp.before) → \(step.sharp.after), probability \(step.smooth.before) → \(step.smooth.after)"
            ])
            lines.append(luck(step))
            lines.append(introductionOfLittleWorld)
        } else {
            lines.append(introductionOfLittleWorld)
            lines.append([spread, steps].compactMap { $0 })
        }
        if let ability = ladder.ability(ability) ?? recorded.ladder.ability(ability) {
            lines.append(["\(strong: "How it is asked.") \(words: ability.asks)"] + [itemsAndError].compactMap { $0 })
        }
        return lines.filter { !$0.isEmpty }
    }

    private var introductionOfLittleWorld: [Phrase] {
        [
            "The little world: a world made up for this program, to train small models.",
            "It is no small ChatGPT: what size does in real languages is not measured here",
        ]
    }

    /// Why a size does worse than guessing, where it does.
    private var belowGuessing: Phrase? {
        let figure: Figure
        switch pair?.sharp.series.sparseReading(at: slider.value) {
        case .there(let there, isMeasured: _): figure = there
        case .gap(low: let near, high: _), .before(let near), .beyond(let near): figure = near
        case nil: return nil
        }
        guard let chance = figure.subject.chance, figure.value < chance else { return nil }
        return ability == .grammar
            ? "Below guessing: the verb goes with the nearer noun, which is wrong here."
            : "Guessing picks among a few words; the model may answer any word at all."
    }

    /// How far runs of the knob's size from other random weights lie apart.
    private var spread: Phrase? {
        guard let range = ladder.range(ability, at: slider.value) else {
            return ladder.sizes.contains { $0.isSame(as: slider.value) }
                ? "All runs of this size, from different random weights, have the same score" : nil
        }
        return "Three runs from different random weights: \(range.low) to \(range.high)"
    }

    /// How many a score counts, and how far it can be off.
    private var itemsAndError: Phrase? {
        guard
            let figure = pair?.sharp.series.figures.max(by: {
                ($0.subject.standardError ?? 0) < ($1.subject.standardError ?? 0)
            }), let error = figure.deviation, !figure.subject.items.isEmpty
        else { return nil }
        return "\(name: figure.subject.items, of: figure) were asked; the standard error is up to \(name: error)"
    }

    /// Whether size helps from the smallest to the largest, and where it does not.
    private var steps: Phrase? {
        guard let figures = pair?.sharp.series.figures, let last = figures.last,
            let best = figures.max(by: { $0.value < $1.value })
        else { return nil }
        let error = max(last.subject.standardError ?? 0, best.subject.standardError ?? 0)
        return best.value - last.value > LearningCurve.clearance * error
            ? "larger is not always better: \(best) at \(size(best)), \(last) at \(size(last))" : nil
    }

    private func trainingLine(_ training: LadderTraining) -> [Phrase] {
        let current = training.current
        let size: Phrase = "size \(words: current.request.size.filter(\.isLetter))"
        switch current.state {
        case .failed(let failure): return ["\(failure)"]
        case .stopped: return ["\(strong: "Stopped") at \(size); what was trained is kept", "\(key: "t") begins again"]
        case .finished where !training.isAtWork:
            return ["\(strong: "Trained"): every size, the recorded ones faint behind"]
        case .finished: return ["\(size) is examined on fresh items …"]
        case .training, .paused:
            guard let progress = current.progress, let step = progress.step, let steps = progress.steps else {
                return ["\(strong: "It begins") with \(size), made of random weights"]
            }
            var pieces: [Phrase] = [
                "\(strong: current.state == .paused ? "Paused" : "It learns"), \(size): step \(step) of \(steps)"
            ]
            if let speed = progress.tokensPerSecond { pieces.append("\(speed.withoutUnit) words a second") }
            if let left = progress.secondsLeft { pieces.append("\(left) left") }
            return pieces
        }
    }

    var provenanceOfLittleWorld: [Phrase] {
        var pieces: [Phrase] = []
        if view == .both { pieces.append("bars: right answers, dots: their probability") }
        if view == .abilities {
            pieces.append("▾ a size\u{A0} \(Phrase(words: "●", ink: .green)) better than guessing")
        }
        pieces.append(.legend(of: [.measured, .computed]))
        if let figure = pair?.sharp.series.figures.first { pieces.append("\(figure.source)") }
        return view == .abilities ? pieces + ["the middle one of three runs"] : pieces
    }

    /// The zoom of an ability of the little world: its seeds as a shade, both measures, every figure.
    var detailOfLittleWorld: Detail {
        guard let pair, let any = pair.sharp.series.figures.first else {
            return Detail(title: Phrase(words: ability.name), about: [headlineOfLittleWorld])
        }
        let shown = ladder.pair(ability) == nil ? recorded.ladder : ladder
        let seeds = shown.seeds(ability)
        let isSmooth = view == .smooth
        let series = isSmooth ? pair.smooth.series : pair.sharp.series
        let others =
            view == .both
            ? [
                Plot.Line(
                    labels: ["\(name: "probability", of: any)"], series: pair.smooth.series, ink: .soft, isDashed: true)
            ] : []
        let about = shown.ability(ability).map { [Phrase(words: $0.asks), Phrase(words: $0.scoring)] } ?? []
        return Detail(
            title: "\(words: ability.name): by size, in the little world",
            about: about
                + (seeds.count > 1 && !isSmooth
                    ? ["The shade is where the runs lie, each from other random weights."] : []),
            plot: Plot(
                along: .parameters, .fraction, range: 0...1,
                lines: [
                    Plot.Line(
                        labels: [isSmooth ? "\(name: "probability", of: any)" : "\(name: "right", of: any)"],
                        series: series, ink: Figure.Kind.measured.ink, isFocus: true)
                ] + others, chance: isSmooth ? nil : any.subject.chance, band: seeds.count > 1 && !isSmooth ? seeds : []
            ),
            tables: [tableOfSizes(shown, pair)])
    }

    private func tableOfSizes(_ ladder: SizeLadder, _ pair: MeasurePair) -> Table {
        let smooth = pair.smooth.series.figures
        return Table(
            heading: "Of each size the run that stands in the middle",
            columns: ["size", "parameters", "right", "seeds", "probability"],
            rows: zip(pair.sharp.series.figures, smooth).map { sharp, smooth in
                let range = ladder.range(ability, at: sharp.subject.parameters ?? 0)
                return [
                    "\(name: sharp.subject.model, of: sharp)", "\(name: sharp.place(along: .parameters))", "\(sharp)",
                    range.map { "\($0.low.withoutUnit) to \($0.high)" } ?? "the same", "\(smooth)",
                ]
            })
    }
}
