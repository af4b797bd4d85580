import TinyLM

/// What a model is asked in a prompt, and how solved examples of it stand before the question.
public enum PromptTask: String, CaseIterable, Codable, Sendable {
    case fact, question
    /// A question about people of whom training tells nothing but their names.
    case unknown
    case translation, summary
    /// Words that go together in one prompt only.
    case pairs
    /// A rule that is never named: a word and its Vell, a word and its plural.
    case vell, plural
    case steps, code

    /// Numbers of examples that are tried, as far as they fit.
    public static let exampleCounts = [0, 1, 2, 4, 8]

    /// A plain name of a few words.
    public var name: String {
        switch self {
        case .fact: "facts"
        case .question: "questions never asked before"
        case .unknown: "questions about people it never read of"
        case .translation: "translation"
        case .summary: "summary"
        case .pairs: "pairs of this prompt alone"
        case .vell: "a word's Vell, from examples"
        case .plural: "a word's plural, from examples"
        case .steps: "two steps, written out"
        case .code: "code: one operation"
        }
    }

    /// The ability that asks the same without examples; nil where there is none.
    private var ability: Ability? {
        switch self {
        case .fact: .fact
        case .question: .question
        case .translation: .translation
        case .summary: .summary
        case .steps: .twoHopsWritten
        case .code: .codeOperation
        case .unknown, .pairs, .vell, .plural: nil
        }
    }

    /// The rule of which examples are shown; nil where it is none.
    var relation: Show.Kind? {
        switch self {
        case .vell: .vell
        case .plural: .plural
        default: nil
        }
    }

    // MARK: - Items

    /// A question that training never shows, after so many solved examples as it may show, in 64 tokens at most; nil where
    /// they do not fit.
    func item(examples count: Int, using random: inout RandomSource) -> ExaminationItem? {
        if let relation { return Show().item(of: relation, examples: count, using: &random) }
        if self == .pairs { return Game().item(rounds: count, using: &random) }
        return question(using: &random).after(examples: count, like: self, using: &random)
    }

    /// A question by itself.
    private func question(using random: inout RandomSource) -> ExaminationItem {
        guard let ability else { return Book().item(about: Lexicon.little.fresh, isOpen: false, using: &random) }
        return Documents.kind(for: ability).item(of: ability, using: &random)
    }

    /// A solved example with its end token.
    func example(using random: inout RandomSource) -> [Token] {
        let kind: any DocumentKind = ability.map { Documents.kind(for: $0) } ?? QuestionAnswer()
        return redrawn {
            var tokens: [Token] = []
            kind.write(into: &tokens, using: &random)
            return tokens
        } until: { tokens in
            self != .steps || tokens.contains(FunctionWord.think.token)
        }
    }

    /// A solved example in no more than so many tokens; nil where a hundred draws have none.
    func example(fitting most: Int, using random: inout RandomSource) -> [Token]? {
        for _ in 0..<100 {
            let tokens = example(using: &random)
            if tokens.count <= most { return tokens }
        }
        return nil
    }
}

extension ExaminationItem {
    /// The same after so many solved examples, each a document of its own, in 64 tokens at most; nil where they do not fit.
    fileprivate func after(
        examples count: Int, like task: PromptTask, using random: inout RandomSource
    ) -> ExaminationItem? {
        var shown: [Token] = []
        for index in 0..<count {
            // Each of those to come gets the same share of the room.
            let room = (LittleWorld.context - question.tokens.count - shown.count) / (count - index)
            guard let example = task.example(fitting: room, using: &random) else { return nil }
            shown += example
        }
        let tokens = question.tokens.prefix(1) + shown + question.tokens.dropFirst()
        return ExaminationItem(
            question: AnsweredQuestion(tokens: Array(tokens), answerStart: question.answerStart + shown.count))
    }
}
