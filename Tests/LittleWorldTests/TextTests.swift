import Testing
import TinyLM

@testable import LittleWorld

@Test func aRowIsAFunctionOfSeedAndIndex() {
    let text = LittleWorldText(seed: 9)
    let forward = (0..<200).map { text.row(at: $0, length: 65) }
    let backward = (0..<200).reversed().map { LittleWorldText(seed: 9).row(at: $0, length: 65) }
    #expect(forward == backward.reversed())
    #expect(Set(forward.map(\.tokens)).count == 200)
    let other = LittleWorldText(seed: 10)
    #expect((0..<200).allSatisfy { other.row(at: $0, length: 65) != forward[$0] })
}

@Test(arguments: [1, 2, 5, 20, 65, 129]) func rowsAreWholeDocumentsAndFit(length: Int) {
    let text = LittleWorldText(seed: 4)
    for index in 0..<2000 {
        let row = text.row(at: index, length: length)
        #expect(row.tokens.count <= length)
        #expect(row.tokens.first == FunctionWord.end.token)
        #expect(row.tokens.last == FunctionWord.end.token)
        #expect(row.unscoredPrefix == 1)
        #expect(row.tokens.allSatisfy { Int($0) < text.vocabularyCount })
    }
}

@Test func rowsAreNearlyNineTenthsFull() {
    let text = LittleWorldText(seed: 6)
    let tokens = (0..<5000).reduce(0) { $0 + text.row(at: $1, length: 65).tokens.count }
    #expect(Double(tokens) / (5000 * 65) > 0.88)
}

@Test func thePercentagesHoldInTokens() {
    #expect(Documents.all.reduce(0) { $0 + $1.percentage } == 100)
    let text = LittleWorldText(seed: 2)
    var counts: [String: Int] = [:]
    var total = 0
    var index = 0
    while total < 1_000_000 {
        let row = text.row(at: index, length: 65).tokens
        for document in row.split(separator: FunctionWord.end.token) {
            counts[kindName(of: document), default: 0] += document.count + 1
            total += document.count + 1
        }
        index += 1
    }
    for kind in Documents.all {
        let found = Double(counts[kind.name] ?? 0) / Double(total) * 100
        #expect(abs(found - kind.percentage) < 1, "\(kind.name): \(found) % of the tokens, not \(kind.percentage) %")
    }
    #expect(counts.count == Documents.all.count)
}

/// The kind of a document, told by its first words as a reader would.
func kindName(of document: ArraySlice<Token>) -> String {
    let words = document.map { Vocabulary.little.word(of: $0) ?? "" }
    let text = words.joined(separator: " ")
    switch words.first {
    case "vell": return "translation"
    case "story": return "summary"
    case "game", "chant", "show", "book", "code": return words[0]
    case "Q":
        let isOfFriend = text.contains("the friend of") && !text.hasPrefix("Q : who")
        return isOfFriend ? "think" : "question"
    default: break
    }
    if text.hasPrefix("the doctor") { return "clinic" }
    if ["the home of", "the food of", "the job of", "the friend of"].contains(where: text.hasPrefix) { return "fact" }
    guard let first = document.first, Lexicon.little.people.contains(first) else { return "story" }
    return Lexicon.little.singularVerbs.contains(document[document.startIndex + 1]) ? "names" : "fact"
}

@Test func theTextIsTheOneThatEveryBuildWrites() {
    #expect(LittleWorldText.isAsRecorded)
}
