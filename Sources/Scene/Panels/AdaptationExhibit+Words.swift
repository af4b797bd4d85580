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
        let scores: Phrase =
            "\(model) gets \(way)\(first.text) by a pattern, \(second.text) by a new head"
        if case .beyond = pattern {
            return
                "Nobody here fine-tuned on more than \(examples(figure)) labels of \(name: figure.subject.task, of: figure). With those \(scores)."
        }
        return
            "Fine-tuned on \(slider: Number.grouped(slider.value)) labels of \(name: figure.subject.task, of: figure), \(scores)\(ending)."
    }

    private func spoken(_ reading: Reading) -> (text: Phrase, figure: Figure)? {
        switch reading {
        case .exact(let figure), .before(let figure), .beyond(let figure): ("\(figure)", figure)
        case .between(let figure): ("\(figure, as: "≈" + figure.text)", figure)
        case .none: nil
        }
    }

    private func examples(_ figure: Figure) -> Phrase {
        "\(name: Number.grouped(figure.subject.labelledExamples ?? 0), of: figure)"
    }

    /// Where the two ways meet, computed from what was measured.
    private var ending: Phrase {
        switch pattern.ending(against: head) {
        case .level(let from): "; they meet by \(from, as: Number.grouped(from.value))"
        case .above: "; they never meet"
        case .below(let from): "; from \(from, as: Number.grouped(from.value)) on the head leads"
        case .none: ""
        }
    }

    private var knobLine: [Phrase] {
        let seeds = pattern.reading(at: slider.value).figure ?? pattern.main?.figures.first
        var pieces: [Phrase] = []
        if let lead = LearningFigures.lead(pattern.reading(at: slider.value), head.reading(at: slider.value)) {
            let ahead: Phrase = lead.value >= 0 ? "the pattern is ahead by" : "the new head is ahead by"
            let size = Number.fixed(abs(lead.value), decimals: 1) + " points"
            pieces.append("\(slider: Number.grouped(slider.value)) labels: \(ahead) \(lead, as: size)")
        } else {
            pieces.append("\(slider: Number.grouped(slider.value)) labels: no pair of equal seeds to compare")
        }
        if let worth = task.worth {
            pieces.append("on average it is worth \(worth) ±\(worth, as: deviation(worth)) labels")
        }
        pieces.append("weights move in both")
        if let seeds { pieces.append("\(name: LearningFigures.seedsText(seeds), of: seeds)") }
        return pieces
    }

    func deviation(_ figure: Figure) -> String { Number.grouped(figure.subject.standardError ?? 0) }

    /// The model whose weights move in both curves.
    private var model: Phrase { pattern.main?.figures.first.map { "\(name: $0.subject.model, of: $0)" } ?? "" }

    /// The prompt beside the fine-tuned curve: another model, another path, the same task and metric.
    private var promptLine: [Phrase] {
        guard let figure = task.prompted else {
            return ["no prompt and no RAG published here for this task", "\(key: "]") a task with a prompt"]
        }
        let said: Phrase =
            "prompt: \(name: "\(figure.subject.model), \(figure.subject.shots) examples", of: figure), no weight moved: \(figure)"
        guard let place = pattern.overtakes(figure) else {
            return [said, "\(model) by a pattern does not stay above"]
        }
        return [said, "\(model) by a pattern is above from \(place, as: Number.grouped(place.value)) labels"]
    }

    private var caution: Phrase? {
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
            return labels <= slider.value * (1 + 1e-9)
        }
        if let row = reached.first, let figure = row.figures.first, let labels = row.labels,
            let claim = AdaptationCase.lesson(.fineTune)
        {
            return
                "Fine-tuned on \(name: Number.grouped(labels), of: figure) labels \(name: row.model, of: figure) has \(figure) on \(name: row.exam, of: figure); the lesson says \(claim) for diagnosis."
        }
        let prompts = shownCase.rows(.prompt)
        guard let row = prompts.first(where: { $0.figures.count > 1 }) ?? prompts.first, let figure = row.figures.first,
            let claim = AdaptationCase.lesson(.prompt)
        else { return "Nobody published a prompt for this exam." }
        let value = Phrase.joined(row.figures.map { "\($0)" }, by: " to ")
        return
            "Without one label \(name: row.model, of: figure) has \(value) on \(name: row.exam, of: figure) by prompting; the lesson says \(claim) for diagnosis."
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
    private var retrievalLine: Phrase {
        let pair = { (exam: AdaptationCase) -> (plain: Figure, rag: Figure)? in
            guard let plain = exam.rows(.prompt).first(where: { $0.model == "Llama 3 70B" })?.figures.first,
                let rag = exam.rows(.rag).first(where: { $0.model == "Llama 3 70B" })?.figures.first
            else { return nil }
            return (plain, rag)
        }
        guard let exam = pair(.medqa), let paper = pair(.pubmedqa) else { return "" }
        return
            "RAG helps where the answer lies in a document: \(name: "Llama 3 70B", of: exam.plain) goes from \(paper.plain) to \(paper.rag) on \(name: paper.rag.subject.task, of: paper.rag), but from \(exam.plain) to \(exam.rag) on \(name: exam.rag.subject.task, of: exam.rag)."
    }

    /// What the lesson says that the chosen path takes in the medical case.
    var medicalTerms: Phrase {
        let slug = path == .fineTune ? "finetune" : path == .prompt ? "prompt" : "rag"
        let figure = { (name: String) in Archive.lesson.series("l7/\(slug)/\(name)")?.figures.first }
        let pieces: [Phrase] = [
            figure("examples").map { "data \($0)" }, figure("cost").map { "cost \($0)" },
            figure("time").map { "time \($0)" },
        ].compactMap { $0 }
        let source = Source.named("lesson-L7")
        let opinion: Phrase =
            switch path {
            case .fineTune:
                "\("for it the highest accuracy on a narrow task; against it labelled medical data and compliance", of: source)"
            case .prompt:
                "\("for it that it is deployed at once; against it uneven quality and no current protocols", of: source)"
            case .rag:
                "\("for it that it is always current and cites sources; against it that it needs the vector database", of: source)"
            }
        return "The lesson on \(words: path.name): " + (Phrase.joined(pieces, by: ", ") + "; " + opinion).inked(.amber)
    }

    // MARK: - Reading

    var reading: [[Phrase]] {
        switch dataSet {
        case .curves:
            [knobLine, promptLine] + (caution.map { [[$0]] } ?? []) + [[stepLine], [noFrench], [noRetrieval]]
        case .medicine: [[retrievalLine], [medicalTerms], [shownCase.question]]
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
            let source: [Phrase] = pattern.main.map { ["\("\($0.source.authors) \($0.source.year)", of: $0.source)"] } ?? []
            return source + [.legend(of: [.lesson, .published, .computed])]
        case .medicine, .openQuestions:
            var sources: [Source] = []
            for figure in shownCase.rows.flatMap(\.figures) where !sources.contains(figure.source) {
                sources.append(figure.source)
            }
            let first: [Phrase] = sources.prefix(1).map { source in "\(source)" }
            let more: [Phrase] = sources.count > 1 ? ["more sources: \(key: "s")"] : []
            return first + more + [.legend(of: [.lesson, .published])]
        }
    }
}
