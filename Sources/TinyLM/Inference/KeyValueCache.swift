import Platform

/// Reads one token at a time: the keys and values of earlier tokens (T, C a layer) are kept, not computed again.
final class KeyValueCache {
    private let pass: Pass<Float>
    private var weights: Weights<Float> { pass.weights }
    private let keys: [Matrix<Float>]
    private let values: [Matrix<Float>]
    private let memory: Buffer<Float>
    /// Tokens read.
    private(set) var count = 0
    /// What was read, for the time when the context is full.
    private var tokens: [Token] = []
    /// (1, V): after the last token read.
    private let logitsRow: Matrix<Float>

    init(_ weights: Weights<Float>) {
        let shape = weights.shape
        let size = shape.context * shape.width
        let memory = Buffer<Float>(count: 2 * shape.layers * size + shape.vocabularyCount)
        func matrix(_ index: Int) -> Matrix<Float> {
            memory.matrix(at: index * size, rows: shape.context, columns: shape.width)
        }
        keys = (0..<shape.layers).map { matrix($0) }
        values = (0..<shape.layers).map { matrix(shape.layers + $0) }
        logitsRow = memory.matrix(at: 2 * shape.layers * size, rows: 1, columns: shape.vocabularyCount)
        self.memory = memory
        pass = Pass(
            weights: weights, activations: Activations(weights.layout, tokenCapacity: 1, sequenceCapacity: 1))
    }

    /// Forgets everything that was read.
    func clear() {
        count = 0
        tokens = []
    }

    /// The logits (V) after the last token.
    var logits: [Float] { (0..<logitsRow.columns).map { logitsRow[0, $0] } }

    /// Reads tokens one after the other. Where the context is full, its older half is forgotten and the newer half read
    /// again from position 0: positions beyond the context were never trained.
    func read(_ new: some Sequence<Token>) {
        for token in new {
            if count == weights.shape.context {
                let kept = tokens.suffix(weights.shape.context / 2)
                clear()
                for token in kept { readOne(token) }
            }
            readOne(token)
        }
    }

    private func readOne(_ token: Token) {
        let layout = weights.layout
        let first = pass.activations.layers.first?.input ?? pass.activations.output
        first.copy(from: weights.matrix(layout.embedding).rows(Int(token)..<Int(token) + 1))
        for layer in 0..<weights.shape.layers {
            pass.attend(layer, 0..<1) { queryKeyValue, attended in
                attend(layer, queryKeyValue, into: attended)
            }
            pass.feedForward(layer, 0..<1)
        }
        pass.finish(0..<1)
        logitsRow.setProduct(pass.activations.normalized.rows(0..<1).plain, weights.transpose(layout.embedding).plain)
        tokens.append(token)
        count += 1
    }

    private func attend(_ layer: Int, _ queryKeyValue: Matrix<Float>, into attended: Matrix<Float>) {
        let shape = weights.shape
        pass.rotate(queryKeyValue, from: count, direction: 1)
        let place = count..<count + 1
        keys[layer].rows(place).copy(from: queryKeyValue.columns(shape.width..<2 * shape.width))
        values[layer].rows(place).copy(from: queryKeyValue.columns(2 * shape.width..<3 * shape.width))
        for head in 0..<shape.heads {
            let channels = pass.channels(head)
            let scores = pass.activations.attention(layer: layer, head: head, sequence: 0, length: shape.context)
                .rows(0..<1).columns(0..<count + 1)
            scores.setProduct(
                queryKeyValue.columns(channels).plain, keys[layer].rows(0..<count + 1).columns(channels).transposed)
            softmax(scores)
            attended.columns(channels).setProduct(
                scores.plain, values[layer].rows(0..<count + 1).columns(channels).plain)
        }
    }

    private func softmax(_ scores: Matrix<Float>) {
        let scaled = (0..<scores.columns).map { scores[0, $0] * pass.attentionScale }
        let probabilities = softmaxed(scaled)
        for (index, probability) in probabilities.enumerated() { scores[0, index] = probability }
    }
}

/// The probabilities of logits.
func softmaxed(_ logits: [Float]) -> [Float] {
    let largest = logits.max() ?? 0
    let powers = logits.map { expf($0 - largest) }
    let sum = powers.reduce(0, +)
    return powers.map { $0 / sum }
}
