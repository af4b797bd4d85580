import Cells
import Evidence

extension ParadigmsExhibit {
    var detail: Detail {
        switch view {
        case .labels: chosenTaskWithLabels.map(detail) ?? Detail(title: "", about: [])
        case .cost: detailOfCost
        case .worth: chosenEvidence.map(detail) ?? Detail(title: "", about: [])
        case .race: detailOfRace
        case .forgetting: detailOfForgetting
        }
    }

    // MARK: - A task

    private func detail(of task: ParadigmsTask) -> Detail {
        let labels = task.labels
        let note = labels.subject.note
        let about: [Phrase] = [
            "Labels: \(labels) \(words: labels.subject.unitName) of \(name: labels.subject.dataset, of: labels), \(name: labels.subject.year, of: labels).",
            task.origin.map { "Who made them: \(words: $0)." } ?? "Who made them is not known here.",
            "The model that learned from them did nothing else.",
            note.isEmpty ? "" : "\(name: note.prefix(1).uppercased() + note.dropFirst(), of: labels).",
            "Now you ask a pretrained model: “\(words: task.prompt)” How well that works is another question.",
        ]
        return Detail(
            title: "\(words: task.name): \(name: labels.subject.dataset, of: labels)",
            about: about.filter { !$0.isEmpty }, tables: [tableOfTasks, tableOfTotals, tableOfOrigins])
    }

    private var tableOfTotals: Table {
        let rows = totalRows
        return Table(heading: "What the tasks so far take", columns: rows[0], rows: Array(rows.dropFirst()))
    }

    private var tableOfTasks: Table {
        Table(
            heading: "The tasks so far (equal numbers of labels are not equal work)",
            columns: ["task", "labels", "data set", "year"],
            rows: tasks.map { task in
                let labels = task.labels
                return [
                    Phrase(words: task.name), "\(labels) \(words: labels.subject.unitName)",
                    "\(name: labels.subject.dataset, of: labels)", "\(name: labels.subject.year, of: labels)",
                ]
            })
    }

    private var tableOfOrigins: Table {
        Table(
            heading: "Who made the labels, where the source says it", columns: ["task", "labels"],
            rows: tasks.compactMap { task in
                task.origin.map { [Phrase(words: task.name), Phrase(words: $0)] }
            })
    }

    // MARK: - Cost

    private var detailOfCost: Detail {
        Detail(
            title: "When one pretraining pays", about: sentences(linesOfCost),
            tables: [tableOfCost])
    }

    private var tableOfCost: Table {
        let counts = ParadigmsCost.axis.stops + [100, 500]
        return Table(
            heading: "Models of one task each against one pretraining, by the prices that courses give",
            columns: ["models", "cost", "one pretraining", "cheaper"],
            rows: counts.sorted().compactMap { count in
                guard let cost = ParadigmsCost(models: count) else { return nil }
                let verdict =
                    switch cost.verdict {
                    case .models: "the models"
                    case .even: "the models, or equal"
                    case .either: "either"
                    case .pretraining: "pretraining, up to that price"
                    }
                return [
                    "\(axis: .grouped(count))", "\(cost.models)", "\(cost.pretraining.briefly)",
                    Phrase(words: verdict),
                ]
            })
    }

    // MARK: - With and without pretraining

    private func detail(of item: ParadigmsEvidence) -> Detail {
        let siblings = ParadigmsEvidence.all.filter { $0.kind == item.kind }
        return Detail(
            title: "\(item.name): \(item.exam)",
            about: [
                item.question,
                "\(item.before.withoutUnit) against \(item.after.withoutUnit), \(item.metric): \(item.condition).",
                item.caution,
                item.kind == .errors ? fewLabels : "", evidenceLegendInWords,
            ].filter { !$0.isEmpty },
            dots: DotChart(
                rows: siblings.map { DotChart.Row(name: $0.name, dots: $0.dots, values: $0.values) },
                chosen: siblings.firstIndex { $0.before == item.before && $0.after == item.after }),
            tables: item.relatives.map(table))
    }

    private func table(_ series: Series) -> Table {
        guard let figure = series.figures.first else { return Table(heading: "", columns: [], rows: []) }
        return Table(
            heading: "\(name: series.subject.task, of: figure): \(name: series.subject.metric, of: figure)",
            columns: ["way", "model", "value"],
            rows: series.figures.map {
                ["\(name: $0.subject.method, of: $0)", "\(name: $0.subject.model, of: $0)", "\($0)"]
            })
    }

    private var tableOfEvidence: Table {
        Table(
            heading: "Is it worth it? Published scores without and with pretraining",
            columns: ["task", "benchmark", "without", "with", "counts", "condition"],
            rows: ParadigmsEvidence.all.map {
                [
                    $0.name, $0.exam, "\($0.before.withoutUnit)", "\($0.after.withoutUnit)", $0.metric,
                    $0.condition,
                ]
            })
    }

    // MARK: - The race

