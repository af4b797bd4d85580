import Cells
import Evidence

extension ParadigmsExhibit {
    var miniature: Miniature {
        switch view {
        case .labels: miniatureOfLabels
        case .cost: miniatureOfCost
        case .worth: miniatureOfWorth
        case .race: miniatureOfRace
        case .forgetting: miniatureOfForgetting
        }
    }

    private var ground: Miniature.Ground? {
        withSlider.map { Miniature.Ground(axis: $0.axis, along: .labelledExamples, slider: $0.slider) }
    }

    /// Each task's labels as a root of its model, and the one model that needs none of them.
    private var miniatureOfLabels: Miniature {
        let one = Miniature.Row(
            names: ["one model for all", "one for all"], mark: .words(Phrase(words: "■", ink: .violet)),
            values: ["no labels at all", "no labels"])
        let roots = ParadigmsTask.all.prefix(taskCount).map { task in
            Miniature.Row(
                [Phrase(words: task.name)], LabelScale.fraction(of: task.labels.value), .rose,
                ["\(task.labels) \(words: task.labels.subject.unitName)", "\(task.labels)"])
        }
        return Miniature(
            roots + [one], main: chosenTask, ground: ground,
            captions: ["labelled examples of each task, on a log scale", "labels of each task, log scale"])
    }

    private var miniatureOfCost: Miniature {
        guard let cost else { return Miniature([]) }
        func row(_ names: [Phrase], _ figure: Figure, _ ink: Ink) -> Miniature.Row {
            let ends = [figure.low ?? figure.value, figure.high ?? figure.value].map {
                min(1, max(0, ParadigmsCost.money.fraction(of: $0)))
            }
            return Miniature.Row(
                names: names, mark: .bar(min(ends[0], ends[1])...max(ends[0], ends[1]), ink),
                values: ["\(figure)", "\(figure.dashed)"])
        }
        return Miniature(
            [row(["models"], cost.models, .rose), row(["one pretraining", "pretraining"], cost.pretraining, .violet)],
            ground: ground, captions: ["what courses say they cost, on a log scale", "taught costs, log scale"])
    }

    private var miniatureOfWorth: Miniature {
        guard let item = chosenEvidence else { return Miniature([]) }
        let range = item.kind.range
        func row(_ names: [Phrase], _ figure: Figure) -> Miniature.Row {
            Miniature.Row(
                names, (figure.value - range.lowerBound) / (range.upperBound - range.lowerBound), figure.kind.ink,
                ["\(figure)", "\(figure.withoutUnit)"])
        }
        return Miniature(
            [row([item.isSameNetwork ? "from scratch" : "before"], item.before), row(["pretrained"], item.after)],
            main: 1, captions: item.names.map { "\(name: $0, of: item.after)" })
    }

    /// Both runners at each task: what runs or ran here before the record.
    private var miniatureOfRace: Miniature {
        let rows = raceResults.flatMap { result in
            RaceStart.allCases.map { start -> Miniature.Row in
                let figure = shownLive?.accuracy(result.task, start) ?? result.accuracy(start)?.mean
                let names = result.task.names.map { Phrase(words: $0) }
                return Miniature.Row(
                    start == .random ? names : start.names.suffix(1).map { Phrase(words: "") + $0 }, figure?.value ?? 0,
                    start == .random ? Figure.Kind.measured.ink.dim : Figure.Kind.measured.ink,
                    [figure.map { "\($0)" } ?? "no run"])
            }
        }
        return Miniature(
            rows, main: (raceResults.firstIndex { $0.task == chosenRaceTask } ?? 0) * 2 + 1, ground: ground,
            captions: ["right answers: from scratch, and pretrained", "from scratch, and pretrained"])
    }

    private var miniatureOfForgetting: Miniature {
        let changes = forgetfulness?.changes ?? []
        return Miniature(
            changes.map { change in
                Miniature.Row(
                    change.names.map { Phrase(words: $0) }, change.after.value, Figure.Kind.measured.ink,
                    ["\(change.before) → \(change.after)", "\(change.after)"])
            }, main: chosenRow, captions: ["right answers before and after fine-tuning", "before and after"])
    }
}
