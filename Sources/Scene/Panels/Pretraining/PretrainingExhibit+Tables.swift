import Cells
import Evidence

extension PretrainingExhibit {
    /// What became of each run in one task.
    func summary(_ pairs: [(run: HistoryCurves, curve: LearningCurve)]) -> Table {
        Table(
            heading: headingOfRuns,
            columns: ["model", "parameters", "learned at", "best", "at the end"],
            rows: pairs.compactMap { run, curve in
                guard let last = curve.series.figures.last,
                    let best = curve.series.figures.max(by: { $0.value < $1.value })
                else { return nil }
                return [
                    dataSet == .pythia ? "\(name: last.subject.model, of: last)" : sizeName(run),
                    "\(name: last.place(along: .parameters))",
                    curve.leavesChanceAt.map { tokens(of: $0) } ?? "not at all", "\(best)", "\(last)",
                ]
            })
    }

    private var headingOfRuns: Phrase {
        switch dataSet {
        case .pythia: "The eight sizes"
        case .littleWorld: "The recorded runs"
        case .live: "This training, and the recorded one"
        case .ownRuns: "Your runs"
        }
    }

    /// Every checkpoint by run; one that a run was not asked at has a dash.
    func checkpoints(_ series: [(run: HistoryCurves, series: Series)]) -> Table {
        let figures = series.map { $0.series.figures(over: .tokensSeen) }
        let places = Set(figures.flatMap { $0.map(\.position) }).sorted()
        let byPlace = figures.map { points in
            Dictionary(points.map { ($0.position, $0.figure) }, uniquingKeysWith: { first, _ in first })
        }
        return Table(
            heading: dataSet == .pythia ? "Every checkpoint, no example in the prompt" : "Every checkpoint",
            columns: [dataSet == .pythia ? "tokens" : "words"] + series.map { sizeName($0.run) },
            rows: places.map { place in
                [byPlace.compactMap { $0[place] }.first.map { tokens(of: $0) } ?? ""]
                    + byPlace.map { column in column[place].map { "\($0)" } ?? "—" }
            })
    }

    /// The standard errors of the run in focus, where they are known.
    func errors(_ run: HistoryCurves, _ series: Series) -> Table {
        let hasErrors = series.figures.contains { $0.subject.standardError != nil }
        let name: Phrase = "\(name: run.history.model, of: run.figure)"
        return Table(
            heading: hasErrors ? "\(name), with standard errors" : "\(name), step by step",
            columns: ["step", "\(words: run.unit)", "value"] + (hasErrors ? ["standard error"] : []),
            rows: series.figures.map { figure in
                ["\(name: figure.subject.step, of: figure)", tokens(of: figure), "\(figure)"]
                    + (hasErrors ? [figure.deviation.map { "\(name: $0)" } ?? "—"] : [])
            })
    }

    /// Finished models of two other families, examined by the same harness.
    func baselines(_ slug: String) -> [Table] {
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
        guard let run else { return [.heading("\(strong: "Pretraining")"), .text(headline)] }
        if let view = insideView {
            return [.heading("\(view.title), of \(model(run))"), .text(headline)]
                + commentary(columns: .max).map { .text(Phrase.sentences($0)) } + view.tables.map { .table($0) }
        }
        let who = run.kind == .published ? "\(name: run.figure.subject.family, of: run.figure)" : model(run)
        var paragraphs: [Paragraph] = [
            .heading("\(strong: "Pretraining"): what \(who) can do after so many \(words: run.unit)"), .text(headline),
        ]
        for pieces in commentary(columns: .max) { paragraphs.append(.text(Phrase.sentences(pieces))) }
        paragraphs.append(.table(stageTable(run)))
        paragraphs += [.table(view == .tasks ? taskTable(run) : measureTable), .table(storyTable(run))]
        let detail = detail
        paragraphs.append(.heading(detail.title))
        paragraphs += detail.about.map { .text($0) }
        return paragraphs + detail.tables.map { .table($0) }
    }

    private func stageTable(_ run: HistoryCurves) -> Table {
        Table(
            heading: "The stages of \(model(run))", columns: ["stage", "from", "because"],
            rows: run.stages.map { [Phrase(words: $0.name), "\(axis: .short($0.tokens))", $0.reason] })
    }

    /// The scores where each stage begins.
    private func storyTable(_ run: HistoryCurves) -> Table {
        Table(
            heading: "The scores where each stage begins, after so many \(words: run.unit)",
            columns: ["task"] + run.stages.map { "\(axis: .short($0.tokens))" },
            rows: run.curves.map { curve in
                [bearing(curve, curve.words.shortName)]
                    + run.stages.map { stage in
                        curve.series.reading(at: stage.tokens, over: .tokensSeen).figure.map { "\($0)" } ?? "—"
                    }
            })
    }

    private func taskTable(_ run: HistoryCurves) -> Table {
        Table(
            heading: "Where the slider stands, at \(slider: .short(slider.value)) \(words: run.unit)",
            columns: [
                "task", run.kind == .published ? "benchmark" : "measure", "score", "guessing", "learned",
            ],
            rows: run.curves.map { curve in
                let chance: Phrase = curve.series.figures.first.map { "\(name: $0.chance)" } ?? ""
                return [
                    bearing(curve, curve.words.name), bearing(curve, curve.words.exam),
                    value(of: curve.series), chance, curve.hasLeftChance(at: slider.value) ? "yes" : "no",
                ]
            })
    }

    private var measureTable: Table {
        guard let curve, let smooth = curve.smooth else { return Table(heading: "", columns: [], rows: []) }
        return Table(
            heading: "The same answers at \(slider: .short(slider.value)) tokens", columns: ["measure", "value"],
            rows: [
                [bearing(curve, curve.words.sharp.entry), value(of: curve.series)],
                [Phrase(words: curve.words.smooth.entry), value(of: smooth)],
            ])
    }
}
