import Cells
import Evidence

extension ParadigmsExhibit {
    private typealias Lesson = ParadigmsTotals.Lesson

    private var oldYear: Phrase { Lesson.oldYear.map { "\($0)" } ?? "the old way" }
    private var newYear: Phrase { Lesson.newYear.map { "\($0)" } ?? "the new way" }

    var headline: Phrase {
        guard taskCount > 1 else {
            return
                "Around \(oldYear) \(slider: .short(1)) task had its own model; since \(newYear) one pretrained model serves it and others."
        }
        return
            "Around \(oldYear) each of \(slider: .short(Double(taskCount))) tasks had its own model; since \(newYear) one pretrained model serves all."
    }

    // MARK: - Headings and values of the picture, the longest form first

    var oldHeadings: [Phrase] {
        [
            "\(oldYear.bold)\u{A0} for each task a model of its own, from random weights, on labels of its own",
            "\(oldYear.bold)\u{A0} a model for each task, from random weights",
            "\(oldYear.bold)\u{A0} a model for each task", oldYear.bold,
        ]
    }

    var todayHeadings: [Phrase] {
        [
            "\(strong: "today")\u{A0} one model, pretrained once to guess the next word of unlabelled text, then asked",
            "\(strong: "today")\u{A0} one model, pretrained once, then asked",
            "\(strong: "today")\u{A0} one model, asked",
            "\(strong: "today")",
        ]
    }

    func values(of task: ParadigmsTask) -> [Phrase] {
        let labels = task.labels
        switch measure {
        case .labels:
            let unit = labels.subject.unitName
            let short = unit.split(separator: " ").last.map(String.init) ?? unit
            return ["\(labels) \(words: unit)", "\(labels) \(words: short)", "\(labels)"]
        case .cost: return [Lesson.modelCost.map { "\($0)" } ?? ""]
        case .dataSets:
            return [
                "\(name: labels.subject.dataset, of: labels), \(name: labels.subject.year, of: labels)",
                "\(name: labels.subject.dataset, of: labels)", "\(name: labels.subject.year, of: labels)",
            ]
        }
    }

    /// What some tasks take together.
    func totalForms(_ figures: [Figure]) -> [Phrase] {
        switch measure {
        case .labels:
            let sum = ParadigmsTotals.labels(figures)
            return ["\(sum) together", "\(sum)"]
        case .cost: return [ParadigmsTotals.cost(tasks: figures.count).map { "\($0)" } ?? ""]
        case .dataSets:
            guard let years = ParadigmsTotals.years(figures) else { return [""] }
            return [
                "\(name: years.first.subject.year, of: years.first) to \(name: years.last.subject.year, of: years.last)"
            ]
        }
    }

    var oldTotal: Phrase {
        let total = totalForms(taskFigures).last ?? ""
        let models: Phrase = "\(ParadigmsTotals.count(taskFigures)) \(words: taskCount == 1 ? "model" : "models")"
        return measure == .labels ? "\(total) labels, \(models)" : "\(total), \(models)"
    }

    var todayTotal: Phrase {
        switch measure {
        case .labels: "no labels, one model"
        case .cost: "\(costOfPretraining), one model"
        case .dataSets: "text as it is, one model"
        }
    }

    private var costOfPretraining: Phrase { Lesson.pretrainingCost.map { "\($0.briefly)" } ?? "" }

    var pretrainingValues: [Phrase] {
        switch measure {
        case .labels:
            let time: Phrase = Lesson.pretrainingTime.map { "\($0)" } ?? ""
            return ["no labels; \(time), once", "no labels"]
        case .cost: return [Lesson.pretrainingCost.map { "\($0)" } ?? "", costOfPretraining]
        case .dataSets:
            return [Lesson.pretrainingText.map { "\($0)" } ?? "", "unlabelled text", "plain text"]
        }
    }

    var promptValues: [Phrase] {
        let atOnce: Phrase = Lesson.promptTime.map { "\($0)" } ?? ""
        switch measure {
        case .labels: return ["no labels; \(atOnce)", "no labels"]
        case .cost: return [Lesson.taskCost.map { "\($0)" } ?? ""]
        case .dataSets: return ["no data set; \(atOnce)", "no data set"]
        }
    }

    // MARK: - Totals

