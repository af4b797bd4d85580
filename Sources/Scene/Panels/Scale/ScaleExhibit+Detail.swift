import Algorithms
import Cells
import Evidence

extension ScaleExhibit {
    var detail: Detail {
        if dataSet == .moves { return detailOfMoves }
        if dataSet == .littleWorld { return detailOfLittleWorld }
        if let pair = publishedPair { return detail(of: pair) }
        guard let curve = curve(ability) else {
            guard let points = dataSet.points(ability) else {
                return Detail(
                    title: Phrase(words: ability.name),
                    about: [
                        "No score of \(dataSetName) in \(words: ability.name) is known here; \(key: "d") shows other models."
                    ])
            }
            return detail(of: points)
        }
        let lines = relatives(of: curve)
        return Detail(
            title: "\(words: ability.name): \(words: curve.benchmark)",
            about: [curve.question, shapeOfCurve(curve)] + history
                + (dataSet == .bigG ? ["In brackets: the paper's name for the size."] : []),
            plot: Plot(
                along: .parameters, curve.series.unit, range: 0...curve.ceiling, lines: lines,
                chance: curve.series.subject.chance, thresholds: [ability.threshold].compactMap { $0 }),
            tables: lines.map { table($0.labels.first ?? "", $0.series) } + [seen].compactMap { $0 })
    }

    /// The same task by other shots, measures or families: each a line of its own.
    private func relatives(of curve: MeasuredCurve) -> [Plot.Line] {
        guard let figure = curve.series.figures.first else { return [] }
        let own = Plot.Line(
            labels: names(ownNames(curve), of: figure),
            series: curve.series, ink: figure.kind.ink, isFocus: true)
        let others: [([String], Series?)] =
            switch (ability, curve.series.id) {
            case (_, let id) where id.hasPrefix("gpt3/"):
                ScaleDataSet.Shots.allCases.map { shots in
                    let task = id.split(separator: "/").dropFirst().first ?? ""
                    return (
                        ["GPT-3, " + shots.brief, shots.brief], Archive.gpt3.series("gpt3/\(task)/\(shots.rawValue)")
                    )
                }.filter { $0.1?.id != id }
            case (.inContext, "computed/gain/few"):
                [(["GPT-3, " + ScaleDataSet.Shots.one.brief, ScaleDataSet.Shots.one.brief], ScaleFigures.oneShotGain)]
            case (.summarization, let id) where id.hasPrefix("summarization/xsum-en/"):
                [
                    (
                        ["PaLM, fine-tuned", "fine-tuned"],
                        Archive.summarization.series("summarization/xsum-en/finetuned/palm")
                    )
                ]
            case (.code, let id) where id.hasPrefix("humaneval/"):
                [
                    (["Codex, best of 100 tries", "best of 100"], Archive.code.series("humaneval/pass-100/codex")),
                    (["GPT-Neo and GPT-J", "GPT-Neo, -J"], Archive.code.series("humaneval/pass-1/gpt-neo-j")),
                    (["PaLM"], Archive.code.series("humaneval/pass-1/palm")),
                ]
            case (.grammar, "computed/blimp"):
                [
                    (["wh-island"], Archive.grammar.series("blimp/wh_island")),
                    (["transitive"], Archive.grammar.series("blimp/transitive")),
                ]
            default: []
            }
        let inks: [Ink] = [.violet, .rose, .green]
        return [own]
            + zip(others, inks).compactMap { other, ink in
                guard let series = other.1, let figure = series.figures.first else { return nil }
                return Plot.Line(labels: names(other.0, of: figure), series: series, ink: ink)
            }
    }

    /// The family, and how many examples it was shown where there are lines of other numbers beside it.
    private func ownNames(_ curve: MeasuredCurve) -> [String] {
        guard curve.series.id.hasPrefix("gpt3/") else { return [curve.family] }
        let brief = dataSet == .best ? ScaleDataSet.Shots.few.brief : shots.brief
        return ["\(curve.family), \(brief)", brief]
    }

