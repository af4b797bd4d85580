import Evidence
import TinyLM

extension LittleWorld {
    /// What the world's own grammar and facts say of a text that was written after a prompt.
    ///
    /// A translation is right word for word; an answer, a fact, the topic of a story and the value of a game's key by
    /// their first word, an answer by what the prompt's own book says where it says something; sentences where each of
    /// them up to its period is one of the grammar's. Nil where the prompt is none of these, or has a word that is none.
    public static func verdict(on text: String, after prompt: String) -> GeneratedText.Verdict? {
        guard let asked = try? Vocabulary.little.encode(prompt) else { return nil }
        // A token past the last word has no word, and makes any text wrong.
        let written = try? Vocabulary.little.encode(text)
        if let expected = Expectation(of: asked) {
            switch expected {
            case .whole(let tokens): return written == tokens ? .right : .wrong
            case .first(let token): return written?.first == token ? .right : .wrong
            }
        }
        guard asked.first.flatMap(FunctionWord.init(rawValue:))?.beginsPhrase ?? false else { return nil }
        return areSentences(asked + (written ?? [])) ? .sentence : .noSentence
    }

    /// Whether there is a whole sentence, and all that are whole are the grammar's.
    private static func areSentences(_ tokens: [Token]) -> Bool {
        var sentences = tokens.split(separator: FunctionWord.period.token, omittingEmptySubsequences: false)
        // What stands after the last period is not at its end.
        sentences.removeLast()
        return !sentences.isEmpty && sentences.allSatisfy { Grammar.parses($0) }
    }
}

/// What the world says must follow.
private enum Expectation {
    case whole([Token])
    case first(Token)

    init?(of prompt: [Token]) {
        if let tokens = Expectation.translation(of: prompt) {
            self = .whole(tokens)
        } else if let token = Expectation.fact(asked: prompt) ?? Expectation.topic(of: prompt)
            ?? Expectation.value(inGame: prompt)
        {
            self = .first(token)
        } else {
            return nil
        }
    }

    /// The Vell of `vell : … >`.
    private static func translation(of prompt: [Token]) -> [Token]? {
        let (start, end) = ([FunctionWord.vell.token, FunctionWord.colon.token], FunctionWord.arrow.token)
        guard prompt.starts(with: start), prompt.last == end,
            let sentence = Grammar.sentence(from: prompt.dropFirst(start.count).dropLast())
        else { return nil }
        var tokens: [Token] = []
        sentence.writeVell(into: &tokens)
        return tokens
    }

    /// The value that a question or the beginning of a statement asks for: what stands in the prompt, or else what is true.
    private static func fact(asked prompt: [Token]) -> Token? {
        for relation in Relation.allCases {
            for person in Lexicon.little.people.range where prompt.contains(person) {
                let statements = [false, true].map { isLong in
                    var tokens: [Token] = []
                    relation.writeStatementBeginning(of: person, isLong: isLong, into: &tokens)
                    return tokens
                }
                var question: [Token] = []
                relation.writeQuestion(of: person, into: &question)
                question.write(.upperA, .colon)
                let isQuestion = prompt.suffix(question.count).elementsEqual(question)
                if isQuestion, let value = statements.lazy.compactMap({ prompt.token(after: $0) }).first {
                    return value
                }
                guard prompt == question || statements.contains(prompt) else { continue }
                return Lexicon.little.known.index(of: person).map { Facts.little.value(of: relation, person: $0) }
            }
        }
        return nil
    }

    /// What most sentences of `story : … topic :` are about; nil where two are as often.
    private static func topic(of prompt: [Token]) -> Token? {
        let (start, end) = (FunctionWord.story.token, [FunctionWord.topic.token, FunctionWord.colon.token])
        guard prompt.first == start, prompt.count > 4, prompt.suffix(2).elementsEqual(end) else { return nil }
        let sentences = prompt.dropFirst(2).dropLast(2).split(separator: FunctionWord.period.token)
        var counts: [Token: Int] = [:]
        for sentence in sentences {
            guard let subject = Grammar.sentence(from: sentence)?.subject else { return nil }
            counts[subject.nounToken, default: 0] += 1
        }
        guard let most = counts.values.max() else { return nil }
        let topics = counts.filter { $0.value == most }
        return topics.count == 1 ? topics.first?.key : nil
    }

    /// What stood beside the last word of `game : key value ; … ; key` before.
    private static func value(inGame prompt: [Token]) -> Token? {
        guard prompt.starts(with: [FunctionWord.game.token, FunctionWord.colon.token]) else { return nil }
        let pairs = prompt.dropFirst(2).split(separator: FunctionWord.semicolon.token)
        guard let asked = pairs.last, asked.count == 1, let key = asked.first else { return nil }
        return pairs.first { $0.count == 2 && $0.first == key }?.last
    }
}

extension [Token] {
    /// The token after the first place where some others stand; nil where they do not.
    fileprivate func token(after others: [Token]) -> Token? {
        guard count > others.count else { return nil }
        return (0..<count - others.count).first { self[$0..<$0 + others.count].elementsEqual(others) }
            .map { self[$0 + others.count] }
    }
}

extension FunctionWord {
    /// Whether a sentence of a story can begin with it.
    fileprivate var beginsPhrase: Bool { [.a, .this, .the, .these, .some].contains(self) }
}
