import Evidence

extension AdaptationExhibit {
    var publishedDetail: Detail {
        Detail(
            title: "\(strong: path.name): \(words: path.motto)",
            about: [task.question, task.isShareOfRight ? nil : task.meaningOfScore, failedRuns, publishedNote]
                .compactMap { $0 },
            plot: publishedPlot(hasNames: true),
            tables: [traitTable] + worthTable + promptTable + testTable
                + LearningTask.Method.allCases.flatMap { method in
                    LearningTask.Measure.allCases.flatMap { measure in
                        task.curve(method, measure).all.map { table($0, method) }
                    }
                })
    }

    /// What the picture of the curves says about the chosen path.
    private var publishedNote: Phrase {
        switch path {
        case .fineTune:
            "Both curves are fine-tuning. A pattern puts the example into a sentence whose missing word is the answer, so that what was read helps; a new head starts at random and must learn what is asked."
        case .prompt:
            "A prompt changes no weight, so it is one point, at the number of its examples, and of a far larger model; no line joins it to the curves."
        case .rag:
            "No score of RAG in the tasks of these curves is known here; \(key: "d") shows it in medical exams and in open questions."
        }
    }

    private var worthTable: [Table] {
        guard let worth = task.worth else { return [] }
        return [
            Table(
                heading: "Labels that a pattern saves on average, against a new head", columns: ["task", "worth", "±"],
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
                heading: "By prompt, no weight changed",
                columns: ["model", "examples in the prompt", "score", "value"],
                rows: [
                    [
                        "\(name: figure.subject.model, of: figure)", "\(name: figure.subject.shots, of: figure)",
                        "\(name: figure.subject.metric, of: figure)", task.score(figure),
                    ]
                ])
        ]
    }

    /// The task's hidden test, where fine-tuned models and a prompt were sent in; another set than the curves'.
    private var testTable: [Table] {
        guard let series = LearningFigures.tests[task] else { return [] }
        return [
            Table(
                heading: "On the hidden test, right answers", columns: ["model", "how", "value"],
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
                ["\(name: $0.figure.exactPlace(along: .labelledExamples))", task.score($0.figure)]
            })
    }
}
