/// Where each of a model's tensors lies in one flat list of parameters: matrices first, then vectors.
public struct ParameterLayout: Equatable, Sendable {
    /// One tensor: a matrix (rows, columns) or a vector (1, columns).
    public struct Place: Equatable, Sendable {
        public var name: String
        public var offset: Int
        public var rows: Int
        public var columns: Int

        public var count: Int { rows * columns }
        public var range: Range<Int> { offset..<offset + count }
        public var isVector: Bool { rows == 1 }
    }

    /// The tensors of one layer.
    public struct Layer: Equatable, Sendable {
        /// (C, 3C): queries, keys and values side by side.
        public var queryKeyValue: Place
        /// (C, C)
        public var projection: Place
        /// (C, 4C)
        public var expansion: Place
        /// (4C, C)
        public var contraction: Place
        /// (C) each.
        public var attentionGain, attentionBias, feedForwardGain, feedForwardBias: Place
        /// (4C)
        public var expansionBias: Place
        /// (C)
        public var contractionBias: Place
    }

    public let shape: ModelShape
    /// (V, C); its transpose is the output layer.
    public let embedding: Place
    public let layers: [Layer]
    /// (C) each.
    public let finalGain, finalBias: Place
    /// All tensors in the order of their offsets.
    public let places: [Place]
    /// The vectors are the last part of the list.
    public let vectors: Range<Int>

    public var count: Int { vectors.upperBound }
    public var matrices: [Place] { places.filter { !$0.isVector } }

    public init(_ shape: ModelShape) {
        let width = shape.width
        var list: [Place] = []
        func place(_ name: String, _ rows: Int, _ columns: Int) -> Place {
            let place = Place(name: name, offset: list.last?.range.upperBound ?? 0, rows: rows, columns: columns)
            list.append(place)
            return place
        }
        func vector(_ name: String, _ columns: Int) -> Place { place(name, 1, columns) }
        embedding = place("embedding", shape.vocabularyCount, width)
        let matrices = (0..<shape.layers).map { layer in
            (
                place("layers.\(layer).attention.queryKeyValue", width, 3 * width),
                place("layers.\(layer).attention.projection", width, width),
                place("layers.\(layer).feedForward.expansion", width, 4 * width),
                place("layers.\(layer).feedForward.contraction", 4 * width, width)
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
        places = list
        vectors = vectorStart..<(list.last?.range.upperBound ?? 0)
    }
}
