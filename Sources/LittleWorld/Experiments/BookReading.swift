import TinyLM

/// A question about a person, with a book that answers it or without, and the wrong answer that is worth counting.
struct BookReading {
    var question: AnsweredQuestion
    /// The right answer: what the book says.
    var answer: Token
    /// What training said of a known person; with a distractor, what the book says of the other person.
    var other: Token?

    /// Whom the question is about, and whether there is a book.
    enum Case: CaseIterable {
        case freshClosed, freshOpen, staleClosed, staleOpen, distractedOpen

        var people: AdaptationResult.People {
            switch self {
            case .freshClosed, .freshOpen: .fresh
            case .staleClosed, .staleOpen: .stale
            case .distractedOpen: .distracted
            }
        }

        var hasBook: Bool { self != .freshClosed && self != .staleClosed }
    }

    init(_ reading: Case, using random: inout RandomSource) {
        switch reading {
        case .freshClosed, .freshOpen:
            question = Book().item(about: Lexicon.little.fresh, isOpen: reading.hasBook, using: &random).question
        case .staleClosed, .staleOpen:
            question = Book().item(about: Lexicon.little.unwritten, isOpen: reading.hasBook, using: &random).question
        case .distractedOpen:
            question = Book().item(of: .retrievalDistracted, using: &random).question
        }
        answer = question.answer.first ?? LittleWorld.end
        switch reading.people {
        case .fresh: other = nil
        case .stale: other = Self.truth(asked: question)
        case .distracted: other = Self.rival(in: question)
        }
    }

    /// The true answer to the question about a known person that a text ends with.
    private static func truth(asked question: AnsweredQuestion) -> Token? {
        let given = question.tokens[..<question.answerStart]
        guard let start = given.lastIndex(of: FunctionWord.upperQ.token) else { return nil }
        return truths[Array(given[start...])]
    }

    /// By the tokens from `Q` to `A :`.
    private static let truths: [[Token]: Token] = Dictionary(
        uniqueKeysWithValues: Relation.allCases.flatMap { relation in
            (0..<Lexicon.little.known.count).map { person in
                var tokens: [Token] = []
                relation.writeQuestion(of: Lexicon.little.known[person], into: &tokens)
                tokens.write(.upperA, .colon)
                return (tokens, Facts.little.value(of: relation, person: person))
            }
        })

    /// The other value that the book states: the words before its periods are its values.
    private static func rival(in question: AnsweredQuestion) -> Token? {
        let period = FunctionWord.period.token
        return question.tokens.indices.dropFirst().first {
            question.tokens[$0] == period && question.tokens[$0 - 1] != question.answer.first
        }.map { question.tokens[$0 - 1] }
    }
}
