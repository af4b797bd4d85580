extension Pass {
    /// From the gradient of a sequence's logits (T, V) back to the gradient of its embeddings (T, C). Leaves what the gradients of the
    /// matrices are made of in `activations`, and this sequence's gradients of gains and biases in its row there.
    func backward(_ batch: Batch, sequence: Int, in workspace: Workspace<Element>) {
        let range = batch.sequences[sequence]
        let layout = weights.layout
        let vectors = activations.vectorGradients.rows(sequence..<sequence + 1)
        vectors.fill(with: 0)
        let normalizedGradient = workspace.residual.rows(0..<range.count)
        normalizedGradient.setProduct(activations.logits.rows(range).plain, weights.matrix(layout.embedding).plain)
        let residualGradient = activations.finalResidualGradient.rows(range)
        residualGradient.fill(with: 0)
        layerNormBackward(
            activations.finalResidual.rows(range), layout.finalGain, layout.finalBias,
            mean: activations.finalMean.columns(range),
            inverseDeviation: activations.finalInverseDeviation.columns(range), gradient: normalizedGradient,
            into: residualGradient, vectors: vectors)
        for layer in (0..<shape.layers).reversed() {
            feedForwardBackward(layer, range, vectors, workspace)
            attentionBackward(layer, sequence: sequence, range, vectors, workspace)
        }
    }

    /// From the gradient of the residual stream after the layer (T, C) to that of `residualAfterAttention` (T, C).
    private func feedForwardBackward(
        _ layer: Int, _ range: Range<Int>, _ vectors: Matrix<Element>, _ workspace: Workspace<Element>
    ) {
        let slots = weights.layout.layers[layer]
        let saved = activations.layers[layer]
        let gradient = activations.residualGradient(afterLayer: layer).rows(range)
        let activatedGradient = workspace.hidden.rows(0..<range.count)
        activatedGradient.setProduct(gradient.plain, weights.transpose(slots.contraction).plain)
        let hidden = saved.hidden.rows(range)
        Element.geluBackward(count: hidden.count, yGradient: activatedGradient.base, x: hidden.base)
        part(of: vectors, slots.contractionBias).addColumnSums(of: gradient)
        part(of: vectors, slots.expansionBias).addColumnSums(of: hidden)
        let inputGradient = workspace.residual.rows(0..<range.count)
        inputGradient.setProduct(hidden.plain, weights.transpose(slots.expansion).plain)
        let residualGradient = saved.residualAfterAttentionGradient.rows(range)
        residualGradient.copy(from: gradient)
        layerNormBackward(
            saved.residualAfterAttention.rows(range), slots.feedForwardGain, slots.feedForwardBias,
            mean: saved.feedForwardMean.columns(range),
            inverseDeviation: saved.feedForwardInverseDeviation.columns(range), gradient: inputGradient,
            into: residualGradient, vectors: vectors)
    }

    /// From the gradient of `residualAfterAttention` (T, C) to that of the residual stream that enters the layer (T, C).
    private func attentionBackward(
        _ layer: Int, sequence: Int, _ range: Range<Int>, _ vectors: Matrix<Element>, _ workspace: Workspace<Element>
    ) {
        let slots = weights.layout.layers[layer]
        let saved = activations.layers[layer]
        let residualGradient = saved.residualAfterAttentionGradient.rows(range)
        let headGradients = workspace.residual.rows(0..<range.count)
        headGradients.setProduct(residualGradient.plain, weights.transpose(slots.projection).plain)
        let queryKeyValue = saved.queryKeyValue.rows(range)
        let gradients = workspace.queryKeyValue.rows(0..<range.count)
        let scores = workspace.square(range.count)
        for head in 0..<shape.heads {
            let probabilities = activations.attention(layer: layer, head: head, sequence: sequence, length: range.count)
            let (query, key, value) = heads(of: queryKeyValue, head)
            let (queryGradient, keyGradient, valueGradient) = heads(of: gradients, head)
            let outputGradient = headGradients.columns(channels(head))
            valueGradient.setProduct(probabilities.transposed, outputGradient.plain)
            scores.setProduct(outputGradient.plain, value.transposed)
            Element.causalSoftmaxBackward(
                rows: range.count, scale: attentionScale, probabilities: probabilities.base, gradient: scores.base)
            queryGradient.setProduct(scores.plain, key.plain)
            keyGradient.setProduct(scores.transposed, query.plain)
        }
        queryKeyValue.copy(from: gradients)
        rotate(queryKeyValue, from: 0, direction: -1)
        let inputGradient = workspace.residual.rows(0..<range.count)
        inputGradient.setProduct(queryKeyValue.plain, weights.transpose(slots.queryKeyValue).plain)
        let enteringGradient = saved.residualGradient.rows(range)
        enteringGradient.copy(from: residualGradient)
        layerNormBackward(
            saved.residual.rows(range), slots.attentionGain, slots.attentionBias,
            mean: saved.attentionMean.columns(range),
            inverseDeviation: saved.attentionInverseDeviation.columns(range), gradient: inputGradient,
            into: enteringGradient, vectors: vectors)
    }

    /// The part of a row of vector gradients that belongs to one vector (1, its length).
    private func part(of vectors: Matrix<Element>, _ slot: TensorSlot) -> Matrix<Element> {
        let start = slot.offset - weights.layout.vectors.lowerBound
        return vectors.columns(start..<start + slot.count)
    }

    /// Adds to the gradients of x (T, C), gain (C) and bias (C), from the gradient of the normalized x (T, C).
    private func layerNormBackward(
        _ x: Matrix<Element>, _ gain: TensorSlot, _ bias: TensorSlot, mean: Matrix<Element>,
        inverseDeviation: Matrix<Element>, gradient: Matrix<Element>, into xGradient: Matrix<Element>,
        vectors: Matrix<Element>
    ) {
        precondition(
            x.columns == gain.count && x.columns == gradient.columns && x.rows == gradient.rows
                && xGradient.rows == x.rows && xGradient.columns == x.columns && mean.columns == x.rows
                && inverseDeviation.columns == x.rows && x.isContiguous && gradient.isContiguous
                && xGradient.isContiguous)
        Element.layerNormBackward(
            rows: x.rows, columns: x.columns, x: x.base, gain: weights.matrix(gain).base, mean: mean.base,
            inverseDeviation: inverseDeviation.base, yGradient: gradient.base, xGradient: xGradient.base,
            gainGradient: part(of: vectors, gain).base, biasGradient: part(of: vectors, bias).base)
    }
}
