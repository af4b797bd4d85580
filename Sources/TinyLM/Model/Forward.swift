/// A pass of a model over a batch. Each sequence is a task of its own, forward and backward, so that any number of threads
/// gives the same numbers.
struct Pass<Element: Scalar>: Sendable {
    let weights: Weights<Element>
    let activations: Activations<Element>

    var shape: ModelShape { weights.shape }

    /// Reads one sequence's tokens: from their embeddings (T, C) to the normalized output (T, C).
    func read(_ batch: Batch, sequence: Int) {
        let range = batch.sequences[sequence]
        let embedding = weights.matrix(weights.layout.embedding)
        let first = activations.layers.first?.input ?? activations.output
        for index in range {
            let token = Int(batch.tokens[index])
            first.rows(index..<index + 1).copy(from: embedding.rows(token..<token + 1))
        }
        for layer in 0..<shape.layers {
            attend(layer, range) { queryKeyValue, attended in
                gather(layer, sequence: sequence, queryKeyValue, into: attended)
            }
            feedForward(layer, range)
        }
        finish(range)
    }

    /// Normalizes what leaves the last layer.
    func finish(_ range: Range<Int>) {
        normalize(
            activations.output.rows(range), weights.layout.finalGain, weights.layout.finalBias,
            into: activations.normalized.rows(range), mean: activations.mean.columns(range),
            inverse: activations.inverse.columns(range))
    }

    /// Predicts after each of some tokens: logits (tokens, V).
    func predict(_ range: Range<Int>) {
        activations.logits.rows(range).setProduct(
            activations.normalized.rows(range).plain, weights.transpose(weights.layout.embedding).plain)
    }

    /// The sum of the cross-entropies (nats) of a sequence's targets; the logits become their gradients, weighted.
    func score(_ batch: Batch, sequence: Int, weight: Element) -> Double {
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

    /// middle = input + projection(heads(normalized input)), where `gather` is the work of the heads: from queries, keys
    /// and values (T, 3C) to what they gathered (T, C).
    func attend(
        _ layer: Int, _ range: Range<Int>, gather: (_ queryKeyValue: Matrix<Element>, _ into: Matrix<Element>) -> Void
    ) {
        let places = weights.layout.layers[layer]
        let kept = activations.layers[layer]
        let input = kept.attentionInput.rows(range)
        normalize(
            kept.input.rows(range), places.attentionGain, places.attentionBias, into: input,
            mean: kept.attentionMean.columns(range), inverse: kept.attentionInverse.columns(range))
        let queryKeyValue = kept.queryKeyValue.rows(range)
        queryKeyValue.setProduct(input.plain, weights.matrix(places.queryKeyValue).plain)
        let attended = kept.attended.rows(range)
        gather(queryKeyValue, attended)
        let middle = kept.middle.rows(range)
        middle.copy(from: kept.input.rows(range))
        middle.setProduct(attended.plain, weights.matrix(places.projection).plain, adding: true)
    }

    /// Every token of a sequence gathers from itself and those before it.
    private func gather(
        _ layer: Int, sequence: Int, _ queryKeyValue: Matrix<Element>, into attended: Matrix<Element>
    ) {
        let length = queryKeyValue.rows
        rotate(queryKeyValue, from: 0, direction: 1)
        for head in 0..<shape.heads {
            let (query, key, value) = heads(of: queryKeyValue, head)
            let scores = activations.attention(layer: layer, head: head, sequence: sequence, length: length)
            scores.setProduct(query.plain, key.transposed)
            Element.causalSoftmax(rows: length, scale: attentionScale, scores: scores.base)
            attended.columns(channels(head)).setProduct(scores.plain, value.plain)
        }
    }

    /// output = middle + contraction(GELU(expansion(normalized middle)))
    func feedForward(_ layer: Int, _ range: Range<Int>) {
        let places = weights.layout.layers[layer]
        let kept = activations.layers[layer]
        let input = kept.feedForwardInput.rows(range)
        normalize(
            kept.middle.rows(range), places.feedForwardGain, places.feedForwardBias, into: input,
            mean: kept.feedForwardMean.columns(range), inverse: kept.feedForwardInverse.columns(range))
        let hidden = kept.hidden.rows(range)
        hidden.setProduct(input.plain, weights.matrix(places.expansion).plain)
        hidden.addBias(weights.matrix(places.expansionBias))
        let activated = kept.activated.rows(range)
        Element.gelu(count: hidden.count, from: hidden.base, to: activated.base)
        let output = activations.stream(afterLayer: layer).rows(range)
        output.copy(from: kept.middle.rows(range))
        output.setProduct(activated.plain, weights.matrix(places.contraction).plain, adding: true)
        output.addBias(weights.matrix(places.contractionBias))
    }

    private func normalize(
        _ from: Matrix<Element>, _ gain: ParameterLayout.Place, _ bias: ParameterLayout.Place,
        into to: Matrix<Element>, mean: Matrix<Element>, inverse: Matrix<Element>
    ) {
        precondition(
            from.columns == gain.count && from.columns == to.columns && from.rows == to.rows
                && mean.columns == from.rows && inverse.columns == from.rows && from.isContiguous && to.isContiguous)
        Element.normalize(
            rows: from.rows, columns: from.columns, from: from.base, gain: weights.matrix(gain).base,
            bias: weights.matrix(bias).base, to: to.base, mean: mean.base, inverseDeviation: inverse.base)
    }

    /// 1 / √(channels a head)
    var attentionScale: Element { 1 / Element(shape.headWidth).squareRoot() }

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
