import Cells
import Evidence

/// Which path fits a case: a set of needs that answers with a path, its reasons and what would change it.
struct Chooser: Hashable, Sendable {
    /// What a case can need, in the order of the checklist.
    enum Need: Int, CaseIterable, Sendable {
        case jargon, format, lastPoints, labels, freshness, manyTasks, today, lowTraffic, highTraffic

        var text: String {
            switch self {
            case .jargon: "jargon the model has not seen"
            case .format: "one format over thousands of requests"
            case .lastPoints: "the last points of accuracy"
            case .labels: "labelled examples at hand"
            case .freshness: "fresh or checkable knowledge"
            case .manyTasks: "many different tasks"
            case .today: "it must run today"
            case .lowTraffic: "low traffic"
            case .highTraffic: "high traffic"
            }
        }
    }

    /// Needs that no case has together: little traffic and much, or one format over thousands of requests; the last points
    /// of accuracy on a narrow task, and many tasks, or speed that matters more than those points.
    static let opposites: [Set<Need>] = [
        [.lowTraffic, .highTraffic], [.format, .lowTraffic], [.lastPoints, .today], [.lastPoints, .manyTasks],
    ]

    /// Needs of which a case has one or the other.
    static let alternatives: Set<Need> = [.lowTraffic, .highTraffic]

    /// The ticked needs that give way when another is ticked.
    func rivals(of need: Need) -> Set<Need> {
        let opposites = Chooser.opposites.filter { $0.contains(need) }
        return Set(opposites.flatMap { $0 }).subtracting([need]).intersection(ticked)
    }

    enum Answer: Hashable, CaseIterable, Sendable {
        case promptFirst, prompt, labelsFirst, fineTune, rag, ragUntilLabels, ragWithFineTuning

        var text: String {
            switch self {
            case .promptFirst: "prompt first"
            case .prompt: "prompt"
            case .labelsFirst: "gather labels, then fine-tune"
            case .fineTune: "fine-tune"
            case .rag: "RAG"
            case .ragUntilLabels: "RAG now, fine-tune with labels"
            case .ragWithFineTuning: "RAG with fine-tuning"
            }
        }

        /// The paths that it takes, the first now.
        var paths: [AdaptationPath] {
            switch self {
            case .promptFirst, .prompt: [.prompt]
            case .labelsFirst, .fineTune: [.fineTune]
            case .rag: [.rag]
            case .ragUntilLabels, .ragWithFineTuning: [.rag, .fineTune]
            }
        }

        /// Whether weights are moved, now or later.
        var movesWeights: Bool { paths.contains(.fineTune) }

        /// Whether labels are missing that it takes.
        var lacksLabels: Bool { self == .labelsFirst || self == .ragUntilLabels }

        var looksUp: Bool { paths.contains(.rag) }
    }

    private(set) var ticked: Set<Need> = []

    /// Ticks a need or takes the tick away; an index that names none changes nothing.
    mutating func toggle(_ index: Int) {
        guard let need = Need(rawValue: index) else { return }
        toggle(need)
    }

    /// A tick takes away those of its opposites.
    mutating func toggle(_ need: Need) {
        if ticked.contains(need) {
            ticked.remove(need)
            return
        }
        for pair in Chooser.opposites where pair.contains(need) { ticked.subtract(pair) }
        ticked.insert(need)
    }

    // MARK: - Answer

    /// The grounds for fine-tuning that are taught and ticked.
    private var grounds: [Need] { [.jargon, .format, .lastPoints].filter(ticked.contains) }

    /// Weights are worth moving where there is a ground for it that is taught, it need not run today, and more speaks for
    /// it than against it.
    private var tunes: Bool {
        guard !grounds.isEmpty, !ticked.contains(.today) else { return false }
        let pro = grounds.count + (ticked.contains(.highTraffic) ? 1 : 0)
        let contra = [Need.manyTasks, .lowTraffic].filter(ticked.contains).count
        return pro > contra
    }

