import TinyLM

/// A class of words: neighbours in the vocabulary, so that drawing one is one addition.
public struct WordClass: Equatable, Sendable {
    public let first: Token
    public let count: Int

    init(first: Token, count: Int) {
        self.first = first
        self.count = count
    }

    /// Several neighbouring classes as one.
    init(from start: WordClass, through end: WordClass) {
        self.init(first: start.first, count: Int(end.first) + end.count - Int(start.first))
    }

    /// The tokens of the class.
    public var range: Range<Token> { first..<first + Token(count) }

    public subscript(index: Int) -> Token { first + Token(index) }

    public func contains(_ token: Token) -> Bool { index(of: token) != nil }

    /// The index of a token in its class, or nil for a word of another class.
    public func index(of token: Token) -> Int? {
        guard token >= first, Int(token) < Int(first) + count else { return nil }
        return Int(token - first)
    }

    /// A word of the class, each as likely.
    @inline(__always)
    public func drawn(using random: inout RandomSource) -> Token { first + Token(random.below(count)) }

    /// Words `range` of the class, as a class.
    public func part(_ range: Range<Int>) -> WordClass {
        WordClass(first: first + Token(range.lowerBound), count: range.count)
    }
}
