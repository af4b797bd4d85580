import Testing
import TinyLM

@testable import LittleWorld

/// A model that knows every answer, and gives what is wrong a small chance only.
private struct Oracle: LanguageModel {
    let right: Set<[Token]>

    func scores(of questions: [AnsweredQuestion]) -> [AnswerScore] {
        questions.map { question in
            let isRight = right.contains(question.tokens)
            return AnswerScore(
                logProbabilities: question.answer.map { _ in isRight ? -1e-7 : -9 },
                mostProbable: Array(question.answer))
        }
    }

    /// Every subject sings.
    func continuations(of prompts: [[Token]], count: Int, end: Token, seed: UInt64) -> [[Token]] {
        prompts.map { prompt in
            let isPlural = prompt.last.map(Lexicon.little.pluralNouns.contains) ?? false
            return [Sentence.verbToken(Lexicon.transitiveCount, isPlural: isPlural)]
        }
    }
}

/// A model that knows nothing; the word it names is any of all, or any of the right kind.
private struct Guesser: LanguageModel {
    let knowsKinds: Bool

    func scores(of questions: [AnsweredQuestion]) -> [AnswerScore] {
        var random = RandomSource(seed: 77)
        let all = WordClass(first: 0, count: Vocabulary.little.count)
        return questions.map { question in
            AnswerScore(
                logProbabilities: question.answer.map { _ in Float(-6.1527) },
                mostProbable: question.answer.map {
                    (knowsKinds ? Lexicon.little.wordClass(of: $0) ?? all : all).drawn(using: &random)
                })
        }
    }

    func continuations(of prompts: [[Token]], count: Int, end: Token, seed: UInt64) -> [[Token]] {
        var random = RandomSource(seed: seed)
        let all = WordClass(first: 0, count: Vocabulary.little.count)
        return prompts.map { _ in
            Array((0..<count).map { _ in all.drawn(using: &random) }.prefix { $0 != end })
        }
    }
}

/// A model that broke: nothing it says is a number, and it says too little.
private struct Broken: LanguageModel {
    func scores(of questions: [AnsweredQuestion]) -> [AnswerScore] {
        questions.dropLast(3).map { _ in AnswerScore(logProbabilities: [.nan], mostProbable: []) }
    }

    func continuations(of prompts: [[Token]], count: Int, end: Token, seed: UInt64) -> [[Token]] { [] }
}

@Test func whoKnowsEverythingScoresOne() {
    let right = Ability.allCases.flatMap { Examination.items(of: $0, count: 100, seed: 5) }.map(\.question.tokens)
    let scores = Examination.run(abilities: Ability.allCases, model: Oracle(right: Set(right)), itemCount: 100, seed: 5)
    #expect(scores.map(\.ability) == Ability.allCases)
    for score in scores {
        #expect(score.exactMatch == 1, "\(score.ability)")
        #expect(score.standardError == 0)
        #expect(score.itemCount >= 24)
        guard score.ability != .parse else { continue }
        #expect(abs((score.probability ?? 0) - 1) < 1e-6)
        #expect(abs(score.crossEntropy ?? 1) < 1e-6)
        #expect(score.editSimilarity == 1)
    }
}

@Test func whoKnowsNothingScoresAtChance() throws {
    let abilities = Ability.allCases
    let kinds = Examination.run(abilities: abilities, model: Guesser(knowsKinds: true), itemCount: 2000, seed: 1)
    for score in kinds {
        let error = max((score.chance * (1 - score.chance) / Double(score.itemCount)).squareRoot(), 0.001)
        #expect(abs(score.exactMatch - score.chance) < 4 * error, "\(score)")
    }
    for score in Examination.run(abilities: abilities, model: Guesser(knowsKinds: false), itemCount: 500, seed: 1) {
        if score.ability == .agreement {
            #expect(score.exactMatch == 0.5)
        } else {
            // One word of 470, within four standard errors.
            #expect(score.exactMatch < 0.015 + 1.0 / Double(score.itemCount), "\(score)")
        }
        guard score.ability != .parse else { continue }
        #expect(abs(try #require(score.probability) * 470 - 1) < 1e-3)
        #expect(abs(try #require(score.crossEntropy) - 6.1527) < 1e-4)
    }
}

