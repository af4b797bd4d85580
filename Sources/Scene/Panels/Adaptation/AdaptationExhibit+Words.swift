import Algorithms
import Cells
import Evidence

extension AdaptationExhibit {
    var headline: Phrase { dataSet == .curves ? curvesHeadline : shownCase.isMedical ? medicalHeadline : openHeadline }

    // MARK: - Learning curves

    private var curvesHeadline: Phrase {
        let pattern = pattern.reading(at: slider.value)
        let head = head.reading(at: slider.value)
        guard let first = spoken(pattern), let second = spoken(head) else { return "Nothing was measured here." }
        let figure = first.figure
        let way: Phrase = measure == .best ? "at best " : ""
        let scores: Phrase = "\(first.text) by a pattern, \(second.text) by a new head"
        if case .beyond = pattern {
            return
                "No more than \(examples(figure)) \(words: task.name) labels were tried: \(model) ends \(way)at \(scores)."
        }
        return
            "\(slider: .grouped(slider.value)) \(words: task.name) labels fine-tune \(model) \(way)to \(scores)\(ending)."
    }

    private func spoken(_ reading: Reading) -> (text: Phrase, figure: Figure)? {
        switch reading {
        case .exact(let figure), .before(let figure), .beyond(let figure): ("\(figure)", figure)
        case .between(let figure): ("\(figure.approximately)", figure)
        case .none: nil
        }
    }

    private func examples(_ figure: Figure) -> Phrase { "\(name: figure.exactPlace(along: .labelledExamples))" }

    /// Where the two ways meet, computed from what was measured.
    private var ending: Phrase {
        switch pattern.ending(against: head) {
        case .level(let from): "; level by \(from)"
        case .above:
            pattern.main?.figures(over: .labelledExamples).last.map { "; apart at \(examples($0.figure))" } ?? ""
        case .below(let from): "; the head leads from \(from)"
        case .none: ""
        }
    }

    private var knobLine: [Phrase] {
        let reading = pattern.reading(at: slider.value)
        let seeds = reading.figure ?? pattern.main?.figures.first
        var pieces: [Phrase] = []
        if let lead = LearningFigures.lead(reading, head.reading(at: slider.value)) {
            let ahead: Phrase = lead.value >= 0 ? "the pattern is ahead by" : "the new head is ahead by"
            pieces.append("\(slider: .grouped(slider.value)) labels: \(ahead) \(lead.magnitude)")
        } else if case .beyond(let last) = reading {
            pieces.append("\(slider: .grouped(slider.value)) labels: no run beyond \(examples(last))")
        } else {
            pieces.append("\(slider: .grouped(slider.value)) labels: not the same number of seeds, no difference")
        }
        if let worth = task.worth, let deviation = worth.deviation {
            pieces.append("on average it is worth \(worth) ±\(deviation) labels")
        }
        pieces.append("weights move in both")
        if let seeds { pieces.append("\(name: LearningFigures.seedsText(seeds), of: seeds)") }
        return pieces
    }

    /// The model whose weights move in both curves.
    private var model: Phrase { pattern.main?.figures.first.map { "\(name: $0.subject.model, of: $0)" } ?? "" }