    /// Names of a line in falling length; where one alone is given, its last word is the shorter one.
    private func names(_ texts: [String], of figure: Figure) -> [Phrase] {
        let last = texts.count == 1 ? texts[0].split(separator: " ").last.map(String.init) : nil
        return (texts + (last.map { [$0] } ?? [])).map { "\(name: $0, of: figure)" }
    }

    /// What the lesson says of the model with which learning from the prompt became known.
    private var history: [Phrase] {
        guard ability == .inContext, let size = Archive.lesson.series("l4/gpt3/parameters")?.figures.first,
            let year = Archive.lesson.series("l4/gpt3/year")?.figures.first
        else { return [] }
        return [
            "Courses teach that \(name: "GPT-3", of: size), \(size), \(year), was the first to do it convincingly: from it came the craft of prompts and models sold by API."
        ]
    }

    private func shapeOfCurve(_ curve: MeasuredCurve) -> Phrase {
        guard let first = curve.series.figures.first, let last = curve.series.figures.last else { return "" }
        return "From \(first) at \(size(first)) to \(last) at \(size(last))."
    }

    /// Where papers saw abilities of this kind first.
    private var seen: Table? {
        let marks = ability.firstSeen
        guard let first = marks.first?.figure else { return nil }
        return Table(
            heading:
                "Tasks with examples: the size at which one family first beat guessing (\(first.source); it gives no scores)",
            columns: ["what", "guessing gets", "model", "size"],
            rows: marks.map { figure, score in
                [
                    "\(name: figure.subject.task, of: figure)",
                    score?.chance.map { "\(name: $0)" } ?? "not known",
                    "\(name: figure.subject.model, of: figure)", size(figure),
                ]
            })
    }

    func table(_ heading: Phrase, _ series: Series) -> Table {
        let shots = series.subject.shots
        let figure = series.figures.first
        let title: Phrase =
            if let figure, !shots.isEmpty, shots != "finetuned" {
                switch shots {
                case "0": "\(heading), no example in the prompt"
                case "1": "\(heading), one example in the prompt"
                default: "\(heading), \(name: shots, of: figure) examples in the prompt"
                }
            } else { heading }
        return Table(
            heading: title, columns: ["model", "parameters", "value"],
            rows: series.figures.map {
                [
                    "\(name: $0.subject.model, of: $0)", "\(name: $0.place(along: .parameters))",
                    "\($0)",
                ]
            })
    }

    private func detail(of pair: MeasurePair) -> Detail {
        let scored = view == .smooth ? pair.smooth : pair.sharp
        guard let figure = scored.series.figures.first else { return Detail(title: "", about: []) }
        let low = min(scored.scale.floor, scored.scale.ceiling), high = max(scored.scale.floor, scored.scale.ceiling)
        let chance = view == .smooth ? errorOfGuessing(pair)?.value : scored.series.subject.chance
        return Detail(
            title: "\(words: pair.name): \(words: scored.metric)",
            about: [
                headline, pair.caution, guessing(pair), defence,
                "\(key: "m") shows the same answers by another measure.",
            ]
            .filter { !$0.isEmpty },
            plot: Plot(
                along: .parameters, scored.series.unit, range: low...high, isLogarithmic: scored.scale.isLogarithmic,
                lines: [
                    Plot.Line(
                        labels: ["\(name: scored.metric, of: figure)"], series: scored.series, ink: .blue, isFocus: true
                    )
                ],
                chance: chance),
            tables: [pair.sharp, pair.smooth].map { table("\(words: $0.metric)", $0.series) })
    }

    /// What speaks for emergence whatever the measure.
    private var defence: Phrase {
        "On certain tasks models of any size stay at guessing until their loss (surprise) is low enough, by smooth measures too (\(Source.named("du-2024")))."
    }

    /// The squared error of one who gives every answer the same probability; nil where the measure is another.
    private func errorOfGuessing(_ pair: MeasurePair) -> Figure? {
        guard pair.smooth.series.unit == .brier, let figure = pair.sharp.series.figures.first,
            let chance = figure.subject.chance
        else { return nil }
        var subject = figure.subject
        subject.model = ""
        return Figure(
            .errorOfGuessing, value: (1 - chance) * (1 - chance), unit: .brier, subject: subject, inputs: [figure])
    }

