import Cells
import Evidence

extension AdaptationExhibit {
    // MARK: - Headline

    /// What so many labels bring, beside the prompt that takes none.
    var clinicHeadline: Phrase {
        guard clinic.isKnown else {
            return clinic.failure.map { "The record of the clinic cannot be read: \($0)." }
                ?? "One moment: the record of the little world's clinic is being read."
        }
        let notes: Phrase = "\(slider: .grouped(slider.value)) labelled notes"
        guard let tuned = clinic.reading(.pretrained, at: slider.value).text else {
            return "No model was fine-tuned on \(notes) for the record."
        }
        // Asked for the same, the illness, whose names it has not read.
        guard let prompt = clinic.score(.newWords), let guessing = clinic.guessing else {
            return "\(notes) fine-tune the model to \(tuned) of illnesses right."
        }
        return
            "\(slider: .grouped(slider.value)) labels let fine-tuning name \(tuned) of illnesses; a prompt with none \(prompt) (guessing \(guessing))."
    }

    /// How a score stands to another one.
    enum Standing: Sendable {
        case below, level, above

        var words: String {
            switch self {
            case .below: "short of"
            case .level: "level with"
            case .above: "past"
            }
        }
    }

    // MARK: - Commentary

    var clinicLines: [[Phrase]] {
        guard clinic.isKnown else { return [] }
        return [knobPieces, forgettingPieces, retrievalPieces, [path.meaning], [labelsNote], [promptNote]]
            .filter { !$0.isEmpty }
    }

    /// What holds at the knob, in words.
    private var knobPieces: [Phrase] {
        let notes: Phrase = "\(slider: .grouped(slider.value)) labels"
        var pieces: [Phrase] = []
        let reading = clinic.reading(.pretrained, at: slider.value)
        if let tuned = reading.text {
            let error: Phrase = reading.figure?.deviation.map { " ±\($0)" } ?? ""
            pieces.append("\(notes): \(tuned)\(error) fine-tuned")
        }
        if let remedy = clinic.score(.known) {
            pieces.append("a prompt for the remedy, in words that it read: \(remedy)")
        }
        if let random = clinic.reading(.random, at: slider.value).text {
            pieces.append("\(random) from scratch (from random weights)")
        }
        if let guessing = clinic.guessing { pieces.append("guessing gets \(guessing)") }
        return pieces
    }

    /// What the model can no more after it was fine-tuned.
    private var forgettingPieces: [Phrase] {
        guard let translation = clinic.change(of: "translation", by: "diagnosis") else { return [] }
        var pieces: [Phrase] = [
            "Forgotten after \(name: clinic.labels(of: "diagnosis")) labels: translation \(translation.before) → \(translation.after)"
        ]
        if let facts = clinic.change(of: "fact", by: "allTasks") {
            pieces.append("after three tasks: facts \(facts.before) → \(facts.after)")
        }
        if let mixed = clinic.change(of: "translation", by: "diagnosisMixed") {
            pieces.append("translation with some old text mixed in: \(mixed.after)")
        }
        return pieces
    }

    /// What a looked-up sentence does, for somebody of whom nothing was read, against what was read, and in company.
    private var retrievalPieces: [Phrase] {
        guard let with = clinic.reading("fresh", hasBook: true)?.accuracy,
            let without = clinic.reading("fresh", hasBook: false)?.accuracy
        else { return [] }
        var pieces: [Phrase] = ["With a looked-up sentence \(with) of questions right, \(without) without"]
        if let stale = clinic.reading("stale", hasBook: true)?.accuracy {
            pieces.append("where they differ, it follows the sentence, not its reading, in \(stale)")
        }
        if let crowd = clinic.reading("distracted", hasBook: true)?.accuracy {
            pieces.append("with a second sentence, about another person, \(crowd)")
        }
        return pieces
    }

    /// What counts as a label.
    private var labelsNote: Phrase {
        guard let fewest = clinic.accuracies(.pretrained).first?.mean else { return "" }
        return
            "All labels are counted, also those that only choose when to stop: most of \(name: fewest.exactPlace(along: .labelledExamples))."
    }

    /// In what sense a prompt is right.
    private var promptNote: Phrase {
        guard let new = clinic.prompt(.newWords) else { return "" }
        return
            "A prompt is right where the right answer is the likeliest of the eight. Among all words it is the likeliest in \(new.accuracy) for the illness, in \(clinic.score(.known).map { "\($0)" } ?? "") for the remedy."
    }

    // MARK: - Provenance

