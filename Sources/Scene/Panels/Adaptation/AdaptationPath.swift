import Cells
import Evidence

/// The three ways to adapt a model to a task.
enum AdaptationPath: Int, CaseIterable, Sendable {
    case fineTune, prompt, rag

    var name: String {
        switch self {
        case .fineTune: "fine-tune"
        case .prompt: "prompt"
        case .rag: "RAG"
        }
    }

    /// What one does who takes it.
    var activity: String {
        switch self {
        case .fineTune: "fine-tuning"
        case .prompt: "prompting"
        case .rag: "RAG"
        }
    }

    /// How a model on it was made to answer, after its score.
    var asked: String {
        switch self {
        case .fineTune: "fine-tuned"
        case .prompt: "prompted"
        case .rag: "with RAG"
        }
    }

    /// One hue where weights move, another where none does.
    var ink: Ink { self == .fineTune ? .rose : .violet }

    /// What happens to the weights, in three words.
    var motto: String { self == .fineTune ? "weights change" : "no weight changes" }

    /// What it is, in a sentence.
    var meaning: Phrase {
        switch self {
        case .fineTune:
            "To fine-tune is to train a finished model a little further, on examples of one task with their answers, its labels."
        case .prompt: "A prompt is a text that asks: instructions, and a few examples where there are some."
        case .rag:
            "RAG, retrieval-augmented generation, looks up a text that may hold the answer and puts it into the prompt."
        }
    }

    /// The part of the record of what is taught that it has in the medical case.
    var slug: String {
        switch self {
        case .fineTune: "finetune"
        case .prompt: "prompt"
        case .rag: "rag"
        }
    }
}

/// What is taught of each path, a column of the table.
enum PathTrait: Int, CaseIterable, Sendable {
    case input, weights, cost, time, wins, pitfall, why

    var name: String {
        switch self {
        case .input: "goes in"
        case .weights: "weights"
        case .cost: "cost"
        case .time: "time"
        case .wins: "wins when"
        case .pitfall: "mistake"
        case .why: "idea"
        }
    }

    /// What is taught in words of falling length.
    func wordings(_ path: AdaptationPath) -> [Phrase] { PathTrait.all[path]?[self] ?? [] }

    /// The same in full.
    func full(_ path: AdaptationPath) -> Phrase { wordings(path).first ?? "" }

    private static let all: [AdaptationPath: [PathTrait: [Phrase]]] = [
        .fineTune: Dictionary(uniqueKeysWithValues: allCases.map { ($0, $0.fineTune) }),
        .prompt: Dictionary(uniqueKeysWithValues: allCases.map { ($0, $0.prompt) }),
        .rag: Dictionary(uniqueKeysWithValues: allCases.map { ($0, $0.rag) }),
    ]

    private var fineTune: [Phrase] {
        switch self {
        case .input:
            PathTrait.figure("l3/finetune/examples") { figure in
                [
                    "\(figure) labelled examples of the task", "\(figure) labelled examples", "\(figure) labels",
                    "\(figure.briefly) labels",
                ]
            }
        case .weights:
            PathTrait.taught(
                [
                    "they change; only the last step to the task is learned, the rest is known",
                    "change, for the last step", "change",
                ],
                "lesson-L3")
        case .cost: PathTrait.figure("l3/finetune/cost") { ["\($0)"] }
        case .time: PathTrait.figure("l3/finetune/time") { ["\($0)"] }
        case .wins:
            PathTrait.taught(
                [
                    "jargon the model has not seen, one format over thousands of requests, the most accuracy on a narrow task",
                    "jargon, one format, narrow tasks", "jargon, a narrow task", "a narrow task",
                ], "lesson-L3")
        case .pitfall:
            PathTrait.taught(
                ["to try it first, though it is the last resort", "tried first, not last", "tried first"],
                "lesson-L3")
        case .why:
            PathTrait.taught(
                [
                    "like training for a job after school: a few weeks of practice for one role",
                    "like training for a job after school", "like training for a job",
                ], "lesson-L6")
        }
    }

    private var prompt: [Phrase] {
        switch self {
        case .input:
            PathTrait.taught(
                ["instructions in words, and examples if you have a few", "instructions in words", "instructions"],
                "lesson-L3")
        case .weights:
            PathTrait.taught(
                ["none changes: what it learns, it learns in the prompt", "none changes", "stay"], "lesson-L3")
        case .cost: PathTrait.figure("l3/prompt/cost") { ["\($0)"] }
        case .time: PathTrait.figure("l3/prompt/time") { ["\($0)"] }
        case .wins:
            PathTrait.taught(
                [
                    "general tasks, flexibility over many tasks, speed that matters more than the last points of accuracy",
                    "general and many tasks, speed", "many tasks, speed", "many tasks",
                ], "lesson-L3")
        case .pitfall:
            PathTrait.figure("l3/pitfall/share") { figure in
                [
                    "to give it up too soon: good technique handles \(figure) of tasks, so begin here",
                    "given up too soon: it handles \(figure)", "given up too soon", "given up soon",
                ]
            }
        case .why:
            PathTrait.taught(
                [
                    "“translate this to French” teaches no French: the prompt directs what the model already knows",
                    "it teaches no French, it directs what is known", "it directs what is known",
                ], "lesson-L3")
        }
    }

    private var rag: [Phrase] {
        switch self {
        case .input:
            PathTrait.taught(
                ["outside knowledge, looked up and put into the prompt", "looked-up documents", "documents"],
                "lesson-L3")
        case .weights:
            PathTrait.taught(["none changes: the knowledge stays outside", "none changes", "stay"], "lesson-L3")
        case .cost:
            PathTrait.figure("l7/rag/cost") { figure in
                ["\(figure) for a vector database, in the medical case", "\(figure)"]
            }
        case .time: ["not said; no training, but an index to build", "not said"]
        case .wins:
            PathTrait.taught(
                ["knowledge that must be current and checkable", "fresh or citable facts", "fresh facts"], "lesson-L7")
        case .pitfall:
            [
                "to forget that an answer is only as good as what the search finds",
                "no better than its search", "a poor search",
            ]
        case .why:
            PathTrait.taught(
                [
                    "it steers as a prompt does: the ability is there, the facts are handed to it",
                    "it steers, and brings the facts", "it brings facts",
                ], "lesson-L3")
        }
    }

    /// Words of what is taught, in its colour and with its section.
    private static func taught(_ texts: [String], _ section: String) -> [Phrase] {
        texts.map { Phrase("\($0, of: Source.named(section))").inked(.amber) }
    }

    /// Words around a figure that is taught.
    private static func figure(_ id: String, _ words: (Figure) -> [Phrase]) -> [Phrase] {
        Archive.lesson.series(id)?.figures.first.map(words)?.map { $0.inked(.amber) } ?? []
    }
}
