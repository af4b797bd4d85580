import Foundation
import Testing

@testable import TinyLM

/// What PyTorch computed, once, of a tiny GPT: `Tests/Peers/golden.py` made the file, from no text of this program.
private struct Golden {
    struct Numbers: Decodable {
        var layers, width, heads, vocabulary, context, steps, warmUp: Int
        var rowLengths, prefixes: [Int]
        var decayStart, finalFraction, peakRate, weightDecay, beta1, beta2, maxNorm: Double
    }

    let numbers: Numbers
    let tensors: [String: TensorFile.Tensor]
    /// The rows of every step's batch.
    let batches: [[TrainingRow]]

    init() throws {
        let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/Golden/gpt.safetensors"
        let file = try TensorFile(path: path)
        let numbers = try JSONDecoder().decode(Numbers.self, from: Data(try #require(file.metadata["numbers"]).utf8))
        self.numbers = numbers
        tensors = Dictionary(uniqueKeysWithValues: file.tensors.map { ($0.name, $0) })
        let tokens = try #require(tensors["batches"])
        try #require(tokens.shape == [numbers.steps, numbers.rowLengths.count, numbers.context + 1])
        batches = (0..<numbers.steps).map { step in
            zip(numbers.rowLengths, numbers.prefixes).enumerated().map { row, size in
                let start = (step * numbers.rowLengths.count + row) * (numbers.context + 1)
                return TrainingRow(
                    tokens: tokens.values[start..<start + size.0].map { Token($0) }, unscoredPrefix: size.1)
            }
        }
    }

    var shape: ModelShape {
        ModelShape(
            layers: numbers.layers, width: numbers.width, heads: numbers.heads, vocabularyCount: numbers.vocabulary,
            context: numbers.context)
    }

    var recipe: TrainingRecipe {
        TrainingRecipe(
            batchRows: numbers.rowLengths.count, context: numbers.context, steps: numbers.steps,
            peakLearningRate: numbers.peakRate, warmupSteps: numbers.warmUp, decayStart: numbers.decayStart,
            finalLearningRateFraction: numbers.finalFraction, weightDecay: numbers.weightDecay, beta1: numbers.beta1,
            beta2: numbers.beta2, maxGradientNorm: numbers.maxNorm)
    }

    func values(_ name: String) throws -> [Float] { try #require(tensors[name], "\(name)").values }

    /// All parameters, or something of each, in the layout's order.
    func parameters(_ prefix: String) throws -> [TensorFile.Tensor] {
        try ParameterLayout(shape).expectedTensors.map { name, shape in
            var tensor = try #require(tensors["\(prefix)/\(name)"], "\(prefix)/\(name)")
            try #require(tensor.shape == shape, "\(name)")
            tensor.name = name
            return tensor
        }
    }

    var initial: ModelParameters {
        get throws { try ModelParameters(shape: shape, tensors: parameters("initial"), file: "golden") }
    }
}

/// The largest difference, as a fraction of the largest number.
private func difference(_ found: [some BinaryFloatingPoint], _ golden: [Float]) -> Double {
    guard found.count == golden.count, !golden.isEmpty else { return .infinity }
    let size = golden.map { abs(Double($0)) }.max() ?? 0
    return (zip(found, golden).map { abs(Double($0) - Double($1)) }.max() ?? 0) / size
}

/// One pass, forward and backward, over the first batch: logits (N, V), loss, and every gradient by its tensor.
private func onePass<Element: Scalar>(
    _ golden: Golden, _ type: Element.Type
) throws -> (logits: [Element], loss: Double, gradients: [(name: String, values: [Element])]) {
    let weights = Weights<Element>(golden.shape)
    weights.parameters.values = try golden.parameters("initial").flatMap(\.values).map { Element($0) }
    weights.updateTransposes()
    let batch = Batch(golden.batches[0])
    let pass = Pass(
        weights: weights,
        activations: Activations(
            weights.layout, tokenCapacity: batch.tokens.count, sequenceCapacity: batch.sequences.count))
    let workspace = Workspace<Element>(golden.shape)
    for sequence in batch.sequences.indices {
        pass.forward(batch, sequence: sequence)
        pass.computeLogits(batch.sequences[sequence])
    }
    let logits = Array(pass.activations.logits.values.joined())
    var loss = 0.0
    for sequence in batch.sequences.indices {
        loss += pass.crossEntropy(batch, sequence: sequence, weight: 1 / Element(batch.scoredCount))
        pass.backward(batch, sequence: sequence, in: workspace)
    }
    let gradients = Gradients<Element>(weights.layout)
    for part in gradients.parts.indices { _ = gradients.compute(part, of: batch, pass.activations) }
    let values = gradients.values.values
    return (
        logits, loss / Double(batch.scoredCount), weights.layout.slots.map { ($0.name, Array(values[$0.range])) }
    )
}

private func compare<Element: Scalar>(_ type: Element.Type, within tolerance: Double) throws {
    let golden = try Golden()
    let (logits, loss, gradients) = try onePass(golden, type)
    #expect(difference(logits, try golden.values("logits")) < tolerance)
    #expect(abs(loss / Double(try golden.values("losses")[0]) - 1) < tolerance)
    for (name, gradient) in gradients {
        #expect(difference(gradient, try golden.values("gradient/" + name)) < tolerance, "\(name)")
    }
}

/// The file's own numbers are rounded to 6e-8 of their size.
@Test func inDoublePrecisionAPassIsPyTorchs() throws { try compare(Double.self, within: 3e-7) }

@Test func inSinglePrecisionAPassIsPyTorchsButForRounding() throws { try compare(Float.self, within: 2e-5) }

@Test func whatAModelPredictsTokenByTokenIsPyTorchs() throws {
    let golden = try Golden()
    let model = GPT(try golden.initial, pool: WorkerPool(threadCount: 1))
    let logits = try golden.values("logits")
    var start = 0
    for row in golden.batches[0] {
        let score = model.scores(of: [AnsweredQuestion(tokens: row.tokens, answerStart: 1)])[0]
        for position in 0..<row.tokens.count - 1 {
            let right = logits[start..<start + golden.numbers.vocabulary].map { Double($0) }
            let powers = right.map { exp($0) }
            let sum = powers.reduce(0, +)
            let found = model.nextTokenProbabilities(after: Array(row.tokens[...position]))
            #expect(zip(found, powers).allSatisfy { abs(Double($0) - $1 / sum) < 1e-5 })
            let logarithm = right[Int(row.tokens[position + 1])] - log(sum)
            #expect(abs(Double(score.logProbabilities[position]) - logarithm) < 1e-4)
            #expect(Int(score.mostProbable[position]) == right.firstIndex(of: right.max() ?? 0))
            start += golden.numbers.vocabulary
        }
    }
}

private struct GoldenText: TrainingText {
    let rows: [TrainingRow]
    let vocabularyCount: Int

    /// The trainer writes the batch after the last one too.
    func row(at index: Int, length: Int) -> TrainingRow { rows[index % rows.count] }
}

/// Warm-up, decay, clipping, weight decay on matrices only: ten steps of clipped AdamW.
@Test(arguments: [1, 3]) func tenStepsOfTrainingArePyTorchs(threads: Int) throws {
    let golden = try Golden()
    let text = GoldenText(rows: golden.batches.flatMap { $0 }, vocabularyCount: golden.numbers.vocabulary)
    let trainer = Trainer(
        recipe: golden.recipe, text: text, initial: try golden.initial, pool: WorkerPool(threadCount: threads))
    let norms = try golden.values("gradientNorms")
    // Both sides of the clip are in the file.
    #expect(
        norms.contains { Double($0) > golden.numbers.maxNorm } && norms.contains { Double($0) < golden.numbers.maxNorm }
    )
    for (loss, norm) in zip(try golden.values("losses"), norms) {
        let result = trainer.advance()
        #expect(abs(result.crossEntropy / Double(loss) - 1) < 1e-5)
        #expect(abs(result.gradientNorm / Double(norm) - 1) < 1e-4)
    }
    for (found, right) in zip(trainer.parameters.tensors, try golden.parameters("trained")) {
        #expect(difference(found.values, right.values) < 1e-4, "\(right.name)")
    }
}
