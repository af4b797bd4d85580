/// A pass of a model over a batch. Each sequence is a task of its own, forward and backward, so that any number of threads
/// gives the same numbers.
struct Pass<Element: Scalar>: Sendable {
    let weights: Weights<Element>
    let activations: Activations<Element>

    var shape: ModelShape { weights.shape }

    /// One sequence's tokens, from their embeddings (T, C) to the normalized residual stream after all layers (T, C).
    func forward(_ batch: Batch, sequence: Int) {
        let range = batch.sequences[sequence]
        for index in range { embed(batch.tokens[index], at: index) }
        for layer in 0..<shape.layers {
            attention(layer, range) { queryKeyValue, headOutputs in
                causalSelfAttention(layer, sequence: sequence, queryKeyValue, into: headOutputs)
            }
            feedForward(layer, range)
        }
        finalLayerNorm(range)
    }

    /// Puts a token's embedding (1, C) where the residual stream begins.
    func embed(_ token: Token, at index: Int) {
        let embedding = weights.matrix(weights.layout.embedding)
        activations.embedded.rows(index..<index + 1).copy(from: embedding.rows(Int(token)..<Int(token) + 1))
    }

    /// Normalizes the residual stream (T, C) after the last layer.
    func finalLayerNorm(_ range: Range<Int>) {
        layerNorm(
            activations.finalResidual.rows(range), weights.layout.finalGain, weights.layout.finalBias,
            into: activations.finalNormalized.rows(range), mean: activations.finalMean.columns(range),
            inverseDeviation: activations.finalInverseDeviation.columns(range))
    }

    /// The logits (tokens, V) of what follows each of some tokens, left in `activations`.
    func computeLogits(_ range: Range<Int>) {
        activations.logits.rows(range).setProduct(
            activations.finalNormalized.rows(range).plain, weights.transpose(weights.layout.embedding).plain)
    }

    /// The sum of the cross-entropies (nats) of a sequence's targets; the logits (T, V) become the gradients of `weight`
    /// times that sum.
    func crossEntropy(_ batch: Batch, sequence: Int, weight: Element) -> Double {
        var sum = 0.0
        for index in batch.sequences[sequence] {
            let row = activations.logits.rows(index..<index + 1)
            guard let target = batch.targets[index] else {
                row.fill(with: 0)
                continue
            }
            precondition(Int(target) < shape.vocabularyCount)
            sum += Double(
                Element.crossEntropy(count: row.columns, target: Int(target), weight: weight, logits: row.base))
        }
        return sum
    }

    /// residualAfterAttention = residual + projection(heads(layerNorm(residual))), where `heads` goes from queries, keys
    /// and values (T, 3C) to the heads' outputs (T, C).
    func attention(
        _ layer: Int, _ range: Range<Int>,
        heads: (_ queryKeyValue: Matrix<Element>, _ headOutputs: Matrix<Element>) -> Void
    ) {
        let slots = weights.layout.layers[layer]
        let saved = activations.layers[layer]
        let input = saved.attentionInput.rows(range)
        layerNorm(
            saved.residual.rows(range), slots.attentionGain, slots.attentionBias, into: input,
            mean: saved.attentionMean.columns(range), inverseDeviation: saved.attentionInverseDeviation.columns(range))
        let queryKeyValue = saved.queryKeyValue.rows(range)
        queryKeyValue.setProduct(input.plain, weights.matrix(slots.queryKeyValue).plain)
        let headOutputs = saved.headOutputs.rows(range)
        heads(queryKeyValue, headOutputs)
        let residual = saved.residualAfterAttention.rows(range)
        residual.copy(from: saved.residual.rows(range))
        residual.setProduct(headOutputs.plain, weights.matrix(slots.projection).plain, adding: true)
    }

