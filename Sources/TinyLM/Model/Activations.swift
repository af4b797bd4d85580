/// All that a forward pass over a batch leaves for the backward pass: N tokens in all, in sequences of at most T.
///
/// The backward pass writes gradients over what it no longer needs: `queryKeyValue` and `hidden` end as their gradients.
final class Activations<Element: Scalar>: Sendable {
    struct Layer {
        /// (N, C): the residual stream that enters the layer, and that between attention and feed-forward.
        let residual, residualAfterAttention: Matrix<Element>
        /// (N, C): normalized, what attention and feed-forward read.
        let attentionInput, feedForwardInput: Matrix<Element>
        /// (N, 3C): queries and keys, turned by their positions, and values.
        let queryKeyValue: Matrix<Element>
        /// (N, C): the heads' outputs side by side, before the projection.
        let headOutputs: Matrix<Element>
        /// (N, 4C): before and after GELU.
        let hidden, activated: Matrix<Element>
        /// (1, N) each: of the two layer norms, the mean and 1 / √(variance + ε).
        let attentionMean, attentionInverseDeviation, feedForwardMean, feedForwardInverseDeviation: Matrix<Element>
        /// (N, C) each: the gradients of the two residual streams.
        let residualAfterAttentionGradient, residualGradient: Matrix<Element>
    }

    let shape: ModelShape
    /// N and the number of sequences that fit.
    let tokenCapacity, sequenceCapacity: Int
    let layers: [Layer]
    /// (N, C): the residual stream that leaves the last layer, its gradient, and normalized.
    let finalResidual, finalResidualGradient, finalNormalized: Matrix<Element>
    /// (1, N) each: of the last layer norm.
    let finalMean, finalInverseDeviation: Matrix<Element>
    /// (N, V); the backward pass finds their gradient here.
    let logits: Matrix<Element>
    /// (sequences, vectors of the layout): each sequence's part of the gradients of gains and biases.
    let vectorGradients: Matrix<Element>
    /// (layers, sequences, H, T, T)
    private let attention: Buffer<Element>
    private let memory: Buffer<Element>

    init(_ layout: ParameterLayout, tokenCapacity: Int, sequenceCapacity: Int) {
        let shape = layout.shape
        let (width, count) = (shape.width, tokenCapacity)
        // Nine matrices of the width in a layer, one of three widths, two of four.
        let widthsOfALayer = 9 + 3 + 2 * 4
        let vectors = layout.vectors.count
        let memory = Buffer<Element>(
            count: count * (shape.layers * (widthsOfALayer * width + 4) + 3 * width + 2 + shape.vocabularyCount)
                + sequenceCapacity * vectors)
        var offset = 0
        func matrix(_ rows: Int, _ columns: Int) -> Matrix<Element> {
            defer { offset += rows * columns }
            return memory.matrix(at: offset, rows: rows, columns: columns)
        }
        layers = (0..<shape.layers).map { _ in
            Layer(
                residual: matrix(count, width), residualAfterAttention: matrix(count, width),
                attentionInput: matrix(count, width), feedForwardInput: matrix(count, width),
                queryKeyValue: matrix(count, 3 * width), headOutputs: matrix(count, width),
                hidden: matrix(count, 4 * width), activated: matrix(count, 4 * width),
                attentionMean: matrix(1, count), attentionInverseDeviation: matrix(1, count),
                feedForwardMean: matrix(1, count), feedForwardInverseDeviation: matrix(1, count),
                residualAfterAttentionGradient: matrix(count, width), residualGradient: matrix(count, width))
        }
        finalResidual = matrix(count, width)
        finalResidualGradient = matrix(count, width)
        finalNormalized = matrix(count, width)
        finalMean = matrix(1, count)
        finalInverseDeviation = matrix(1, count)
        logits = matrix(count, shape.vocabularyCount)
        vectorGradients = matrix(sequenceCapacity, vectors)
        attention = Buffer(
            count: shape.layers * shape.heads * sequenceCapacity * shape.context * shape.context)
        self.memory = memory
        self.shape = shape
        self.tokenCapacity = tokenCapacity
        self.sequenceCapacity = sequenceCapacity
    }

    /// The numbers that are held in memory.
    var elementCount: Int { memory.count + attention.count }

    /// What each token of a sequence of `length` attends to (length, length): row the token that attends, column what it
    /// attends to.
    func attention(layer: Int, head: Int, sequence: Int, length: Int) -> Matrix<Element> {
        precondition(
            length <= shape.context && sequence < sequenceCapacity && layer < shape.layers && head < shape.heads)
        let square = shape.context * shape.context
        let index = (layer * sequenceCapacity + sequence) * shape.heads + head
        return attention.matrix(at: index * square, rows: length, columns: length)
    }

    /// The residual stream (N, C) that enters the first layer: the tokens' embeddings.
    var embedded: Matrix<Element> { layers.first?.residual ?? finalResidual }

    /// The residual stream (N, C) after a layer.
    func residual(afterLayer layer: Int) -> Matrix<Element> {
        layer + 1 < layers.count ? layers[layer + 1].residual : finalResidual
    }

    /// The gradient (N, C) of the residual stream after a layer.
    func residualGradient(afterLayer layer: Int) -> Matrix<Element> {
        layer + 1 < layers.count ? layers[layer + 1].residualGradient : finalResidualGradient
    }
}

/// What one thread needs while it works on one sequence.
struct Workspace<Element: Scalar>: Sendable {
    /// Gradients (T, 4C), (T, 3C) and (T, C).
    let hidden, queryKeyValue, residual: Matrix<Element>
    /// (T, T)
    private let scores: Matrix<Element>
    private let memory: Buffer<Element>

    init(_ shape: ModelShape) {
        let (context, width) = (shape.context, shape.width)
        memory = Buffer(count: context * (8 * width + context))
        hidden = memory.matrix(rows: context, columns: 4 * width)
        queryKeyValue = memory.matrix(at: context * 4 * width, rows: context, columns: 3 * width)
        residual = memory.matrix(at: context * 7 * width, rows: context, columns: width)
        scores = memory.matrix(at: context * 8 * width, rows: context, columns: context)
    }

    var elementCount: Int { memory.count }

    /// A square (length, length) without gaps.
    func square(_ length: Int) -> Matrix<Element> {
        precondition(length <= scores.rows)
        return Matrix(base: scores.base, rows: length, columns: length, rowStride: length)
    }
}
