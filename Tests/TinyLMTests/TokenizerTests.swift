import Testing
import TestSupport

@testable import TinyLM

@Test func frequentPairsMergeFirst() {
    let tokenizer = BytePairEncoding(training: Array("abab abab abab".utf8), vocabularyCount: 258)
    #expect(tokenizer.merges.map { [$0.left, $0.right] } == [[97, 98], [256, 256]])
    #expect(tokenizer.encode(Array("ababab".utf8)) == [257, 256])
    #expect(tokenizer.decode([257, 256, 999]) == Array("ababab".utf8))
}

/// Counting all pairs anew before each merge: slow, and plainly right.
private func plainMerges(_ text: [UInt8], count: Int) -> [BytePairEncoding.Merge] {
    var words: [[Token]] = []
    var start = 0
    while start < text.count {
        let end = WordSplit.end(in: text.span, from: start)
        words.append(text[start..<end].map(Token.init))
        start = end
    }
    var merges: [BytePairEncoding.Merge] = []
    while merges.count < count {
        var counts: [BytePairEncoding.Merge: Int] = [:]
        for word in words {
            // Of `aaa` the middle is in two pairs, of which one can merge.
            for (left, right) in zip(word, word.dropFirst()) {
                counts[.init(left: left, right: right), default: 0] += 1
            }
        }
        let best = counts.filter { $0.value > 1 }.min {
            ($1.value, $0.key.left, $0.key.right) < ($0.value, $1.key.left, $1.key.right)
        }
        guard let pair = best?.key else { break }
        for index in words.indices {
            var place = 0
            while place + 1 < words[index].count {
                if words[index][place] == pair.left, words[index][place + 1] == pair.right {
                    words[index].replaceSubrange(place...place + 1, with: [Token(256 + merges.count)])
                }
                place += 1
            }
        }
        merges.append(pair)
    }
    return merges
}

@Test func fastTrainingLearnsWhatPlainTrainingDoes() {
    var source = RandomSource(seed: 5)
    for _ in 0..<40 {
        let letters = 1 + source.number(below: 4)
        let text = (0..<source.number(below: 600)).map { _ in
            source.number(below: 5) == 0 ? UInt8(ascii: " ") : UInt8(ascii: "a") + UInt8(source.number(below: letters))
        }
        #expect(BytePairEncoding(training: text, vocabularyCount: 290).merges == plainMerges(text, count: 34))
    }
    let text = Array(sampleText.utf8)
    #expect(BytePairEncoding(training: text, vocabularyCount: 4096).merges == plainMerges(text, count: 3840))
}

@Test func anyBytesSurviveTheWayToTokensAndBack() {
    var source = RandomSource(seed: printedSeed(of: "tokenizer round trip"))
    let tokenizers = [BytePairEncoding(merges: []), sampleTokenizer]
    for round in 0..<3000 {
        var bytes = randomBytes(&source)
        if round % 3 == 0 { bytes += Array(sampleText.utf8.dropFirst(source.number(below: 60))) }
        for tokenizer in tokenizers {
            let tokens = tokenizer.encode(bytes)
            #expect(tokenizer.decode(tokens) == bytes)
            #expect(tokens.allSatisfy { $0 < tokenizer.vocabularyCount })
        }
    }
    let long = Array(repeating: UInt8(ascii: "x"), count: 100_000)
    #expect(sampleTokenizer.decode(sampleTokenizer.encode(long)) == long)
}

/// Bytes of any kind, or of a few, in runs.
private func randomBytes(_ source: inout RandomSource) -> [UInt8] {
    let kinds: [UInt8] = [0, 32, 10, 48, 97, 98, 46, 195, 169, 255]
    let isAny = source.number(below: 2) == 0
    var bytes: [UInt8] = []
    for _ in 0..<source.number(below: 40) {
        let byte = isAny ? UInt8(source.number(below: 256)) : kinds[source.number(below: kinds.count)]
        bytes += Array(repeating: byte, count: source.number(below: 4) == 0 ? source.number(below: 200) : 1)
    }
    return bytes
}

@Test func wordsAreSplitWhereTheKindChanges() {
    func words(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        var words: [String] = []
        var start = 0
        while start < bytes.count {
            let end = WordSplit.end(in: bytes.span, from: start)
            words.append(String(decoding: bytes[start..<end], as: UTF8.self))
            start = end
        }
        return words
    }
    #expect(words("the fox, 12 foxes") == ["the", " fox", ",", " 12", " foxes"])
    #expect(words("a  b\n  c \n") == ["a", " ", " b", "\n ", " c", " \n"])
    #expect(words("naïve10x ...") == ["naïve", "10", "x", " ..."])
    #expect(words(" ") == [" "])
    #expect(words("   ") == ["   "])
    let long = words(String(repeating: "東", count: 100))
    #expect(long.count > 5 && long.allSatisfy { $0.utf8.count <= 64 && !$0.contains("\u{FFFD}") })
}

@Test func aTokenizerSurvivesItsFile() throws {
    let bytes = try sampleTokenizer.json()
    #expect(try BytePairEncoding(json: bytes, file: "x") == sampleTokenizer)
}

@Test func mergesThatAreNotOfEarlierTokensAreRefused() {
    typealias Merge = BytePairEncoding.Merge
    #expect(
        BytePairEncoding.fault(of: [Merge(left: 256, right: 1)])?.hasPrefix("merge 0 is not of two earlier") == true)
    #expect(
        BytePairEncoding.fault(of: [Merge(left: 1, right: .max)])?.hasPrefix("merge 0 is not of two earlier") == true)
    #expect(BytePairEncoding.fault(of: [Merge(left: 1, right: 1), Merge(left: 1, right: 1)]) != nil)
    let doubling = (0..<10).map { Merge(left: $0 == 0 ? 1 : 255 + $0, right: $0 == 0 ? 1 : 255 + $0) }
    #expect(BytePairEncoding.fault(of: doubling) == nil)
    let more = doubling + [Merge(left: 265, right: 265)]
    #expect(BytePairEncoding.fault(of: more) == "merge 10 makes a token of more than 1024 bytes")
    #expect(BytePairEncoding.fault(of: (0..<3841).map { Merge(left: $0 / 256, right: $0 % 256) }) != nil)
}

@Test func piecesOfALongTextAreSpreadOverIt() {
    let pieces = WordCounts.sample(of: 1_000_000, limit: 64_000)
    #expect(pieces.count == 64 && pieces[0].lowerBound == 0 && pieces.allSatisfy { $0.count == 1000 })
    #expect((998_000...1_000_000).contains(pieces[63].upperBound))
    #expect(WordCounts.sample(of: 10, limit: 10) == [0..<10])
    #expect(WordCounts.sample(of: 10, limit: 1).allSatisfy { $0.isEmpty })
}
