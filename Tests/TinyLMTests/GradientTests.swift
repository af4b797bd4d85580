import Testing

@testable import TinyLM

/// A tiny model in double precision, on two sequences of unlike length, a prefix of one unscored.
private struct Check {
    let weights: Weights<Double>
    let pass: Pass<Double>
    let batch: Batch

    init() {
        let shape = ModelShape(layers: 2, width: 8, heads: 2, vocabularyCount: 11, context: 7)
        weights = Weights(shape)
        weights.randomize(seed: 5)
        var source = RandomSource(seed: 9)
        // Away from the special values of the start, so that every path carries a gradient.
        for index in 0..<weights.layout.count { weights.parameters.base[index] += 0.3 * (source.unit() - 0.5) }
        weights.updateTransposes()
        batch = Batch([
            TrainingRow(tokens: [1, 5, 2, 10, 5, 0, 3, 7]), TrainingRow(tokens: [4, 4, 9, 6, 8], unscoredPrefix: 3),
        ])
        pass = Pass(weights: weights, activations: Activations(weights.layout, tokenCapacity: 14, sequenceCapacity: 2))
    }

    /// The mean cross-entropy of the batch.
    func loss(backward: Bool = false) -> Double {
        let workspace = Workspace<Double>(weights.shape)
        var sum = 0.0
        for sequence in batch.sequences.indices {
            pass.forward(batch, sequence: sequence)
            pass.computeLogits(batch.sequences[sequence])
            sum += pass.crossEntropy(batch, sequence: sequence, weight: 1 / Double(batch.scoredCount))
            if backward { pass.backward(batch, sequence: sequence, in: workspace) }
        }
        return sum / Double(batch.scoredCount)
    }
}

@Test func everyTensorsGradientIsThatOfCentralDifferences() {
    let check = Check()
    _ = check.loss(backward: true)
    let gradients = Gradients<Double>(check.weights.layout)
    for part in gradients.parts.indices { _ = gradients.compute(part, of: check.batch, check.pass.activations) }
    let computed = gradients.values.values
    let parameters = check.weights.parameters.base
    for slot in check.weights.layout.slots {
        var difference = 0.0
        var size = 0.0
        for index in slot.range {
            let value = parameters[index]
            func loss(at value: Double) -> Double {
                parameters[index] = value
                check.weights.updateTransposes()
                return check.loss()
            }
            let slope = (loss(at: value + 1e-5) - loss(at: value - 1e-5)) / 2e-5
            parameters[index] = value
            difference += (slope - computed[index]) * (slope - computed[index])
            size += slope * slope
        }
        #expect(size > 0, "\(slot.name) has no gradient")
        #expect((difference / size).squareRoot() < 1e-6, "\(slot.name)")
    }
}
