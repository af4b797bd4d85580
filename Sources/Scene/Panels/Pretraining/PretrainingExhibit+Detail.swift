import Cells
import Evidence

extension PretrainingExhibit {
    var detail: Detail {
        if let view = insideView { return detail(of: view) }
        guard let run, let curve else { return Detail(title: "Pretraining", about: [headline]) }
        return measure == .smooth ? detailOfSmooth(curve, of: run) : detailOfTask(curve, of: run)
    }

    /// What the picture shows, in words too: they stand where there is no room for it.
    private func detail(of view: any InsideView) -> Detail {
        let typed = inside.map { inside -> [Phrase] in
            inside.hasField ? ["Typed: \(typed: inside.field.text)."] : []
        }
        return Detail(
            title: view.title,
            // Above and beneath curves the panel's own words say it.
            about: view.plot == nil
                ? [view.headline] + (typed ?? []) + view.lines.map { Phrase.sentences($0) } : [],
            plot: view.plot,
            picture: view.picture, tables: view.tables)
    }

    private func detailOfTask(_ curve: LearningCurve, of run: HistoryCurves) -> Detail {
        let pairs = runs.compactMap { run in run.curve(curve.ability.id).map { (run: run, curve: $0) } }
        let values = pairs.flatMap { $0.curve.series.figures.map(\.value) } + [curve.chance]
        let low = ((values.min() ?? 0) * 20).rounded(.down) / 20
        let high = ((values.max() ?? 1) * 20).rounded(.up) / 20
        let curves = pairs.map(\.curve)
        let band = seeds(of: curve)
        return Detail(
            title: run.kind == .measured
                ? "\(bearing(curve, curve.words.name)): answers that are right"
                : "\(bearing(curve, curve.words.name)): \(bearing(curve, curve.words.exam))",
            about: [Phrase(words: curve.ability.asks), spread(band), leavers(pairs), losses(curves)].filter {
                !$0.isEmpty
            },
            plot: Plot(
                along: .tokensSeen, curve.series.unit, range: low...max(high, low + 0.05),
                lines: pairs.compactMap { line($0.run, $0.curve.series, isFocus: $0.run == run) },
                points: curve.leavesChanceAt.map { figure in
                    [Plot.Point(figure: figure, labels: ["learned"], ink: .accent)]
                } ?? [],
                chance: curve.chance, band: band.count > 1 ? band : []),
            tables: [summary(pairs), checkpoints(pairs.map { ($0.run, $0.curve.series) }), errors(run, curve.series)]
                + baselines(curve.ability.id))
    }

    /// The same ability of every recorded run of this size and length, from different random weights; this run's alone where
    /// no other has come.
    private func seeds(of curve: LearningCurve) -> [Series] {
        guard dataSet == .littleWorld else { return [] }
        let others = records.siblingCurves(at: recordedRun).compactMap { $0.curve(curve.ability.id)?.series }
        return [curve.series] + others
    }

    private func spread(_ seeds: [Series]) -> Phrase {
        seeds.count > 1
            ? "The shade is where \(words: Self.word(seeds.count)) runs lie, each from other random weights."
            : ""
    }

    private func detailOfSmooth(_ curve: LearningCurve, of run: HistoryCurves) -> Detail {
        let words = curve.words.smooth
        guard let own = curve.smooth else { return Detail(title: Phrase(words: words.title), about: []) }
        let pairs = runs.compactMap { run in
            run.curve(curve.ability.id)?.smooth.map { (run: run, series: $0) }
        }
        let values = pairs.flatMap { $0.series.figures.map(\.value) }
        let isPerplexity = own.unit == .perplexity
        let high = isPerplexity ? Logarithm.power10(Logarithm.base10(max(10, values.max() ?? 10)).rounded(.up)) : 1
        return Detail(
            title: Phrase(words: words.title),
            about: [Phrase(words: words.about), oddity(pairs.map(\.series))].filter { !$0.isEmpty },
            plot: Plot(
                along: .tokensSeen, own.unit, range: (isPerplexity ? 1 : 0)...high, isLogarithmic: isPerplexity,
                lines: pairs.compactMap { line($0.run, $0.series, isFocus: $0.run == run) }),
            tables: [checkpoints(pairs), errors(run, own)] + (isPerplexity ? baselines(curve.ability.id + "_ppl") : []))
    }