    var answer: Answer {
        let hasLabels = ticked.contains(.labels)
        if ticked.contains(.freshness) {
            return tunes ? hasLabels ? .ragWithFineTuning : .ragUntilLabels : .rag
        }
        if tunes { return hasLabels ? .fineTune : .labelsFirst }
        return ticked.contains(.manyTasks) || ticked.contains(.today) ? .prompt : .promptFirst
    }

    /// Why, as it is taught; the first says most. Each belongs to the answer, and together they speak of all that is ticked.
    var reasons: [Phrase] {
        var reasons: [Phrase] = []
        if answer.looksUp {
            reasons.append(taught("RAG puts outside knowledge into the prompt: current, and it cites sources."))
        }
        if answer.movesWeights {
            reasons += reasonsForTuning
        } else {
            reasons += reasonsAgainstTuning + reasonsOfSpeed + asides
        }
        if answer == .promptFirst || answer == .labelsFirst, let share = figure("l3/pitfall/share") {
            let when: Phrase =
                answer == .labelsFirst ? "Until then prompt: good technique" : "Prompting with good technique"
            reasons.append("\(when) handles \(share) of tasks; fine-tuning is the last resort.")
        }
        return reasons
    }

    private var reasonsForTuning: [Phrase] {
        var reasons = [taught("Fine-tuning wins with \(groundsInWords).")]
        if answer.lacksLabels, let examples = figure("l3/finetune/examples") {
            reasons.append("It needs \(examples) labelled examples, which are not ticked.")
        } else if !answer.lacksLabels {
            reasons.append("The labels that it needs are at hand.")
        }
        let against = needsAgainstTuning
        if !against.isEmpty {
            reasons.append("\(words: capitalized(against)) would call for a prompt; more speaks for fine-tuning.")
        }
        if ticked.contains(.highTraffic) {
            reasons.append("Trained once, it serves every request: high traffic pays it back.")
        }
        return reasons
    }

    /// Why no training fits a start today and many tasks.
    private var reasonsOfSpeed: [Phrase] {
        let (many, today) = (ticked.contains(.manyTasks), ticked.contains(.today))
        guard many || today else { return [] }
        guard answer == .prompt else {
            return [
                "No weight changes, so \(words: spoken(many ? "many tasks need no training each" : nil, today ? "it can start today" : nil))."
            ]
        }
        return [
            taught(
                "Prompting wins: it is \(spoken(many ? "flexible over many tasks" : nil, today ? "deployed at once" : nil))."
            )
        ]
    }

    /// What the needs mean that decide nothing here.
    private var asides: [Phrase] {
        var asides: [Phrase] = []
        if ticked.contains(.labels) {
            asides.append(
                grounds.isEmpty
                    ? "Labels alone are no ground to fine-tune."
                    : "The labels at hand keep: they can fine-tune a model later.")
        }
        if ticked.contains(.lowTraffic) { asides.append("At low traffic you pay for few requests and no training.") }
        if ticked.contains(.highTraffic) {
            asides.append("At high traffic the price of each request adds up: count it before you stay here.")
        }
        return asides
    }

    /// Why grounds for fine-tuning that are there do not win.
    private var reasonsAgainstTuning: [Phrase] {
        guard !grounds.isEmpty else { return [] }
        if ticked.contains(.today) {
            let time: Phrase = figure("l3/finetune/time").map { "\($0)" } ?? "long"
            return ["\(words: capitalized(groundsInWords)) would call for fine-tuning, but it takes \(time)."]
        }
        return [
            "\(words: capitalized(groundsInWords)) would call for fine-tuning, but not with \(words: needsAgainstTuning)."
        ]
    }

    private var needsAgainstTuning: String {
        [Need.manyTasks, .lowTraffic].filter(ticked.contains).map(\.shortText).joined(separator: " and ")
    }

    private func spoken(_ parts: String?...) -> String { parts.compactMap { $0 }.joined(separator: " and ") }

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

    private func taught(_ text: String) -> Phrase {
        Phrase("\(text, of: Source.named("lesson-L3"))").inked(.amber)
    }

    private func figure(_ id: String) -> Figure? { Archive.lesson.series(id)?.figures.first }
}
