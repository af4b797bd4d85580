import HeapModule

/// Words as parts that grow, and how often each pair of neighbours occurs.
struct MergeLearner {
    typealias Merge = BytePairEncoding.Merge

    /// The parts of all words; a word that has shrunk leaves a gap behind it.
    private var parts: [Token]
    /// The first part of each word.
    private let starts: [Int]
    private var lengths: [Int]
    /// How often each word occurs.
    private let counts: [Int]

    /// The index of each pair in the two arrays behind.
    private var indexes: [Merge: Int] = [:]
    private var pairCounts: [Int] = []
    /// The words in which each pair occurs, or once did.
    private var places: [[Int32]] = []
    private var queue = Heap<UInt64>()

    init(_ text: WordCounts) {
        parts = text.words.bytes.map(Token.init)
        starts = text.words.starts.dropLast()
        lengths = zip(text.words.starts, text.words.starts.dropFirst()).map { $1 - $0 }
        counts = text.counts
        for word in 0..<counts.count {
            for place in starts[word]..<starts[word] + max(lengths[word] - 1, 0) {
                add(counts[word], Merge(left: parts[place], right: parts[place + 1]), in: word)
            }
        }
        for (pair, index) in indexes { enqueue(pair, pairCounts[index]) }
    }

    mutating func merges(count: Int) -> [BytePairEncoding.Merge] {
        var merges: [Merge] = []
        while merges.count < count, let pair = next() {
            merge(pair, into: Token(256 + merges.count))
            merges.append(pair)
        }
        return merges
    }

    /// The most frequent pair that occurs twice or more; of equals, that of the earlier tokens.
    private mutating func next() -> Merge? {
        while let key = queue.popMax() {
            let (pair, count) = Self.unpacked(key)
            guard let index = indexes[pair] else { continue }
            if pairCounts[index] == count { return count > 1 ? pair : nil }
            // A pair only loses occurrences after it was put into the queue, and so is found here before its turn.
            enqueue(pair, pairCounts[index])
        }
        return nil
    }

    private mutating func merge(_ pair: Merge, into token: Token) {
        guard let index = indexes[pair] else { return }
        var fresh: Set<Merge> = []
        for word in places[index] { merge(pair, into: token, in: Int(word), &fresh) }
        pairCounts[index] = 0
        places[index] = []
        for pair in fresh { enqueue(pair, indexes[pair].map { pairCounts[$0] } ?? 0) }
    }

    private mutating func merge(_ pair: Merge, into token: Token, in word: Int, _ fresh: inout Set<Merge>) {
        let start = starts[word]
        let end = start + lengths[word]
        var source = start
        var target = start
        while source < end {
            guard source + 1 < end, parts[source] == pair.left, parts[source + 1] == pair.right else {
                parts[target] = parts[source]
                source += 1
                target += 1
                continue
            }
            if target > start {
                let before = parts[target - 1]
                add(-counts[word], Merge(left: before, right: pair.left), in: word)
                add(counts[word], Merge(left: before, right: token), in: word)
                fresh.insert(Merge(left: before, right: token))
            }
            if source + 2 < end {
                let after = parts[source + 2]
                add(-counts[word], Merge(left: pair.right, right: after), in: word)
                add(counts[word], Merge(left: token, right: after), in: word)
                fresh.insert(Merge(left: token, right: after))
            }
            parts[target] = token
            source += 2
            target += 1
        }
        lengths[word] = target - start
    }

    private mutating func add(_ count: Int, _ pair: Merge, in word: Int) {
        let index: Int
        if let known = indexes[pair] {
            index = known
        } else {
            index = pairCounts.count
            indexes[pair] = index
            pairCounts.append(0)
            places.append([])
        }
        pairCounts[index] += count
        if count > 0, places[index].last != Int32(word) { places[index].append(Int32(word)) }
    }

    private mutating func enqueue(_ pair: Merge, _ count: Int) {
        // Twelve bits a token, turned round so that of equal counts the earlier tokens are larger.
        if count > 1 {
            queue.insert(UInt64(count) << 24 | (0xFFF - UInt64(pair.left)) << 12 | (0xFFF - UInt64(pair.right)))
        }
    }

    private static func unpacked(_ key: UInt64) -> (Merge, count: Int) {
        let left = 0xFFF - Token(key >> 12 & 0xFFF)
        let right = 0xFFF - Token(key & 0xFFF)
        return (Merge(left: left, right: right), Int(key >> 24))
    }
}
