import TinyLM

/// The words that carry the grammar. Their raw values are their tokens, the first of the vocabulary: a document's form
/// is written with constants.
public enum FunctionWord: Token, CaseIterable, Sendable {
    /// Stands before the first document of a row and after every document.
    case end
    case period, colon, semicolon, questionMark, arrow, plus, minus
    case a, this, the, these, some
    case near, under, behind
    case and, `is`, of, has, with, `in`, `as`
    case lives, eats, works, visits
    case home, food, job, friend
    case upperQ, upperA, `where`, what, who, does, live, eat
    case story, topic, vell, game, chant, show, book, think, code, print, note
    case doctor, sees, gives

    /// How the word is written.
    public var spelling: String {
        switch self {
        case .end: "<end>"
        case .period: "."
        case .colon: ":"
        case .semicolon: ";"
        case .questionMark: "?"
        case .arrow: ">"
        case .plus: "+"
        case .minus: "-"
        case .upperQ: "Q"
        case .upperA: "A"
        default: "\(self)"
        }
    }

    public var token: Token { rawValue }
}

extension [Token] {
    /// Appends function words, a document's fixed parts.
    @inline(__always)
    mutating func write(_ words: FunctionWord...) {
        for word in words { append(word.rawValue) }
    }

    /// Appends one word of any class.
    @inline(__always)
    mutating func write(_ token: Token) { append(token) }
}
