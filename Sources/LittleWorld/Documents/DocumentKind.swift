import TinyLM

/// One kind of document: how it is written, and what of it training never sees.
public protocol DocumentKind: Sendable {
    /// A plain name, one word.
    var name: String { get }

    /// What it is, in a few words.
    var title: String { get }

    /// What of it training never shows, in a few words; empty where nothing is asked of it.
    var heldOut: String { get }

    /// Of all training tokens, how many this kind is meant to have, in percent.
    var percentage: Double { get }

    /// How often the kind is drawn, relative to others: `percentage` over the mean length, corrected for what does not fit
    /// at the end of a row. Measured; a test holds it to the percentage.
    var weight: Double { get }

    /// Appends one document with its end token, 64 tokens at most, of which nothing is held out.
    func write(into tokens: inout [Token], using random: inout RandomSource)
}

/// A kind of document that is asked about.
public protocol ExaminedKind: DocumentKind {
    /// The abilities that are examined with this kind.
    var abilities: [Ability] { get }

    /// One item of which training never sees the whole, 64 tokens at most, its end token before it as in training.
    func item(of ability: Ability, using random: inout RandomSource) -> ExaminationItem
}

extension ExaminedKind {
    /// Different items; fewer than asked where the world has no more.
    public func items(of ability: Ability, count: Int, using random: inout RandomSource) -> [ExaminationItem] {
        var seen: Set<[Token]> = []
        var items: [ExaminationItem] = []
        // Where all items are a few dozen, ten tries for each of them miss one in e^10.
        for _ in 0..<max(count, 0) * 10 where items.count < count {
            let item = item(of: ability, using: &random)
            if seen.insert(item.question.tokens).inserted { items.append(item) }
        }
        return items
    }
}

/// A question, and the wrong answer it is compared with, if any.
public struct ExaminationItem: Equatable, Sendable {
    public var question: AnsweredQuestion
    /// The same text with another answer, of the same length: the item is right where this is less probable.
    public var rival: AnsweredQuestion?

    public init(question: AnsweredQuestion, rival: AnsweredQuestion? = nil) {
        self.question = question
        self.rival = rival
    }

    /// An item from what is given and what is to be predicted; the end of a document before stands first.
    init(given: (inout [Token]) -> Void, answer: (inout [Token]) -> Void) {
        var tokens = [FunctionWord.end.token]
        given(&tokens)
        let answerStart = tokens.count
        answer(&tokens)
        self.init(question: AnsweredQuestion(tokens: tokens, answerStart: answerStart))
    }
}

/// All kinds of documents.
public enum Documents {
    public static let all: [any DocumentKind] = [
        Story(), Names(), Fact(), QuestionAnswer(), Translation(), Summary(), Game(), Chant(), Show(), Book(), Think(),
        Code(), Clinic(),
    ]

    /// The kind that an ability is examined with.
    public static func kind(for ability: Ability) -> any ExaminedKind {
        let examined = all.compactMap { $0 as? any ExaminedKind }
        return examined.first { $0.abilities.contains(ability) } ?? Story()
    }
}
