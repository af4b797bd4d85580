/// Tells one question from another; whoever asks counts up.
public struct QuestionID: Hashable, Sendable, Comparable {
    public let number: Int

    public init(_ number: Int) { self.number = number }

    /// That of the next question.
    public var next: QuestionID { QuestionID(number + 1) }

    public static func < (first: QuestionID, second: QuestionID) -> Bool { first.number < second.number }
}

/// What can be asked of the program's models and of its records.
public enum Question: Hashable, Sendable {
    /// Which runs are recorded: one `.runs`.
    case recordedRuns
    /// A recorded run by its name, such as `M-12.3M-1`: one `.history`.
    case history(run: String)
    /// What was measured with a recorded run: one `.transfer`, `.adaptation` or `.forgetting`.
    case experiment(RecordedExperiment)
    /// The runs in the person's folder: one `.runs`.
    case savedRuns
    /// A run in a folder, as far as it is: one `.history`.
    case savedHistory(folder: String)
    /// Trains a model: `.progress` and a `.history` that grows.
    case train(TrainingRequest)
    /// Every ability of a model: one `.abilities`.
    case examine(ModelReference, items: Int, seed: UInt64)
    /// The most probable words after a text, their probabilities bent by a temperature: one `.nextWords`.
    case nextWords(ModelReference, prompt: String, count: Int, temperature: Double = 1)
    /// What a model writes after a text: `.generated` again and again, each with more words.
    case generate(ModelReference, GenerationRequest)
    /// What each word of a text looks at: one `.attention`.
    case attention(ModelReference, text: String)
    /// Teaches a model from labelled notes: `.fineTuning` that grows.
    case fineTune(FineTuningRequest)
    /// How often a model does a task rightly after so many examples, the task by its word: one `.examples`.
    case examples(ModelReference, task: String)
    /// What can be looked up for a prompt: one `.lookedUp`.
    case lookUp(prompt: String)
    /// Every word that the little world has: one `.vocabulary`.
    case vocabulary
    /// The words of a model as a map, of a recorded run after each step that was kept: one `.wordMap`.
    case wordMap(ModelReference)
    /// The matrices of a model seen from afar: one `.weights`.
    case weights(ModelReference)
    /// What a model makes of a person's prompt for a task of the challenges, with each of the task's items: `.promptTrial`
    /// again and again, each with more items.
    case tryPrompt(ModelReference, task: String, template: String)
    /// What the text that a model has read says about how a prompt goes on: one `.contexts`, with `.progress` before it.
    case contexts(ModelReference, prompt: String)
    /// How fast the machine that recorded the runs trained a size: one `.speed`.
    case recordedSpeed(size: String)
    /// How fast this machine trains a size, measured anew: one `.speed`, with `.progress` before it.
    case speed(size: String)

    /// Whether the records that the program carries may answer it alone, so that nothing is trained and no model is run. Of
    /// a recorded model only some prompts are in the record.
    public var isRecorded: Bool {
        switch self {
        case .recordedRuns, .history, .experiment, .lookUp, .vocabulary, .recordedSpeed: true
        case .nextWords(.recorded(_, let step), _, let count, let temperature):
            step != nil && count <= RecordedPrompts.shownWordCount && temperature == 1
        case .generate(.recorded(_, let step), let request):
            step != nil && request.temperature == 0 && request.count == RecordedPrompts.textWordCount
        case .examples(.recorded(_, let step), _): step != nil
        case .attention(.recorded(_, let step), let text): step != nil && text == RecordedPrompts.attention
        case .wordMap(.recorded), .weights(.recorded): true
        default: false
        }
    }
}

/// What was measured for the record with a recorded run.
public enum RecordedExperiment: String, CaseIterable, Hashable, Sendable {
    /// How many labels a narrow task takes, from random weights and pretrained.
    case transfer
    /// What a pretrained model does when it is only asked.
    case adaptation
    /// What it forgets when it is taught.
    case forgetting
}

