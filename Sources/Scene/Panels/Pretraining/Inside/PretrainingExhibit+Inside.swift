import Evidence

/// Looking into the model where the knob stands.
extension PretrainingExhibit {
    /// Which model is looked into, and what its history tells of it.
    struct InsidePlace {
        /// The model that can be asked: of a recorded run the last kept weights up to the knob, of any other the newest.
        let model: ModelReference
        /// The model of the last report up to the knob, where it need not have weights: what the text up to there says.
        let reader: ModelReference
        /// Whether one model alone can be looked into, wherever the knob stands.
        let isNewestOnly: Bool
    }

    var insidePlace: InsidePlace? {
        guard let run, let last = run.history.points.last else { return nil }
        func newest(_ model: ModelReference) -> InsidePlace {
            InsidePlace(model: model, reader: model, isNewestOnly: true)
        }
        switch run.history.origin {
        case .recorded(let name):
            let kept = records.runs?.first { $0.name == name }?.keptSteps ?? []
            guard let first = kept.first else { return nil }
            let tokensPerStep = last.step > 0 ? last.tokensSeen / Double(last.step) : 1
            let step = kept.last { slider.value.reaches(Double($0) * tokensPerStep) } ?? first
            return InsidePlace(
                model: .recorded(run: name, step: step),
                reader: .recorded(run: name, step: told { _ in true }?.step ?? step), isNewestOnly: kept.count == 1)
        case .live: return live.map { newest($0.model) }
        case .saved(let folder):
            let hasWeights = ownRuns.runs?.contains { $0.origin == run.history.origin && !$0.keptSteps.isEmpty }
            return hasWeights == true ? newest(.saved(folder: folder)) : nil
        case .published: return nil
        }
    }

    /// The last report up to the knob that tells something.
    private func told(_ tells: (TrainingHistory.Point) -> Bool) -> TrainingHistory.Point? {
        run?.history.points.last { slider.value.reaches($0.tokensSeen) && tells($0) }
    }

    var canLookInside: Bool { insidePlace != nil }

    /// The next view, the first where the plot is shown, and the plot after the last.
    mutating func lookInside(_ questions: inout Questions) {
        guard var looking = inside else {
            inside = Inside()
            return
        }
        guard let next = looking.next else { return leaveInside(&questions) }
        if looking.view == .reasons {
            // A whole text is read for it: not for nobody.
            looking.contexts.end(&questions)
            looking.nextWords.end(&questions)
        }
        looking.view = next
        inside = looking
        if !insideGoesWithTheKnob { playback = nil }
    }

    /// Whether a film can be made of what is shown: nothing has to be asked at each place of the knob.
    var insideGoesWithTheKnob: Bool {
        switch inside?.view {
        case .words, .weights, .surprise, nil: true
        case .attention: inside?.askedSentence == RecordedPrompts.attention
        case .reasons: false
        }
    }

    private mutating func leaveInside(_ questions: inout Questions) {
        inside?.end(&questions)
        inside = nil
    }

    mutating func zoomClosed(asking questions: inout Questions) { leaveInside(&questions) }

    // MARK: - Questions

    /// Asks for what the view shows where the knob stands, as far as the history does not tell it.
    mutating func askInside(_ questions: inout Questions) {
        guard var looking = inside else { return }
        guard let place = insidePlace else { return leaveInside(&questions) }
        switch looking.view {
        case .words: looking.map.ask(.wordMap(wordMapModel(place)), isStale: isStale(looking.map), &questions)
        case .attention:
            if recordedAttention(looking) == nil {
                looking.attention.ask(.attention(place.model, text: looking.askedSentence), &questions)
            } else {
                looking.attention.end(&questions)
            }
        case .weights:
            if recordedWeights.isEmpty { looking.weights.ask(.weights(place.model), &questions) }
        case .reasons:
            let isRecorded = recordedWords(looking) != nil
            if isRecorded {
                looking.nextWords.end(&questions)
            } else {
                looking.nextWords.ask(
                    .nextWords(place.model, prompt: looking.askedPrompt, count: RecordedPrompts.nextWordCount),
                    &questions)
            }
            looking.contexts.ask(
                .contexts(isRecorded ? place.reader : place.model, prompt: looking.askedPrompt), &questions)
        case .surprise: break
        }
        inside = looking
    }

    /// Of a recorded run one answer holds the maps of every step that was kept.
    private func wordMapModel(_ place: InsidePlace) -> ModelReference {
        guard case .recorded(let run, _) = place.model else { return place.model }
        return .recorded(run: run, step: nil)
    }

    /// Whether a model in training has gone on since its map was made.
    private func isStale(_ map: Inquiry<WordMap>) -> Bool {
        guard dataSet == .live, let shown = map.value?.states.last?.model.step else { return false }
        return run?.history.points.last.map { $0.step > shown } ?? false
    }

