/// The most probable words after a text.
public struct NextWords: Hashable, Sendable {
    public let prompt: String
    /// The most probable first.
    public let words: [Word]

    public struct Word: Hashable, Sendable {
        public let text: String
        /// 0 to 1.
        public let probability: Figure

        public init(text: String, probability: Figure) {
            self.text = text
            self.probability = probability
        }
    }

    public init(prompt: String, words: [Word]) {
        self.prompt = prompt
        self.words = words
    }

    /// The words of a model with their probabilities, 0 to 1; what is no probability is left out.
    public init(prompt: String, words: [(text: String, probability: Double)], of model: MeasuredModel) {
        self.init(
            prompt: prompt,
            words: words.compactMap { word, probability in
                Figure(
                    measured: probability,
                    Measurement(task: "nextWord", plain: "next word", metric: "probability", unit: .fraction),
                    of: model
                ).map { Word(text: word, probability: $0) }
            })
    }
}

/// What a model wrote after a text.
public struct GeneratedText: Hashable, Sendable {
    public let prompt: String
    /// Without the prompt; it grows while the model writes.
    public let text: String
    public let model: MeasuredModel
    /// What the world that the model learned says of it; nil where that is nothing.
    public let verdict: Verdict?
    /// What that world says must follow the prompt; nil where it says nothing.
    public let expected: String?

    /// Of an answer, whether it is the right one; of what begins as a sentence, whether it became one.
    public enum Verdict: Hashable, Sendable {
        case right, wrong
        case sentence, noSentence

        /// Whether it is as it should be.
        public var isGood: Bool { self == .right || self == .sentence }
    }

    public init(
        prompt: String, text: String, model: MeasuredModel, verdict: Verdict? = nil, expected: String? = nil
    ) {
        self.prompt = prompt
        self.text = text
        self.model = model
        self.verdict = verdict
        self.expected = expected
    }
}

/// What each word of a text looks at, in every head of every layer.
public struct AttentionMap: Hashable, Sendable {
    /// One head's weights on a text of T tokens.
    public struct Head: Hashable, Sendable {
        /// From 0.
        public let layer: Int
        public let head: Int
        /// (T, T), row by row: row the token that looks, column what it looks at, 0 to 1.
        public let weights: [Float]

        public init(layer: Int, head: Int, weights: [Float]) {
            self.layer = layer
            self.head = head
            self.weights = weights
        }
    }

    public let model: MeasuredModel
    /// The text's tokens (T), as words.
    public let tokens: [String]
    /// A layer's heads after the other's.
    public let heads: [Head]

    /// Nil where a head has not T × T weights.
    public init?(of model: MeasuredModel, tokens: [String], heads: [Head]) {
        guard heads.allSatisfy({ $0.weights.count == tokens.count * tokens.count }) else { return nil }
        self.model = model
        self.tokens = tokens
        self.heads = heads
    }

    /// How much a token looks at another, as a figure; nil where there is no such head or token.
    public func weight(layer: Int, head: Int, from row: Int, to column: Int) -> Figure? {
        guard let found = heads.first(where: { $0.layer == layer && $0.head == head }),
            tokens.indices.contains(row), tokens.indices.contains(column)
        else { return nil }
        return Figure(
            measured: Double(found.weights[row * tokens.count + column]),
            Measurement(
                task: "attention", plain: "attention of \(tokens[row]) to \(tokens[column])",
                metric: "attention weight",
                unit: .fraction), of: model)
    }
}

/// A matrix of weights seen from afar: parts of it, of each the root mean square.
public struct WeightPicture: Hashable, Sendable {
    public let model: MeasuredModel
    /// As `layers.0.attention.projection`.
    public let name: String
    public let rows: Int
    public let columns: Int
    /// Row by row, 0 or more.
    public let values: [Float]

    /// Nil where the values are not those of the rows and columns.
    public init?(of model: MeasuredModel, name: String, rows: Int, columns: Int, values: [Float]) {
        guard rows > 0, columns > 0, rows <= values.count, values.count == rows * columns else { return nil }
        self.model = model
        self.name = name
        self.rows = rows
        self.columns = columns
        self.values = values
    }

    /// One part's root mean square as a figure; nil where there is no such part.
    public func rootMeanSquare(row: Int, column: Int) -> Figure? {
        guard (0..<rows).contains(row), (0..<columns).contains(column) else { return nil }
        return Figure(
            measured: Double(values[row * columns + column]),
            Measurement(task: name, plain: "weights of \(name)", metric: "root mean square", unit: .index), of: model)
    }
}
