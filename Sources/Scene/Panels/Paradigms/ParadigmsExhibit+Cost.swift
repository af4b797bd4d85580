import Cells
import Evidence

/// What the prices that courses give say, in words: models of one task each against one pretraining.
extension ParadigmsExhibit {
    var cost: ParadigmsCost? { ParadigmsCost(models: modelCount) }

    var headlineOfCost: Phrase {
        guard let cost else { return "No price of a model is known here." }
        let count: Phrase = "\(slider: .grouped(modelCount))"
        guard modelCount > 1 else {
            return
                "Courses price a model for one task at \(cost.oneModel), one pretraining at \(cost.pretraining)."
        }
        let models: Phrase = "Courses price \(count) models at \(cost.models)"
        return switch cost.verdict {
        case .models: "\(models): less than one pretraining, \(cost.pretraining)."
        case .even: "\(models): at most as much as the cheapest pretraining, \(cost.pretraining.lowEnd)."
        case .either: "\(models), pretraining at \(cost.pretraining): either can be cheaper."
        case .pretraining: "\(models): more than a pretraining of up to \(cost.pretraining.highEnd)."
        }
    }

    var linesOfCost: [[Phrase]] {
        guard let cost else { return [] }
        return [[whereItPays(cost)], [twenty], [oneMore(cost)], [shared], [formula(cost)], [published]]
    }

    /// Prices are ranges, so what divides the two is a range too.
    private func whereItPays(_ cost: ParadigmsCost) -> Phrase {
        "Below \(cost.fewest) models, models are cheaper; above \(cost.most), a pretraining of up to \(cost.pretraining.highEnd); between, either."
    }

    /// Where the tasks of this panel stand.
    private var twenty: Phrase {
        let all = ParadigmsTask.all.map(\.labels)
        guard let cost = ParadigmsCost(models: Double(all.count)), cost.verdict == .even else { return "" }
        return
            "For the \(ParadigmsTotals.count(all)) tasks of this panel, the dearest models cost as much as the cheapest pretraining, \(cost.pretraining.lowEnd)."
    }

    private func oneMore(_ cost: ParadigmsCost) -> Phrase {
        guard let use = ParadigmsTotals.Lesson.promptCost else { return "" }
        return
            "One more task: a model of its own for \(cost.oneModel), or a prompt, which courses call \(use)."
    }

    /// Who shares one model.
    private var shared: Phrase {
        typealias Lesson = ParadigmsTotals.Lesson
        guard let users = Lesson.users, let tasks = Lesson.tasks, let next = Lesson.taskCost else { return "" }
        return
            "What counts is the number of models: courses say that each company trained its own, that one model now serves \(users) over \(tasks), and that the cost per task \(next)."
    }

    private func formula(_ cost: ParadigmsCost) -> Phrase {
        "\(Formula.breakEven, \.expression): \(cost.pretraining.lowEnd) / \(cost.oneModel.highEnd) = \(cost.fewest), \(cost.pretraining.highEnd) / \(cost.oneModel.lowEnd) = \(cost.most); a pretraining of more than \(cost.pretraining.highEnd) takes more."
    }

    /// What others estimate for pretraining, which is less for most models.
    private var published: Phrase {
        guard let series = Archive.costs.series("costs/usd/epoch-cloud"),
            let first = series.figures.first(where: { $0.subject.model == "GPT-3 175B" }),
            let last = series.figures.first(where: { $0.subject.model == "GPT-4" })
        else { return "" }
        return
            "Estimated by others, the final run alone, rented: \(name: first.subject.model, of: first) \(first), \(name: last.subject.model, of: last) \(last). No published price of a model for one task is known here."
    }

    var provenanceOfCost: [Phrase] {
        (cost.map { ["\($0.oneModel.source)"] } ?? []) + [.legend(of: [.lesson, .computed])]
    }

    func drawCost(on picture: inout Picture, in frame: PanelFrame) {
        guard let cost else { return }
        CostPicture(cost: cost, count: modelCount, knob: frame.axis.column(slider.shown(on: axis)), frame: frame)
            .draw(on: &picture)
    }
}