    /// The prompt beside the fine-tuned curve: another model, another path, the same task and metric.
    private var promptLine: [Phrase] {
        guard let figure = task.prompted else {
            return ["no prompt and no RAG published here for this task", "\(key: "]") a task with a prompt"]
        }
        let said: Phrase =
            "prompt, no weight moved: \(name: "\(figure.subject.model), \(figure.subject.shots) examples", of: figure), \(figure)"
        guard let place = pattern.overtakes(figure) else {
            let best = pattern.main?.figures.map(\.value).max() ?? 0
            return [said, best > figure.value ? "a pattern does not stay above" : "a pattern never reaches it"]
        }
        return [said, "a pattern is above from \(place) labels"]
    }

    private var caution: Phrase? { slider.value > 1000 ? failedRuns : nil }

    /// What to beware of in the mean of one task.
    var failedRuns: Phrase? {
        task == .rte && measure == .mean
            ? "Beware: near the end some runs by a pattern failed and pull its mean down; \(key: "m") shows the best seed."
            : nil
    }

    private var stepLine: Phrase {
        "\(words: path.name), \(strong: step.name): \(step.full(path))"
    }

    var noFrench: Phrase {
        Phrase(
            "A prompt teaches no French: \("it directs knowledge that the model already has", of: Source.named("lesson-L3"))."
        ).inked(.amber)
    }

    private var noRetrieval: Phrase {
        "RAG was not published for this task; it has its points in medicine and in open questions: \(key: "d")"
    }

    // MARK: - Cases

    private var medicalHeadline: Phrase {
        let reached = shownCase.rows(.fineTune).filter {
            guard let labels = $0.labels else { return false }
            return slider.value.reaches(labels)
        }
        if let row = reached.first, let figure = row.figures.first,
            let claim = AdaptationCase.lesson(.fineTune)
        {
            return
                "Fine-tuned on \(name: figure.exactPlace(along: .labelledExamples)) labels \(name: row.model, of: figure) has \(figure) on \(name: row.exam, of: figure); the lesson says \(claim) for diagnosis."
        }
        let prompts = shownCase.rows(.prompt)
        guard let row = prompts.first(where: { $0.figures.count > 1 }) ?? prompts.first, let figure = row.figures.first,
            let claim = AdaptationCase.lesson(.prompt)
        else { return "Nobody published a prompt for this exam." }
        let value = Phrase.joined(row.figures.map { "\($0)" }, by: " to ")
        return
            "Prompted, \(name: row.model, of: figure) has \(value) on \(name: row.exam, of: figure); the lesson says \(claim) for diagnosis."
    }

    private var openHeadline: Phrase {
        guard let rag = shownCase.rows(.rag).first?.figures.first,
            let tuned = shownCase.rows(.fineTune).first?.figures.first,
            let prompt = shownCase.rows(.prompt).first?.figures.last
        else { return "Nothing was published here." }
        return
            "\(name: rag.subject.task, of: rag): RAG, which looks things up, has \(rag); \(name: tuned.subject.model, of: tuned) from memory \(tuned); \(name: prompt.subject.model, of: prompt) by prompt \(prompt)."
    }

    /// What looking things up did to one model in two exams.
    private var retrievalLine: [Phrase] {
        let pair = { (exam: AdaptationCase) -> (plain: Figure, rag: Figure)? in
            guard let plain = exam.rows(.prompt).first(where: { $0.model == "Llama 3 70B" })?.figures.first,
                let rag = exam.rows(.rag).first(where: { $0.model == "Llama 3 70B" })?.figures.first
            else { return nil }
            return (plain, rag)
        }
        guard let exam = pair(.medqa), let paper = pair(.pubmedqa) else { return [] }
        return [
            "RAG takes \(name: "Llama 3 70B", of: exam.plain) from \(paper.plain) to \(paper.rag) on \(name: "PubMedQA*", of: paper.rag)",
            "from \(exam.plain) to \(exam.rag) on \(name: exam.rag.subject.task, of: exam.rag)",
            "it helps where the answer lies in a document",
        ]
    }

    /// What the lesson says that the chosen path takes in the medical case, a piece each.
    var medicalTerms: [Phrase] {
        let slug = path == .fineTune ? "finetune" : path == .prompt ? "prompt" : "rag"
        let figure = { (name: String) in Archive.lesson.series("l7/\(slug)/\(name)")?.figures.first }
        let source = Source.named("lesson-L7")
        let opinion: (pro: String, contra: String) =
            switch path {
            case .fineTune: ("highest accuracy on a narrow task", "labelled medical data, compliance")
            case .prompt: ("deployed at once", "uneven quality, no current protocols")
            case .rag: ("always current, cites sources", "needs the vector database")
            }
        let pieces: [Phrase?] = [
            figure("examples").map { "data \($0)" }, figure("cost").map { "cost \($0)" },
            figure("time").map { "time \($0)" }, "for: \(opinion.pro, of: source)",
            "against: \(opinion.contra, of: source)",
        ]
        return pieces.compactMap { $0 }.enumerated().map { index, piece in
            index == 0 ? "lesson, \(words: path.name): " + piece.inked(.amber) : piece.inked(.amber)
        }
    }

    // MARK: - Commentary

    func commentary(columns: Int) -> [[Phrase]] {
        switch dataSet {
        case .curves:
            [knobLine] + (caution.map { [[$0]] } ?? []) + [promptLine, [stepLine], [noFrench], [noRetrieval]]
        case .medicine: [medicalTerms, retrievalLine, [shownCase.question]]
        case .openQuestions:
            [
                [
                    "Where the answer lies in a document, a smaller model that looks it up can beat a larger one that must remember."
                ], [stepLine], [noFrench],
            ]
        }
    }

    // MARK: - Provenance

    var provenance: [Phrase] {
        switch dataSet {
        case .curves:
            let source: [Phrase] =
                pattern.main.map { ["\("\($0.source.authors) \($0.source.year)", of: $0.source)"] } ?? []
            return source + [.legend(of: [.lesson, .published, .computed])]
        case .medicine, .openQuestions:
            // People first: one table has no author but the name of its account.
            let sources = shownCase.rows.flatMap(\.figures).map(\.source).uniqued()
                .sorted { $0.authors.contains(" ") && !$1.authors.contains(" ") }
            let first: [Phrase] = sources.prefix(1).map { source in "\("\(source.authors) \(source.year)", of: source)"
            }
            let more: [Phrase] = sources.count > 1 ? ["more sources: \(key: "s")"] : []
            return first + more + [.legend(of: [.lesson, .published])]
        }
    }
}
