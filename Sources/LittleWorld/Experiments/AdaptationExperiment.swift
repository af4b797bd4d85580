import TinyLM

/// What a pretrained model does without any training: asked in words that it knows, in a form that it does not, with
/// examples, with a book.
public struct AdaptationExperiment: Sendable {
    public var seed: UInt64 = 1
    /// Of each prompt; some relations have fewer.
    public var itemCount = 400
    /// Examples before a question.
    public var exampleCounts = [0, 1, 2, 4]

    public init(seed: UInt64 = 1) { self.seed = seed }

    /// Nil where it was stopped. The same for any number of threads.
    public func run(on pretrained: Pretrained, pool: WorkerPool, watch: ExperimentWatch) -> AdaptationResult? {
        let model = GPT(pretrained.parameters, pool: pool)
        var done = 0.0
        let total = Double(1 + exampleCounts.count * (2 + Show.Kind.allCases.count) + BookReading.Case.allCases.count)
        /// One measure, unless it was stopped before.
        func next<Value>(_ measure: () -> Value) -> Value? {
            guard !watch.isStopped() else { return nil }
            defer { done += 1 }
            watch.progress(done / total)
            return measure()
        }
        let forms: [(DiagnosisPrompt, [Int])] = [
            (.visit, [0]), (.newFormKnownWords, exampleCounts), (.newFormNewWords, exampleCounts),
        ]
        let prompts = forms.flatMap { form, counts in
            counts.compactMap { count in next { prompt(form, examples: count, model) } }
        }
        let relations = Show.Kind.allCases.flatMap { kind in
            exampleCounts.compactMap { count in next { relation(kind, examples: count, model) } }
        }
        let readings = BookReading.Case.allCases.compactMap { reading in next { read(reading, model) } }
        guard done == total else { return nil }
        return AdaptationResult(
            seed: seed, pretrained: pretrained.origin, bestAccuracy: Clinic.bestAccuracy, diagnosis: prompts,
            fewShot: relations, retrieval: readings)
    }

    /// Two measures of the same notes: the most probable of all words, and of the eight that may be meant.
    private func prompt(_ form: DiagnosisPrompt, examples: Int, _ model: GPT) -> AdaptationResult.Prompt {
        var random = RandomSource(seed: seed, index: 1)
        let questions = (0..<itemCount).map { _ in form.question(examples: examples, using: &random) }
        let labels = form.labels
        let rivals = questions.flatMap { question in
            labels.map {
                AnsweredQuestion(tokens: question.tokens.dropLast() + [$0], answerStart: question.answerStart)
            }
        }
        let scores = model.scores(of: rivals)
        var free = 0
        var chosen = 0
        for (index, question) in questions.enumerated() {
            let places = index * labels.count..<(index + 1) * labels.count
            if scores[places.lowerBound].mostProbable == Array(question.answer) { free += 1 }
            let best = places.max {
                (scores[$0].logProbabilities.first ?? -.infinity) < (scores[$1].logProbabilities.first ?? -.infinity)
            }
            if let best, rivals[best] == question { chosen += 1 }
        }
        let count = Double(max(questions.count, 1))
        return AdaptationResult.Prompt(
            form: form, examples: examples, accuracy: Double(free) / count,
            standardError: standardError(of: Double(free) / count, count: questions.count),
            choiceAccuracy: Double(chosen) / count,
            choiceStandardError: standardError(of: Double(chosen) / count, count: questions.count),
            choiceChance: 1 / Double(labels.count), itemCount: questions.count)
    }

    private func relation(_ kind: Show.Kind, examples: Int, _ model: GPT) -> AdaptationResult.FewShot {
        var random = RandomSource(seed: seed, index: 2 + kind.rawValue)
        // Different items; without an example there are only as many as pairs that are held out.
        var seen: Set<[Token]> = []
        var questions: [AnsweredQuestion] = []
        for _ in 0..<10 * itemCount where questions.count < itemCount {
            let question = Show().item(of: kind, examples: examples, using: &random).question
            if seen.insert(question.tokens).inserted { questions.append(question) }
        }
        var byPair: [ArraySlice<Token>: (right: Int, count: Int)] = [:]
        for (score, question) in zip(model.scores(of: questions), questions) {
            let isRight = score.mostProbable == Array(question.answer)
            byPair[question.tokens.suffix(2), default: (0, 0)].right += isRight ? 1 : 0
            byPair[question.tokens.suffix(2), default: (0, 0)].count += 1
        }
        // In the order of the pairs' words: a dictionary's own would be another in every process, and so the sums.
        let pairs = byPair.sorted { Array($0.key).lexicographicallyPrecedes(Array($1.key)) }.map(\.value)
        let right = pairs.reduce(0) { $0 + $1.right }
        let accuracy = Double(right) / Double(max(questions.count, 1))
        let spread = Spread(pairs.map { Double($0.right) / Double($0.count) })
        return AdaptationResult.FewShot(
            relation: kind.word, examples: examples, accuracy: accuracy,
            standardError: (spread.standardDeviation ?? 0) / Double(max(pairs.count, 1)).squareRoot(),
            itemCount: questions.count, pairCount: pairs.count)
    }

    private func read(_ reading: BookReading.Case, _ model: GPT) -> AdaptationResult.Retrieval {
        var random = RandomSource(seed: seed, index: 20)
        let items = (0..<itemCount).map { _ in BookReading(reading, using: &random) }
        let written = model.scores(of: items.map(\.question)).map(\.mostProbable)
        func fraction(_ isCounted: (BookReading, Token) -> Bool) -> Double {
            let count = zip(items, written).count { item, written in written.first.map { isCounted(item, $0) } ?? false
            }
            return Double(count) / Double(max(items.count, 1))
        }
        let right = fraction { $1 == $0.answer }
        return AdaptationResult.Retrieval(
            people: reading.people, hasBook: reading.hasBook, accuracy: right,
            standardError: standardError(of: right, count: items.count),
            otherShare: items.contains { $0.other != nil } ? fraction { $1 == $0.other } : nil, itemCount: items.count)
    }
}

extension Show.Kind {
    /// Its name as a word.
    var word: String { "\(self)" }
}
