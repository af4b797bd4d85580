/// How many labels a narrow task takes, from random weights and from a pretrained model.
public struct TransferCurves: Hashable, Sendable {
    public let model: MeasuredModel
    public let tasks: [Task]

    public init(model: MeasuredModel, tasks: [Task]) {
        self.model = model
        self.tasks = tasks
    }

    public struct Task: Hashable, Sendable {
        /// `diagnosis`, `goodSentence`, `subjectNumber`.
        public let id: String
        public let name: String
        /// What guessing gets.
        public let chance: Figure
        /// What the best possible reader gets.
        public let best: Figure
        /// By the labels used, ascending; the figures' labelled examples are all labels, those to choose by included.
        public let random: [Accuracy]
        public let pretrained: [Accuracy]

        public init(
            id: String, name: String, chance: Figure, best: Figure, random: [Accuracy], pretrained: [Accuracy]
        ) {
            self.id = id
            self.name = name
            self.chance = chance
            self.best = best
            self.random = random
            self.pretrained = pretrained
        }
    }
}

/// A fraction of right answers after a teaching, over several draws of the notes.
public struct Accuracy: Hashable, Sendable {
    /// The mean over draws; its standard error is from the number of test notes alone.
    public let mean: Figure
    /// Of each draw.
    public let draws: [Figure]
    /// Notes that were learned from; nil where none were.
    public let trainingLabels: Int?

    public init(mean: Figure, draws: [Figure], trainingLabels: Int?) {
        self.mean = mean
        self.draws = draws
        self.trainingLabels = trainingLabels
    }
}

/// What a pretrained model does when it is only asked: in words it knows, in a new form, with examples, with a book.
public struct AdaptationScores: Hashable, Sendable {
    public let model: MeasuredModel
    /// What the best possible reader of the diagnosis gets.
    public let best: Figure
    public let prompts: [Prompt]
    public let relations: [Relation]
    public let readings: [Reading]

    public init(
        model: MeasuredModel, best: Figure, prompts: [Prompt], relations: [Relation], readings: [Reading]
    ) {
        self.model = model
        self.best = best
        self.prompts = prompts
        self.relations = relations
        self.readings = readings
    }

    /// Diagnosis by one prompt. The figures' shots are the examples before the question.
    public struct Prompt: Hashable, Sendable {
        /// `visit`, `newFormKnownWords`, `newFormNewWords`.
        public let id: String
        public let name: String
        public let examples: Int
        /// The right answer is the most probable of all words.
        public let accuracy: Figure
        /// The right answer is the most probable of the words that may be meant; its chance is that of guessing one.
        public let choiceAccuracy: Figure

        public init(id: String, name: String, examples: Int, accuracy: Figure, choiceAccuracy: Figure) {
            self.id = id
            self.name = name
            self.examples = examples
            self.accuracy = accuracy
            self.choiceAccuracy = choiceAccuracy
        }
    }

    /// A relation after so many examples of it.
    public struct Relation: Hashable, Sendable {
        /// `plural`, `vell`, `opposite`, `home`, `food`, `successor`.
        public let id: String
        public let examples: Int
        /// Its standard error is from the number of different pairs.
        public let accuracy: Figure
        /// Different pairs that were asked.
        public let pairs: Int

        public init(id: String, examples: Int, accuracy: Figure, pairs: Int) {
            self.id = id
            self.examples = examples
            self.accuracy = accuracy
            self.pairs = pairs
        }
    }

    /// Questions about people, with a book or without.
    public struct Reading: Hashable, Sendable {
        /// `fresh`, `stale`, `distracted`.
        public let id: String
        public let hasBook: Bool
        /// As the book says.
        public let accuracy: Figure
        /// As training said, or as the book says of the other person; nil where there is no other.
        public let other: Figure?

        public init(id: String, hasBook: Bool, accuracy: Figure, other: Figure?) {
            self.id = id
            self.hasBook = hasBook
            self.accuracy = accuracy
            self.other = other
        }
    }
}

/// What a model can still do after it was taught.
public struct ForgettingScores: Hashable, Sendable {
    public let model: MeasuredModel
    /// Before it was taught.
    public let before: [AbilityResult]
    public let teachings: [Teaching]

    public init(model: MeasuredModel, before: [AbilityResult], teachings: [Teaching]) {
        self.model = model
        self.before = before
        self.teachings = teachings
    }

    public struct Teaching: Hashable, Sendable {
        /// `allTasks`, `diagnosisMixed`, `diagnosis`, `goodSentence`, `subjectNumber`.
        public let id: String
        public let name: String
        /// Of the tasks that it was taught.
        public let tasks: [TaskScore]
        /// In the order of `before`; means over draws.
        public let abilities: [AbilityResult]

        public init(id: String, name: String, tasks: [TaskScore], abilities: [AbilityResult]) {
            self.id = id
            self.name = name
            self.tasks = tasks
            self.abilities = abilities
        }
    }

    public struct TaskScore: Hashable, Sendable {
        public let id: String
        public let name: String
        public let accuracy: Accuracy
        public let best: Figure

        public init(id: String, name: String, accuracy: Accuracy, best: Figure) {
            self.id = id
            self.name = name
            self.accuracy = accuracy
            self.best = best
        }
    }
}

/// A model while it is taught from labelled notes.
public struct FineTuningCurve: Hashable, Sendable {
    /// What it started from.
    public let model: MeasuredModel
    public let task: String
    public let taskName: String
    public let chance: Figure
    public let best: Figure
    /// Notes that are learned from.
    public let trainingLabels: Int
    /// All labels: those to choose by included.
    public let labels: Int
    /// By the updates on notes, ascending.
    public let points: [Point]
    /// On the test notes, of the parameters that did best on the development notes; nil until the end.
    public let test: Figure?

    public struct Point: Hashable, Sendable {
        public let step: Int
        /// On the development notes.
        public let accuracy: Figure

        public init(step: Int, accuracy: Figure) {
            self.step = step
            self.accuracy = accuracy
        }
    }

    public init(
        model: MeasuredModel, task: String, taskName: String, chance: Figure, best: Figure, trainingLabels: Int,
        labels: Int, points: [Point], test: Figure?
    ) {
        self.model = model
        self.task = task
        self.taskName = taskName
        self.chance = chance
        self.best = best
        self.trainingLabels = trainingLabels
        self.labels = labels
        self.points = points
        self.test = test
    }
}