    /// Every token of a sequence attends to itself and to those before it.
    private func causalSelfAttention(
        _ layer: Int, sequence: Int, _ queryKeyValue: Matrix<Element>, into headOutputs: Matrix<Element>
    ) {
        let length = queryKeyValue.rows
        rotate(queryKeyValue, from: 0, direction: 1)
        for head in 0..<shape.heads {
            let (query, key, value) = heads(of: queryKeyValue, head)
            let scores = activations.attention(layer: layer, head: head, sequence: sequence, length: length)
            scores.setProduct(query.plain, key.transposed)
            Element.causalSoftmax(rows: length, scale: attentionScale, scores: scores.base)
            headOutputs.columns(channels(head)).setProduct(scores.plain, value.plain)
        }
    }

    /// The next residual = residualAfterAttention + contraction(GELU(expansion(layerNorm(residualAfterAttention)))),
    /// (T, C).
    func feedForward(_ layer: Int, _ range: Range<Int>) {
        let slots = weights.layout.layers[layer]
        let saved = activations.layers[layer]
        let input = saved.feedForwardInput.rows(range)
        layerNorm(
            saved.residualAfterAttention.rows(range), slots.feedForwardGain, slots.feedForwardBias, into: input,
            mean: saved.feedForwardMean.columns(range),
            inverseDeviation: saved.feedForwardInverseDeviation.columns(range))
        let hidden = saved.hidden.rows(range)
        hidden.setProduct(input.plain, weights.matrix(slots.expansion).plain)
        hidden.addBias(weights.matrix(slots.expansionBias))
        let activated = saved.activated.rows(range)
        Element.gelu(count: hidden.count, from: hidden.base, to: activated.base)
        let residual = activations.residual(afterLayer: layer).rows(range)
        residual.copy(from: saved.residualAfterAttention.rows(range))
        residual.setProduct(activated.plain, weights.matrix(slots.contraction).plain, adding: true)
        residual.addBias(weights.matrix(slots.contractionBias))
    }

    private func layerNorm(
        _ from: Matrix<Element>, _ gain: TensorSlot, _ bias: TensorSlot, into to: Matrix<Element>,
        mean: Matrix<Element>, inverseDeviation: Matrix<Element>
    ) {
        precondition(
            from.columns == gain.count && from.columns == to.columns && from.rows == to.rows
                && mean.columns == from.rows && inverseDeviation.columns == from.rows && from.isContiguous
                && to.isContiguous)
        Element.layerNorm(
            rows: from.rows, columns: from.columns, from: from.base, gain: weights.matrix(gain).base,
            bias: weights.matrix(bias).base, to: to.base, mean: mean.base, inverseDeviation: inverseDeviation.base)
    }

    /// 1 / √(channels a head)
    var attentionScale: Element { 1 / Element(shape.headWidth).squareRoot() }

    /// The columns of (T, C) that are a head's.
    func channels(_ head: Int) -> Range<Int> { head * shape.headWidth..<(head + 1) * shape.headWidth }

    /// A head's queries, keys and values (T, headWidth) in (T, 3C).
    func heads(
        of queryKeyValue: Matrix<Element>, _ head: Int
    ) -> (query: Matrix<Element>, key: Matrix<Element>, value: Matrix<Element>) {
        let (width, channels) = (shape.width, channels(head))
        return (
            queryKeyValue.columns(channels),
            queryKeyValue.columns(width + channels.lowerBound..<width + channels.upperBound),
            queryKeyValue.columns(2 * width + channels.lowerBound..<2 * width + channels.upperBound)
        )
    }

    /// Turns queries and keys (T, first 2C of 3C) by the angles of their positions, or back.
    func rotate(_ queryKeyValue: Matrix<Element>, from position: Int, direction: Element) {
        let half = shape.headWidth / 2
        precondition(position + queryKeyValue.rows <= shape.context && queryKeyValue.columns == 3 * shape.width)
        Element.rotate(
            rows: queryKeyValue.rows, heads: 2 * shape.heads, half: half,
            cosine: weights.cosines.base + position * half, sine: weights.sines.base + position * half,
            direction: direction, x: queryKeyValue.base, xRow: queryKeyValue.rowStride)
    }
}
