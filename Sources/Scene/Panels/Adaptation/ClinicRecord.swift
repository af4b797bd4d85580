import Cells
import Evidence

/// What the record says of the little world's clinic: how many labels a diagnosis takes, what the same model does when it
/// is only asked, what it forgets when it is taught, and what it answered to the prompts that are shown.
struct ClinicRecord: Equatable, Sendable {
    private(set) var transfer = Inquiry<TransferCurves>()
    private(set) var scores = Inquiry<AdaptationScores>()
    private(set) var forgetting = Inquiry<ForgettingScores>()
    /// Sentences that can be looked up for the question about somebody of whom nothing was read.
    private(set) var findings = Inquiry<[LookedUp]>()
    /// The most probable next words after each prompt of the examples.
    private var answers: [String: Inquiry<NextWords>] = [:]

    /// The model of all of these, and of what is taught here.
    static let model = ModelReference.recorded(run: "M-4.1M-1", step: 4000)
    /// Of each number of labels so many are kept to choose the best state of the model by; a test holds the record to it.
    static let labelsToChooseBy = 100
    static let task = "diagnosis"

    // MARK: - Questions

    mutating func ask(_ questions: inout Questions) {
        transfer.ask(.experiment(.transfer), &questions)
        scores.ask(.experiment(.adaptation), &questions)
        forgetting.ask(.experiment(.forgetting), &questions)
        findings.ask(.lookUp(prompt: RecordedPrompts.unknown), &questions)
        for prompt in RecordedPrompts.notes + [RecordedPrompts.unknown] { askWords(after: prompt, &questions) }
    }

    private mutating func askWords(after prompt: String, _ questions: inout Questions) {
        answers[prompt, default: Inquiry()].ask(
            .nextWords(ClinicRecord.model, prompt: prompt, count: RecordedPrompts.shownWordCount), &questions)
    }

    mutating func receive(_ answer: Answer, to id: QuestionID, _ questions: inout Questions) {
        let known = findings.value
        transfer.receive(answer, to: id) { if case .transfer(let value) = $0 { value } else { nil } }
        scores.receive(answer, to: id) { if case .adaptation(let value) = $0 { value } else { nil } }
        forgetting.receive(answer, to: id) { if case .forgetting(let value) = $0 { value } else { nil } }
        findings.receive(answer, to: id) { if case .lookedUp(let value) = $0 { value } else { nil } }
        for prompt in answers.keys {
            answers[prompt]?.receive(answer, to: id) { if case .nextWords(let value) = $0 { value } else { nil } }
        }
        guard let found = findings.value, found != known else { return }
        for finding in found { askWords(after: finding.prompt, &questions) }
    }

    /// Why the curves are not there; nil where they are, or may still come.
    var failure: Failure? { transfer.failure }

    /// The most probable next word after a prompt; nil where no answer is recorded.
    func firstWord(after prompt: String) -> NextWords.Word? { answers[prompt]?.value?.words.first }

    /// The prompt in which a sentence of some kind was looked up.
    func prompt(_ kind: LookedUp.Kind) -> String? { findings.value?.first { $0.kind == kind }?.prompt }

    // MARK: - Fine-tuning

    private var diagnosis: TransferCurves.Task? { transfer.value?.tasks.first { $0.id == ClinicRecord.task } }

    var isKnown: Bool { diagnosis != nil }

    /// From the pretrained model, and the same training from random weights.
    enum Start: CaseIterable, Sendable {
        case pretrained, random

        /// What is compared with the path is none itself, and has no path's colour.
        var ink: Ink { self == .pretrained ? AdaptationPath.fineTune.ink : .soft }
    }

    func accuracies(_ start: Start) -> [Accuracy] {
        (start == .pretrained ? diagnosis?.pretrained : diagnosis?.random) ?? []
    }

    func series(_ start: Start) -> Series? { ClinicRecord.series("\(start)", accuracies(start).map(\.mean)) }

    /// The draws of the notes, a series each: what another choice of notes would have given.
    func draws(_ start: Start) -> [Series] {
        let all = accuracies(start)
        let count = all.map(\.draws.count).min() ?? 0
        return (0..<count).compactMap { draw in
            ClinicRecord.series("\(start)-\(draw)", all.map { $0.draws[draw] })
        }
    }

