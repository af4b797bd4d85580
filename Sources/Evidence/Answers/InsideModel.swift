/// The words of a model's world as places on a map: of the numbers that the model has for each word, how far they go
/// along two directions.
public struct WordMap: Hashable, Sendable {
    public struct Word: Hashable, Sendable {
        public let text: TrainingDocument
        /// Its kind, an index into ``WordMap/kinds``; nil where it is of none that the map tells apart.
        public let kind: Int?

        public init(text: TrainingDocument, kind: Int?) {
            self.text = text
            self.kind = kind
        }
    }

    /// The words after one step of the training.
    public struct State: Hashable, Sendable {
        public let model: MeasuredModel
        /// Along the first and along the second direction, for each word (W), in the units of the weights.
        public let x: [Float]
        public let y: [Float]
        /// For each word (W), the index of the other word whose numbers point most nearly the same way.
        public let nearest: [Int]
        /// How much of the spread of the words the two directions hold, 0 to 1.
        public let spread: Figure
        /// Of the words of a kind, the fraction whose nearest word is of the same kind, with what guessing would get.
        public let sameKind: Figure

        public init?(
            _ model: MeasuredModel, x: [Float], y: [Float], nearest: [Int], spread: Double, sameKind: Double,
            guessing: Double, items: Int
        ) {
            guard x.count == y.count, x.count == nearest.count, (x + y).allSatisfy(\.isFinite),
                nearest.allSatisfy({ x.indices.contains($0) }),
                let spread = Figure(
                    measured: spread,
                    Measurement(
                        task: "wordMap", plain: "spread of the words along the map's two directions",
                        metric: "fraction of the variance", unit: .fraction), of: model),
                let sameKind = Figure(
                    measured: sameKind,
                    Measurement(
                        task: "wordNeighbours", plain: "words whose nearest word is of their kind",
                        metric: "fraction of words", unit: .fraction, higherIsBetter: true, chance: guessing,
                        items: items), of: model)
            else { return nil }
            self.model = model
            self.x = x
            self.y = y
            self.nearest = nearest
            self.spread = spread
            self.sameKind = sameKind
        }
    }

    /// The kinds of words that the map tells apart, in plain words.
    public let kinds: [String]
    public let words: [Word]
    /// By the step, ascending, one at least; the directions are those of the last.
    public let states: [State]

    /// Nil where there is no state, or one that is not of these words.
    public init?(kinds: [String], words: [Word], states: [State]) {
        guard !states.isEmpty, states.allSatisfy({ $0.x.count == words.count }),
            words.allSatisfy({ $0.kind.map(kinds.indices.contains) ?? true })
        else { return nil }
        self.kinds = kinds
        self.words = words
        self.states = states
    }
}

/// What the very text that a model has read says about how a prompt goes on.
public struct ReadContexts: Hashable, Sendable {
    /// The last words of the prompt, as far as they stand somewhere in the text.
    public struct Ending: Hashable, Sendable {
        public let text: TrainingDocument
        /// How often the model has read them with a word after them.
        public let count: Figure
        /// The words that came next, the most frequent first.
        public let followers: [Follower]

        public init(text: TrainingDocument, count: Figure, followers: [Follower]) {
            self.text = text
            self.count = count
            self.followers = followers
        }
    }

    /// A word that came next.
    public struct Follower: Hashable, Sendable {
        public let word: TrainingDocument
        /// Whether it is the end of a document, and no word.
        public let isEnd: Bool
        public let count: Figure

        public init(word: TrainingDocument, isEnd: Bool, count: Figure) {
            self.word = word
            self.isEnd = isEnd
            self.count = count
        }
    }

    /// The model that has read the text; its step tells how much.
    public let model: MeasuredModel
    public let prompt: String
    /// From the prompt's last word alone to its longest ending that was read; empty where that word was not.
    public let endings: [Ending]
    /// Whether the longest of them is the whole prompt.
    public let isWhole: Bool

    public init(of model: MeasuredModel, prompt: String, endings: [Ending], isWhole: Bool) {
        self.model = model
        self.prompt = prompt
        self.endings = endings
        self.isWhole = isWhole
    }
}