    private var detailOfRace: Detail {
        guard let result = chosenResult else { return Detail(title: "The race", about: [headline]) }
        func series(_ accuracies: [Accuracy], _ id: String) -> Series? {
            guard let first = accuracies.first?.mean else { return nil }
            return Series(
                id: id, subject: first.subject, unit: first.unit, source: first.source,
                figures: accuracies.map(\.mean))
        }
        let lines = [
            series(result.curves.random, "random").map {
                Plot.Line(labels: ["from scratch", "scratch"], series: $0, ink: .green, isDashed: true)
            },
            series(result.curves.pretrained, "pretrained").map {
                Plot.Line(labels: ["pretrained"], series: $0, ink: .green, isFocus: true)
            },
        ].compactMap { $0 }
        return Detail(
            title: "\(words: result.task.names[0]), by labels",
            about: [
                "Such as: \(words: result.task.example).", summary(of: result),
                "Guessing gets \(result.curves.chance), the best possible reader \(result.curves.best).",
            ],
            plot: Plot(
                along: .labelledExamples, .fraction, range: 0...1, lines: lines, chance: result.curves.chance.value),
            tables: [table(of: result)])
    }

    private func summary(of result: RaceResult) -> Phrase { verdict(result).capitalized + " at the slider." }

    /// Every number of labels that the record has, with each draw.
    private func table(of result: RaceResult) -> Table {
        func cell(_ accuracy: Accuracy) -> Phrase {
            let draws = Phrase.joined(accuracy.draws.map { "\($0.withoutUnit)" as Phrase }, by: ", ")
            return "\(accuracy.mean) (\(draws))"
        }
        return Table(
            heading: "\(words: result.task.names[0]): the mean, and each draw of the labels",
            columns: ["labels", "from scratch", "pretrained, fine-tuned"],
            rows: zip(result.curves.random, result.curves.pretrained).map { random, pretrained in
                [
                    random.mean.exactPlace(along: .labelledExamples).map { "\(name: $0)" } ?? "", cell(random),
                    cell(pretrained),
                ]
            })
    }

    // MARK: - Forgetting

    private var detailOfForgetting: Detail {
        guard let loss = forgetfulness else { return Detail(title: "What it forgot", about: [headline]) }
        return Detail(
            title: "What it forgot",
            about: sentences(linesOfForgetting),
            tables: [table(of: loss)])
    }

    private func table(of loss: ModelLoss) -> Table {
        Table(
            heading: "\(words: loss.tuned)", columns: ["ability", "before", "after", "guessing"],
            rows: loss.changes.map { change in
                [
                    Phrase(words: change.names[0]), "\(change.before)", "\(change.after)",
                    change.after.chance.map { "\(name: $0)" } ?? "—",
                ]
            })
    }

    // MARK: - Read form

    /// Lines beneath the picture as sentences, each with its full stop.
    private func sentences(_ lines: [[Phrase]]) -> [Phrase] {
        lines.map { $0.filter { !$0.isEmpty } }.filter { !$0.isEmpty }.map { pieces in
            let sentence = Phrase.sentences(pieces).capitalized
            return sentence.plain.hasSuffix(".") ? sentence : sentence + "."
        }
    }

    var narration: [Paragraph] {
        let first: [Paragraph] = [
            .heading("\(strong: "Paradigms"): a model for each task, or one for all"), .text(headline),
        ]
        return first + narrationOfLabels + narrationOfCost + narrationOfWorth + narrationOfRace
    }

    private var narrationOfLabels: [Paragraph] {
        var paragraphs: [Paragraph] = [
            .text(("\(oldHeadings[0]); \(oldModels[0])." as Phrase).capitalized),
            .text(yearsBetween[0].capitalized + "."),
            .text(("\(todayHeadings[0]); \(todayModel[0])." as Phrase).capitalized), .text(ages), .text(withoutLabels),
            .text(analogy(columns: .max)), .table(tableOfTotals), .table(tableOfTasks), .table(tableOfOrigins),
            .text(labelsCaution),
        ]
        if let task = chosenTaskWithLabels {
            let detail = detail(of: task)
            paragraphs += [.heading(detail.title)] + detail.about.map { .text($0) }
        }
        return paragraphs
    }

    private var narrationOfCost: [Paragraph] {
        [.heading("Does it pay?")] + sentences(linesOfCost).map { .text($0) } + [
            .table(tableOfCost)
        ]
    }

    private var narrationOfWorth: [Paragraph] {
        var paragraphs: [Paragraph] = [
            .heading("Is it worth it?"), .text(headlineOfWorth), .table(tableOfEvidence), .text(fewLabels),
        ]
        if view == .worth, let item = chosenEvidence {
            let detail = detail(of: item)
            paragraphs += [.heading(detail.title)] + detail.about.map { .text($0) } + detail.tables.map { .table($0) }
        }
        return paragraphs
    }

    private var narrationOfRace: [Paragraph] {
        var paragraphs: [Paragraph] = [.heading("The race in the little world, an invented language of this program")]
        if view != .race { paragraphs.append(.text(headlineOfRace)) }
        paragraphs += sentences(linesOfRace).map { .text($0) }
        paragraphs += raceResults.map { .table(table(of: $0)) }
        if let loss = forgetfulness {
            paragraphs += [.text(headlineOfForgetting), .table(table(of: loss))]
            paragraphs += sentences(linesOfForgetting).map { .text($0) }
        }
        return paragraphs
    }
}
