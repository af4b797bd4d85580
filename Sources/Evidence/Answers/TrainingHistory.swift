/// What became of a model while it was trained, whoever trained it: a run of the record, one that runs now, one in a
/// folder, or one that others published.
public struct TrainingHistory: Hashable, Sendable {
    public enum Origin: Hashable, Sendable {
        /// A run that the program carries, by its name.
        case recorded(run: String)
        /// A run that is trained now, in a folder.
        case live(folder: String)
        /// A run that was trained into a folder.
        case saved(folder: String)
        /// A run of others, as its papers and files tell.
        case published(Source)
    }

    public let origin: Origin
    /// The model's name.
    public let model: String
    /// Its trained numbers.
    public let parameters: Figure
    /// Token positions that the whole training reads; nil where it is not known.
    public let tokens: Figure?
    /// What was examined, from what is learned first to what is learned last.
    public let abilities: [ExaminedAbility]
    /// By the tokens that had been read, ascending.
    public var points: [Point]
    /// What it reads, a document of each kind; empty where that is not known.
    public let documents: [DocumentSample]

    public init(
        origin: Origin, model: String, parameters: Figure, tokens: Figure?, abilities: [ExaminedAbility],
        points: [Point], documents: [DocumentSample] = []
    ) {
        self.origin = origin
        self.model = model
        self.parameters = parameters
        self.tokens = tokens
        self.abilities = abilities
        self.points = points
        self.documents = documents
    }

    /// The model after one step of its training.
    public struct Point: Hashable, Sendable {
        public var step: Int
        /// Token positions, padding included.
        public var tokensSeen: Double
        /// The mean cross-entropy of training since the point before, in nats a token.
        public var loss: Figure?
        /// The same of text that is never trained.
        public var heldOutLoss: Figure?
        /// In the order of the history's abilities; one that was not asked here is left out.
        public var results: [AbilityResult]
        /// What it writes after some prompts.
        public var writing: [GeneratedText]
        public var nextWords: [NextWords]
        public var weights: [WeightPicture]
        public var attention: AttentionMap?

        public init(
            step: Int, tokensSeen: Double, loss: Figure? = nil, heldOutLoss: Figure? = nil,
            results: [AbilityResult] = [], writing: [GeneratedText] = [], nextWords: [NextWords] = [],
            weights: [WeightPicture] = [], attention: AttentionMap? = nil
        ) {
            self.step = step
            self.tokensSeen = tokensSeen
            self.loss = loss
            self.heldOutLoss = heldOutLoss
            self.results = results
            self.writing = writing
            self.nextWords = nextWords
            self.weights = weights
            self.attention = attention
        }

        public func result(of ability: ExaminedAbility) -> AbilityResult? {
            results.first { $0.ability.id == ability.id }
        }
    }

    /// The sharp measure of an ability over the training.
    public func sharp(_ ability: ExaminedAbility) -> [Figure] { points.compactMap { $0.result(of: ability)?.sharp } }

    /// The first smooth measure of an ability over the training; empty where there is none.
    public func smooth(_ ability: ExaminedAbility) -> [Figure] {
        points.compactMap { $0.result(of: ability)?.smooth.first }
    }
}

/// What a run is, without what became of it.
public struct RunSummary: Hashable, Sendable {
    public let origin: TrainingHistory.Origin
    /// As `M-12.3M-1`.
    public let name: String
    /// `M`, or the shape of a model of no named size.
    public let model: String
    public let parameters: Figure
    /// Token positions of the whole training.
    public let tokens: Figure
    public let seed: UInt64
    /// The steps of which the weights are kept, ascending.
    public let keptSteps: [Int]
    /// Whether each point tells what the model writes and looks like.
    public let hasTrajectory: Bool

    public init(
        origin: TrainingHistory.Origin, name: String, model: String, parameters: Figure, tokens: Figure, seed: UInt64,
        keptSteps: [Int], hasTrajectory: Bool
    ) {
        self.origin = origin
        self.name = name
        self.model = model
        self.parameters = parameters
        self.tokens = tokens
        self.seed = seed
        self.keptSteps = keptSteps
        self.hasTrajectory = hasTrajectory
    }
}
