import Cells
import Evidence

extension ParadigmsExhibit {
    private typealias Lesson = ParadigmsTotals.Lesson

    private var newYear: Phrase { Lesson.newYear.map { "\($0)" } ?? "now" }

    /// From when on a model is asked by a prompt alone.
    private var promptYear: Phrase { Lesson.promptYear.map { "\($0)" } ?? "today" }

    // MARK: - Headline

    var headline: Phrase {
        switch view {
        case .labels: headlineOfLabels
        case .cost: headlineOfCost
        case .worth: headlineOfWorth
        case .race: headlineOfRace
        case .forgetting: headlineOfForgetting
        }
    }

    private var headlineOfLabels: Phrase {
        guard taskCount > 1 else {
            return
                "Until \(newYear) each task had a model of its own; with transfer learning one is the start for many."
        }
        return
            "Until \(newYear) each of \(slider: .short(Double(taskCount))) tasks had its own model; with transfer learning one is the start for all."
    }

    // MARK: - Words in the picture of roots, the longest form first

    var oldHeadings: [Phrase] {
        let sum = ParadigmsTotals.labels(taskFigures)
        let until: Phrase = "until \(newYear)"
        return [
            "\(until.bold)\u{A0} \(sum) labelled examples, found or made for the tasks",
            "\(until.bold)\u{A0} \(sum) labelled examples", "\(until.bold)\u{A0} \(sum) labels", until.bold,
        ]
    }

    var oldModels: [Phrase] {
        [
            "\(ParadigmsTotals.count(taskFigures)) \(words: taskCount == 1 ? "model, for one task" : "models, one task each")"
        ]
    }

    /// The years in which one model was pretrained, and still copied for each task.
    var yearsBetween: [Phrase] {
        [
            "\((("from " + newYear) as Phrase).bold)\u{A0} one model reads text first; still a copy of it is fine-tuned with labels for each task",
            "\((("from " + newYear) as Phrase).bold)\u{A0} pretrained once, but a copy fine-tuned for each task",
            "\((("from " + newYear) as Phrase).bold)\u{A0} a fine-tuned copy for each task",
        ]
    }

    var todayHeadings: [Phrase] {
        let from: Phrase = "from \(promptYear)"
        return [
            "\(from.bold)\u{A0} text without labels, read once", "\(from.bold)\u{A0} text without labels",
            "\(from.bold)\u{A0} no labels", from.bold,
        ]
    }

    var todayModel: [Phrase] { ["one model, asked in words"] }

    /// What stands beside the trunk and beneath it.
    var trunkWords: [[Phrase]] {
        let text: Phrase = Lesson.pretrainingText.map { "\($0)" } ?? "plain text"
        let time: Phrase = Lesson.pretrainingTime.map { "\($0), once" } ?? "once"
        return [["no labels at all", "no labels", "none"], [text], [time]]
    }

    /// What one task more takes.
    var oneMore: [Phrase] {
        let time: Phrase = Lesson.promptTime.map { "\($0)" } ?? "at once"
        return ["one more: no labels, \(time)", "one more: no labels"]
    }

    /// A head and a row for each side: the time of a model, its cost, and what one task more takes.
    var totalRows: [[Phrase]] {
        func figure(_ figure: Figure?) -> Phrase { figure.map { "\($0)" } ?? "" }
        let until: Phrase = "until \(newYear)"
        let from: Phrase = "from \(promptYear)"
        return [
            ["so far", "time", "cost", "one more task"],
            [
                until, "\(figure(Lesson.oldTime)) each", figure(ParadigmsTotals.cost(tasks: Double(taskCount))),
                "labels, \(figure(Lesson.oldTime)), \(figure(Lesson.modelCost))",
            ],
            [
                from, "\(figure(Lesson.pretrainingTime)), once",
                Lesson.pretrainingCost.map { "\($0.briefly)" } ?? "",
                "a prompt: \(figure(Lesson.promptTime)), \(figure(Lesson.promptCost))",
            ],
        ]
    }

