import RealModule

/// Reads one token at a time: the keys and values of earlier tokens are kept, not computed again.
final class KeyValueCache {
    private let pass: Pass<Float>
    private var weights: Weights<Float> { pass.weights }
    /// (T, C) for each layer.
    private let keys, values: [Matrix<Float>]
    private let memory: Buffer<Float>
    /// Tokens read.
    private(set) var count = 0
    /// What was read, to be read again in part when the context is full.
    private var tokens: [Token] = []

    init(_ weights: Weights<Float>) {
        let shape = weights.shape
        let size = shape.context * shape.width
        let memory = Buffer<Float>(count: 2 * shape.layers * size)
        func matrix(_ index: Int) -> Matrix<Float> {
            memory.matrix(at: index * size, rows: shape.context, columns: shape.width)
        }
        keys = (0..<shape.layers).map { matrix($0) }
        values = (0..<shape.layers).map { matrix(shape.layers + $0) }
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
    var logits: [Float] { pass.activations.logits.values[0] }

    /// Reads tokens one after the other. Where the context is full, its older half is forgotten and the newer half read
    /// again from position 0: positions beyond the context were never trained.
    func read(_ new: some Sequence<Token>) {
        for token in new {
            if count == weights.shape.context {
                let newer = tokens.suffix(weights.shape.context / 2)
                clear()
                for token in newer { forward(token) }
            }
            forward(token)
        }
    }

    /// Reads one token and leaves the logits (1, V) of what follows it.
    private func forward(_ token: Token) {
        pass.embed(token, at: 0)
        for layer in 0..<weights.shape.layers {
            pass.attention(layer, 0..<1) { queryKeyValue, headOutputs in
                causalSelfAttention(layer, queryKeyValue, into: headOutputs)
            }
            pass.feedForward(layer, 0..<1)
        }
        pass.finalLayerNorm(0..<1)
        pass.computeLogits(0..<1)
        tokens.append(token)
        count += 1
    }

    /// The newest token attends to all that were read.
    private func causalSelfAttention(_ layer: Int, _ queryKeyValue: Matrix<Float>, into headOutputs: Matrix<Float>) {
        let shape = weights.shape
        pass.rotate(queryKeyValue, from: count, direction: 1)
        let position = count..<count + 1
        keys[layer].rows(position).copy(from: queryKeyValue.columns(shape.width..<2 * shape.width))
        values[layer].rows(position).copy(from: queryKeyValue.columns(2 * shape.width..<3 * shape.width))
        for head in 0..<shape.heads {
            let channels = pass.channels(head)
            let scores = pass.activations.attention(layer: layer, head: head, sequence: 0, length: shape.context)
                .rows(0..<1).columns(0..<count + 1)
            scores.setProduct(
                queryKeyValue.columns(channels).plain, keys[layer].rows(0..<count + 1).columns(channels).transposed)
            softmax(scores)
            headOutputs.columns(channels).setProduct(
                scores.plain, values[layer].rows(0..<count + 1).columns(channels).plain)
        }
    }

    /// Scores (1, tokens) become probabilities.
    private func softmax(_ scores: Matrix<Float>) {
        let probabilities = TinyLM.softmax(scores.values[0].map { $0 * pass.attentionScale })
        for (index, probability) in probabilities.enumerated() { scores[0, index] = probability }
    }
}

/// The probabilities (V) of logits (V).
func softmax(_ logits: [Float]) -> [Float] {
    let largest = logits.max() ?? 0
    let powers = logits.map { Float.exp($0 - largest) }
    let sum = powers.reduce(0, +)
    return powers.map { $0 / sum }
}
