import Evidence

/// An examination that two or three of the paths were measured in.
enum AdaptationCase: Int, CaseIterable, Sendable {
    case medqa, medqaFiveOptions, pubmedqa, medmcqa, mmluMedicine, bioasq, mirageAverage
    case naturalQuestions, webQuestions, triviaQA

    /// A published result: one figure, or the first and the last of what one model reached by better prompts.
    struct Row: Sendable {
        var path: AdaptationPath
        var figures: [Figure]
        /// How it was done, in few words.
        var how: String
        var exam: String

        /// Where the row stands on the axis of scores.
        var score: Double { figures.first?.value ?? 0 }

        func isAt(_ score: Double) -> Bool { figures.contains { $0.value.isSame(as: score) } }

        /// The model's name without what stands in brackets after it; of one that has the path's own name, whose it is.
        var model: String {
            let full = figures.first?.subject.model ?? ""
            if path == .rag, full.hasPrefix(path.name + " ("), full.hasSuffix(")") {
                return String(full.dropFirst(path.name.count + 2).dropLast())
            }
            return full.firstRange(of: " (").map { String(full[..<$0.lowerBound]) } ?? full
        }
    }

    var isMedical: Bool { rawValue < AdaptationCase.naturalQuestions.rawValue }

    static let medical = allCases.filter(\.isMedical)
    static let openQuestions = allCases.filter { !$0.isMedical }

    /// The exam in a line, digits spelled out.
    var name: String {
        switch self {
        case .medqa: "MedQA, exam of four options"
        case .medqaFiveOptions: "MedQA, exam of five options"
        case .pubmedqa: "PubMedQA*, abstracts taken away"
        case .medmcqa: "MedMCQA, entrance exam"
        case .mmluMedicine: "MMLU-Med, exam of four options"
        case .bioasq: "BioASQ, yes or no"
        case .mirageAverage: "MIRAGE, average of five exams"
        case .naturalQuestions: "NaturalQuestions, no text given"
        case .webQuestions: "WebQuestions, no text given"
        case .triviaQA: "TriviaQA, no text given"
        }
    }

    /// Where a score stands, in plain words, after "on".
    var plain: String {
        switch self {
        case .medqa: "a doctors' exam"
        case .medqaFiveOptions: "a doctors' exam of five options"
        case .pubmedqa: "questions about papers"
        case .medmcqa: "an entrance exam for doctors"
        case .mmluMedicine: "the medical part of a broad exam"
        case .bioasq: "biologists' questions"
        case .mirageAverage: "five medical question sets"
        case .naturalQuestions: "search questions"
        case .webQuestions: "short questions"
        case .triviaQA: "quiz questions"
        }
    }

    /// What is asked, in a sentence.
    var question: Phrase {
        switch self {
        case .medqa, .medqaFiveOptions:
            "MedQA: questions of the licensing exam for doctors in the United States, with the answers to choose from."
        case .pubmedqa:
            "PubMedQA*: yes, no or maybe to the question of a medical paper whose abstract is taken away, so that only a search can bring it back."
        case .medmcqa: "MedMCQA: questions of entrance exams for medical schools in India, four answers each."
        case .mmluMedicine: "MMLU-Med: the medical subjects of a broad exam, four answers each."
        case .bioasq: "BioASQ: yes-or-no questions of biologists, answered in the literature."
        case .mirageAverage:
            "MIRAGE, a benchmark of RAG: the average of five medical question sets, each by prompt and by RAG."
        case .naturalQuestions: "NaturalQuestions: what people asked a search engine; no text is given with it."
        case .webQuestions: "WebQuestions: short questions about things and people; no text is given."
        case .triviaQA: "TriviaQA: quiz questions; no text is given."
        }
    }

    /// What guessing blindly gets, as it follows from how many answers there are to choose from; empty where the answer is
    /// the model's own.
    var guessing: String {
        switch self {
        case .medqa, .medmcqa, .mmluMedicine: "a quarter"
        case .medqaFiveOptions: "a fifth"
        case .pubmedqa: "a third"
        case .bioasq: "half"
        case .mirageAverage: "a quarter to half, by set"
        case .naturalQuestions, .webQuestions, .triviaQA: ""
        }
    }

    /// Whether a score stands so near to guessing that the headline says what that gets.
    var isNearGuessing: Bool { self == .pubmedqa || self == .bioasq }

    var rows: [Row] { AdaptationCase.table[self] ?? [] }

    func rows(_ path: AdaptationPath) -> [Row] { rows.filter { $0.path == path } }

    /// The accuracy of a path that is taught, for medical diagnosis.
    static func taught(_ path: AdaptationPath) -> Figure? {
        Archive.lesson.series("l7/\(path.slug)/accuracy")?.figures.first
    }

    // MARK: - Axis

    /// Whole tens around every score, and of medicine around what is taught.
    var range: ClosedRange<Double> {
        let taught = isMedical ? AdaptationPath.allCases.compactMap(AdaptationCase.taught) : []
        let values = rows.flatMap(\.figures).map(\.value) + taught.flatMap { [$0.low, $0.high].compactMap { $0 } }
        let low = ((values.min() ?? 0) / AdaptationCase.tick).rounded(.down) * AdaptationCase.tick
        let high = ((values.max() ?? 100) / AdaptationCase.tick).rounded(.up) * AdaptationCase.tick
        return low...max(low + AdaptationCase.tick, high)
    }

    private static let tick = 10.0

