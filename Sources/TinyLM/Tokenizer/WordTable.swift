/// The different words of a text, numbered in the order in which they were first seen.
struct WordTable {
    /// The most words it takes; later ones have no number.
    let limit: Int
    /// The bytes of all words, one behind the other.
    private(set) var bytes: [UInt8] = []
    /// The first byte of each word, and one more for the end.
    private(set) var starts: [Int] = [0]
    /// The numbers of words by their hash (open addressing, at most half full); -1 where there is none.
    private var slots = [Int32](repeating: -1, count: 1 << 12)

    init(limit: Int) { self.limit = limit }

    var count: Int { starts.count - 1 }

    /// The number of the word at `range` of the text, and whether it has just got it; nil where the table is full.
    @inline(__always)
    mutating func number(of text: Span<UInt8>, _ range: Range<Int>) -> (number: Int, isNew: Bool)? {
        let mask = slots.count - 1
        var slot = Self.hash(text, range) & mask
        while slots[slot] >= 0 {
            let number = Int(slots[slot])
            if isEqual(number, text, range) { return (number, false) }
            slot = (slot + 1) & mask
        }
        guard count < limit else { return nil }
        slots[slot] = Int32(count)
        for place in range { bytes.append(text[place]) }
        starts.append(bytes.count)
        if count * 2 > slots.count { grow() }
        return (count - 1, true)
    }

    @inline(__always)
    private func isEqual(_ number: Int, _ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        let start = starts[number]
        guard starts[number + 1] - start == range.count else { return false }
        for offset in 0..<range.count where bytes[start + offset] != text[range.lowerBound + offset] { return false }
        return true
    }

    private mutating func grow() {
        let mask = slots.count * 4 - 1
        slots = [Int32](repeating: -1, count: mask + 1)
        for number in 0..<count {
            var slot = Self.hash(bytes.span, starts[number]..<starts[number + 1]) & mask
            while slots[slot] >= 0 { slot = (slot + 1) & mask }
            slots[slot] = Int32(number)
        }
    }

    @inline(__always)
    private static func hash(_ text: Span<UInt8>, _ range: Range<Int>) -> Int {
        var hash = UInt64(range.count)
        for place in range { hash = (hash ^ UInt64(text[place])) &* 0x9E37_79B9_7F4A_7C15 &+ hash >> 32 }
        return Int(truncatingIfNeeded: (hash ^ hash >> 29) & 0x7FFF_FFFF)
    }
}
