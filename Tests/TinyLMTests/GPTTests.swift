import Testing

@testable import TinyLM

private func model(threads: Int = 1, seed: UInt64 = 3) -> GPT {
    let weights = Weights<Float>(ModelShape(layers: 2, width: 24, heads: 2, vocabularyCount: 37, context: 20))
    weights.randomize(seed: seed)
    for index in 0..<weights.layout.count { weights.parameters.base[index] *= 2 }
    weights.updateTransposes()
    return GPT(weights: weights, pool: WorkerPool(threadCount: threads))
}

private func text(_ count: Int, seed: UInt64 = 1) -> [Token] {
    var source = RandomSource(seed: seed)
    return (0..<count).map { _ in Token(source.below(37)) }
}

@Test(arguments: [2, 7, 20]) func theCacheSeesWhatTheWholePassSees(length: Int) {
    let model = model()
    let tokens = text(length + 1)
    let score = model.scores(of: [AnsweredQuestion(tokens: tokens, answerStart: 1)])[0]
    for position in 1...length {
        let probabilities = model.nextTokenProbabilities(after: Array(tokens.prefix(position)))
        #expect(abs(probabilities[Int(tokens[position])] - exponential(score.logProbabilities[position - 1])) < 1e-5)
        #expect(probabilities.indexOfLargest == Int(score.mostProbable[position - 1]))
    }
}

private func exponential(_ x: Float) -> Float { softmax([x, 0])[0] / softmax([x, 0])[1] }

@Test func exactMatchIsGreedyDecoding() {
    let model = model()
    for seed in 0..<20 as Range<UInt64> {
        let prompt = text(6, seed: seed)
        var greedy = Sampler(temperature: 0, seed: 0)
        let answer = model.generate(after: prompt, count: 5, end: nil, sampler: &greedy) { _ in true }
        let right = model.scores(of: [AnsweredQuestion(tokens: prompt + answer, answerStart: 6)])[0]
        #expect(right.mostProbable == answer)
        var wrong = answer
        wrong[2] = (wrong[2] + 1) % 37
        let other = model.scores(of: [AnsweredQuestion(tokens: prompt + wrong, answerStart: 6)])[0]
        #expect(other.mostProbable != wrong)
    }
}

@Test func ofALongPromptTheLastTokensThatFitAreRead() {
    let model = model()
    let tokens = text(45)
    var sampler = Sampler(temperature: 0, seed: 0)
    #expect(model.generate(after: tokens, count: 30, end: nil, sampler: &sampler) { _ in true }.count == 30)
    let probabilities = model.nextTokenProbabilities(after: Array(tokens.prefix(21)))
    #expect(probabilities == model.nextTokenProbabilities(after: Array(tokens[1..<21])))
    #expect(probabilities != model.nextTokenProbabilities(after: Array(tokens[2..<21])))
    var first = Sampler(temperature: 0, seed: 0)
    let written = model.generate(after: tokens, count: 1, end: nil, sampler: &first) { _ in true }
    let whole = model.scores(of: [AnsweredQuestion(tokens: Array(tokens.suffix(20)) + [0], answerStart: 20)])[0]
    #expect(written == whole.mostProbable)
}

@Test func aTemperatureOfNextToNothingIsTheMostProbableToken() {
    for temperature in [1e-40, Double.leastNonzeroMagnitude, 1e-30] {
        var sampler = Sampler(temperature: temperature, seed: 1)
        #expect((0..<20).allSatisfy { _ in sampler.draw(from: [0, 3, -1, 2.5]) == 1 })
    }
}

@Test func attentionLooksBackOnlyAndSumsToOne() {
    for attention in model().attention(on: text(12)) {
        for (row, values) in attention.rows.enumerated() {
            #expect(abs(values.reduce(0, +) - 1) < 1e-5)
            #expect(values[(row + 1)...].allSatisfy { $0 == 0 })
        }
    }
}

@Test func samplingFollowsTheProbabilities() {
    var sampler = Sampler(temperature: 0.5, seed: 4)
    let logits: [Float] = [0, 1, -1]
    let wanted = softmax(logits.map { $0 * 2 })
    var counts = [0, 0, 0]
    for _ in 0..<20_000 { counts[Int(sampler.draw(from: logits))] += 1 }
    for token in 0..<3 { #expect(abs(Float(counts[token]) / 20_000 - wanted[token]) < 0.015) }
    var best = Sampler(temperature: 2, topK: 1, seed: 4)
    #expect((0..<100).allSatisfy { _ in best.draw(from: logits) == 1 })
}

@Test func continuationsAreTheSameForAnyNumberOfThreads() {
    let prompts = (0..<9 as Range<UInt64>).map { text(3, seed: $0) }
    let one = model(threads: 1).continuations(of: prompts, count: 9, end: 0, seed: 8)
    #expect(one == model(threads: 3).continuations(of: prompts, count: 9, end: 0, seed: 8))
    #expect(one != model(threads: 3).continuations(of: prompts, count: 9, end: 0, seed: 9))
}