    // MARK: - Reading

    func commentary(columns: Int) -> [[Phrase]] {
        let lines: [[Phrase]] =
            switch view {
            case .labels:
                [chosenInWords, [analogy(columns: columns)], [ages], [labelsCaution], [withoutLabels], [worthItsCost]]
            case .cost: linesOfCost
            case .worth: linesOfWorth(columns: columns)
            case .race: linesOfRace
            case .forgetting: linesOfForgetting
            }
        return lines.filter { !$0.allSatisfy(\.isEmpty) }
    }

    /// The chosen task: the first piece fits on the narrowest screen.
    private var chosenInWords: [Phrase] {
        guard let task = chosenTaskWithLabels else { return [] }
        let labels = task.labels
        return [
            "\(strong: task.name): \(labels) \(words: labels.subject.unitName)",
            "\(name: labels.subject.dataset, of: labels), \(name: labels.subject.year, of: labels)",
        ] + [task.origin.map { "\(words: $0)" }].compactMap { $0 }
    }

    /// School, job training, instructions on the job: the longest form that fits on one row.
    func analogy(columns: Int) -> Phrase {
        let short: Phrase = "Pretraining: school. Tuning: job training. Prompt: orders."
        let middle: Phrase =
            "Pretraining is school, fine-tuning is job training, prompting is the instructions on the job."
        guard let years = Lesson.schoolYears, let weeks = Lesson.jobTraining else { return middle }
        let full: Phrase =
            "Pretraining is school (\(years)), fine-tuning is job training (\(weeks)), prompting is the instructions on the job."
        return .first(of: [full, middle, short], fitting: columns)
    }

    /// That the copies came before the prompts.
    var ages: Phrase {
        guard let bert = ParadigmsEvidence.bert, let year = Lesson.promptYear else { return "" }
        return
            "\(strong: "Transfer learning"): what was learned in one job, guessing missing or next words of text, helps in others. \(name: "BERT", of: bert) and its kind, from \(newYear) on, were still fine-tuned, a copy for each task; courses date the one model that serves all by a prompt alone from \(year) on: \(name: year.subject.model, of: year)."
    }

    /// The prices of so few tasks speak against the one model.
    var worthItsCost: Phrase {
        guard let cost = ParadigmsCost(models: Double(taskCount)) else { return "" }
        return
            "Courses price these models at \(cost.models), one pretraining at \(cost.pretraining): for so few tasks separate models cost no more (\(key: "m"))."
    }

    var labelsCaution: Phrase {
        guard let years = ParadigmsTotals.years(ParadigmsTask.all.map(\.labels)) else { return "" }
        return
            "The data sets date from \(name: years.first.subject.year, of: years.first) to \(name: years.last.subject.year, of: years.last). A sentence, a pair of sentences and a whole document each count as one label, so equal numbers of labels are not equal work, and not every label was made by a paid person."
    }

    /// What is learned from text alone.
    var withoutLabels: Phrase {
        "Courses say that pretraining gives grammar, facts, reasoning and common sense without one label; how far, the panels after this one measure."
    }

    // MARK: - Provenance

    var provenance: [Phrase] {
        switch view {
        case .labels:
            (chosenTaskWithLabels.map { ["\($0.labels.source)"] } ?? []) + [
                rootsLegend, .legend(of: [.lesson, .published, .computed]),
            ]
        case .cost: provenanceOfCost
        case .worth:
            (chosenEvidence.map { ["\($0.after.source)"] } ?? []) + [.legend(of: [.published])]
        case .race, .forgetting: worldProvenance
        }
    }

    private var rootsLegend: Phrase {
        "\(Phrase(words: "▣", ink: .rose)) trained for one task\u{A0} □ not yet\u{A0} \(Phrase(words: "■", ink: .violet)) asked in words"
    }
}