@Test func aBrokenModelScoresNothingAndEveryMeasureIsANumber() {
    for score in Examination.run(abilities: Ability.allCases, model: Broken(), itemCount: 20, seed: 1) {
        #expect(score.exactMatch == (score.ability == .agreement ? 0.5 : 0))
        #expect((score.probability ?? 0) < 1e-9)
        #expect((score.crossEntropy ?? 100) == 100)
    }
    #expect(Examination.run(abilities: [.fact], model: Broken(), itemCount: 0, seed: 1).map(\.itemCount) == [0])
}

@Test(arguments: Ability.allCases) func itemsAreShortDifferentAndTheSameForASeed(ability: Ability) {
    let items = Examination.items(of: ability, count: 300, seed: 8)
    #expect(items == Examination.items(of: ability, count: 300, seed: 8))
    #expect(items.isEmpty == (ability == .parse))
    if !items.isEmpty { #expect(items != Examination.items(of: ability, count: 300, seed: 9)) }
    #expect(Set(items.map(\.question.tokens)).count == items.count)
    for item in items {
        #expect(item.question.tokens.count <= 64)
        #expect(item.question.tokens.first == FunctionWord.end.token)
        #expect(item.question.answerStart > 0 && item.question.answerStart < item.question.tokens.count)
        #expect((item.rival != nil) == (ability == .agreement))
        if let rival = item.rival { #expect(rival.tokens != item.question.tokens) }
    }
}

@Test func everyAbilityIsDescribed() {
    #expect(Set(Ability.allCases.map(\.name)).count == Ability.allCases.count)
    #expect(Set(Ability.allCases.map(\.asks)).count == Ability.allCases.count)
    for ability in Ability.allCases {
        #expect(ability.asks.last == "?" && ability.scoring.last == ".")
        #expect(ability.chance >= 0 && ability.chance <= 0.5)
        #expect((ability.chanceInSight ?? 1) > ability.chance)
    }
}

@Test func theMeasuresAreOfTheSameAnswer() {
    let answer: [Token] = [7, 8, 9, 10]
    let score = AnswerScore(logProbabilities: [0, -0.6931472, -1.3862944, 0], mostProbable: [7, 9, 10, 10])
    let measures = AnswerMeasures(of: score, answer: answer[...])
    #expect(!measures.isExact)
    #expect(abs(measures.probability - (1 + 0.5 + 0.25 + 1) / 4) < 1e-6)
    #expect(abs(measures.crossEntropy - 3 * 0.6931472 / 4) < 1e-6)
    // Two edits: 8 out, 10 in.
    #expect(measures.editSimilarity == 0.5)
}

@Test func agreementIsOfTheSubjectNotOfTheNearestNoun() {
    for item in Examination.items(of: .agreement, count: 500, seed: 3) {
        let tokens = Array(item.question.tokens.dropFirst())
        let nouns = tokens.filter { Lexicon.little.nouns.contains($0) || Lexicon.little.pluralNouns.contains($0) }
        let isPlural = nouns.map(Lexicon.little.pluralNouns.contains)
        #expect(isPlural.count == 2 && isPlural[0] != isPlural[1])
        let verbs = isPlural[0] ? Lexicon.little.pluralVerbs : Lexicon.little.singularVerbs
        #expect(tokens.last.map(verbs.contains) == true)
    }
}

@Test func theBestReaderOfNotesIsAsGoodAsCounted() {
    var random = RandomSource(seed: 12)
    let words = Lexicon.little
    var right = 0.0
    for _ in 0..<40_000 {
        let (note, disease) = Clinic.labelledNote(using: &random)
        var counts = Array(repeating: 0, count: words.diseases.count)
        for token in note {
            if let symptom = words.symptoms.index(of: token) { counts[symptom / Lexicon.symptomsPerDisease] += 1 }
        }
        let most = counts.max() ?? 0
        let candidates = counts.indices.filter { counts[$0] == most }
        if candidates.contains(where: { words.diseases[$0] == disease }) { right += 1 / Double(candidates.count) }
    }
    // Three standard errors of 40,000 notes are 0.003.
    #expect(abs(right / 40_000 - Clinic.bestAccuracy) < 0.003)
    #expect(abs(Clinic.bestAccuracy - 0.957) < 0.001)
}