    /// A head and a row for each side: labels, models to keep, time, cost.
    var totalRows: [[Phrase]] {
        let labels = ParadigmsTotals.labels(taskFigures)
        let weeks: Phrase = Lesson.oldTime.map { "\($0) each" } ?? ""
        let months: Phrase = Lesson.pretrainingTime.map { "\($0), once" } ?? ""
        let cost: Phrase = ParadigmsTotals.cost(tasks: taskCount).map { "\($0)" } ?? ""
        let pretraining: Phrase = Lesson.pretrainingCost.map { "\($0), once" } ?? ""
        var rows: [[Phrase]] = [
            ["so far", "labelled examples", "models to keep", "time", "cost"],
            [oldYear, "\(labels)", "\(ParadigmsTotals.count(taskFigures))", weeks, cost],
            ["\(strong: "today")", "none", "one", months, pretraining],
        ]
        if measure == .dataSets, let years = totalForms(taskFigures).first {
            rows[0].insert("data sets", at: 1)
            rows[1].insert("of \(years)", at: 1)
            rows[2].insert("text as it is", at: 1)
            for row in rows.indices { rows[row].remove(at: 4) }
        }
        return rows
    }

    /// The column of the totals that shows the measure.
    var measureColumn: Int {
        switch measure {
        case .labels, .dataSets: 1
        case .cost: 4
        }
    }

    // MARK: - Reading

    func commentary(columns: Int) -> [[Phrase]] {
        [
            chosenInWords(columns: columns), [analogy(columns: columns)], [chosenCaution], [worthItsCost],
            [labelsCaution], [fewLabels],
            [withoutLabels],
        ].filter { !$0.allSatisfy(\.isEmpty) }
    }

    /// The chosen row: the first piece fits on the narrowest screen.
    private func chosenInWords(columns: Int) -> [Phrase] {
        if let item = chosenEvidence {
            let before: Phrase = "\(item.before.withoutUnit)"
            let after: Phrase = "\(item.after.withoutUnit)"
            let scores: Phrase =
                if !item.isSameNetwork {
                    "systems before \(before), now \(after)"
                } else if columns < 70 {
                    "\(before) without, \(after) with"
                } else {
                    "from scratch \(before), pretrained \(after)"
                }
            return ["\(item.name): \(scores)", item.metric, item.condition]
        }
        guard ParadigmsTask.all.indices.contains(chosenTask) else { return [] }
        let task = ParadigmsTask.all[chosenTask]
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

    private var chosenCaution: Phrase {
        guard let item = chosenEvidence else { return "" }
        return item.caution
    }

    /// Pretraining is never the cheaper of the two up to twenty tasks; it pays because it is shared.
    var worthItsCost: Phrase {
        guard let models = ParadigmsTotals.cost(tasks: taskCount), let once = Lesson.pretrainingCost,
            let users = Lesson.users, let next = Lesson.taskCost
        else { return "" }
        return
            "By the lesson’s prices these models cost \(models), one pretraining \(once): for so few tasks it hardly pays. Sharing it with \(users) does; then the cost of one task more \(next)."
    }

    var labelsCaution: Phrase {
        guard let years = ParadigmsTotals.years(ParadigmsTask.all.map(\.labels)) else { return "" }
        return
            "The data sets are of \(name: years.first.subject.year, of: years.first) to \(name: years.last.subject.year, of: years.last). A sentence, a pair of sentences and a whole document each count as one label, so the rows are not equal work, and not every label was made by a person for pay."
    }

    /// What is learned from text alone.
    var withoutLabels: Phrase {
        "What pretraining gives without one label: grammar, facts, reasoning, common sense, from guessing the next token of text."
    }

    /// How few labels fine-tuning needs, with its conditions.
    var fewLabels: Phrase {
        let figures = ParadigmsEvidence.fewLabels
        guard figures.count == 3, let labels = figures[0].subject.labelledExamples else { return "" }
        let hundred = figures[0]
        return
            "Few labels: after pretraining \(name: "ULMFiT", of: hundred) does with \(name: Number.grouped(labels), of: hundred) labelled examples as well as from scratch with \(figures[0]) times as many on film reviews and \(figures[1]) times on news; \(figures[2]) times only where unlabelled text of the task is read too."
    }

    // MARK: - Provenance

    var provenance: [Phrase] {
        let source =
            chosenEvidence?.after.source ?? (tasks.last == nil ? nil : ParadigmsTask.all[chosenTask].labels.source)
        return (source.map { ["\($0)"] } ?? []) + [.legend(of: [.lesson, .published, .computed])]
    }
}

extension ParadigmsEvidence {
    /// Both scores with what they count, the longest form first; the second bears the letter of their kind for both.
    var values: [Phrase] {
        let pair: Phrase = "\(Phrase("\(before.withoutUnit)").withoutLetters) → \(after.withoutUnit)"
        let verdict: Phrase = abs(gain) < ParadigmsEvidence.smallestGain ? "no gain" : gain < 0 ? "a loss" : ""
        let forms: [Phrase] = verdict.isEmpty ? [] : [pair + " " + metric + ": " + verdict, pair + " " + verdict]
        return forms + [pair + " " + metric, pair]
    }
}
