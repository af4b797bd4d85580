import Cells
import Evidence

extension PretrainingExhibit {
    var detail: Detail { measure == .smooth ? detailOfPerplexity : detailOfTask }

    private var detailOfTask: Detail {
        let runs = PythiaSize.allCases.map { PythiaRun.of($0) }
        let pairs = runs.compactMap { run in run.curve(task).map { (run: run, curve: $0) } }
        guard let curve = run.curve(task) else { return Detail(title: Phrase(words: task.name), about: []) }
        let values = pairs.flatMap { $0.curve.series.figures.map(\.value) } + [curve.chance]
        let low = ((values.min() ?? 0) * 20).rounded(.down) / 20
        let high = ((values.max() ?? 1) * 20).rounded(.up) / 20
        return Detail(
            title: "\(words: task.name): \(words: task.benchmark)",
            about: [task.question, leavers(pairs.map(\.curve)), losses(pairs.map(\.run))].filter { !$0.isEmpty },
            plot: Plot(
                along: .tokensSeen, curve.series.unit, range: low...max(high, low + 0.05),
                lines: pairs.compactMap { line($0.run, $0.curve.series) },
                points: curve.leavesChanceAt.map { [Plot.Point(figure: $0, labels: ["left chance"], ink: .accent)] }
                    ?? [],
                chance: curve.chance),
            tables: [summary(pairs.map(\.curve)), checkpoints(pairs.map(\.curve.series)), errors(curve.series)]
                + baselines(task.slug))
    }

    private var detailOfPerplexity: Detail {
        let runs = PythiaSize.allCases.map { PythiaRun.of($0) }
        let series = runs.compactMap(\.perplexity)
        guard let own = run.perplexity else { return Detail(title: "surprise at the last word", about: []) }
        let values = series.flatMap { $0.figures.map(\.value) }
        let high = Logarithm.power10(Logarithm.base10(max(10, values.max() ?? 10)).rounded(.up))
        return Detail(
            title: "surprise at the last word (less is better)",
            about: [
                "Perplexity: how many words the model wavers between before the right one. It falls long before that word comes first.",
                oddity(series),
            ].filter { !$0.isEmpty },
            plot: Plot(
                along: .tokensSeen, .perplexity, range: 1...high, isLogarithmic: true,
                lines: runs.compactMap { run in run.perplexity.flatMap { line(run, $0) } }),
            tables: [checkpoints(series), errors(own)] + baselines("lambada_openai_ppl"))
    }

    private func line(_ run: PythiaRun, _ series: Series) -> Plot.Line? {
        guard let figure = series.figures.first else { return nil }
        let isFocus = run.size == size
        return Plot.Line(
            labels: [sizeName(figure)], series: series, ink: isFocus ? figure.kind.ink : .faint, isFocus: isFocus)
    }

    /// The size in the name of a model.
    private func sizeName(_ figure: Figure) -> Phrase {
        "\(name: figure.subject.model.split(separator: " ").last.map(String.init) ?? "", of: figure)"
    }

    /// Which sizes leave chance, in a sentence.
    private func leavers(_ curves: [LearningCurve]) -> Phrase {
        let left = curves.compactMap(\.leavesChanceAt)
        guard let first = left.first else { return "No size is clear of chance at the end: it can all be luck." }
        if left.count == curves.count { return "All eight sizes leave chance while they read." }
        return
            "Only \(words: Self.word(left.count)) of eight sizes leave chance, \(name: first.subject.model, of: first) the smallest."
    }

    /// Which sizes get clearly worse again.
    private func losses(_ runs: [PythiaRun]) -> Phrase {
        let lost = runs.compactMap { lostAtEnd($0.size, task) }
        guard !lost.isEmpty else { return "" }
        let names = lost.map { pair -> Phrase in
            "\(name: pair.best.subject.model, of: pair.best) from \(pair.best) at \(tokens(of: pair.best)) to \(pair.last)"
        }
        return "Not all stays: " + Phrase.joined(names, by: ", ") + "."
    }

    /// Values that are worse than random weights, which the source explains.
    private func oddity(_ series: [Series]) -> Phrase {
        let peaks = series.compactMap { series -> (Figure, Figure)? in
            guard let first = series.figures.first, let worst = series.figures.max(by: { $0.value < $1.value }),
                worst.value > first.value * 10
            else { return nil }
            return (first, worst)
        }
        guard let (first, worst) = peaks.first else { return "" }
        return
            "An oddity of the source: \(name: worst.subject.model, of: worst) leaps from \(first) to \(worst) at \(tokens(of: worst)) tokens and comes back; it was started in another way."
    }

    // MARK: - Tables

