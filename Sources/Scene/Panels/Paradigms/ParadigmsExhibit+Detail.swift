import Cells
import Evidence

extension ParadigmsExhibit {
    var detail: Detail {
        if let chosenEvidence { return detail(of: chosenEvidence) }
        guard ParadigmsTask.all.indices.contains(chosenTask) else { return Detail(title: "", about: []) }
        return detail(of: ParadigmsTask.all[chosenTask])
    }

    // MARK: - A task

    private func detail(of task: ParadigmsTask) -> Detail {
        let labels = task.labels
        var about: [Phrase] = [
            "Its own model learned from \(labels) \(words: labels.subject.unitName) of \(name: labels.subject.dataset, of: labels) (\(name: labels.subject.year, of: labels)) and could do nothing else."
        ]
        if let origin = task.origin { about.append("The labels: \(words: origin).") }
        about.append("Today one asks a pretrained model: “\(words: task.prompt)”")
        let note = labels.subject.note
        if !note.isEmpty { about.append("\(name: note.prefix(1).uppercased() + note.dropFirst(), of: labels).") }
        about.append(worthItsCost)
        return Detail(
            title: "\(words: task.name): \(name: labels.subject.dataset, of: labels)", about: about,
            tables: [tableOfTotals, tableOfTasks])
    }

    private var tableOfTotals: Table {
        let rows = totalRows
        return Table(
            heading: "What the tasks so far take", columns: ["", "labels", "models", "time", "cost"],
            rows: measure == .dataSets ? Array(withLabels.totalRows.dropFirst()) : Array(rows.dropFirst()))
    }

    /// The same panel with labels as its measure, whose totals have every column.
    private var withLabels: ParadigmsExhibit {
        var panel = self
        panel.measure = .labels
        return panel
    }

    private var tableOfTasks: Table {
        Table(
            heading:
                "The tasks so far: a sentence and a whole document each count as one, so the rows are not equal work",
            columns: ["task", "labels", "of", "data set", "year"],
            rows: tasks.map { task in
                let labels = task.labels
                return [
                    Phrase(words: task.name), "\(labels)", "\(words: labels.subject.unitName)",
                    "\(name: labels.subject.dataset, of: labels)", "\(name: labels.subject.year, of: labels)",
                ]
            })
    }

    // MARK: - With and without pretraining

    private func detail(of item: ParadigmsEvidence) -> Detail {
        let siblings = item.siblings
        return Detail(
            title: item.name,
            about: [
                item.question,
                "\(item.before.withoutUnit) against \(item.after.withoutUnit), \(item.metric): \(item.condition).",
                item.caution,
                fewLabels(of: item),
            ].filter { !$0.isEmpty },
            dots: DotChart(
                rows: siblings.map { DotChart.Row(name: $0.name, dots: $0.dots, values: $0.values) },
                chosen: siblings.firstIndex { $0.before == item.before && $0.after == item.after }),
            tables: item.relatives.map(table))
    }

    /// What is known of few labels belongs to the one model that was examined with them.
    private func fewLabels(of item: ParadigmsEvidence) -> Phrase {
        item.after.source.key.hasPrefix("ulmfit") ? fewLabels : ""
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
            heading: "Is it worth it? Scores without and with pretraining",
            columns: ["benchmark", "without", "with", "counts", "condition"],
            rows: ParadigmsEvidence.all.map {
                [
                    $0.name, "\($0.before.withoutUnit)", "\($0.after.withoutUnit)", $0.metric,
                    $0.condition,
                ]
            })
    }

    // MARK: - Read form

    var narration: [Paragraph] {
        var paragraphs: [Paragraph] = [
            .heading("\(strong: "Paradigms"): a model for each task, or one for all"), .text(headline),
            .text(oldHeadings[0] + "."), .text(todayHeadings[0] + "."), .text(withoutLabels),
            .text(analogy(columns: .max)),
            .table(tableOfTotals), .table(tableOfTasks), .text(worthItsCost), .text(labelsCaution),
            .table(tableOfEvidence), .text(fewLabels),
        ]
        paragraphs.append(.heading(detail.title))
        paragraphs += detail.about.filter { $0 != worthItsCost && $0 != labelsCaution && $0 != fewLabels }
            .map { .text($0) }
        if chosenEvidence != nil { paragraphs += detail.tables.map { .table($0) } }
        return paragraphs
    }
}
