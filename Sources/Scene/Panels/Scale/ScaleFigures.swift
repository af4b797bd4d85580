import Evidence

/// The seven abilities of the lesson's ladder of scale, and how each was measured.
enum LessonAbility: Int, CaseIterable, Sendable {
    case grammar, questionAnswering, translation, summarization, inContext, reasoning, code

    var name: String {
        switch self {
        case .grammar: "basic grammar"
        case .questionAnswering: "simple Q&A"
        case .translation: "translation"
        case .summarization: "summarization"
        case .inContext: "in-context"
        case .reasoning: "reasoning"
        case .code: "code"
        }
    }

    /// The name in a sentence.
    var noun: String { self == .inContext ? "in-context learning" : name }

    /// Where the lesson says the ability appears.
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

    /// Rows of the list of emergent abilities that are about this one.
    var firstSeen: [Figure] {
        let tasks: [String] =
            switch self {
            case .grammar, .translation, .summarization, .code: []
            case .questionAnswering: ["Truthfulness (TruthfulQA)"]
            case .inContext: ["Word in Context (WiC)", "Grounded conceptual mappings"]
            case .reasoning: ["Addition/subtraction (3 digit)", "Addition/subtraction (4-5 digit)"]
            }
        let table = Archive.emergence.series("wei/table1")?.figures ?? []
        return tasks.compactMap { task in table.first { $0.subject.task == task } }
    }
}

/// One curve of a strip, with what the program says of it in plain words.
struct MeasuredCurve: Sendable {
    var series: Series
    /// The benchmark and the family, for beneath the name; the family with its shots.
    var benchmark: String
    var family: String
    var floor: Double
    var ceiling: Double
    /// What a model of the family does, around the value: before it and after it.
    var verb: (before: Phrase, after: Phrase)
    /// What is asked, in a sentence.
    var question: Phrase

    /// What a model does that has a score, as the end of a sentence.
    func claim(_ score: Phrase) -> Phrase {
        verb.after.isEmpty ? "\(verb.before) \(score)" : "\(verb.before) \(score) \(verb.after)"
    }
}

/// The published series behind the panel of scale, by data set.
enum ScaleFigures {
    /// What examples in the prompt add, by size: the mean over the accuracy benchmarks of Table H.1 with examples less
    /// the mean without.
    private static func gain(_ mean: TableMean, id: String) -> Series? {
        guard let with = mean.series, let without = TableMean.accuracyZeroShot.series else { return nil }
        let figures = zip(with.figures, without.figures).map { with, without in
            Figure(
                .gainFromExamples, value: with.value - without.value, unit: .points, subject: with.subject,
                inputs: [with, without])
        }
        return Series(id: id, subject: with.subject, unit: .points, source: with.source, figures: figures)
    }

    static let fewShotGain = gain(.accuracyFewShot, id: "computed/gain/few")
    static let oneShotGain = gain(.accuracyOneShot, id: "computed/gain/one")

    /// Grammar by size: the mean over the phenomena of BLiMP.
    static let grammar = TableMean.grammar.series

    /// One size after another at the last step of training, of one task of Pythia.
    static func pythiaBySize(_ task: String) -> Series? {
        let rows = PythiaSize.allCases.compactMap { Archive.pythia.series("pythia/\($0.rawValue)/\(task)/0") }
        guard let first = rows.first else { return nil }
        return Series(
            id: "pythia/by-size/\(task)", subject: first.subject, unit: first.unit, source: first.source,
            figures: rows.compactMap(\.figures.last))
    }
}

/// The eight sizes of Pythia, as the identifiers of the tables write them.
enum PythiaSize: String, CaseIterable, Sendable {
    case m70 = "70m"
    case m160 = "160m"
    case m410 = "410m"
    case b1 = "1b"
    case b14 = "1.4b"
    case b28 = "2.8b"
    case b69 = "6.9b"
    case b12 = "12b"
}
