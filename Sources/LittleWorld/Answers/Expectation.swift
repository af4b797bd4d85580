import TinyLM

/// What the world says must follow.
enum Expectation {
    case whole([Token])
    /// This, as far as it is written.
    case beginning([Token])
    case first(Token)

    /// Of a prompt of several documents, as of its last.
    init?(of text: [Token]) {
        let prompt = Array(text.split(separator: LittleWorld.end).last ?? [])
        if let tokens = Expectation.translation(of: prompt) {
            self = .whole(tokens)
        } else if let tokens = Expectation.steps(asked: prompt) {
            self = .beginning(tokens)
        } else if let token = Expectation.fact(asked: prompt) ?? Expectation.topic(of: prompt)
            ?? Expectation.value(inGame: prompt) ?? Expectation.byRule(prompt) ?? Expectation.printed(by: prompt)
            ?? Expectation.remedy(in: prompt)
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
        // What is begun after the last whole statement.
        let begun = Array(
            prompt.split(separator: FunctionWord.period.token, omittingEmptySubsequences: false).last ?? [])
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
                guard prompt == question || statements.contains(begun) else { continue }
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
