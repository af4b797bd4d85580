/// Where one tensor lies in a flat list of parameters: a matrix (rows, columns) or a vector (1, columns).
public struct TensorSlot: Equatable, Sendable {
    public var name: String
    /// The index of its first number in the list.
    public var offset: Int
    public var rows: Int
    public var columns: Int

    public var count: Int { rows * columns }
    public var range: Range<Int> { offset..<offset + count }
    /// No matrix of a model has one row: a width is 2 or more, and so is a vocabulary.
    public var isVector: Bool { rows == 1 }
}

/// Where each of a model's tensors lies in one flat list of parameters: matrices first, then vectors.
public struct ParameterLayout: Equatable, Sendable {
    /// The tensors of one layer.
    public struct Layer: Equatable, Sendable {
        /// (C, 3C): queries, keys and values side by side.
        public var queryKeyValue: TensorSlot
        /// (C, C)
        public var projection: TensorSlot
        /// (C, 4C)
        public var expansion: TensorSlot
        /// (4C, C)
        public var contraction: TensorSlot
        /// (C) each, of the layer norms.
        public var attentionGain, attentionBias, feedForwardGain, feedForwardBias: TensorSlot
        /// (4C)
        public var expansionBias: TensorSlot
        /// (C)
        public var contractionBias: TensorSlot
    }

    public let shape: ModelShape
    /// (V, C); its transpose is the output layer.
    public let embedding: TensorSlot
    public let layers: [Layer]
    /// (C) each, of the layer norm after all layers.
    public let finalGain, finalBias: TensorSlot
    /// All tensors in the order of their offsets.
    public let slots: [TensorSlot]
    /// The vectors are the last part of the list.
    public let vectors: Range<Int>

    public var count: Int { vectors.upperBound }
    public var matrices: [TensorSlot] { slots.filter { !$0.isVector } }

    public init(_ shape: ModelShape) {
        let width = shape.width
        var list: [TensorSlot] = []
        func slot(_ name: String, _ rows: Int, _ columns: Int) -> TensorSlot {
            let slot = TensorSlot(name: name, offset: list.last?.range.upperBound ?? 0, rows: rows, columns: columns)
            list.append(slot)
            return slot
        }
        func vector(_ name: String, _ columns: Int) -> TensorSlot { slot(name, 1, columns) }
        embedding = slot("embedding", shape.vocabularyCount, width)
        let matrices = (0..<shape.layers).map { layer in
            (
                slot("layers.\(layer).attention.queryKeyValue", width, 3 * width),
                slot("layers.\(layer).attention.projection", width, width),
                slot("layers.\(layer).feedForward.expansion", width, 4 * width),
                slot("layers.\(layer).feedForward.contraction", 4 * width, width)
            )
        }
        let vectorStart = list.last?.range.upperBound ?? 0
        layers = matrices.enumerated().map { layer, matrices in
            Layer(
                queryKeyValue: matrices.0, projection: matrices.1, expansion: matrices.2, contraction: matrices.3,
                attentionGain: vector("layers.\(layer).attention.gain", width),
                attentionBias: vector("layers.\(layer).attention.bias", width),
                feedForwardGain: vector("layers.\(layer).feedForward.gain", width),
                feedForwardBias: vector("layers.\(layer).feedForward.bias", width),
                expansionBias: vector("layers.\(layer).feedForward.expansionBias", 4 * width),
                contractionBias: vector("layers.\(layer).feedForward.contractionBias", width))
        }
        finalGain = vector("final.gain", width)
        finalBias = vector("final.bias", width)
        self.shape = shape
        slots = list
        vectors = vectorStart..<(list.last?.range.upperBound ?? 0)
    }
}
