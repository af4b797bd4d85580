import TinyLM

extension PromptTask {
    /// How often a model is right after so many examples.
    public struct Score: Codable, Equatable, Sendable {
        public var examples: Int
        /// The fraction of items whose whole answer is the most probable, word for word.
        public var accuracy: Double
        /// From the number of different questions: the same one after other examples is not independent.
        public var standardError: Double
        /// What one gets who has learned nothing and knows what is asked.
        public var chance: Double
        public var itemCount: Int
        /// Different questions among the items.
        public var questionCount: Int

        // As short as those of ``PromptRecord``, for the same reason.
        enum CodingKeys: String, CodingKey {
            case examples = "k"
            case accuracy = "a"
            case standardError = "e"
            case chance = "c"
            case itemCount = "n"
            case questionCount = "q"
        }
    }

    /// The items of one number of examples: each question of up to so many, several times with other examples where the
    /// questions are few. Empty where the examples do not fit. The same seed gives the same items.
    func items(examples count: Int, itemCount: Int, seed: UInt64) -> [ExaminationItem] {
        let place = PromptTask.allCases.firstIndex(of: self) ?? 0
        var random = RandomSource(seed: seed, index: place * 100 + count)
        var seen: Set<[Token]> = []
        var items: [ExaminationItem] = []
        for _ in 0..<itemCount * 10 where items.count < itemCount {
            guard let item = item(examples: count, using: &random) else { return [] }
            if seen.insert(item.question.tokens).inserted { items.append(item) }
        }
        return items
    }

    /// A model's scores after each number of examples that fits. Nil where `isStopped`, which is asked between them.
    public func scores(
        of model: some LanguageModel, itemCount: Int = 100, seed: UInt64 = 1, isStopped: () -> Bool = { false }
    ) -> [Score]? {
        var scores: [Score] = []
        for count in Self.exampleCounts {
            if isStopped() { return nil }
            let items = items(examples: count, itemCount: itemCount, seed: seed)
            guard !items.isEmpty else { break }
            scores.append(score(items, examples: count, answers: model.scores(of: items.map(\.question))))
        }
        return scores
    }

    private func score(_ items: [ExaminationItem], examples: Int, answers: [AnswerScore]) -> Score {
        var byQuestion: [ArraySlice<Token>: [Double]] = [:]
        for (item, answer) in zip(items, answers) {
            byQuestion[asked(item), default: []].append(answer.mostProbable == Array(item.question.answer) ? 1 : 0)
        }
        // In the order of the questions' words: a dictionary's own would be another in every process, and so the sums.
        let questions = byQuestion.sorted { Array($0.key).lexicographicallyPrecedes(Array($1.key)) }
        let means = questions.map { $0.value.reduce(0, +) / Double($0.value.count) }
        let right = questions.reduce(0) { $0 + $1.value.reduce(0, +) }
        let accuracy = right / Double(items.count)
        let deviation = means.count < items.count ? Spread(means).standardDeviation : nil
        let binomial = standardError(of: accuracy, count: items.count)
        return Score(
            examples: examples, accuracy: accuracy,
            standardError: deviation.map { $0 / Double(means.count).squareRoot() } ?? binomial,
            chance: chance(of: items, examples: examples), itemCount: items.count, questionCount: means.count)
    }

    /// The question of an item, without its examples.
    private func asked(_ item: ExaminationItem) -> ArraySlice<Token> {
        let tokens = item.question.tokens
        let given = tokens[..<item.question.answerStart]
        let border = self == .pairs || FunctionWord.show.token == tokens[1] ? FunctionWord.semicolon : .end
        let start = given.lastIndex { $0 == border.token || $0 == FunctionWord.colon.token && border == .semicolon }
        return tokens[(start ?? 0)...]
    }

    private func chance(of items: [ExaminationItem], examples: Int) -> Double {
        guard self == .pairs, examples > 0 else { return Examination.chance(of: items) }
        return 1 / Double(min(examples, Game.pairCount))
    }
}
