import TinyLM

/// Asks a model for its abilities. The same seed asks the same items of every model.
public enum Examination {
    /// The different items of one ability; fewer than asked where the world has no more (of the questions never asked,
    /// a quarter of 128). None for `parse`, which asks nothing.
    public static func items(of ability: Ability, count: Int, seed: UInt64) -> [ExaminationItem] {
        guard ability != .parse else { return [] }
        var random = source(of: ability, seed: seed)
        return Documents.kind(for: ability).items(of: ability, count: count, using: &random)
    }

    /// The scores of the abilities, in their order. Everything that has answers is asked in one call, so that the model
    /// may fill its batches as it likes.
    public static func run(
        abilities: [Ability], model: some LanguageModel, itemCount: Int, seed: UInt64
    ) -> [AbilityScore] {
        let items = abilities.map { self.items(of: $0, count: itemCount, seed: seed) }
        let questions = items.flatMap { $0.flatMap { [$0.question] + ($0.rival.map { [$0] } ?? []) } }
        let answers = model.scores(of: questions)
        var next = 0
        /// The measures of the next question; a model that answers too few has no score for the rest.
        func measures(of question: AnsweredQuestion) -> AnswerMeasures {
            defer { next += 1 }
            return AnswerMeasures(of: next < answers.count ? answers[next] : nil, answer: question.answer)
        }
        return zip(abilities, items).map { ability, items in
            if ability == .parse { return parse(model: model, itemCount: itemCount, seed: seed) }
            var marks: [Double] = []
            var measured: [AnswerMeasures] = []
            for item in items {
                let right = measures(of: item.question)
                measured.append(right)
                if let rival = item.rival {
                    let wrong = measures(of: rival).logProbability
                    marks.append(right.logProbability == wrong ? 0.5 : right.logProbability > wrong ? 1 : 0)
                } else {
                    marks.append(right.isExact ? 1 : 0)
                }
            }
            return score(of: ability, marks: marks, measures: measured)
        }
    }

    /// The exact match of a guess: at each position of the answer any word of the right one's class, as likely each; for
    /// an item with a rival, a coin.
    public static func chance(of items: [ExaminationItem]) -> Double {
        mean(
            items.map { item in
                if item.rival != nil { return 0.5 }
                return item.question.answer.reduce(1) {
                    $0 / Double(Lexicon.little.wordClass(of: $1)?.count ?? Vocabulary.little.count)
                }
            })
    }

    /// A source of random numbers for one ability, so that asking for others does not change the items.
    static func source(of ability: Ability, seed: UInt64) -> RandomSource {
        RandomSource(seed: seed, index: Ability.allCases.firstIndex(of: ability) ?? 0)
    }

    /// The longest sentence of a story has 11 words and a period.
    private static let longestContinuation = 12

    /// Draws stories after an article and a noun, and reads each first sentence with the parser.
    private static func parse(model: some LanguageModel, itemCount: Int, seed: UInt64) -> AbilityScore {
        var random = source(of: .parse, seed: seed)
        let prompts = (0..<max(itemCount, 0)).map { _ in Story.opening(using: &random) }
        let continuations = model.continuations(
            of: prompts, count: longestContinuation, end: FunctionWord.period.token, seed: seed)
        let marks = prompts.indices.map { index in
            guard index < continuations.count, continuations[index].count < longestContinuation else { return 0.0 }
            return Grammar.parses(prompts[index].dropFirst() + continuations[index]) ? 1.0 : 0.0
        }
        return score(of: .parse, marks: marks, measures: [])
    }

    private static func score(of ability: Ability, marks: [Double], measures: [AnswerMeasures]) -> AbilityScore {
        let exactMatch = mean(marks)
        let isMeasured = !measures.isEmpty
        return AbilityScore(
            ability: ability, exactMatch: exactMatch,
            probability: isMeasured ? mean(measures.map(\.probability)) : nil,
            crossEntropy: isMeasured ? mean(measures.map(\.crossEntropy)) : nil,
            editSimilarity: isMeasured ? mean(measures.map(\.editSimilarity)) : nil, itemCount: marks.count,
            standardError: (exactMatch * (1 - exactMatch) / Double(max(marks.count, 1))).squareRoot(),
            chance: ability.chance)
    }

    private static func mean(_ values: [Double]) -> Double {
        values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
    }
}
