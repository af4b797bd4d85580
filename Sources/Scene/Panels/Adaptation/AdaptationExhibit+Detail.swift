import Cells
import Evidence

extension AdaptationExhibit {
    var detail: Detail { dataSet == .curves ? curvesDetail : caseDetail }

    /// The chosen path in full.
    private var pathTable: Table {
        Table(
            heading: "The path of \(words: path.name)", columns: [""],
            rows: WalkStep.allCases.map { ["\(strong: $0.name): \($0.full(path))"] })
    }

    private var curvesDetail: Detail {
        Detail(
            title: "\(strong: path.name): \(words: path.motto)",
            about: [task.question, failedRuns, pathNote, noFrench].compactMap { $0 },
            plot: curvesPlot(hasNames: true),
            tables: [pathTable, lessonTable] + worthTable + promptTable + testTable
                + LearningTask.Method.allCases.flatMap { method in
                    LearningTask.Measure.allCases.flatMap { measure in
                        task.curve(method, measure).all.map { table($0, method) }
                    }
                })
    }

    /// What the picture of the curves says about the chosen path.
    private var pathNote: Phrase {
        switch path {
        case .fineTune:
            "Both curves are fine-tuning. A pattern puts the example into a sentence whose missing word is the answer, so the pretrained words help; a new head starts at random and must learn what is asked."
        case .prompt:
            "A prompt moves no weight, so it is a point at the number of its own examples, of another and far larger model; no line joins it to the curves."
        case .rag:
            "RAG was not published for the tasks of the learning curves; \(key: "d") shows it in medical exams and in open questions."
        }
    }

    /// The three paths side by side.
    private var lessonTable: Table {
        Table(
            heading: "The three paths", columns: [""] + AdaptationPath.allCases.map { Phrase(words: $0.name) },
            rows: WalkStep.allCases.map { step in
                [Phrase(words: step.name)]
                    + AdaptationPath.allCases.map { path in step.wordings(path).last ?? "" }
            })
    }

    private var worthTable: [Table] {
        guard let worth = task.worth else { return [] }
        return [
            Table(
                heading: "Labelled examples that the pattern is worth on average", columns: ["task", "worth", "±"],
                rows: [
                    [
                        "\(name: worth.subject.task, of: worth)", "\(worth)", worth.deviation.map { "\($0)" } ?? "—",
                    ]
                ])
        ]
    }

    private var promptTable: [Table] {
        guard let figure = task.prompted else { return [] }
        return [
            Table(
                heading: "By prompt, no weight moved", columns: ["model", "examples in the prompt", "metric", "value"],
                rows: [
                    [
                        "\(name: figure.subject.model, of: figure)", "\(name: figure.subject.shots, of: figure)",
                        "\(name: figure.subject.metric, of: figure)", "\(figure)",
                    ]
                ])
        ]
    }

    /// The task's hidden test, where fine-tuned models and a prompt were sent in; another set than the curves'.
    private var testTable: [Table] {
        guard let series = LearningFigures.tests[task] else { return [] }
        return [
            Table(
                heading: "On the hidden test, by accuracy", columns: ["model", "how", "value"],
                rows: series.figures.map {
                    [
                        "\(name: $0.subject.model, of: $0)", "\(name: $0.subject.method, of: $0)", "\($0)",
                    ]
                })
        ]
    }

    private func table(_ series: Series, _ method: LearningTask.Method) -> Table {
        guard let figure = series.figures.first else { return Table(heading: "", columns: [], rows: []) }
        return Table(
            heading:
                "\(name: figure.subject.model, of: figure), \(words: method.name), \(name: LearningFigures.seedsText(figure), of: figure), \(name: figure.subject.metric, of: figure)",
            columns: ["labels", "value"],
            rows: series.figures(over: .labelledExamples).map {
                ["\(name: $0.figure.exactPlace(along: .labelledExamples))", "\($0.figure)"]
            })
    }

    // MARK: - Cases

    private var caseDetail: Detail {
        Detail(
            title: "\(strong: path.name): \(words: shownCase.name)",
            about: [shownCase.question]
                + (shownCase.isMedical ? [notTheSameTask, Phrase.joined(medicalTerms, by: "; ")] : []),
            plot: casePlot, tables: (shownCase.isMedical ? [claimTable] : []) + [publishedTable, pathTable])
    }

    private var claimTable: Table {
        Table(
            heading: "The lesson, for diagnosis", columns: ["path", "accuracy"],
            rows: AdaptationPath.allCases.compactMap { path in
                AdaptationCase.lesson(path).map { [Phrase(words: path.name), "\($0)"] }
            })
    }

    private var publishedTable: Table {
        Table(
            heading: "Published: \(words: shownCase.name)",
            columns: ["path", "model", "exam", "how", "shots", "labels", "value"],
            rows: shownCase.rows.flatMap { row in
                row.figures.map { figure in
                    [
                        Phrase(words: row.path.name), "\(name: figure.subject.model, of: figure)",
                        "\(name: row.exam, of: figure)", "\(name: figure.subject.method, of: figure)",
                        "\(name: figure.subject.shots.isEmpty ? "—" : figure.subject.shots, of: figure)",
                        "\(name: figure.exactPlace(along: .labelledExamples))", "\(figure)",
                    ]
                }
            })
    }

    // MARK: - Read form

    var narration: [Paragraph] {
        var paragraphs: [Paragraph] = [
            .heading("\(strong: "Adaptation"): fine-tune, prompt, or look things up"), .text(headline),
        ]
        paragraphs += commentary(columns: .max).map { .text(Phrase.joined($0, by: "; ")) }
        if dataSet != .curves { paragraphs += [.text(recommendation), .text(notTheSameTask)] }
        for path in AdaptationPath.allCases {
            paragraphs.append(.heading(Phrase("\(words: path.name): \(words: path.motto)")))
            paragraphs += WalkStep.allCases.map { step in
                .text("\(words: step.name): \(step.full(path))")
            }
        }
        paragraphs.append(.heading(detail.title))
        paragraphs += detail.about.map { .text($0) }
        return paragraphs + detail.tables.dropFirst(dataSet == .curves ? 2 : 0).map { .table($0) }
    }
}