    var clinicProvenance: [Phrase] {
        guard let figure = clinic.accuracies(.pretrained).last?.mean else { return [] }
        let weights: Phrase = "\(name: figure.exactPlace(along: .parameters)) parameters"
        let read = figure.place(along: .tokensSeen).map { words -> Phrase in
            "\(name: figure.subject.model, of: figure) read \(name: words) words"
        }
        return [
            "\(figure.source)", "░ other draws of the labels", read, .legendOfComputed, weights,
            Phrase("━ fine-tuned ╌ from scratch").inked(AdaptationPath.fineTune.ink),
        ].compactMap { $0 }
    }

    // MARK: - Zoom

    var clinicDetail: Detail {
        Detail(
            title: "\(strong: path.name): \(words: path.motto)",
            about: clinic.isKnown ? [path.meaning, clinicNote] : [path.meaning],
            plot: clinic.isKnown ? clinicPlot(hasNames: true) : nil,
            tables: [exampleTable] + clinicTables + [traitTable])
    }

    /// What the plot says about the chosen path.
    private var clinicNote: Phrase {
        switch path {
        case .fineTune:
            "Fine-tuned, the model that has read is ahead of the same one from random weights when labels are few; with many the curves come together."
        case .prompt:
            "The level lines are prompts, which take no label: what the model read decides how well they do. In words that it read it names the remedy; the names of the illnesses it has not read, and there it does no better than guessing."
        case .rag:
            "Diagnoses were not looked up: the record looks up where people live and what they eat. What is right is what the sentence says."
        }
    }

    private var exampleTable: Table {
        Table(
            heading: "One example by \(words: path.activity), as it is recorded", columns: ["", ""],
            rows: ExampleStep.allCases.map { step in
                ["\(strong: step.name)", example.wordings(step).first ?? "—"]
            })
    }

    private var clinicTables: [Table] {
        [transferTable, promptTable, readingTable, forgettingTable].filter { !$0.rows.isEmpty }
    }

    private var transferTable: Table {
        Table(
            heading: "Right by labelled notes, three narrow tasks",
            columns: ["task", "labels", "from scratch", "fine-tuned", "±", "best possible", "guessing"],
            rows: (clinic.transfer.value?.tasks ?? []).flatMap { task in
                zip(task.random, task.pretrained).map { random, pretrained in
                    [
                        "\(name: task.name, of: pretrained.mean)",
                        "\(name: pretrained.mean.exactPlace(along: .labelledExamples))", "\(random.mean)",
                        "\(pretrained.mean)", "\(pretrained.mean.deviation)", "\(task.best)", "\(task.chance)",
                    ]
                }
            })
    }

    private var promptTable: Table {
        Table(
            heading: "The same notes by prompt, no weight changed",
            columns: ["asked", "examples", "right of eight", "±", "right of all words"],
            rows: (clinic.scores.value?.prompts ?? []).map { prompt in
                [
                    "\(name: prompt.name, of: prompt.accuracy)",
                    "\(name: prompt.accuracy.subject.shots, of: prompt.accuracy)", "\(prompt.choiceAccuracy)",
                    "\(prompt.choiceAccuracy.deviation)", "\(prompt.accuracy)",
                ]
            })
    }

    private var readingTable: Table {
        Table(
            heading: "Questions about people, with a looked-up sentence and without",
            columns: ["about", "sentence", "as it says", "the other"],
            rows: (clinic.scores.value?.readings ?? []).map { reading in
                [
                    "\(name: reading.accuracy.subject.plain, of: reading.accuracy)",
                    reading.hasBook ? "with" : "without",
                    "\(reading.accuracy)", reading.other.map { "\($0)" } ?? "—",
                ]
            })
    }

    private var forgettingTable: Table {
        let teachings = clinic.forgetting.value?.teachings ?? []
        return Table(
            heading: "What it can still do after it was fine-tuned",
            columns: ["ability", "before"] + teachings.map { Phrase(words: $0.name) },
            rows: (clinic.forgetting.value?.before ?? []).map { before in
                [Phrase(words: AbilityWords(before.ability, metric: "").name), "\(before.sharp)"]
                    + teachings.map { teaching in
                        teaching.abilities.first { $0.ability.id == before.ability.id }.map { "\($0.sharp)" } ?? "—"
                    }
            })
    }

    /// What is taught of the chosen path, in full.
    var traitTable: Table {
        Table(
            heading: "What courses teach of \(words: path.activity)", columns: [""],
            rows: PathTrait.allCases.map { ["\(strong: $0.name): \($0.full(path))"] })
    }
}

extension Phrase {
    /// What stands between two measured places, for the line that says where a picture comes from.
    static var legendOfComputed: Phrase { Phrase("≈ computed").inked(.slate) }
}
