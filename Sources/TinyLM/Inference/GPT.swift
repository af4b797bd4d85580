/// A trained model, or one in training, that reads and predicts.
public final class GPT: LanguageModel {
    let weights: Weights<Float>
    private let pool: WorkerPool
    /// One sequence's activations for each worker.
    private let passes: [Pass<Float>]

    public var shape: ModelShape { weights.shape }

    /// A model that shares its weights with a trainer; it may read only between steps.
    public convenience init(_ trainer: Trainer, pool: WorkerPool) { self.init(weights: trainer.weights, pool: pool) }

    init(weights: Weights<Float>, pool: WorkerPool) {
        self.weights = weights
        self.pool = pool
        passes = (0..<pool.threadCount).map { _ in
            Pass(
                weights: weights,
                activations: Activations(
                    weights.layout, tokenCapacity: weights.shape.context, sequenceCapacity: 1))
        }
    }

    /// Questions of at most context + 1 tokens are read whole; of longer ones the last part that fits.
    public func scores(of questions: [AnsweredQuestion]) -> [AnswerScore] {
        scores(of: questions) { false }
    }

    /// Where `isStopped`, asked before each question on any thread, the rest have no score.
    func scores(of questions: [AnsweredQuestion], isStopped: () -> Bool) -> [AnswerScore] {
        let none = AnswerScore(logProbabilities: [], mostProbable: [])
        return pool.results(questions.count, initial: none) { index, worker in
            isStopped() ? none : score(questions[index], passes[worker])
        }
    }

    private func score(_ question: AnsweredQuestion, _ pass: Pass<Float>) -> AnswerScore {
        let skipped = max(question.tokens.count - 1 - shape.context, 0)
        let read = Array(question.tokens.dropFirst(skipped).dropLast())
        let first = max(question.answerStart - 1 - skipped, 0)
        guard first < read.count else { return AnswerScore(logProbabilities: [], mostProbable: []) }
        pass.forward(Batch(reading: [read]), sequence: 0)
        pass.computeLogits(first..<read.count)
        var score = AnswerScore(logProbabilities: [], mostProbable: [])
        for position in first..<read.count {
            let row = pass.activations.logits.rows(position..<position + 1)
            let target = Int(question.tokens[skipped + position + 1])
            precondition(target < shape.vocabularyCount)
            score.mostProbable.append(Token(row.values[0].indexOfLargest))
            score.logProbabilities.append(
                -Float.crossEntropy(count: row.columns, target: target, weight: 1, logits: row.base))
        }
        return score
    }

    public func continuations(of prompts: [[Token]], count: Int, end: Token, seed: UInt64) -> [[Token]] {
        continuations(of: prompts, count: count, end: end, seed: seed) { false }
    }

    /// Where `isStopped`, asked after each token on any thread, the rest is not written.
    func continuations(
        of prompts: [[Token]], count: Int, end: Token, seed: UInt64, isStopped: () -> Bool
    ) -> [[Token]] {
        let caches = (0..<pool.threadCount).map { _ in KeyValueCache(weights) }
        return pool.results(prompts.count, initial: []) { index, worker in
            var source = RandomSource(seed: seed, index: index)
            var sampler = Sampler(seed: source.next())
            guard !isStopped() else { return [] }
            return continuation(of: prompts[index], count: count, end: end, &sampler, caches[worker]) { _ in
                !isStopped()
            }
        }
    }

    /// Continues a prompt of one token or more (of a longer one than the context, its end) until `end` or `count`
    /// tokens, telling each as it comes; stops where `isWanted` gives false.
    public func generate(
        after prompt: [Token], count: Int, end: Token?, sampler: inout Sampler, isWanted: (Token) -> Bool
    ) -> [Token] {
        continuation(of: prompt, count: count, end: end, &sampler, KeyValueCache(weights), isWanted)
    }

    private func continuation(
        of prompt: [Token], count: Int, end: Token?, _ sampler: inout Sampler, _ cache: KeyValueCache,
        _ isWanted: (Token) -> Bool
    ) -> [Token] {
        cache.clear()
        cache.read(prompt.suffix(shape.context))
        var tokens: [Token] = []
        while tokens.count < count {
            let token = sampler.draw(from: cache.logits)
            if token == end { break }
            tokens.append(token)
            guard isWanted(token) else { break }
            if tokens.count < count { cache.read([token]) }
        }
        return tokens
    }

    /// The probability of every token (V) after a text of one token or more; of a longer one than the context, its end is
    /// read.
    public func nextTokenProbabilities(after tokens: [Token], temperature: Double = 1) -> [Float] {
        let cache = KeyValueCache(weights)
        cache.read(tokens.suffix(shape.context))
        return softmax(cache.logits.map { $0 / Float(temperature) })
    }

    /// What each token of a text attends to, by layer, then head; only the first T tokens are read.
    public func attention(on tokens: [Token]) -> [Attention] {
        let read = Array(tokens.prefix(shape.context))
        let pass = passes[0]
        pass.forward(Batch(reading: [read]), sequence: 0)
        return (0..<shape.layers).flatMap { layer in
            (0..<shape.heads).map { head in
                let matrix = pass.activations.attention(layer: layer, head: head, sequence: 0, length: read.count)
                return Attention(layer: layer, head: head, rows: matrix.values)
            }
        }
    }
}

/// One head's attention on a text of T tokens.
public struct Attention: Equatable, Sendable {
    public var layer: Int
    public var head: Int
    /// (T, T): row the token that attends, column what it attends to; each row sums to 1.
    public var rows: [[Float]]
}

extension Matrix {
    /// The elements, row by row.
    var values: [[Element]] { (0..<rows).map { row in (0..<columns).map { self[row, $0] } } }
}
