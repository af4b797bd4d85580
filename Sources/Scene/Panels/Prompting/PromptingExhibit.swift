import Evidence

/// Panel 6: a prompt, the words that a model finds most probable after it, what other models write, and what examples in
/// the prompt are worth.
struct PromptingExhibit: HasSlider, HasRows, HasTextField {
    /// A model that is asked what stands in the field.
    struct Asked: Equatable, Sendable {
        /// Its place on the shelf.
        let place: Int
        var question: QuestionID?
        /// What it wrote after the prompt; nil before it came.
        var text: GeneratedText?
    }

    var textField = TextField(
        PromptExample.all[0].prompt, placeholder: "type a prompt in the words of the little world")
    /// The example that was chosen last.
    var chosenRow = 0
    /// The number of examples, by its place among those that are tried.
    var slider = Slider(0)
    private(set) var shelf = ModelShelf()
    private(set) var asked: [Asked] = []
    /// After the prompt, of the chosen model.
    private(set) var nextWords: NextWords?
    private(set) var failure: Failure?
    /// What was asked last.
    private(set) var prompt = ""
    /// How often a model does the example's task, and which model that is: the prompts are the same for all.
    private(set) var curve: ExampleCurve?
    private var curveModel: ModelReference?
    /// What can be looked up for the question, and which of it stands in front; nil for none.
    private(set) var findings: [LookedUp] = []
    private(set) var finding: LookedUp?
    private(set) var temperature = 0
    /// Whether the weak and the strong question stand side by side.
    private(set) var showsQuestions = false
    private(set) var notes: [GeneratedText] = []
    private(set) var scores: AdaptationScores?
    /// Whether the person asked for models of their own; whether there is none.
    private(set) var isLookingForOwn = false
    private(set) var hasNoOwn = false
    /// Every word of the little world.
    private var vocabulary: [String] = []
    /// Counted up, so that each drawing is another one.
    private var draws: UInt64 = 1
    /// The row whose prompt stands in the field.
    private var shownRow = 0
    private var waiting: [Ask: QuestionID] = [:]

    /// What is asked beside the texts.
    private enum Ask: Hashable, Sendable { case recorded, own, words, curve, findings, vocabulary, scores, note(Int) }

    static let temperatures = [0, 0.5, 1, 1.5, 2]
    static let wordCount = RecordedPrompts.shownWordCount
    /// The model of which the two questions were asked.
    private static let questioned = ModelReference.recorded(run: "M-4.1M-1", step: 4000)

    var rowCount: Int { isComparing ? 0 : PromptExample.all.count }
    var example: PromptExample { PromptExample.all[min(max(0, chosenRow), PromptExample.all.count - 1)] }

    /// The weak and the strong question are left as soon as the person types.
    var isComparing: Bool { showsQuestions && !textField.isFocused }
    var withSlider: (any HasSlider)? { isComparing ? nil : self }

    /// Whether the field holds what the example, the slider and what was looked up say, and nothing of the person's.
    var isExample: Bool { prompt == composed.map(PromptingExhibit.trimmed) }

    /// Whether the person is writing something that was not asked yet.
    var isTypingAnew: Bool { textField.isFocused && PromptingExhibit.trimmed(textField.text) != prompt }

    /// Examples that stand in the prompt.
    var exampleCount: Int { finding == nil ? point?.examples ?? 0 : 0 }

    /// The curve's point at the slider.
    var point: ExampleCurve.Point? {
        guard let points = curve?.points, points.indices.contains(Int(slider.value)) else { return nil }
        return points[Int(slider.value)]
    }

    /// The curve, where it is that of the chosen model; nil before it has come, and where that model cannot be asked.
    var ownCurve: ExampleCurve? { curveModel == shelf.chosen?.model ? curve : nil }

    /// What the chosen model gets right at the slider; nil as ``ownCurve``.
    var accuracy: Figure? { ownCurve == nil ? nil : point?.accuracy }

    private var composed: String? { finding?.prompt ?? (slider.value > 0 ? point?.prompt : example.prompt) }

