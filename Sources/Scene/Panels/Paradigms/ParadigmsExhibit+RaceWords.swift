import Cells
import Evidence

/// What the race says, in words.
extension ParadigmsExhibit {
    var headlineOfRace: Phrase {
        if let failure = transfer.failure { return "The race that is recorded cannot be shown: \(failure)." }
        if let live = shownLive { return headline(of: live) }
        guard let result = chosenResult else { return "One moment: the race that is recorded is being read." }
        guard let random = result.random, let pretrained = result.pretrained else { return headlineWithoutRun(result) }
        return headline(result.task, random: random.mean, pretrained: pretrained.mean, isAhead: result.isAhead ?? false)
    }

    private func headline(
        _ task: RaceTask, random: Figure, pretrained: Figure, isAhead: Bool
    ) -> Phrase {
        let level = guessing([random, pretrained])
        let end: Phrase = (isAhead || !level.isEmpty ? level : ": no clear lead") + "."
        return ScaleExhibit.fitting(
            ["a pretrained little model", "a pretrained model"].map { model in
                "With \(slider: .grouped(raceLabels)) labels \(words: model) \(words: task.does.before) \(pretrained) \(words: task.does.after), from scratch \(random)\(end)"
            })
    }

    /// What guessing gets, where one of the scores may be no more.
    func guessing(_ figures: [Figure]) -> Phrase {
        guard let near = figures.first(where: RaceResult.isNearGuessing), let chance = near.chance,
            near.subject.chance ?? 0 >= ParadigmsExhibit.leastChance
        else { return "" }
        return "; guessing gets \(name: chance)"
    }

    /// Of what guessing gets less, nothing is luck.
    private static let leastChance = 0.005

    private func headlineWithoutRun(_ result: RaceResult) -> Phrase {
        let places = result.places.compactMap { $0.exactPlace(along: .labelledExamples) }.map {
            "\(name: $0)" as Phrase
        }
        let list = Phrase.joined(Array(places.dropLast()), by: ", ") + " and " + (places.last ?? "")
        return
            "No model was trained to \(words: result.task.doing) with \(slider: .grouped(raceLabels)) labels: the record has \(list)."
    }

    // MARK: - Here and now

    private func headline(of live: LiveRace) -> Phrase {
        let labels: Phrase = "\(slider: .grouped(raceLabels))"
        switch live.state {
        case .failed(let failure): return "The race cannot be run here: \(failure)."
        case .training:
            guard let lane = live.lane else { break }
            let score = live.accuracy(lane.task, lane.start).map { figure -> Phrase in
                ": \(figure) right so far" + guessing([figure])
            }
            return
                "Now \(words: lane.start.words) to \(words: lane.task.doing) from \(labels) labels"
                + (score ?? "")
                + "."
        case .stopped, .finished: break
        }
        guard let random = live.curve(chosenRaceTask, .random)?.test,
            let pretrained = live.curve(chosenRaceTask, .pretrained)?.test
        else {
            return
                "The race with \(labels) labels was stopped before both had learned to \(words: chosenRaceTask.doing)."
        }
        return headline(
            chosenRaceTask, random: random, pretrained: pretrained,
            isAhead: RaceResult.isClear(pretrained, above: random))
    }

    // MARK: - Beneath

    var linesOfRace: [[Phrase]] {
        var lines: [[Phrase]] = []
        if let result = chosenResult {
            lines.append([
                "\(strong: result.task.names[0])\(words: ":") guessing gets \(result.curves.chance)",
                "the best possible \(result.curves.best)",
                "from scratch: from random weights",
                "such as: \(words: result.task.example)",
            ])
        }
        if shownLive?.isAtWork ?? false {
            lines.append(["“So far” counts notes that only choose the best moment; the end counts others."])
        }
        lines.append([summary] + (live == nil ? ["\(key: "t") runs it here"] : []))
        lines.append([lossInWords])
        lines.append([
            "The little world is an invented language of this program, and its models are small: large ones may differ."
        ])
        lines.append([
            "The number of labels includes those used only to choose when to stop. Clearly ahead means by three standard errors, and for every draw of the labels; ├ and ┤ mark the lowest and the highest draw."
        ])
        return lines
    }

    /// In how many tasks the pretrained model is clearly ahead.
    private var summary: Phrase {
        let measured = raceResults.compactMap(\.isAhead)
        guard !measured.isEmpty else { return "" }
        let count = measured.filter { $0 }.count
        let run: Phrase = "run with \(slider: .grouped(raceLabels)) labels"
        let tasks = Self.word(measured.count)
        let place =
            switch count {
            case measured.count: count == 2 ? "both tasks" : "all \(tasks) tasks"
            default: "\(count == 0 ? "none" : Self.word(count)) of the \(tasks) tasks"
            }
        guard measured.count > 1 else {
            return
                "In the record the pretrained model is \(words: count == 1 ? "clearly" : "not clearly") ahead in the only task \(run)"
        }
        return "In the record the pretrained model is clearly ahead in \(words: place) \(run)"
    }

    func verdict(_ result: RaceResult) -> Phrase {
        if let live = shownLive {
            guard let random = live.curve(result.task, .random)?.test,
                let pretrained = live.curve(result.task, .pretrained)?.test
            else { return "" }
            return RaceResult.isClear(pretrained, above: random)
                ? "here: pretrained is clearly ahead" : "here: no clear lead"
        }
        guard let isAhead = result.isAhead else { return "no run with so many labels" }
        return isAhead ? "pretrained is clearly ahead" : "no clear lead"
    }

    var worldProvenance: [Phrase] {
        let model = transfer.value?.tasks.first?.pretrained.first?.mean
        let who: [Phrase] =
            model.map { figure in
                [
                    "\(figure.source)",
                    "\(name: figure.subject.model, of: figure): \(name: Number.grouped(figure.subject.parameters ?? 0), of: figure) parameters, \(name: Number.short(figure.subject.tokensSeen ?? 0), of: figure) words read",
                    "seed \(name: figure.subject.seed, of: figure)",
                ]
            } ?? []
        let faint: [Phrase] = shownLive == nil || view != .race ? [] : ["faint: the record"]
        // While a race runs, its progress stands where else the marks are explained.
        let marks = view == .race && shownLive?.lane != nil ? [raceMarks[raceMarks.count - 1]] : []
        return marks + faint + who + [.legend(of: [.measured, .computed])]
    }
}
