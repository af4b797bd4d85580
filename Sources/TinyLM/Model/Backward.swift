extension Pass {
    /// From the gradient of a sequence's logits back to the gradient of its embeddings. Leaves what the gradients of the
    /// matrices are made of in `activations`, and this sequence's gradients of gains and biases in its row there.
    func backward(_ batch: Batch, sequence: Int, in workspace: Workspace<Element>) {
        let range = batch.sequences[sequence]
        let layout = weights.layout
        let vectors = activations.vectorGradients.rows(sequence..<sequence + 1)
        vectors.fill(with: 0)
        let stream = workspace.stream.rows(0..<range.count)
        stream.setProduct(activations.logits.rows(range).plain, weights.matrix(layout.embedding).plain)
        let output = activations.outputGradient.rows(range)
        output.fill(with: 0)
        normalizeBackward(
            activations.output.rows(range), layout.finalGain, layout.finalBias, mean: activations.mean.columns(range),
            inverse: activations.inverse.columns(range), gradient: stream, into: output, vectors: vectors)
        for layer in (0..<shape.layers).reversed() {
            feedForwardBackward(layer, range, vectors, workspace)
            attendBackward(layer, sequence: sequence, range, vectors, workspace)
        }
    }

    private func feedForwardBackward(
        _ layer: Int, _ range: Range<Int>, _ vectors: Matrix<Element>, _ workspace: Workspace<Element>
    ) {
        let places = weights.layout.layers[layer]
        let kept = activations.layers[layer]
        let gradient = activations.gradient(afterLayer: layer).rows(range)
        let activatedGradient = workspace.hidden.rows(0..<range.count)
        activatedGradient.setProduct(gradient.plain, weights.transpose(places.contraction).plain)
        let hidden = kept.hidden.rows(range)
        Element.geluBackward(count: hidden.count, yGradient: activatedGradient.base, x: hidden.base)
        part(of: vectors, places.contractionBias).addColumnSums(of: gradient)
        part(of: vectors, places.expansionBias).addColumnSums(of: hidden)
        let inputGradient = workspace.stream.rows(0..<range.count)
        inputGradient.setProduct(hidden.plain, weights.transpose(places.expansion).plain)
        let middle = kept.middleGradient.rows(range)
        middle.copy(from: gradient)
        normalizeBackward(
            kept.middle.rows(range), places.feedForwardGain, places.feedForwardBias,
            mean: kept.feedForwardMean.columns(range), inverse: kept.feedForwardInverse.columns(range),
            gradient: inputGradient, into: middle, vectors: vectors)
    }

    private func attendBackward(
        _ layer: Int, sequence: Int, _ range: Range<Int>, _ vectors: Matrix<Element>, _ workspace: Workspace<Element>
    ) {
        let places = weights.layout.layers[layer]
        let kept = activations.layers[layer]
        let middle = kept.middleGradient.rows(range)
        let attended = workspace.stream.rows(0..<range.count)
        attended.setProduct(middle.plain, weights.transpose(places.projection).plain)
        let queryKeyValue = kept.queryKeyValue.rows(range)
        let gradients = workspace.queryKeyValue.rows(0..<range.count)
        let scores = workspace.square(range.count)
        for head in 0..<shape.heads {
            let probabilities = activations.attention(layer: layer, head: head, sequence: sequence, length: range.count)
            let (query, key, value) = heads(of: queryKeyValue, head)
            let (queryGradient, keyGradient, valueGradient) = heads(of: gradients, head)
            let gathered = attended.columns(channels(head))
            valueGradient.setProduct(probabilities.transposed, gathered.plain)
            scores.setProduct(gathered.plain, value.transposed)
            Element.causalSoftmaxBackward(
                rows: range.count, scale: attentionScale, probabilities: probabilities.base, gradient: scores.base)
            queryGradient.setProduct(scores.plain, key.plain)
            keyGradient.setProduct(scores.transposed, query.plain)
        }
        queryKeyValue.copy(from: gradients)
        rotate(queryKeyValue, from: 0, direction: -1)
        let inputGradient = workspace.stream.rows(0..<range.count)
        inputGradient.setProduct(queryKeyValue.plain, weights.transpose(places.queryKeyValue).plain)
        let input = kept.inputGradient.rows(range)
        input.copy(from: middle)
        normalizeBackward(
            kept.input.rows(range), places.attentionGain, places.attentionBias,
            mean: kept.attentionMean.columns(range), inverse: kept.attentionInverse.columns(range),
            gradient: inputGradient, into: input, vectors: vectors)
    }

    /// The part of a row of vector gradients that belongs to one vector (1, its length).
    private func part(of vectors: Matrix<Element>, _ place: ParameterLayout.Place) -> Matrix<Element> {
        let start = place.offset - weights.layout.vectors.lowerBound
        return vectors.columns(start..<start + place.count)
    }

    private func normalizeBackward(
        _ x: Matrix<Element>, _ gain: ParameterLayout.Place, _ bias: ParameterLayout.Place, mean: Matrix<Element>,
        inverse: Matrix<Element>, gradient: Matrix<Element>, into xGradient: Matrix<Element>, vectors: Matrix<Element>
    ) {
        precondition(
            x.columns == gain.count && x.columns == gradient.columns && x.rows == gradient.rows
                && xGradient.rows == x.rows && xGradient.columns == x.columns && mean.columns == x.rows
                && inverse.columns == x.rows && x.isContiguous && gradient.isContiguous && xGradient.isContiguous)
        Element.normalizeBackward(
            rows: x.rows, columns: x.columns, x: x.base, gain: weights.matrix(gain).base, mean: mean.base,
            inverseDeviation: inverse.base, yGradient: gradient.base, xGradient: xGradient.base,
            gainGradient: part(of: vectors, gain).base, biasGradient: part(of: vectors, bias).base)
    }
}