    var axis: SliderAxis {
        let counts = isExample || prompt.isEmpty ? curve?.points.map { Double($0.examples) } ?? [0] : [0]
        let places = counts.indices.map { Double($0) }
        return SliderAxis(
            name: "examples in it", scale: .linear(0...Double(max(1, PromptingExhibit.mostPlaces))), positions: places,
            stops: places, ticks: zip(places, counts).map { ($0, .grouped($1)) },
            text: { place in .grouped(counts.indices.contains(Int(place)) ? counts[Int(place)] : 0) })
    }

    /// Of the last number of examples that is tried, from zero.
    static let mostPlaces = 4

    // MARK: - Commands

    func answers(_ command: Command) -> Bool {
        if isComparing { return command == .measure || command == .zoom }
        switch command {
        case .step, .play: return !rest.isEmpty
        case .press(let line):
            return nextWords.map { $0.words.indices.contains(line) && !$0.words[line].isEnd } ?? false
        case .dataSet: return !isLookingForOwn
        case .previousVariant: return shelf.canMove(by: -1)
        case .nextVariant: return shelf.canMove(by: 1)
        case .decrease: return temperature > 0
        case .increase: return temperature < PromptingExhibit.temperatures.count - 1
        case .chooser: return !findings.isEmpty
        case .measure, .zoom: return true
        default: return false
        }
    }

    func word(_ group: KeyGroup) -> String? { group == .measure && isComparing ? "back to the prompt" : nil }

    /// What the chosen model writes, word by word.
    private var rest: [Substring] {
        asked.first { $0.place == shelf.place }?.text?.text.split(separator: " ") ?? []
    }

    mutating func perform(_ command: Command, asking questions: inout Questions) {
        switch command {
        case .step: write(rest.prefix(1), &questions)
        case .play: write(rest[...], &questions)
        case .press(let line): if let words = nextWords?.words { write([Substring(words[line].text)], &questions) }
        case .dataSet: changeShelf(&questions)
        case .previousVariant, .nextVariant:
            shelf.move(by: command == .nextVariant ? 1 : -1)
            askAll(&questions)
        case .decrease, .increase:
            temperature += command == .increase ? 1 : -1
            ask(&questions)
        case .chooser: lookUp(&questions)
        case .measure: compare(&questions)
        default: break
        }
    }

    /// The recorded models are known once; the person's own may have become more.
    mutating func appear(asking questions: inout Questions) {
        guard shelf.isEmpty, waiting[.recorded] == nil else { return }
        waiting[.vocabulary] = questions.ask(.vocabulary)
        waiting[.recorded] = questions.ask(.recordedRuns)
    }

    mutating func moved(asking questions: inout Questions) {
        if chosenRow != shownRow {
            shownRow = chosenRow
            (curve, slider) = (nil, Slider(0))
        }
        finding = nil
        textField.text = composed ?? example.prompt
        askAll(&questions)
    }

    mutating func submit(asking questions: inout Questions) {
        textField.isFocused = false
        showsQuestions = false
        textField.remember()
        finding = nil
        ask(&questions)
    }

    private mutating func write(_ words: some Collection<Substring>, _ questions: inout Questions) {
        textField.text = ([prompt] + words.map(String.init)).joined(separator: " ")
        ask(&questions)
    }

