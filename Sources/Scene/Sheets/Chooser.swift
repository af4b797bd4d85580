import Cells
import Evidence

/// Which path fits a case: a set of needs that answers with a path, its reasons and what would change it.
struct Chooser: Hashable, Sendable {
    /// What a case can need, in the order of the checklist.
    enum Need: Int, CaseIterable, Sendable {
        case jargon, format, lastPoints, labels, freshness, manyTasks, today, lowTraffic, highTraffic

        var text: String {
            switch self {
            case .jargon: "jargon the model never saw"
            case .format: "one format over thousands of requests"
            case .lastPoints: "the last points of accuracy"
            case .labels: "labelled examples at hand"
            case .freshness: "fresh or citable knowledge"
            case .manyTasks: "many different tasks"
            case .today: "it must run today"
            case .lowTraffic: "low traffic"
            case .highTraffic: "high traffic"
            }
        }
    }

    enum Answer: Hashable, CaseIterable, Sendable {
        case promptFirst, prompt, fineTune, rag, ragWithFineTuning

        var text: String {
            switch self {
            case .promptFirst: "prompt first"
            case .prompt: "prompt"
            case .fineTune: "fine-tune"
            case .rag: "RAG"
            case .ragWithFineTuning: "RAG with fine-tuning"
            }
        }

        var movesWeights: Bool { self == .fineTune || self == .ragWithFineTuning }
    }

    private(set) var ticked: Set<Need> = []

    /// Ticks a need or takes the tick away; an index that names none changes nothing.
    mutating func toggle(_ index: Int) {
        guard let need = Need(rawValue: index) else { return }
        toggle(need)
    }

    mutating func toggle(_ need: Need) { ticked.formSymmetricDifference([need]) }

    // MARK: - Answer

    /// The lesson's grounds for fine-tuning that are ticked.
    private var grounds: [Need] { [.jargon, .format, .lastPoints].filter(ticked.contains) }

    /// Weights are worth moving where the lesson has a ground for it, labels are at hand, it need not run today, and
    /// more speaks for it than against it.
    private var tunes: Bool {
        guard !grounds.isEmpty, ticked.contains(.labels), !ticked.contains(.today) else { return false }
        let pro = grounds.count + (ticked.contains(.highTraffic) ? 1 : 0)
        let contra = [Need.manyTasks, .lowTraffic].filter(ticked.contains).count
        return pro > contra
    }

    var answer: Answer {
        if ticked.contains(.freshness) { return tunes ? .ragWithFineTuning : .rag }
        if tunes { return .fineTune }
        return ticked.contains(.manyTasks) || ticked.contains(.today) ? .prompt : .promptFirst
    }

    /// Why, by the lesson; the first says most.
    var reasons: [Phrase] {
        var reasons: [Phrase] = []
        if ticked.contains(.freshness) {
            reasons.append(lesson("RAG puts outside knowledge into the prompt: current, and it cites sources."))
        }
        if tunes {
            reasons.append(lesson("Fine-tuning wins with \(groundsInWords)."))
            if ticked.contains(.highTraffic) {
                reasons.append("Trained once, it serves every request: high traffic pays it back.")
            }
        } else {
            reasons += reasonsAgainstTuning
        }
        if !answer.movesWeights, ticked.contains(.manyTasks) || ticked.contains(.today) {
            let wins = ticked.contains(.manyTasks) ? "is flexible over many tasks" : "is deployed at once"
            reasons.append(lesson("Prompting wins: it \(wins)."))
        }
        reasons += asides
        if answer == .promptFirst || reasons.isEmpty, let share = figure("l3/pitfall/share") {
            reasons.append("Prompting with good technique handles \(share) of tasks; fine-tuning is the last resort.")
        }
        return reasons
    }

    /// What the needs mean that decide nothing here.
    private var asides: [Phrase] {
        guard !answer.movesWeights else { return [] }
        var asides: [Phrase] = []
        if grounds.isEmpty, ticked.contains(.labels) { asides.append("Labels alone are no ground to fine-tune.") }
        if ticked.contains(.lowTraffic) { asides.append("At low traffic you pay for few requests and no training.") }
        if ticked.contains(.highTraffic) {
            asides.append("At high traffic the price of each request adds up: count it before you stay here.")
        }
        return asides
    }

    /// Why grounds for fine-tuning that are there do not win.
    private var reasonsAgainstTuning: [Phrase] {
        guard !grounds.isEmpty else { return [] }
        if !ticked.contains(.labels) {
            let examples: Phrase = figure("l3/finetune/examples").map { "\($0)" } ?? "many"
            return [
                "\(words: capitalized(groundsInWords)) would call for fine-tuning, but it needs \(examples) labelled examples."
            ]
        }
        if ticked.contains(.today) {
            let time: Phrase = figure("l3/finetune/time").map { "\($0)" } ?? "long"
            return ["\(words: capitalized(groundsInWords)) would call for fine-tuning, but it takes \(time)."]
        }
        return [
            "Too little speaks for fine-tuning against many tasks or low traffic: each task would need a model of its own."
        ]
    }

    private var groundsInWords: String {
        grounds.map(\.text).joined(separator: " and ")
    }

    private func capitalized(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

    /// What would change the answer: each need whose tick, set or taken away, leads to another path.
    var mindChangers: [(need: Need, isTicked: Bool, answer: Answer)] {
        Need.allCases.compactMap { need in
            var other = self
            other.toggle(need)
            let answer = other.answer
            return answer == self.answer ? nil : (need, ticked.contains(need), answer)
        }
    }

    private func lesson(_ text: String) -> Phrase {
        Phrase("\(text, of: Source.named("lesson-L3"))").inked(.amber)
    }

    private func figure(_ id: String) -> Figure? { Archive.lesson.series(id)?.figures.first }
}
