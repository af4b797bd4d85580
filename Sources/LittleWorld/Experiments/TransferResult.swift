/// What `TransferExperiment` measured.
public struct TransferResult: Codable, Equatable, Sendable {
    public var seed: UInt64
    public var pretrained: Pretrained.Origin
    public var draws: Int
    /// Labelled notes of every draw that were used to choose, and not to learn from.
    public var developmentCount: Int
    /// Notes that are asked at the end, the same in every draw.
    public var testCount: Int
    public var batchRows: Int
    public var tasks: [Task]

    public struct Task: Codable, Equatable, Sendable {
        public var task: NarrowTask
        /// The fraction that guessing gets right.
        public var chance: Double
        /// The fraction that the best possible reader gets right.
        public var bestAccuracy: Double
        /// By the number of labels, from random weights and then pretrained.
        public var points: [Point]
    }

    public struct Point: Codable, Equatable, Sendable {
        public var start: Start
        public var trainingLabels: Int
        public var developmentLabels: Int
        /// All labels that were used: to learn from and to choose by.
        public var labels: Int
        /// Updates of each training; the best of ten checks was chosen.
        public var steps: Int
        /// The fraction of test notes whose label is the most probable of all words.
        public var accuracy: Spread
        /// Of the mean, from the number of test notes alone.
        public var standardError: Double
        /// The learning rate that was chosen in each draw.
        public var learningRates: [Double]
    }

    /// The points of a task from one start, by the number of labels.
    public func points(of task: NarrowTask, from start: Start) -> [Point] {
        tasks.first { $0.task == task }?.points.filter { $0.start == start } ?? []
    }
}