    /// The next of what can be looked up; after the last the question alone again.
    private mutating func lookUp(_ questions: inout Questions) {
        let next = finding.flatMap { findings.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
        finding = findings.indices.contains(next) ? findings[next] : nil
        slider = Slider(0)
        askScores(&questions)
        let question = findings.first.map(\.question) ?? ""
        textField.text = finding?.prompt ?? question
        ask(&questions)
    }

    private mutating func compare(_ questions: inout Questions) {
        showsQuestions.toggle()
        askScores(&questions)
        guard showsQuestions, notes.isEmpty else { return }
        for (index, note) in RecordedPrompts.notes.enumerated() {
            waiting[.note(index)] = questions.ask(.generate(Self.questioned, GenerationRequest(greedily: note)))
        }
    }

    private mutating func askScores(_ questions: inout Questions) {
        guard scores == nil, waiting[.scores] == nil else { return }
        waiting[.scores] = questions.ask(.experiment(.adaptation))
    }

    private mutating func changeShelf(_ questions: inout Questions) {
        switch shelf.kind {
        case .ages: shelf.show(.sizes)
        case .sizes where !hasNoOwn:
            isLookingForOwn = true
            waiting[.own] = questions.ask(.savedRuns)
            return
        case .sizes, .own: shelf.show(.ages)
        }
        askAll(&questions)
    }

    // MARK: - Questions

    /// Asks the models of the shelf what stands in the field, and the chosen one about the example's task.
    private mutating func askAll(_ questions: inout Questions) {
        if let id = waiting.removeValue(forKey: .curve) { questions.cancel(id) }
        if let task = example.task, let chosen = shelf.chosen {
            waiting[.curve] = questions.ask(.examples(chosen.model, task: task))
        }
        ask(&questions)
    }

    /// Asks what stands in the field; what was asked before is not waited for any more.
    private mutating func ask(_ questions: inout Questions) {
        for id in asked.compactMap(\.question) { questions.cancel(id) }
        for ask in [Ask.words, .findings] { if let id = waiting.removeValue(forKey: ask) { questions.cancel(id) } }
        (failure, nextWords, hasNoOwn) = (nil, nil, false)
        knowWords()
        prompt = PromptingExhibit.trimmed(textField.text)
        draws += 1
        let bend = PromptingExhibit.temperatures[temperature]
        let request = GenerationRequest(
            prompt: prompt, count: RecordedPrompts.textWordCount, temperature: bend, seed: bend > 0 ? draws : 1)
        asked = shelf.all.indices.map { place in
            Asked(place: place, question: questions.ask(.generate(shelf.all[place].model, request)))
        }
        if finding == nil { waiting[.findings] = questions.ask(.lookUp(prompt: prompt)) }
        guard let chosen = shelf.chosen else { return }
        // Without a temperature the likeliest word is taken, and the probabilities are the model's own.
        waiting[.words] = questions.ask(
            .nextWords(
                chosen.model, prompt: prompt, count: PromptingExhibit.wordCount, temperature: bend > 0 ? bend : 1))
    }

    /// A model of the person's may have learned any text: of its words nothing is known here.
    private mutating func knowWords() { textField.words = shelf.kind == .own ? [] : vocabulary }

    private static func trimmed(_ text: String) -> String { text.split(separator: " ").joined(separator: " ") }

    mutating func receive(_ answer: Answer, to id: QuestionID, asking questions: inout Questions) {
        if case .failure(let failure) = answer, waiting[.curve] != id { self.failure = failure }
        if let index = asked.firstIndex(where: { $0.question == id }), case .generated(let text) = answer {
            asked[index].text = text
        }
        guard let place = waiting.first(where: { $0.value == id })?.key else { return }
        take(answer, to: place, asking: &questions)
        if answer.isLast {
            waiting[place] = nil
            if place == .own { isLookingForOwn = false }
        }
    }

    private mutating func take(_ answer: Answer, to ask: Ask, asking questions: inout Questions) {
        switch (ask, answer) {
        case (.recorded, .runs(let runs)):
            shelf.take(recorded: runs)
            askAll(&questions)
        case (.own, .runs(let runs)):
            hasNoOwn = !shelf.take(own: runs)
            if !hasNoOwn { askAll(&questions) } else { failure = nil }
        case (.words, .nextWords(let words)): nextWords = words
        case (.curve, .examples(let curve)): (self.curve, curveModel) = (curve, shelf.chosen?.model)
        case (.findings, .lookedUp(let found)): findings = found
        case (.vocabulary, .vocabulary(let words)):
            vocabulary = words
            knowWords()
        case (.scores, .adaptation(let scores)): self.scores = scores
        case (.note, .generated(let text)):
            notes.removeAll { $0.prompt == text.prompt }
            notes.append(text)
        default: break
        }
    }
}

extension GenerationRequest {
    /// The most probable word each time, as many as are recorded.
    init(greedily prompt: String) { self.init(prompt: prompt, count: RecordedPrompts.textWordCount) }
}

extension NextWords.Word {
    /// Whether it is the end of the text, and no word.
    var isEnd: Bool { text.hasPrefix("<") }
}