    private static func series(_ id: String, _ figures: [Figure]) -> Series? {
        figures.first.map {
            Series(id: "clinic/" + id, subject: $0.subject, unit: $0.unit, source: $0.source, figures: figures)
        }
    }

    func reading(_ start: Start, at labels: Double) -> Reading {
        series(start)?.reading(at: labels, over: .labelledExamples) ?? .none
    }

    /// The figure from which a place is known best: a measured one nearby, for its error and its items.
    func nearest(_ start: Start, to labels: Double) -> Figure? {
        accuracies(start).map(\.mean).min { first, second in
            distance(first, labels) < distance(second, labels)
        }
    }

    private func distance(_ figure: Figure, _ labels: Double) -> Double {
        abs(Logarithm.base10((figure.subject.labelledExamples ?? 1) / max(1, labels)))
    }

    /// What the best possible reader gets, and what guessing gets.
    var best: Figure? { diagnosis?.best }
    var guessing: Figure? { diagnosis?.chance }

    // MARK: - Prompts and looked-up sentences

    /// How the model is asked without an example.
    func prompt(_ form: PromptForm) -> AdaptationScores.Prompt? {
        scores.value?.prompts.first { $0.id == form.rawValue && $0.examples == 0 }
    }

    /// How often one of eight answers is the right one; of the words of its reading that is the same as of all words.
    func score(_ form: PromptForm) -> Figure? { prompt(form)?.choiceAccuracy }

    func reading(_ people: String, hasBook: Bool) -> AdaptationScores.Reading? {
        scores.value?.readings.first { $0.id == people && $0.hasBook == hasBook }
    }

    // MARK: - Forgetting

    func teaching(_ id: String) -> ForgettingScores.Teaching? { forgetting.value?.teachings.first { $0.id == id } }

    /// The labels of a teaching, as those that stand beside a score.
    func labels(of teaching: String) -> FigureText? {
        self.teaching(teaching)?.tasks.first?.accuracy.mean.exactPlace(along: .labelledExamples)
    }

    /// An ability before the model was taught, and after.
    func change(of ability: String, by teaching: String) -> (before: Figure, after: Figure)? {
        guard let before = forgetting.value?.before.first(where: { $0.ability.id == ability })?.sharp,
            let after = self.teaching(teaching)?.abilities.first(where: { $0.ability.id == ability })?.sharp
        else { return nil }
        return (before, after)
    }

    // MARK: - Axis

    /// The fewest and the most labels that were tried; of the most some are kept to choose by.
    static let range = 110.0...3100.0
    static let scale = AxisScale.logarithmic(range)
    private static let measured: [Double] = [110, 130, 200, 400, 1100, 3100]
    private static let ticks: [Double] = [110, 200, 400, 1100, 3100]

    static func axis(taught: Figure?) -> SliderAxis {
        let stop = taught?.low.map { [$0] } ?? []
        return SliderAxis(
            name: "labelled notes", scale: scale, positions: SliderAxis.positions(range, exactly: measured + stop),
            stops: measured, ticks: ticks.map { ($0, .grouped($0)) }, text: SliderText.grouped)
    }
}

/// The words in which the little model is asked for a diagnosis.
enum PromptForm: String, CaseIterable, Sendable {
    /// As what it read tells of visits to a doctor.
    case known = "visit"
    /// In a form that it never read, with the answers that it knows, and with answers that it never read.
    case newForm = "newFormKnownWords"
    case newWords = "newFormNewWords"

    /// What stands in its line, longest first.
    var wordings: [Phrase] {
        switch self {
        case .known: ["prompt for the remedy, in words that it read", "prompt for the remedy", "the remedy"]
        case .newForm: ["prompt for the remedy, in a new form", "the remedy, in a new form", "new form"]
        case .newWords: ["prompt for the illness, in words not read", "prompt for the illness", "the illness"]
        }
    }

    /// The same where guessing has no line of its own.
    var wordingsOfGuessing: [Phrase] {
        wordings.map { $0 + ", like guessing" } + ["like guessing"]
    }

    /// What stands after its value, longest first.
    var names: [String] {
        switch self {
        case .known: ["remedy", "asked"]
        case .newForm: ["new form", "recast"]
        case .newWords: ["illness", "unread"]
        }
    }

    var name: String {
        switch self {
        case .known: "remedy"
        case .newForm: "new form"
        case .newWords: "illness"
        }
    }
}
