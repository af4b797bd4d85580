import Evidence

/// Panel 6: a prompt, the words that a model finds most probable after it, and what the same model writes at several
/// ages.
struct PromptingExhibit: HasRows, HasTextField {
    /// A model that is asked: the trajectory's at one of its ages, or the person's own.
    struct Asked: Equatable, Sendable {
        let model: ModelReference
        var question: QuestionID?
        /// What it wrote after the prompt; nil before it came.
        var text: GeneratedText?
    }

    var textField = TextField(
        PromptExample.all[0].prompt, placeholder: "type a prompt in the words of the little world")
    var chosenRow = 0
    private(set) var asked: [Asked] = []
    /// After the prompt, of the last of the models.
    private(set) var nextWords: NextWords?
    private(set) var failure: Failure?
    /// What was asked last.
    private(set) var prompt = ""
    /// Runs whose models can be asked: the recorded one first, then the person's own.
    private var runs: [RunSummary] = []
    private var chosenRun = 0
    private var recordListing: QuestionID?
    private var ownListing: QuestionID?
    /// Whether the person asked for models of their own; whether there is none.
    private(set) var isLookingForOwn = false
    private(set) var hasNoOwn = false
    private var wordsQuestion: QuestionID?

    var run: RunSummary? { runs.indices.contains(chosenRun) ? runs[chosenRun] : nil }
    var rowCount: Int { nextWords?.words.count ?? 0 }

    /// The age at which the model writes sentences without sense, in steps of its training.
    private static let middleStep = 160
    private static let wordCount = 8

    // MARK: - Commands

    func answers(_ command: Command) -> Bool {
        switch command {
        case .step: nextWords.map { $0.words.indices.contains(chosenRow) && !$0.words[chosenRow].isEnd } ?? false
        case .dataSet: !isLookingForOwn
        case .previousVariant, .nextVariant, .zoom: true
        default: false
        }
    }

    mutating func perform(_ command: Command, asking questions: inout Questions) {
        switch command {
        case .step: takeWord(&questions)
        case .dataSet: changeModel(&questions)
        case .nextVariant: changeExample(by: 1, &questions)
        case .previousVariant: changeExample(by: -1, &questions)
        default: break
        }
    }

    /// The recorded models are known once; the person's own may have become more.
    mutating func appear(asking questions: inout Questions) {
        if runs.isEmpty, !questions.isOpen(recordListing) { recordListing = questions.ask(.recordedRuns) }
    }

    /// The next of the person's own models, of which there may be more by now; after the last the recorded one again.
    private mutating func changeModel(_ questions: inout Questions) {
        guard chosenRun > 0 else {
            guard !isLookingForOwn else { return }
            ownListing = questions.ask(.savedRuns)
            isLookingForOwn = true
            return
        }
        chosenRun = (chosenRun + 1) % max(1, runs.count)
        ask(&questions)
    }

    private mutating func take(own found: [RunSummary], _ questions: inout Questions) {
        runs = runs.prefix(1) + found.filter { !$0.keptSteps.isEmpty }
        hasNoOwn = runs.count < 2
        guard !hasNoOwn else { return }
        chosenRun = 1
        ask(&questions)
    }

    mutating func submit(asking questions: inout Questions) {
        textField.isFocused = false
        ask(&questions)
    }

    private mutating func takeWord(_ questions: inout Questions) {
        guard let words = nextWords?.words, words.indices.contains(chosenRow) else { return }
        textField.text = prompt + " " + words[chosenRow].text
        ask(&questions)
    }

    /// The example after the one that stands in the field; a prompt of the person's gives way to the first or the last.
    private mutating func changeExample(by offset: Int, _ questions: inout Questions) {
        let all = PromptExample.all
        let place = all.firstIndex { $0.prompt == textField.text }
        let next = place.map { ($0 + offset + all.count) % all.count } ?? (offset > 0 ? 0 : all.count - 1)
        textField.text = all[next].prompt
        ask(&questions)
    }

    // MARK: - Questions

    /// Asks the chosen run's models what stands in the field; what was asked before is not waited for any more.
    private mutating func ask(_ questions: inout Questions) {
        for id in asked.compactMap(\.question) + [wordsQuestion].compactMap({ $0 }) { questions.cancel(id) }
        (failure, nextWords, chosenRow, hasNoOwn) = (nil, nil, 0, false)
        prompt = textField.text.split(separator: " ").joined(separator: " ")
        guard let run else { return }
        let request = GenerationRequest(prompt: prompt, count: RecordedPrompts.textWordCount)
        asked = PromptingExhibit.models(of: run).map { model in
            Asked(model: model, question: questions.ask(.generate(model, request)))
        }
        guard let last = asked.last else { return }
        wordsQuestion = questions.ask(.nextWords(last.model, prompt: prompt, count: PromptingExhibit.wordCount))
    }

    /// Of a run whose ages are kept its first, one between and its last; of any other the last.
    private static func models(of run: RunSummary) -> [ModelReference] {
        switch run.origin {
        case .recorded(let name):
            let kept = run.keptSteps
            let middle = kept.last { $0 <= middleStep }
            let steps = [kept.first, middle, kept.last].compactMap { $0 }
            return steps.indices.filter { $0 == 0 || steps[$0] > steps[$0 - 1] }
                .map { .recorded(run: name, step: steps[$0]) }
        case .saved(let folder), .live(let folder): return [.saved(folder: folder)]
        case .published: return []
        }
    }

    mutating func receive(_ answer: Answer, to id: QuestionID, asking questions: inout Questions) {
        if id == ownListing { isLookingForOwn = false }
        switch answer {
        case .runs(let found) where id == recordListing:
            runs = found.filter(\.hasTrajectory)
            ask(&questions)
        case .runs(let found) where id == ownListing: take(own: found, &questions)
        case .generated(let text):
            if let index = asked.firstIndex(where: { $0.question == id }) { asked[index].text = text }
        case .nextWords(let words) where id == wordsQuestion:
            nextWords = words
            chosenRow = 0
        case .failure(let failure): self.failure = failure
        default: break
        }
    }
}

extension NextWords.Word {
    /// Whether it is the end of the text, and no word.
    var isEnd: Bool { text.hasPrefix("<") }
}
