/// What `AdaptationExperiment` measured.
public struct AdaptationResult: Codable, Equatable, Sendable {
    public var seed: UInt64
    public var pretrained: Pretrained.Origin
    /// The fraction of diagnoses that the best possible reader gets right.
    public var bestAccuracy: Double
    public var diagnosis: [Prompt]
    public var fewShot: [FewShot]
    public var retrieval: [Retrieval]

    /// Diagnosis by one prompt.
    public struct Prompt: Codable, Equatable, Sendable {
        public var form: DiagnosisPrompt
        public var examples: Int
        /// The fraction of questions whose right answer is the most probable of all words.
        public var accuracy: Double
        public var standardError: Double
        /// The fraction whose right answer is the most probable of the words that may be meant.
        public var choiceAccuracy: Double
        public var choiceStandardError: Double
        /// What guessing among those gets right.
        public var choiceChance: Double
        public var itemCount: Int
    }

    /// One relation after so many examples of it.
    public struct FewShot: Codable, Equatable, Sendable {
        /// plural, vell, opposite, home, food or successor.
        public var relation: String
        public var examples: Int
        /// The fraction of items whose right answer is the most probable of all words.
        public var accuracy: Double
        /// From the number of pairs, not of items: those that ask for the same pair are not independent.
        public var standardError: Double
        public var itemCount: Int
        /// Different pairs that are asked: training never shows them so.
        public var pairCount: Int
    }

    /// Whom a question is about: nobody that training tells of; a known person whose fact has changed; one of two people
    /// of whom the book tells the same kind of thing.
    public enum People: String, CaseIterable, Codable, Sendable {
        case fresh, stale, distracted
    }

    /// Questions with a book or without.
    public struct Retrieval: Codable, Equatable, Sendable {
        public var people: People
        public var hasBook: Bool
        /// The fraction of questions answered with what the book says, even where there is none to read.
        public var accuracy: Double
        public var standardError: Double
        /// The fraction answered with what training said (stale), or with what the book says of the other (distracted).
        public var otherShare: Double?
        public var itemCount: Int
    }
}