    /// The knob goes from score to score.
    var axis: SliderAxis {
        let range = range
        let scores = Set(rows.flatMap(\.figures).map(\.value)).sorted()
        let ticks = stride(from: range.lowerBound, through: range.upperBound, by: AdaptationCase.tick)
        return SliderAxis(
            name: "right answers", scale: .linear(range), positions: scores, stops: scores,
            ticks: ticks.map { ($0, .value($0, .percent)) }, text: SliderText.short)
    }

    private static let table: [AdaptationCase: [Row]] = Dictionary(
        uniqueKeysWithValues: allCases.map { ($0, $0.build()) })

    private func build() -> [Row] {
        switch self {
        case .medqa:
            [
                row(
                    .fineTune, "medqa-4-option/openlifescience", "OpenBioLLM", "medically fine-tuned",
                    "of Llama 3 70B"),
                row(
                    .fineTune, "medqa-4-option/meditron-t6", "Meditron 70B", AdaptationCase.voting,
                    AdaptationCase.voters),
                row(
                    .fineTune, "medqa-4-option/meditron-t6", "Llama 2 70B", AdaptationCase.voting, AdaptationCase.voters
                ),
                row(
                    .fineTune, "medqa-4-option/openlifescience", "Med-PaLM 2", "medically fine-tuned; best", "its best"),
                row(.prompt, "medqa-us/medrag", "Llama 3 70B", "prompt", "reasons first"),
                range(
                    .prompt, "medqa/medprompt-fig1", "GPT-4", ("prompt; zero-shot", "Medprompt"),
                    "first prompt to best prompt"),
                row(.prompt, "medqa-4-option/meditron-t5", "Llama 2 70B", "prompt", "with examples"),
                row(.prompt, "medqa-us/medrag", "GPT-4", "prompt", "reasons first"),
                row(.rag, "medqa-us/medrag", "Llama 3 70B", "RAG", "MedRAG"),
                row(.rag, "medqa-us/medrag", "GPT-4", "RAG", "MedRAG"),
            ].compactMap { $0 }
        case .medqaFiveOptions:
            [
                row(
                    .fineTune, "medqa-5-option/meditron-t6", "Meditron 70B", AdaptationCase.voting,
                    AdaptationCase.voters),
                row(
                    .fineTune, "medqa-5-option/meditron-t6", "Llama 2 70B", AdaptationCase.voting, AdaptationCase.voters
                ),
                row(.prompt, "medqa-5-option/meditron-t5", "Meditron 70B", "prompt", "with examples"),
                row(.prompt, "medqa-5-option/meditron-t5", "Llama 2 70B", "prompt", "with examples"),
            ].compactMap { $0 }
        case .medmcqa:
            [
                row(.fineTune, "medmcqa/openlifescience", "OpenBioLLM", "medically fine-tuned", "of Llama 3 70B"),
                row(.fineTune, "medmcqa/meditron-t6", "Meditron 70B", AdaptationCase.voting, AdaptationCase.voters),
            ].compactMap { $0 } + mirage("medmcqa")
        case .pubmedqa: mirage("pubmedqa-no-context-given")
        case .mmluMedicine: mirage("mmlu-med")
        case .bioasq: mirage("bioasq-y-n")
        case .mirageAverage: mirage("mirage-average")
        case .naturalQuestions: open("naturalquestions")
        case .webQuestions: open("webquestions")
        case .triviaQA: open("triviaqa")
        }
    }

    /// What their rows say.
    static let voters = "voting"
    /// What was looked up was learned from too.
    static let tunedToo = "fine-tuned too"
    /// Fine-tuned, and the answer that most of several tries agree on.
    private static let voting = "fine-tuned on the task +"

    private func mirage(_ slug: String) -> [Row] {
        ["Llama 3 70B", "GPT-4"].flatMap { model in
            [
                row(.prompt, "\(slug)/medrag", model, "prompt", "reasons first"),
                row(.rag, "\(slug)/medrag", model, "RAG", "MedRAG"),
            ].compactMap { $0 }
        }
    }

    private func open(_ slug: String) -> [Row] {
        [
            row(.fineTune, slug, "T5-11B+SSM", "fine-tuned", "from memory"),
            row(.fineTune, slug, "T5-11B", "fine-tuned", "from memory"),
            range(.prompt, slug, "GPT-3 175B", ("prompt; zero-shot", "prompt; 64"), "more examples"),
            row(.rag, slug, "RAG", "RAG", AdaptationCase.tunedToo),
        ].compactMap { $0 }
    }

    private func row(
        _ path: AdaptationPath, _ id: String, _ model: String, _ method: String, _ how: String
    ) -> Row? {
        guard let figure = figure(id, model, method) else { return nil }
        return Row(path: path, figures: [figure], how: how, exam: AdaptationCase.exam(figure))
    }

    private func range(
        _ path: AdaptationPath, _ id: String, _ model: String, _ methods: (String, String), _ how: String
    ) -> Row? {
        guard let first = figure(id, model, methods.0), let last = figure(id, model, methods.1) else { return nil }
        return Row(path: path, figures: [first, last], how: how, exam: AdaptationCase.exam(first))
    }

    private func figure(_ id: String, _ model: String, _ method: String) -> Figure? {
        let fitting = (Archive.transfer.series((isMedical ? "medical/" : "openqa/") + id)?.figures ?? []).filter {
            $0.subject.model.hasPrefix(model) && $0.subject.method.hasPrefix(method)
        }
        return fitting.first { $0.subject.model == model } ?? fitting.first
    }

    /// The exam's name, with the number of its options where the name leaves it out.
    private static func exam(_ figure: Figure) -> String {
        figure.subject.note == "four options" ? figure.subject.task + " of four options" : figure.subject.task
    }
}
