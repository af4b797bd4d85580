/// All that one pass over a batch keeps: N tokens in all, in sequences of at most T.
///
/// The backward pass writes gradients over what it no longer needs: `queryKeyValue` and `hidden` end as their gradients.
final class Activations<Element: Scalar>: Sendable {
    struct Layer {
        /// (N, C): the residual stream that enters, and that between attention and feed-forward.
        let input, middle: Matrix<Element>
        /// (N, C): normalized, before attention and before feed-forward.
        let attentionInput, feedForwardInput: Matrix<Element>
        /// (N, 3C)
        let queryKeyValue: Matrix<Element>
        /// (N, C): what the heads gathered.
        let attended: Matrix<Element>
        /// (N, 4C): before and after GELU.
        let hidden, activated: Matrix<Element>
        /// (1, N) each: of the two normalizations.
        let attentionMean, attentionInverse, feedForwardMean, feedForwardInverse: Matrix<Element>
        /// (N, C): the gradient of `middle`.
        let middleGradient: Matrix<Element>
        /// The gradient of `input` (N, C).
        let inputGradient: Matrix<Element>
    }

    let shape: ModelShape
    /// N and the number of sequences that fit.
    let tokenCapacity, sequenceCapacity: Int
    let layers: [Layer]
    /// (N, C): what leaves the last layer, its gradient, and normalized.
    let output, outputGradient, normalized: Matrix<Element>
    let mean, inverse: Matrix<Element>
    /// (N, V); the backward pass finds their gradient here.
    let logits: Matrix<Element>
    /// (sequences, vectors of the layout): each sequence's share of the gradients of gains and biases.
    let vectorGradients: Matrix<Element>
    private let attention: Buffer<Element>
    private let memory: Buffer<Element>

    init(_ layout: ParameterLayout, tokenCapacity: Int, sequenceCapacity: Int) {
        let shape = layout.shape
        let (width, count) = (shape.width, tokenCapacity)
        let wide = 9 + 3 + 8
        let vectors = layout.vectors.count
        let memory = Buffer<Element>(
            count: count * (shape.layers * (wide * width + 4) + 3 * width + 2 + shape.vocabularyCount)
                + sequenceCapacity * vectors)
        var offset = 0
        func matrix(_ rows: Int, _ columns: Int) -> Matrix<Element> {
            defer { offset += rows * columns }
            return memory.matrix(at: offset, rows: rows, columns: columns)
        }
        layers = (0..<shape.layers).map { _ in
            Layer(
                input: matrix(count, width), middle: matrix(count, width), attentionInput: matrix(count, width),
                feedForwardInput: matrix(count, width), queryKeyValue: matrix(count, 3 * width),
                attended: matrix(count, width), hidden: matrix(count, 4 * width), activated: matrix(count, 4 * width),
                attentionMean: matrix(1, count), attentionInverse: matrix(1, count), feedForwardMean: matrix(1, count),
                feedForwardInverse: matrix(1, count), middleGradient: matrix(count, width),
                inputGradient: matrix(count, width))
        }
        output = matrix(count, width)
        outputGradient = matrix(count, width)
        normalized = matrix(count, width)
        mean = matrix(1, count)
        inverse = matrix(1, count)
        logits = matrix(count, shape.vocabularyCount)
        vectorGradients = matrix(sequenceCapacity, vectors)
        attention = Buffer(
            count: shape.layers * shape.heads * sequenceCapacity * shape.context * shape.context)
        self.memory = memory
        self.shape = shape
        self.tokenCapacity = tokenCapacity
        self.sequenceCapacity = sequenceCapacity
    }

    /// How many numbers are kept.
    var elementCount: Int { memory.count + attention.count }

    /// What each token of a sequence of `length` looks at (length, length): row the token that looks, column what it
    /// looks at.
    func attention(layer: Int, head: Int, sequence: Int, length: Int) -> Matrix<Element> {
        precondition(
            length <= shape.context && sequence < sequenceCapacity && layer < shape.layers && head < shape.heads)
        let square = shape.context * shape.context
        let index = (layer * sequenceCapacity + sequence) * shape.heads + head
        return attention.matrix(at: index * square, rows: length, columns: length)
    }

    /// The residual stream's gradient after a layer.
    func gradient(afterLayer layer: Int) -> Matrix<Element> {
        layer + 1 < layers.count ? layers[layer + 1].inputGradient : outputGradient
    }

    /// The residual stream after a layer.
    func stream(afterLayer layer: Int) -> Matrix<Element> {
        layer + 1 < layers.count ? layers[layer + 1].input : output
    }
}

/// What one thread needs while it works on one sequence.
struct Workspace<Element: Scalar>: Sendable {
    /// (T, 4C), (T, 3C), (T, C) and (T, T).
    let hidden, queryKeyValue, stream: Matrix<Element>
    private let scores: Matrix<Element>
    private let memory: Buffer<Element>

    init(_ shape: ModelShape) {
        let (context, width) = (shape.context, shape.width)
        memory = Buffer(count: context * (8 * width + context))
        hidden = memory.matrix(rows: context, columns: 4 * width)
        queryKeyValue = memory.matrix(at: context * 4 * width, rows: context, columns: 3 * width)
        stream = memory.matrix(at: context * 7 * width, rows: context, columns: width)
        scores = memory.matrix(at: context * 8 * width, rows: context, columns: context)
    }

    var elementCount: Int { memory.count }

    /// A square (length, length) without gaps.
    func square(_ length: Int) -> Matrix<Element> {
        precondition(length <= scores.rows)
        return Matrix(base: scores.base, rows: length, columns: length, rowStride: length)
    }
}