/// The prompts of the record: after each of its reports, the run with a trajectory was asked these.
public enum RecordedPrompts {
    public static let sentence = "the small fox"
    public static let fact = "tolu lives in"
    public static let question = "Q : where does tolu live ? A :"
    /// About somebody of whom training tells nothing but the name.
    public static let unknown = "Q : where does juno live ? A :"
    public static let translation = "vell : the small fox sings >"
    public static let summary = "story : the crow sings . a key likes this star . the crow waits . topic :"
    public static let game = "game : dax fox ; wug duck ; dax fox ; wug"
    public static let examples = "show : fox foxes ; river rivers ; mouse mice ; bell"
    public static let book = "book : arlo lives in pesk . Q : where does arlo live ? A :"
    public static let steps = "Q : where does the friend of tolu live ? think :"
    public static let visit = "the doctor sees arlo . arlo has a cough and a wheeze and a gasp . the doctor gives arlo"
    public static let code = "code : z 2 ; x z + 3 ; print x"

    /// What it was to go on with, to show what it writes: one beginning for each of the world's forms, in the order of
    /// the record.
    public static let texts = [
        sentence, "these", fact, question, translation, summary, game, "chant : key loud fep ;", examples, book, steps,
        code, visit,
    ]
    /// The same note in a form that training never uses, and with the doctor's words around it.
    public static let notes = ["arlo has a cough and a wheeze and a gasp >", visit]
    /// Steps of the run with a trajectory after which its model is asked every prompt that is shown: random weights,
    /// sentences without sense, facts, everything.
    public static let ages = [0, 160, 1024, 12_000]
    /// The most probable words that are kept of each of these.
    public static let shownWordCount = 5
    /// The most words that are kept of what it wrote, the most probable one each time.
    public static let textWordCount = 12
    /// What is shown first of these: a sentence, a question, a translation.
    public static let firstTexts = [sentence, question, translation]
    /// Prompts after which the next word is told.
    public static let nextWords = [
        "the fox near the rivers", fact, "game : dax fox ; wug duck ; dax",
    ]
    /// The most probable words of each that are kept.
    public static let nextWordCount = 8
    /// A game in which the last word was met before: attention to what followed it is in-context learning.
    public static let attention = "game : dax fox ; wug duck ; dax"
}

/// A model that can be asked.
public enum ModelReference: Hashable, Sendable {
    /// A recorded run's weights after a step that was kept; nil for its last.
    case recorded(run: String, step: Int?)
    /// The newest checkpoint of a run's folder.
    case saved(folder: String)
    /// The model that the question trains, as it is now.
    case training(QuestionID)
}

/// A training to begin, or to go on with.
public struct TrainingRequest: Hashable, Sendable {
    /// `XS`, `XS16`, `S`, `SM`, `M` or `L`.
    public var size: String
    /// Token positions to read, padding included, 1 or more.
    public var tokens: Int
    public var seed: UInt64
    /// The run's folder; nil for its own in the person's state folder. A run that stands there is gone on with.
    public var folder: String?
    /// The processors that it may use; nil for all.
    public var threads: Int?
    /// Takes the next seed whose folder does not exist, so that a run begins at random weights.
    public var startsAnew: Bool

    public init(
        size: String, tokens: Int, seed: UInt64, folder: String? = nil, threads: Int? = nil, startsAnew: Bool = false
    ) {
        self.size = size
        self.tokens = tokens
        self.seed = seed
        self.folder = folder
        self.threads = threads
        self.startsAnew = startsAnew
    }
}

/// What a model is to write.
public struct GenerationRequest: Hashable, Sendable {
    public var prompt: String
    /// The most words.
    public var count: Int
    /// 0 writes the most probable word each time.
    public var temperature: Double
    public var seed: UInt64

    public init(prompt: String, count: Int = 30, temperature: Double = 0, seed: UInt64 = 1) {
        self.prompt = prompt
        self.count = count
        self.temperature = temperature
        self.seed = seed
    }
}

/// What a model is to be taught from labelled notes.
public struct FineTuningRequest: Hashable, Sendable {
    public var model: ModelReference
    /// A narrow task by its word: `diagnosis`, `goodSentence`, `subjectNumber`.
    public var task: String
    /// Notes to learn from, 1 to 3000.
    public var labels: Int
    /// From random weights of the same shape, in place of the model's.
    public var startsFromRandomWeights: Bool
    public var seed: UInt64

    public init(
        model: ModelReference, task: String, labels: Int, startsFromRandomWeights: Bool = false, seed: UInt64 = 1
    ) {
        self.model = model
        self.task = task
        self.labels = labels
        self.startsFromRandomWeights = startsFromRandomWeights
        self.seed = seed
    }
}