    /// Words of a curve's ability, which its figures bear.
    func bearing(_ curve: LearningCurve, _ words: String) -> Phrase {
        curve.series.figures.first.map { "\(name: words, of: $0)" } ?? Phrase(words: words)
    }

    private func line(_ run: HistoryCurves, _ series: Series, isFocus: Bool) -> Plot.Line? {
        guard let figure = series.figures.first else { return nil }
        return Plot.Line(
            labels: [sizeName(run) + weights(run), sizeName(run)], series: series,
            ink: isFocus ? figure.kind.ink : .faint, isFocus: isFocus)
    }

    /// The size in the name of a model; with the tokens it reads, where another run is of the same size.
    func sizeName(_ run: HistoryCurves) -> Phrase {
        if dataSet == .live {
            return run.history.origin.isRecorded
                ? "\(name: "recorded", of: run.figure)" : "\(name: "here", of: run.figure)"
        }
        let size = run.history.model.split(separator: " ").last.map(String.init) ?? ""
        let name: Phrase = "\(name: size, of: run.figure)"
        let isAlone = runs.filter { $0.history.model == run.history.model }.count < 2
        guard !isAlone, let tokens = run.history.tokens else { return name }
        return name + " \(name: tokens.inFull)"
    }

    /// How large it is, where its name does not say it.
    private func weights(_ run: HistoryCurves) -> Phrase {
        guard run.kind == .measured, dataSet != .live else { return "" }
        return " (\(axis: .short(run.history.parameters.value)))"
    }

    /// What the histories are that are compared.
    private var kindOfRuns: (one: String, many: String) {
        dataSet == .pythia ? ("size", "sizes") : ("run", "runs")
    }

    /// Which runs leave chance, in a sentence.
    private func leavers(_ pairs: [(run: HistoryCurves, curve: LearningCurve)]) -> Phrase {
        let left = pairs.filter { $0.curve.leavesChanceAt != nil }
        let smallest = left.min { $0.run.history.parameters.value < $1.run.history.parameters.value }
        guard let smallest else {
            return "No \(words: kindOfRuns.one) is clearly better than guessing at the end: it can all be luck."
        }
        if left.count == pairs.count {
            let all = left.count == 2 ? "Both" : "All \(Self.word(left.count))"
            return left.count == 1
                ? "It gets better than guessing while it reads."
                : "\(words: all) \(words: kindOfRuns.many) get better than guessing while they read."
        }
        return
            ("\(words: Self.word(left.count)) of \(words: Self.word(pairs.count)) \(words: kindOfRuns.many) get better than guessing; the smallest of them: \(name: smallest.run.history.model, of: smallest.run.figure)."
            as Phrase).capitalized
    }

    /// Which runs get clearly worse again.
    private func losses(_ curves: [LearningCurve]) -> Phrase {
        let lost = curves.compactMap { $0.lostAtEnd() }
        guard !lost.isEmpty else { return "" }
        let names = lost.map { pair -> Phrase in
            "\(name: pair.best.subject.model, of: pair.best) from \(pair.best) at \(tokens(of: pair.best)) to \(pair.last)"
        }
        return "Not all stays: " + Phrase.joined(names, by: ", ") + "."
    }

    /// Values that are worse than random weights, which the source explains.
    private func oddity(_ series: [Series]) -> Phrase {
        let peaks = series.filter { $0.unit == .perplexity }.compactMap { series -> (Figure, Figure)? in
            guard let first = series.figures.first, let worst = series.figures.max(by: { $0.value < $1.value }),
                worst.value > first.value * 10
            else { return nil }
            return (first, worst)
        }
        guard let (first, worst) = peaks.first else { return "" }
        return
            "An oddity of the source: at \(tokens(of: worst)) tokens the perplexity of \(name: worst.subject.model, of: worst) leaps from \(first) to \(worst) and comes back; its weights began another way."
    }
}