    private func guessing(_ pair: MeasurePair) -> Phrase {
        guard let error = errorOfGuessing(pair) else { return "" }
        return
            "The squared error (Brier) of the right answer's probability: the same probability on every answer would have \(error.approximately)."
    }

    private func detail(of points: Series) -> Detail {
        let families = ["GPT-J", "Llama-2", "Qwen1.5", "Falcon", "Pythia"]
        let figures = points.figures.reversed()
        let named = Set(figures.uniqued(on: \.subject.family).filter { families.contains($0.subject.family) })
        return Detail(
            title: "\(words: ability.name): open models",
            about: [
                "Each point is a model; no line joins them, for they differ in data, tokens and training. Small recent models can score high from what they read, so size is not all.",
                question(of: points),
            ],
            plot: Plot(
                along: .parameters, points.unit, range: 0...1,
                points: figures.map { figure in
                    Plot.Point(
                        figure: figure,
                        labels: named.contains(figure) ? ["\(name: figure.subject.model, of: figure)"] : [], ink: .blue,
                        isSmall: !named.contains(figure))
                }, chance: points.subject.chance, thresholds: [ability.threshold].compactMap { $0 }),
            tables: [table("\(name: points.subject.task, of: points.figures[0])", points)])
    }

    // MARK: - Read form

    var narration: [Paragraph] {
        var paragraphs: [Paragraph] = [
            .heading("\(strong: "Scale"): which abilities appear at which size"), .text(headline),
        ]
        if let introduction { paragraphs.insert(.text(introduction), at: 1) }
        if let table = tableOfRows { paragraphs.append(.table(table)) }
        paragraphs.append(.text(detail.title.bold))
        paragraphs += detail.about.map { .text($0) }
        for pieces in commentary(columns: .max) { paragraphs.append(.text(Phrase.sentences(pieces))) }
        return paragraphs + detail.tables.map { .table($0) }
    }

    /// Every row where the slider stands.
    private var tableOfRows: Table? {
        switch (dataSet, view) {
        case (.moves, _): nil
        case (.littleWorld, _): tableOfLittleWorld
        case (_, .abilities): tableOfAbilities
        default: tableOfPairs
        }
    }

    private var headingOfRows: Phrase { "Where the slider stands, at \(slider: .short(slider.value)) parameters" }

    private var tableOfAbilities: Table {
        Table(
            heading: headingOfRows, columns: ["ability", "courses say", "measured", "by"],
            rows: LessonAbility.allCases.map { ability in
                let by: Phrase? = curve(ability).flatMap { curve in
                    curve.series.figures.first.map { "\(words: curve.benchmark), \(curve.family(of: $0))" }
                }
                return [
                    "\(words: ability.name)", ability.threshold.map { "\($0)" } ?? "—", value(ability).long, by ?? "—",
                ]
            })
    }

    /// Every task by both measures.
    private var tableOfPairs: Table {
        Table(
            heading: "The same answers by two measures, at \(slider: .short(slider.value)) parameters",
            columns: ["task", "sharp", "", "smooth", "", "by"],
            rows: MeasurePair.published.map { pair in
                let by: Phrase? = pair.sharp.series.figures.first.map { "\(name: pair.family, of: $0)" }
                return [
                    "\(words: pair.name)", "\(words: pair.sharp.metric)", value(pair.sharp.series).long,
                    "\(words: pair.smooth.metric)", value(pair.smooth.series).long, by ?? "—",
                ]
            })
    }

    private var tableOfLittleWorld: Table? {
        let pairs = LessonAbility.allCases.compactMap { ability in
            ladder.pair(ability).map { (ability: ability, pair: $0) }
        }
        guard !pairs.isEmpty else { return nil }
        return Table(
            heading: headingOfRows, columns: ["ability", "right answers", "guessing", "their probability"],
            rows: pairs.map { ability, pair in
                [
                    "\(words: ability.name)", value(pair.sharp.series).long,
                    pair.sharp.series.figures.first.map { "\(name: $0.chance)" } ?? "—",
                    value(pair.smooth.series).long,
                ]
            })
    }
}
