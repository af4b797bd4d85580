import Testing
import TinyLM

@testable import LittleWorld

/// The items of every ability, as they stand in a text: without the end before, and the rival's text nowhere.
private func examinedTexts(seed: UInt64) -> [[Token]] {
    Ability.allCases.flatMap { Examination.items(of: $0, count: 400, seed: seed) }
        .map { Array($0.question.tokens.dropFirst()) }
}

/// The ten million tokens are the ones of a run: seed 1, rows of 65.
@Test func noExaminedItemIsInTenMillionTrainingTokens() throws {
    let texts = (0..<3).flatMap { examinedTexts(seed: $0) }
    #expect(texts.count > 20_000)
    let filter = Filter(texts: texts)
    // The filter finds what is there.
    let example = try #require(texts.first)
    #expect(filter.matches(in: [0] + example + [0]) == 1)
    #expect(filter.matches(in: [0] + example.dropLast() + [0]) == 0)
    let text = LittleWorldText(seed: 1)
    var tokenCount = 0
    var found = 0
    var index = 0
    while tokenCount < 10_000_000 {
        let row = text.row(at: index, length: 65).tokens
        found += filter.matches(in: row)
        tokenCount += row.count
        index += 1
    }
    #expect(found == 0)
}

/// Finds texts in rows by their last three tokens first, then whole.
private struct Filter {
    /// Is there a text that ends in tokens of this hash?
    private var isEnding = [Bool](repeating: false, count: 1 << 20)
    private var texts: [Int: [[Token]]] = [:]

    init(texts: [[Token]]) {
        for text in Set(texts) where text.count >= 3 {
            let key = Filter.key(text[text.count - 3], text[text.count - 2], text[text.count - 1])
            isEnding[key] = true
            self.texts[key, default: []].append(text)
        }
    }

    @inline(__always)
    private static func key(_ first: Token, _ second: Token, _ third: Token) -> Int {
        (Int(first) &* 0x9E37 &+ Int(second) &* 0x2_F1B5 &+ Int(third)) & (1 << 20 - 1)
    }

    /// The number of texts that are anywhere in a row.
    func matches(in row: [Token]) -> Int {
        var count = 0
        guard row.count > 2 else { return 0 }
        for end in 2..<row.count {
            let key = Filter.key(row[end - 2], row[end - 1], row[end])
            guard isEnding[key] else { continue }
            for text in texts[key] ?? [] where text.count <= end + 1 {
                if row[(end + 1 - text.count)...end].elementsEqual(text) { count += 1 }
            }
        }
        return count
    }
}

/// The content that a rule holds out, in a million tokens: not one item of it, while the rest is there.
@Test func noHeldOutContentIsInAMillionTrainingTokens() throws {
    let text = LittleWorldText(seed: 7)
    var allowed = 0
    var broken: [String] = []
    for index in 0..<18_000 {
        for document in text.row(at: index, length: 65).tokens.split(separator: FunctionWord.end.token) {
            if breaksARule(Array(document)) { broken.append(Vocabulary.little.decode(document)) } else { allowed += 1 }
        }
    }
    #expect(broken.isEmpty, "\(broken.prefix(3))")
    #expect(allowed > 50_000)
}

/// Every examined item breaks the rule of its kind: the test above would see it.
@Test func everyExaminedItemBreaksItsRule() {
    let checked: [Ability] = [
        .agreement, .fact, .question, .translation, .summary, .copy, .inContextSeen, .inContextNovel,
        .inContextFourTimes,
        .retrievalFresh, .retrievalStale, .retrievalDistracted, .twoHopsWritten, .twoHopsDirect, .codeLookUp,
        .codeOperation, .codeChain, .fewShotZero, .fewShotFour,
    ]
    for ability in checked {
        for item in Examination.items(of: ability, count: 200, seed: 4) {
            var document = Array(item.question.tokens.dropFirst().filter { $0 != FunctionWord.end.token })
            // The sentence is broken off after its verb.
            if ability == .agreement { document += [FunctionWord.the.token, Lexicon.little.nouns[0]] }
            #expect(breaksARule(document), "\(ability): \(Vocabulary.little.decode(document))")
        }
    }
}

/// Does a document have what no training document may have?
private func breaksARule(_ document: [Token]) -> Bool {
    let words = Lexicon.little
    let reading = Reading(document.map { Vocabulary.little.word(of: $0) ?? "" })
    func person(_ name: String) -> Int {
        Vocabulary.little.token(of: name).flatMap(words.known.index) ?? -1
    }
    func asked(_ part: Reading) -> (person: String, relation: Relation, isOfFriend: Bool)? {
        Reading(part.split("?")[0].words.drop { $0 == "Q" || $0 == ":" }).question
    }
    switch kindName(of: document[...]) {
    case "story":
        return Reading(document.map { Vocabulary.little.word(of: $0) ?? "" }).split(".").contains { part in
            let tokens = (try? Vocabulary.little.encode(part.text)) ?? []
            // An intransitive verb has nothing after it: what was added to a broken-off item goes again.
            let sentence = Grammar.sentence(from: tokens) ?? Grammar.sentence(from: tokens.dropLast(2))
            return sentence?.isHeldOutForAgreement ?? true
        }
    case "fact":
        let facts = reading.split(".").compactMap(\.statement)
        return zip(facts, facts.dropFirst()).contains {
            HeldOut.fact.contains(person($0.person), $0.relation.rawValue, $1.relation.rawValue)
        }
    case "question":
        return asked(reading).map { QuestionAnswer.isHeldOut($0.relation, person: person($0.person)) } ?? true
    case "think":
        return asked(reading).map { Think.isHeldOut($0.relation, person: person($0.person)) } ?? true
    case "translation":
        let source = document.prefix { $0 != FunctionWord.arrow.token }.dropFirst(2)
        return Grammar.sentence(from: source).map(Translation.isHeldOut) ?? true
    case "summary":
        let subjects = document.dropFirst(2).split(separator: FunctionWord.period.token).dropLast().compactMap {
            Grammar.sentence(from: $0)?.subject.noun
        }
        let topic = document.last.flatMap { words.nouns.index(of: $0) ?? words.pluralNouns.index(of: $0) }
        return Summary.isHeldOut(topic: topic ?? -1, other: subjects.first { $0 != topic } ?? -1)
    case "game":
        return document.dropFirst(2).split(separator: FunctionWord.semicolon.token).contains { pair in
            guard let key = pair.first, let value = pair.last else { return true }
            return Game.isHeldOut(key: key, value: value) || words.novelWords.contains(key)
        }
    case "chant": return Chant.isHeldOut(first: document[2], second: document[3])
    case "show":
        return document.dropFirst(2).split(separator: FunctionWord.semicolon.token).contains { pair in
            !Show.Kind.allCases.contains { kind in
                (0..<kind.count).contains { !kind.isHeldOut($0) && [kind.pair($0).0, kind.pair($0).1] == Array(pair) }
            }
        }
    case "book":
        let facts = reading.split("Q")[0].split(".").map { Reading($0.words.drop { $0 == "book" || $0 == ":" }) }
            .compactMap(\.statement)
        let isNamed = facts.contains { fact in
            Vocabulary.little.token(of: fact.person).map { !words.written.contains($0) } ?? true
        }
        return isNamed || Set(facts.map(\.relation)).count < facts.count
    case "code":
        let end = document.firstIndex(of: FunctionWord.print.token) ?? document.count
        return Code.isHeldOut(statements: document[2..<end])
    default: return false
    }
}
