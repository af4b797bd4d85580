import TinyLM

/// Words and their tokens: one whole word is one token, and there is no token for what is not a word.
public struct Vocabulary: Sendable {
    public static let little = Vocabulary(words: Lexicon.little.spellings)

    /// Every word, by token.
    public let words: [String]
    private let tokens: [String: Token]

    init(words: [String]) {
        self.words = words
        tokens = Dictionary(zip(words, words.indices.map { Token($0) }), uniquingKeysWith: { first, _ in first })
    }

    /// The number of words.
    public var count: Int { words.count }

    /// The token of a word, or nil where it is none of this world's.
    public func token(of word: some StringProtocol) -> Token? { tokens[String(word)] }

    /// The word of a token, or nil where the token is past the last word.
    public func word(of token: Token) -> String? {
        words.indices.contains(Int(token)) ? words[Int(token)] : nil
    }

    /// The tokens of a text, its words between white space; marks such as `?` may touch a word.
    public func encode(_ text: some StringProtocol) throws(UnknownWord) -> [Token] {
        var encoded: [Token] = []
        for piece in text.split(whereSeparator: \.isWhitespace) {
            if let token = token(of: piece) ?? token(of: piece.lowercased()) {
                encoded.append(token)
                continue
            }
            for part in piece.separatedMarks {
                guard let token = token(of: part) else {
                    throw UnknownWord(word: String(part), nearest: nearest(to: String(part)))
                }
                encoded.append(token)
            }
        }
        return encoded
    }

    /// The words of tokens with a space between; a token past the last word is written as its number in brackets.
    public func decode(_ tokens: some Sequence<Token>) -> String {
        tokens.map { word(of: $0) ?? "<\($0)>" }.joined(separator: " ")
    }

    /// At most three known words that differ least from one that is unknown, in no more than a third of its letters, or
    /// in one.
    func nearest(to word: String) -> [String] {
        // A pasted page is no misspelt word, and the distance costs the product of both lengths.
        guard word.count <= 32 else { return [] }
        let letters = Array(word.lowercased())
        let limit = max(letters.count / 3, 1)
        let ranked = words.map { (word: $0, distance: editDistance(Array($0.lowercased()), letters)) }
            .filter { $0.distance <= limit }
            .sorted { ($0.distance, $0.word) < ($1.distance, $1.word) }
        return ranked.prefix(3).map(\.word)
    }
}

/// A word that the little world does not have.
public struct UnknownWord: Error, Equatable, CustomStringConvertible {
    public var word: String
    /// At most three known words that look like it, the nearest first.
    public var nearest: [String]

    public var description: String {
        let hint = nearest.isEmpty ? "" : "; near it: " + nearest.joined(separator: ", ")
        return "the little world has no word '\(word)'\(hint)"
    }
}

extension StringProtocol {
    /// The text's runs of other characters and its marks, each by itself.
    fileprivate var separatedMarks: [SubSequence] {
        let marks: Set<Character> = [".", ":", ";", "?", ">", "+", "-"]
        var parts: [SubSequence] = []
        var start = startIndex
        for index in indices where marks.contains(self[index]) {
            if start < index { parts.append(self[start..<index]) }
            let next = self.index(after: index)
            parts.append(self[index..<next])
            start = next
        }
        if start < endIndex { parts.append(self[start...]) }
        return parts
    }
}
