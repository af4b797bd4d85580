import Evidence
import TinyLM

extension WordMap {
    /// A model and the numbers that it has for each word of the world.
    public struct Embedding: Sendable {
        let model: MeasuredModel
        /// (V, C)
        let rows: [[Double]]

        /// Nil where the tensor is not the embedding of the world's words.
        public init?(_ model: MeasuredModel, tensors: [TensorFile.Tensor]) {
            guard let tensor = tensors.first(where: { $0.name == "embedding" }), tensor.shape.count == 2,
                tensor.shape[0] == Vocabulary.little.count
            else { return nil }
            let width = tensor.shape[1]
            self.model = model
            rows = (0..<tensor.shape[0]).map { row in
                tensor.values[row * width..<(row + 1) * width].map { Double($0) }
            }
        }
    }

    /// The map of a run's words after some of its steps, ascending, along the directions of the last; nil where there is
    /// none, or where `isStopped`.
    public init?(_ embeddings: [Embedding], isStopped: () -> Bool = { false }) {
        let tokens = LittleWorld.wordsOfText
        let kinds = tokens.map { WordKind.of($0)?.rawValue }
        let points = embeddings.map { embedding in tokens.map { embedding.rows[Int($0)] } }
        guard let last = points.last, let axes = PrincipalAxes(last, isStopped: isStopped) else { return nil }
        var states: [State] = []
        for (embedding, points) in zip(embeddings, points) {
            guard let nearest = Neighbours.nearest(of: points, isStopped: isStopped) else { return nil }
            let places = points.map(axes.place)
            let neighbours = Neighbours(kinds: kinds, nearest: nearest)
            let state = State(
                embedding.model, x: places.map { Float($0.x) }, y: places.map { Float($0.y) }, nearest: nearest,
                spread: axes.fractionHeld(of: points), sameKind: neighbours.fractionOfSameKind,
                guessing: neighbours.guessing, items: neighbours.count)
            guard let state else { return nil }
            states.append(state)
        }
        self.init(
            kinds: WordKind.allCases.map(\.name),
            words: zip(LittleWorld.words(of: tokens), kinds).map {
                Word(text: TrainingDocument(text: $0), kind: $1)
            }, states: states)
    }
}

/// How often the nearest word of a word of some kind is of its kind.
struct Neighbours {
    /// Of each word; nil where it is of none. Such words can be the nearest one, but are not asked.
    let kinds: [Int?]
    let nearest: [Int]

    /// How many words are asked.
    var count: Int { kinds.count { $0 != nil } }

    var fractionOfSameKind: Double {
        let same = kinds.indices.count { kinds[$0] != nil && kinds[nearest[$0]] == kinds[$0] }
        return count > 0 ? Double(same) / Double(count) : 0
    }

    /// What any other word, each as likely, would get.
    var guessing: Double {
        guard count > 0, kinds.count > 1 else { return 0 }
        let sizes = Dictionary(grouping: kinds.compactMap { $0 }, by: { $0 }).values.map(\.count)
        let pairs = sizes.reduce(0) { $0 + $1 * ($1 - 1) }
        return Double(pairs) / (Double(count) * Double(kinds.count - 1))
    }

    /// For each of two points or more the index of the other one in whose direction it lies most nearly, the first where
    /// there are several; nil where `isStopped`, asked between points.
    static func nearest(of points: [[Double]], isStopped: () -> Bool = { false }) -> [Int]? {
        guard points.count > 1 else { return nil }
        let units = points.map { point in
            let length = PrincipalAxes.dot(point, point).squareRoot()
            return length > 0 ? point.map { $0 / length } : point
        }
        var nearest = units.indices.map { $0 == 0 ? 1 : 0 }
        var likeness = Array(repeating: -Double.infinity, count: units.count)
        for index in units.indices {
            guard !isStopped() else { return nil }
            // Each pair is met once.
            for other in 0..<index {
                let found = PrincipalAxes.dot(units[index], units[other])
                if found > likeness[index] { (likeness[index], nearest[index]) = (found, other) }
                if found > likeness[other] { (likeness[other], nearest[other]) = (found, index) }
            }
        }
        return nearest
    }
}
