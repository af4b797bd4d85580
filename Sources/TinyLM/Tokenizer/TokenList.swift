/// A list of tokens, two bytes each, in pieces: it grows without ever being copied, so that memory is never taken twice.
struct TokenList: Equatable, Sendable {
    private var pieces: [[Token]] = []
    private(set) var count = 0

    static let pieceLength = 1 << 20

    init(_ tokens: [Token] = []) { append(tokens[...]) }

    mutating func append(_ tokens: ArraySlice<Token>) {
        var rest = tokens
        while !rest.isEmpty {
            let filled = count % Self.pieceLength
            if filled == 0 {
                pieces.append([])
                // A text of one piece takes what it needs; of a longer one every piece will be full, but for the last.
                if pieces.count > 1 { pieces[pieces.count - 1].reserveCapacity(Self.pieceLength) }
            }
            let part = rest.prefix(Self.pieceLength - filled)
            pieces[pieces.count - 1] += part
            count += part.count
            rest = rest.dropFirst(part.count)
        }
    }

    /// The tokens at a range within the list.
    subscript(range: Range<Int>) -> [Token] {
        var tokens: [Token] = []
        tokens.reserveCapacity(range.count)
        var place = range.lowerBound
        while place < range.upperBound {
            let piece = pieces[place / Self.pieceLength]
            let start = place % Self.pieceLength
            let end = min(piece.count, start + range.upperBound - place)
            tokens += piece[start..<end]
            place += end - start
        }
        return tokens
    }
}
