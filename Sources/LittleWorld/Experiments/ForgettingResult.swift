/// What `ForgettingExperiment` measured.
public struct ForgettingResult: Codable, Equatable, Sendable {
    public var seed: UInt64
    public var pretrained: Pretrained.Origin
    public var draws: Int
    /// Notes of each task to learn from, to choose by, and to be asked at the end.
    public var trainingCount: Int
    public var developmentCount: Int
    public var testCount: Int
    /// Updates for each task.
    public var steps: Int
    public var learningRate: Double
    public var batchRows: Int
    /// The fraction of rows that are pretraining's text where that is mixed in.
    public var mixedShare: Double
    /// The abilities of the pretrained model.
    public var before: [AbilityScore]
    public var models: [Model]

    /// What was taught, and what that came to.
    public struct Model: Codable, Equatable, Sendable {
        public var teaching: Teaching
        /// All labels that were used: to learn from and to choose by.
        public var labels: Int
        public var tasks: [TaskScore]
        /// Afterwards, in the order of `before`.
        public var abilities: [AbilityAfter]

        /// The score of one of the tasks that it was taught.
        public func accuracy(of task: NarrowTask) -> Spread? { tasks.first { $0.task == task }?.accuracy }
    }

    public struct TaskScore: Codable, Equatable, Sendable {
        public var task: NarrowTask
        /// The fraction of test notes whose label is the most probable of all words.
        public var accuracy: Spread
        /// Of the mean, from the number of test notes alone.
        public var standardError: Double
        /// The fraction that the best possible reader gets right.
        public var bestAccuracy: Double
    }

    public struct AbilityAfter: Codable, Equatable, Sendable {
        public var ability: Ability
        public var exactMatch: Spread
        public var itemCount: Int
        /// Of the mean, from the number of items alone.
        public var standardError: Double
    }

    /// The mean over abilities of the exact match, before and after a teaching.
    public func meanAbility(after teaching: Teaching) -> (before: Double, after: Double) {
        let after = models.first { $0.teaching == teaching }?.abilities.map(\.exactMatch.mean) ?? []
        return (Spread(before.map(\.exactMatch)).mean, Spread(after).mean)
    }
}