    private func summary(_ curves: [LearningCurve]) -> Table {
        Table(
            heading: "The eight sizes", columns: ["model", "parameters", "left chance at", "best", "at the end"],
            rows: curves.compactMap { curve in
                guard let last = curve.series.figures.last,
                    let best = curve.series.figures.max(by: { $0.value < $1.value })
                else { return nil }
                return [
                    "\(name: last.subject.model, of: last)",
                    "\(name: last.place(along: .parameters))",
                    curve.leavesChanceAt.map { tokens(of: $0) } ?? "not at all", "\(best)", "\(last)",
                ]
            })
    }

    /// Every checkpoint by size.
    private func checkpoints(_ series: [Series]) -> Table {
        let longest = series.max { $0.figures.count < $1.figures.count }
        let names = series.map { $0.figures.first.map(sizeName) ?? "" }
        return Table(
            heading: "Every checkpoint, no example in the prompt", columns: ["tokens"] + names,
            rows: (longest?.figures ?? []).enumerated().map { index, figure in
                [tokens(of: figure)]
                    + series.map { series in
                        guard index < series.figures.count,
                            series.figures[index].subject.step == figure.subject.step
                        else { return "—" }
                        return "\(series.figures[index])"
                    }
            })
    }

    /// The standard errors of the size in focus.
    private func errors(_ series: Series) -> Table {
        Table(
            heading: series.figures.first.map {
                "\(name: $0.subject.model, of: $0), with standard errors"
            } ?? "", columns: ["step", "tokens", "value", "standard error"],
            rows: series.figures.map { figure in
                [
                    "\(name: figure.subject.step, of: figure)", tokens(of: figure), "\(figure)",
                    figure.deviation.map { "\(name: $0)" } ?? "—",
                ]
            })
    }

    /// Finished models of two other families, examined by the same harness.
    private func baselines(_ slug: String) -> [Table] {
        ["opt", "bloom"].compactMap { Archive.baselines.series("\($0)/\(slug)/0") }.compactMap { series in
            guard let figure = series.figures.first else { return nil }
            return Table(
                heading: "\(name: figure.subject.family, of: figure), finished models, the same harness",
                columns: ["model", "value"],
                rows: series.figures.map { ["\(name: $0.subject.model, of: $0)", "\($0)"] })
        }
    }

    // MARK: - Read form

    var narration: [Paragraph] {
        var paragraphs: [Paragraph] = [
            .heading("\(strong: "Pretraining"): what Pythia can do after so many tokens"), .text(headline),
        ]
        for pieces in commentary(columns: .max) { paragraphs.append(.text(Phrase.joined(pieces, by: "; "))) }
        paragraphs.append(.table(stageTable))
        paragraphs += [.table(view == .tasks ? taskTable : measureTable), .table(storyTable)]
        let detail = detail
        paragraphs.append(.heading(detail.title))
        paragraphs += detail.about.map { .text($0) }
        return paragraphs + detail.tables.map { .table($0) }
    }

    private var stageTable: Table {
        let model: Phrase = run.figure.map { "\(name: $0.subject.model, of: $0)" } ?? ""
        return Table(
            heading: "The stages of \(model)", columns: ["stage", "from", "because"],
            rows: run.stages.map {
                [Phrase(words: $0.name), "\(axis: .short($0.tokens))", $0.reason]
            })
    }

    /// The scores where each stage begins.
    private var storyTable: Table {
        Table(
            heading: "The scores where each stage begins, after so many tokens",
            columns: ["task"] + run.stages.map { "\(axis: .short($0.tokens))" },
            rows: run.curves.map { curve in
                [Phrase(words: curve.task.shortName)]
                    + run.stages.map { stage in
                        curve.series.reading(at: stage.tokens, over: .tokensSeen).figure.map { "\($0)" } ?? "—"
                    }
            })
    }

    private var taskTable: Table {
        Table(
            heading: "Where the slider stands, at \(slider: .short(slider.value)) tokens",
            columns: ["task", "benchmark", "score", "guessing", "has left chance"],
            rows: run.curves.map { curve in
                let chance: Phrase = curve.series.figures.first.map { "\(name: $0.chance)" } ?? ""
                return [
                    Phrase(words: curve.task.name), Phrase(words: curve.task.benchmark),
                    value(of: curve.series), chance, curve.hasLeftChance(at: slider.value) ? "yes" : "no",
                ]
            })
    }

    private var measureTable: Table {
        let rows: [[Phrase]] = [
            ["the very word (accuracy)", run.curve(.lastWord).map { value(of: $0.series) } ?? "—"],
            ["surprise at it (perplexity)", run.perplexity.map { value(of: $0) } ?? "—"],
        ]
        return Table(
            heading: "The same answers at \(slider: .short(slider.value)) tokens", columns: ["measure", "value"],
            rows: rows)
    }
}
