import Cells
import Evidence

/// The lesson's three ways to adapt a model to a task.
enum AdaptationPath: Int, CaseIterable, Sendable {
    case fineTune, prompt, rag

    var name: String {
        switch self {
        case .fineTune: "fine-tune"
        case .prompt: "prompt"
        case .rag: "RAG"
        }
    }

    /// One hue where weights move, another where none does.
    var ink: Ink { self == .fineTune ? .rose : .violet }

    /// What happens to the weights, in three words.
    var motto: String { self == .fineTune ? "weights move" : "no weight moves" }
}

/// The steps in which the three paths are walked side by side.
enum WalkStep: Int, CaseIterable, Sendable {
    case input, weights, output, cost, time, wins, pitfall, why

    var name: String {
        switch self {
        case .input: "goes in"
        case .weights: "weights"
        case .output: "comes out"
        case .cost: "cost"
        case .time: "time"
        case .wins: "wins when"
        case .pitfall: "pitfall"
        case .why: "why"
        }
    }

    /// The step on a path in words of falling length; the first that fits is shown.
    func wordings(_ path: AdaptationPath) -> [Phrase] { WalkStep.all[path]?[self] ?? [] }

    private static let all: [AdaptationPath: [WalkStep: [Phrase]]] = [
        .fineTune: Dictionary(uniqueKeysWithValues: allCases.map { ($0, $0.fineTune) }),
        .prompt: Dictionary(uniqueKeysWithValues: allCases.map { ($0, $0.prompt) }),
        .rag: Dictionary(uniqueKeysWithValues: allCases.map { ($0, $0.rag) }),
    ]

    /// The step on a path in full.
    func full(_ path: AdaptationPath) -> Phrase { wordings(path).first ?? "" }

    private var fineTune: [Phrase] {
        let l3 = { (texts: [String]) in WalkStep.lesson(texts, "lesson-L3") }
        switch self {
        case .input:
            return WalkStep.figure("l3/finetune/examples") { figure in
                [
                    "\(figure) labelled examples of the task",
                    "\(figure) labelled examples", "\(figure) labels", "\(figure.briefly) labels",
                ]
            }
        case .weights:
            return l3(["the weights are updated, but only the last mile is learned", "the last mile of them moves"])
                + l3(["the last mile moves"])
        case .output: return ["a model of your own for this one task", "a model for one task"]
        case .cost: return WalkStep.figure("l3/finetune/cost") { ["\($0)"] }
        case .time: return WalkStep.figure("l3/finetune/time") { ["\($0)"] }
        case .wins:
            return l3([
                "jargon the model never saw, one format over thousands of requests, the most accuracy on a narrow task",
                "jargon, one format, last points", "jargon or one format",
            ])
        case .pitfall:
            return l3(["reaching for it first: it is the last resort", "taken first: it is the last", "taken first"])
        case .why:
            return WalkStep.lesson(
                ["job training after school: a few weeks of practice for one role", "practice for one role"],
                "lesson-L6")
        }
    }

    private var prompt: [Phrase] {
        let l3 = { (texts: [String]) in WalkStep.lesson(texts, "lesson-L3") }
        switch self {
        case .input:
            return l3(["instructions in words, and examples if you have a few", "instructions in words"])
        case .weights: return l3(["no weight moves: what it learns, it learns in the prompt", "none moves"])
        case .output: return ["an answer to this request, nothing that lasts", "an answer, this once"]
        case .cost: return WalkStep.figure("l3/prompt/cost") { ["\($0)"] }
        case .time: return WalkStep.figure("l3/prompt/time") { ["\($0)"] }
        case .wins:
            return l3([
                "general tasks, many tasks, and speed that matters more than the last points of accuracy",
                "many tasks, speed matters", "many tasks, at once",
            ])
        case .pitfall:
            return WalkStep.figure("l3/pitfall/share") { figure in
                [
                    "good technique handles \(figure) of tasks, so begin here", "enough for \(figure) of tasks",
                    "enough for \(figure)",
                ]
            }
        case .why:
            return l3([
                "“translate this to French” teaches no French: the prompt directs what the model already knows",
                "it teaches no French: it steers", "it teaches no French",
            ])
        }
    }

    private var rag: [Phrase] {
        let l3 = { (texts: [String]) in WalkStep.lesson(texts, "lesson-L3") }
        let l7 = { (texts: [String]) in WalkStep.lesson(texts, "lesson-L7") }
        switch self {
        case .input:
            return l3(["outside knowledge, looked up and put into the prompt", "looked-up documents", "documents"])
        case .weights: return l3(["no weight moves: the knowledge stays outside", "none moves"])
        case .output: return l7(["an answer that cites its sources", "an answer with sources", "a sourced answer"])
        case .cost:
            return WalkStep.figure("l7/rag/cost") { figure in
                ["\(figure) for a vector database, in the medical case", "\(figure)"]
            }
        case .time: return ["the lesson does not say; no training, but an index to build", "the lesson says none"]
        case .wins:
            return l7(["knowledge that must be current and checkable", "fresh or citable facts", "fresh, cited facts"])
        case .pitfall:
            return [
                "an index to keep, and an answer only as good as what the search finds", "only as good as its search",
                "as good as its search",
            ]
        case .why:
            return l3([
                "it steers as a prompt does: the ability is there, the facts come along", "steers, with facts",
            ])
        }
    }

    /// Words of the lesson, in its colour and with its section.
    private static func lesson(_ texts: [String], _ section: String) -> [Phrase] {
        texts.map { Phrase("\($0, of: Source.named(section))").inked(.amber) }
    }

    /// Words around a figure of the lesson.
    private static func figure(_ id: String, _ words: (Figure) -> [Phrase]) -> [Phrase] {
        Archive.lesson.series(id)?.figures.first.map(words)?.map { $0.inked(.amber) } ?? []
    }
}
