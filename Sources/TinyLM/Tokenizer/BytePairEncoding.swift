/// A tokenizer of bytes: the first 256 tokens are the bytes, every further one is two earlier tokens side by side (after
/// Sennrich et al. 2016, "Neural Machine Translation of Rare Words with Subword Units"). Any bytes survive the way to
/// tokens and back.
public struct BytePairEncoding: Equatable, Sendable {
    /// Two tokens that become one.
    struct Merge: Hashable, Sendable {
        var left: Token
        var right: Token
    }

    /// The merge that makes token 256, 257, …
    let merges: [Merge]
    private let tokenOfMerge: [Merge: Token]
    /// The bytes of all tokens, one behind the other.
    private let bytes: [UInt8]
    /// The first byte of each token, and one more for the end.
    private let starts: [Int]

    /// How many tokens a tokenizer can have.
    public static let vocabularyCounts = 256...4096
    /// The most bytes a token can have.
    static let longestToken = 1024

    /// 256 and one for each merge.
    public var vocabularyCount: Int { 256 + merges.count }

    /// The tokenizer of merges without fault.
    init(merges: [Merge]) {
        var bytes = Array(UInt8.min...UInt8.max)
        var starts = Array(0...256)
        for merge in merges {
            for part in [Int(merge.left), Int(merge.right)] { bytes += bytes[starts[part]..<starts[part + 1]] }
            starts.append(bytes.count)
        }
        self.merges = merges
        tokenOfMerge = Dictionary(zip(merges, 256...), uniquingKeysWith: { first, _ in first })
        self.bytes = bytes
        self.starts = starts
    }

    /// What is wrong with the first merge that is not of two earlier tokens, or makes too long a token; nil for none.
    static func fault(of merges: [Merge]) -> String? {
        guard vocabularyCounts.contains(256 + merges.count) else { return "\(merges.count) merges are too many" }
        var lengths = Array(repeating: 1, count: 256)
        var known: Set<Merge> = []
        for (index, merge) in merges.enumerated() {
            guard merge.left < lengths.count, merge.right < lengths.count, known.insert(merge).inserted else {
                return "merge \(index) is not of two earlier tokens, or is there twice"
            }
            lengths.append(lengths[Int(merge.left)] + lengths[Int(merge.right)])
            guard lengths[256 + index] <= longestToken else {
                return "merge \(index) makes a token of more than \(longestToken) bytes"
            }
        }
        return nil
    }

    /// The bytes of a token; none for a token beyond the vocabulary.
    public func bytes(of token: Token) -> ArraySlice<UInt8> {
        Int(token) < vocabularyCount ? bytes[starts[Int(token)]..<starts[Int(token) + 1]] : []
    }

    /// The bytes of all tokens; a token beyond the vocabulary has none.
    public func decode(_ tokens: some Sequence<Token>) -> [UInt8] {
        var result: [UInt8] = []
        for token in tokens { result += bytes(of: token) }
        return result
    }

    public func encode(_ bytes: [UInt8]) -> [Token] { encode(bytes.span) }

    /// The tokens of a text, of any bytes.
    public func encode(_ text: Span<UInt8>) -> [Token] {
        var encoder = wordEncoder
        var result: [Token] = []
        result.reserveCapacity(text.count / 3)
        _ = encoder.append(text, isLast: true, to: &result)
        return result
    }

    var wordEncoder: WordEncoder { WordEncoder(tokenOfMerge: tokenOfMerge) }
}

/// Makes tokens of words, and remembers those of the first million different ones.
struct WordEncoder {
    private let tokenOfMerge: [BytePairEncoding.Merge: Token]
    private var words = WordTable(limit: 1 << 20)
    /// The tokens of all remembered words, one behind the other.
    private var tokens: [Token] = []
    /// The first token of each remembered word, and one more for the end.
    private var starts = [0]

    init(tokenOfMerge: [BytePairEncoding.Merge: Token]) { self.tokenOfMerge = tokenOfMerge }

    /// Adds the tokens of a text's words and returns the place behind the last of them: where the text goes on, a word
    /// that may go on with it is left.
    mutating func append(_ text: Span<UInt8>, isLast: Bool, to result: inout [Token]) -> Int {
        let last = isLast ? text.count : text.count - WordSplit.longest + 1
        var start = 0
        while start < last {
            let end = WordSplit.end(in: text, from: start)
            append(text, start..<end, to: &result)
            start = end
        }
        return start
    }

    @inline(__always)
    private mutating func append(_ text: Span<UInt8>, _ range: Range<Int>, to result: inout [Token]) {
        guard let (number, isNew) = words.number(of: text, range) else {
            result += encode(text, range)
            return
        }
        if isNew {
            tokens += encode(text, range)
            starts.append(tokens.count)
        }
        for place in starts[number]..<starts[number + 1] { result.append(tokens[place]) }
    }

    /// Merges the earliest learned pair first, as in training, until there is none.
    private func encode(_ text: Span<UInt8>, _ range: Range<Int>) -> [Token] {
        var parts = range.map { Token(text[$0]) }
        /// The token that each part makes with the one behind it; 0, which no merge makes, for none.
        var merged = (0..<max(parts.count - 1, 0)).map { token(parts[$0], parts[$0 + 1]) }
        while let place = firstMerge(merged) {
            parts[place] = merged[place]
            parts.remove(at: place + 1)
            merged.remove(at: place)
            if place > 0 { merged[place - 1] = token(parts[place - 1], parts[place]) }
            if place < merged.count { merged[place] = token(parts[place], parts[place + 1]) }
        }
        return parts
    }

    private func token(_ left: Token, _ right: Token) -> Token {
        tokenOfMerge[BytePairEncoding.Merge(left: left, right: right)] ?? 0
    }

    private func firstMerge(_ merged: [Token]) -> Int? {
        var first: Int?
        var lowest = Token.max
        for (place, token) in merged.enumerated() where token != 0 && token < lowest {
            first = place
            lowest = token
        }
        return first
    }
}
