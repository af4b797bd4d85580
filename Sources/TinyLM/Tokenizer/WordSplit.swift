/// Where a text is split before its bytes are merged: no token spans two words, so that a word's tokens depend on
/// nothing but its bytes, and can be remembered.
///
/// A word is a run of letters, of digits or of other marks, with the one space before it (after Radford et al. 2019,
/// "Language Models are Unsupervised Multitask Learners"); other white space is a word of its own. Bytes of letters
/// beyond ASCII count as letters. Long runs are split: scripts without spaces would be one word without end.
enum WordSplit {
    /// The most bytes a word can have.
    static let longest = 64

    /// The end of the word that begins at `start`, which is less than the text's count.
    @inline(__always)
    static func end(in text: Span<UInt8>, from start: Int) -> Int {
        let limit = min(text.count, start + longest)
        var place = start
        if kind(text[start]) == .space {
            place = run(of: .space, in: text, from: start, to: limit)
            guard place < limit, text[place - 1] == UInt8(ascii: " ") else { return place }
            guard place == start + 1 else { return place - 1 }
        }
        let end = run(of: kind(text[place]), in: text, from: place, to: min(text.count, start + longest / 2))
        guard end == start + longest / 2 else { return end }
        // A long run is split between two characters, not within one.
        place = end
        while place < limit, text[place] & 0xC0 == 0x80 { place += 1 }
        return place
    }

    private enum Kind { case space, letter, digit, mark }

    @inline(__always)
    private static func run(of kind: Kind, in text: Span<UInt8>, from start: Int, to limit: Int) -> Int {
        var place = start
        while place < limit, self.kind(text[place]) == kind { place += 1 }
        return place
    }

    @inline(__always)
    private static func kind(_ byte: UInt8) -> Kind {
        if byte | 0x20 >= UInt8(ascii: "a"), byte | 0x20 <= UInt8(ascii: "z") { return .letter }
        if byte >= 0x80 { return .letter }
        if byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte) { return .space }
        return (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) ? .digit : .mark
    }
}
