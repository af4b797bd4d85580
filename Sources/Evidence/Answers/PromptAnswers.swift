/// How often a model does a task rightly, by the number of solved examples in its prompt.
public struct ExampleCurve: Hashable, Sendable {
    /// The program's own word for the task.
    public let task: String
    /// By the number of examples, ascending from none.
    public let points: [Point]

    public struct Point: Hashable, Sendable {
        public let examples: Int
        /// The prompt by which the task is shown with so many.
        public let prompt: String
        /// The fraction of held-out questions whose whole answer is right; the figure's shots are the examples.
        public let accuracy: Figure

        public init(examples: Int, prompt: String, accuracy: Figure) {
            self.examples = examples
            self.prompt = prompt
            self.accuracy = accuracy
        }
    }

    public init(task: String, points: [Point]) {
        self.task = task
        self.points = points
    }
}

/// A prompt with what was looked up in front of its question.
public struct LookedUp: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        /// The sentence that answers the question.
        case answer
        /// A sentence that says something else than training did.
        case change
        /// The sentence that answers it, and one about somebody else.
        case crowd
    }

    public let kind: Kind
    /// The question alone.
    public let question: String
    public let prompt: String

    public init(kind: Kind, question: String, prompt: String) {
        self.kind = kind
        self.question = question
        self.prompt = prompt
    }
}
