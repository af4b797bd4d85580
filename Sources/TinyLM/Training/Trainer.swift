/// What one update of the weights showed.
public struct StepResult: Equatable, Sendable {
    /// The mean over the batch's scored tokens, before the update, in nats a token.
    public var crossEntropy: Double
    /// The Euclidean norm of all gradients, before clipping.
    public var gradientNorm: Double
    public var learningRate: Double
}

/// Trains a GPT on a text, one step at a time.
///
/// A step is three regions of the pool: the sequences of the batch, forward and backward; the gradients of the weights,
/// part by part; the update of the weights part by part, beside which the next batch is written. Every sum has one fixed
/// order, so the same seed gives the same weights, bit for bit, for any number of threads.
public final class Trainer {
    public let shape: ModelShape
    public let recipe: TrainingRecipe
    /// Updates done.
    public private(set) var step = 0

    let weights: Weights<Float>
    private let text: any TrainingText
    private let pool: WorkerPool
    private let pass: Pass<Float>
    private let workspaces: [Workspace<Float>]
    private let gradients: Gradients<Float>
    private let optimizer: AdamW<Float>
    private var rows: [TrainingRow] = []

    /// Token positions read so far, padding included.
    public var tokensSeen: Int { step * recipe.tokensPerStep }

    /// The memory of weights, their transposes, gradients, moments and activations.
    public var byteCount: Int {
        let numbers =
            4 * weights.layout.count + weights.transposes.count + pass.activations.elementCount
            + workspaces.reduce(0) { $0 + $1.elementCount }
        return numbers * MemoryLayout<Float>.stride
    }

    /// - Parameters:
    ///   - seed: Of the initial weights; the text has its own.
    ///   - pool: Used by this trainer alone while it steps.
    public init(shape: ModelShape, recipe: TrainingRecipe, text: any TrainingText, seed: UInt64, pool: WorkerPool) {
        precondition(text.vocabularyCount <= shape.vocabularyCount && recipe.context <= shape.context)
        self.shape = shape
        self.recipe = recipe
        self.text = text
        self.pool = pool
        weights = Weights(shape)
        weights.randomize(seed: seed)
        pass = Pass(
            weights: weights,
            activations: Activations(
                weights.layout, tokenCapacity: recipe.batchRows * recipe.context, sequenceCapacity: recipe.batchRows))
        workspaces = (0..<pool.threadCount).map { _ in Workspace(shape) }
        gradients = Gradients(weights.layout)
        optimizer = AdamW(count: weights.layout.count, recipe: recipe)
    }

    /// One update of the weights.
    public func advance() -> StepResult {
        if rows.isEmpty { rows = (0..<recipe.batchRows).map { row($0, of: step) } }
        let batch = Batch(rows)
        let crossEntropy = computeActivations(batch)
        let norm = computeGradients(batch)
        update(gradientScale: norm > recipe.maxGradientNorm ? recipe.maxGradientNorm / norm : 1)
        let rate = recipe.learningRate(at: step)
        step += 1
        return StepResult(crossEntropy: crossEntropy, gradientNorm: norm, learningRate: rate)
    }

    /// The mean cross-entropy (nats) of the next batch, without an update.
    func crossEntropyOfNextBatch() -> Double {
        computeActivations(Batch((0..<recipe.batchRows).map { row($0, of: step) }))
    }

    private func row(_ index: Int, of step: Int) -> TrainingRow {
        text.row(at: step * recipe.batchRows + index, length: recipe.context + 1)
    }

    private func computeActivations(_ batch: Batch) -> Double {
        guard batch.scoredCount > 0 else { return 0 }
        let weight = 1 / Float(batch.scoredCount)
        let sums = pool.results(batch.sequences.count, initial: 0.0) { sequence, worker in
            pass.forward(batch, sequence: sequence)
            pass.computeLogits(batch.sequences[sequence])
            let sum = pass.crossEntropy(batch, sequence: sequence, weight: weight)
            pass.backward(batch, sequence: sequence, in: workspaces[worker])
            return sum
        }
        return sums.reduce(0, +) / Double(batch.scoredCount)
    }

    /// The norm of the gradients.
    private func computeGradients(_ batch: Batch) -> Double {
        guard batch.scoredCount > 0 else { return 0 }
        return pool.results(gradients.parts.count, initial: 0.0) { part, _ in
            gradients.compute(part, of: batch, pass.activations)
        }.reduce(0, +).squareRoot()
    }

    private func update(gradientScale: Double) {
        let partCount = gradients.parts.count
        let next = pool.results(recipe.batchRows + partCount, initial: TrainingRow(tokens: [])) { task, _ in
            if task < recipe.batchRows { return row(task, of: step + 1) }
            optimizer.update(
                gradients.parts[task - recipe.batchRows], of: weights, with: gradients, step: step,
                gradientScale: gradientScale)
            return TrainingRow(tokens: [])
        }
        rows = Array(next.prefix(recipe.batchRows))
    }
}

extension Trainer {
    /// Everything that the next step depends on.
    public var checkpoint: Checkpoint {
        Checkpoint(
            step: step, tokensSeen: tokensSeen, parameters: weights.layout.tensors(of: weights.parameters.values),
            firstMoments: weights.layout.tensors(of: optimizer.firstMoments.values),
            secondMoments: weights.layout.tensors(of: optimizer.secondMoments.values))
    }

    /// Goes on from a checkpoint of the same shape. Throws 65, naming `file`, where it is of another.
    public func restore(_ checkpoint: Checkpoint, file: String) throws(StorageError) {
        try checkpoint.require(weights.layout.expectedTensors, file: file)
        weights.layout.fill(weights.parameters, from: checkpoint.parameters)
        weights.layout.fill(optimizer.firstMoments, from: checkpoint.firstMoments)
        weights.layout.fill(optimizer.secondMoments, from: checkpoint.secondMoments)
        weights.updateTransposes()
        step = checkpoint.step
        rows = []
    }
}