    /// What the history itself tells of the sentence and of the weights where the knob stands.
    private func recordedAttention(_ looking: Inside) -> AttentionMap? {
        guard looking.askedSentence == RecordedPrompts.attention else { return nil }
        return told { $0.attention != nil }?.attention
    }

    private var recordedWeights: [WeightPicture] { told { !$0.weights.isEmpty }?.weights ?? [] }

    /// That of the last report that tells it: which head is worth looking at does not change with the knob.
    private var lastAttention: AttentionMap? { run?.history.points.last { $0.attention != nil }?.attention }

    /// The same of the words after the prompt, of the very report up to which the text is read again.
    private func recordedWords(_ looking: Inside) -> NextWords? {
        guard run?.history.origin.isRecorded == true else { return nil }
        return told { _ in true }?.nextWords.first { $0.prompt == looking.askedPrompt }
    }

    mutating func receiveInside(_ answer: Answer, to id: QuestionID, _ questions: inout Questions) {
        guard inside != nil else { return }
        inside?.receive(answer, to: id)
        if case .history = answer { askInside(&questions) }
    }

    // MARK: - Keys

    var textField: TextField {
        get { inside?.field ?? TextField() }
        set { inside?.field = newValue }
    }

    var withTextField: (any HasTextField)? { inside?.hasField == true ? self : nil }

    mutating func submit(asking questions: inout Questions) {
        inside?.submit()
        askInside(&questions)
    }

    /// How many heads or matrices can be chosen.
    var insideRowCount: Int {
        switch insideView {
        case let view as AttentionView: view.map?.heads.count ?? 0
        case let view as WeightsView: view.pictures.count
        default: 0
        }
    }

    var chosenInsideRow: Int {
        switch insideView {
        case let view as AttentionView: view.chosenIndex
        case let view as WeightsView: view.chosenIndex
        default: 0
        }
    }

    /// Where the key leads next.
    var wordOfInside: String? {
        guard let inside else { return nil }
        return switch inside.next {
        case .words: nil
        case .attention: "what it looks at"
        case .weights: "its weights"
        case .reasons: "why this word"
        case .surprise: "its surprise"
        case nil: "back to the plot"
        }
    }

    var wordOfZoom: String? {
        switch inside?.view {
        case .attention: "type another sentence"
        case .reasons: "type another prompt"
        case .words, .weights, .surprise, nil: nil
        }
    }

    var wordOfRows: String? {
        switch inside?.view {
        case .attention: "head"
        case .weights: "matrix"
        case .words, .reasons, .surprise, nil: nil
        }
    }

    // MARK: - Views

    /// The view as it stands; nil where the zoom shows the plot.
    var insideView: (any InsideView)? {
        guard let inside, let place = insidePlace else { return nil }
        switch inside.view {
        case .words:
            return WordMapView(
                map: inside.map.value, tokens: slider.value, isNewestOnly: place.isNewestOnly,
                notice: Notice(inside.map))
        case .attention:
            return AttentionView(
                map: recordedAttention(inside) ?? inside.attention.value, chosen: inside.chosenHead,
                usual: inside.askedSentence == RecordedPrompts.attention ? lastAttention.map(AttentionView.best) : nil,
                field: inside.sentence, notice: Notice(inside.attention))
        case .weights:
            let pictures = recordedWeights
            return WeightsView(
                pictures: pictures.isEmpty ? inside.weights.value ?? [] : pictures,
                first: pictures.isEmpty ? [] : run?.history.points.first?.weights ?? [],
                largest: pictures.isEmpty ? nil : run?.largestWeight,
                chosen: inside.chosenMatrix ?? 0, notice: Notice(inside.weights))
        case .reasons:
            return ReasonsView(
                words: recordedWords(inside) ?? inside.nextWords.value, contexts: inside.contexts.value,
                field: inside.prompt, notice: Notice(inside.contexts), wordsNotice: Notice(inside.nextWords))
        case .surprise:
            return SurpriseView(
                runs: runs.map { (name: sizeName($0), series: $0.surprise) }, own: run?.surprise, tokens: slider.value)
        }
    }
}

/// What stands in the place of something that has not come.
struct Notice: Hashable, Sendable {
    let failure: Failure?
    /// How far the question is, 0 to 1; nil where that is not told.
    let fraction: Double?

    init() { (failure, fraction) = (nil, nil) }

    init<Value>(_ inquiry: Inquiry<Value>) {
        failure = inquiry.failure
        fraction = inquiry.fraction
    }

    /// In a sentence.
    func phrase(waiting: Phrase) -> Phrase { failure.map { "\($0)." } ?? waiting }
}

extension MeasuredModel {
    /// When in its training the model was so, as a figure of it bears it.
    func step(_ figure: Figure) -> Phrase {
        tokensSeen > 0 ? "at step \(name: figure.subject.step, of: figure)" : "with random weights"
    }
}
