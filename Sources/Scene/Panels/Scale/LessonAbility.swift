import Evidence

/// The seven abilities of the ladder of scale as it is taught.
enum LessonAbility: Int, CaseIterable, Sendable {
    case grammar, questionAnswering, translation, summarization, inContext, reasoning, code

    /// The plain name, and a shorter one for where it does not fit.
    var names: [String] {
        switch self {
        case .grammar: ["basic grammar", "grammar"]
        case .questionAnswering: ["simple questions", "questions"]
        case .translation: ["translation"]
        case .summarization: ["summaries"]
        case .inContext: ["learning from context", "learns in context", "from context"]
        case .reasoning: ["reasoning"]
        case .code: ["code"]
        }
    }

    var name: String { names[0] }
    var shortName: String { names[names.count - 1] }

    /// Where it is taught that the ability appears.
    var threshold: Figure? {
        let slug =
            switch self {
            case .grammar: "grammar"
            case .questionAnswering: "question-answering"
            case .translation: "translation"
            case .summarization: "summarization"
            case .inContext: "in-context"
            case .reasoning: "reasoning"
            case .code: "code"
            }
        return Archive.lesson.series("l4/\(slug)")?.figures.first
    }

    /// Rows of the list of emergent abilities that are about this one, each with a score of the same task that bears what
    /// guessing gets in it, where one is carried.
    var firstSeen: [(figure: Figure, score: Figure?)] {
        let tasks: [(String, score: String?)] =
            switch self {
            case .grammar, .questionAnswering, .translation, .summarization, .code: []
            case .inContext: [("Word in Context (WiC)", "gpt3/wic/few"), ("Grounded conceptual mappings", nil)]
            case .reasoning:
                [
                    ("Addition/subtraction (3 digit)", "gpt3/3d-plus/few"),
                    ("Addition/subtraction (4-5 digit)", "gpt3/4d-plus/few"),
                ]
            }
        let table = Archive.emergence.series("wei/table1")?.figures ?? []
        return tasks.compactMap { task, score in
            table.first { $0.subject.task == task }.map { figure in
                (figure, score.flatMap { Archive.gpt3.series($0)?.figures.first })
            }
        }
    }

    /// What the little world calls it.
    var idInTheLittleWorld: String {
        switch self {
        case .grammar: AbilityWords.grammar
        case .questionAnswering: "question"
        case .translation: "translation"
        case .summarization: "summary"
        case .inContext: AbilityWords.fromContext
        case .reasoning: "twoHopsWritten"
        case .code: "codeOperation"
        }
    }
}
