import Evidence

/// What the zoom of a run shows of the inside of its model: which view, what the person typed and chose in it, and what
/// came of what was asked for it.
struct Inside: Equatable, Sendable {
    enum View: CaseIterable, Sendable { case words, attention, weights, surprise, reasons }

    var view = View.words
    /// The sentence that is looked at, and the prompt that is to be gone on with.
    var sentence = Inside.field(RecordedPrompts.attention)
    var prompt = Inside.field(RecordedPrompts.fact)
    /// What of them was asked last.
    private(set) var askedSentence = RecordedPrompts.attention
    private(set) var askedPrompt = RecordedPrompts.fact
    /// The head that the person chose, and the matrix; nil before that.
    private(set) var chosenHead: Int?
    private(set) var chosenMatrix: Int?
    var map = Inquiry<WordMap>()
    var attention = Inquiry<AttentionMap>()
    var weights = Inquiry<[WeightPicture]>()
    var nextWords = Inquiry<NextWords>()
    var contexts = Inquiry<ReadContexts>()

    private static func field(_ text: String) -> TextField {
        TextField(text, placeholder: "type words of the little world")
    }

    /// The view after this one; nil after the last.
    var next: View? {
        let all = View.allCases
        return all.firstIndex(of: view).flatMap { $0 + 1 < all.count ? all[$0 + 1] : nil }
    }

    /// The person chose a row: a head, or a matrix.
    mutating func choose(_ row: Int) {
        switch view {
        case .attention: chosenHead = row
        case .weights: chosenMatrix = row
        case .words, .reasons, .surprise: break
        }
    }

    /// Whether something is typed in this view.
    var hasField: Bool { view == .attention || view == .reasons }

    /// The field of this view.
    var field: TextField {
        get { view == .reasons ? prompt : sentence }
        set { if view == .reasons { prompt = newValue } else { sentence = newValue } }
    }

    /// Enter was pressed in the field: what stands in it is to be asked.
    mutating func submit() {
        field.isFocused = false
        let text = field.text.split(separator: " ").joined(separator: " ")
        if view == .reasons { askedPrompt = text } else { askedSentence = text }
    }

    /// Nothing that was asked is waited for any more.
    mutating func end(_ questions: inout Questions) {
        map.end(&questions)
        attention.end(&questions)
        weights.end(&questions)
        nextWords.end(&questions)
        contexts.end(&questions)
    }

    mutating func receive(_ answer: Answer, to id: QuestionID) {
        map.receive(answer, to: id) { if case .wordMap(let map) = $0 { map } else { nil } }
        attention.receive(answer, to: id) { if case .attention(let map) = $0 { map } else { nil } }
        weights.receive(answer, to: id) { if case .weights(let pictures) = $0 { pictures } else { nil } }
        nextWords.receive(answer, to: id) { if case .nextWords(let words) = $0 { words } else { nil } }
        contexts.receive(answer, to: id) { if case .contexts(let contexts) = $0 { contexts } else { nil } }
    }
}

/// A view of a model's inside, as the zoom and the text form of the panel show it.
protocol InsideView: Sendable {
    /// What is drawn, in a few words.
    var title: Phrase { get }
    /// One plain sentence that is true of what is drawn.
    var headline: Phrase { get }
    /// How to read it; a line of several pieces loses pieces from its end.
    var lines: [[Phrase]] { get }
    /// Everything that is drawn, as tables.
    var tables: [Table] { get }
    /// The picture itself, or curves over the axis of the slider; one of the two.
    var picture: (any DetailPicture)? { get }
    var plot: Plot? { get }
}

extension InsideView where Self: DetailPicture {
    var picture: (any DetailPicture)? { self }
}

extension InsideView {
    var plot: Plot? { nil }
}
