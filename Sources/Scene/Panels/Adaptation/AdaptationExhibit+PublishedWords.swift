import Cells
import Evidence

/// What is said of the published tasks.
extension AdaptationExhibit {
    var publishedHeadline: Phrase {
        let reading = pattern.reading(at: slider.value)
        guard let figure = Self.held(reading) else { return "No score of fine-tuning is carried here." }
        let best: Phrase = measure == .best ? "at best " : ""
        let end: Phrase = " \(words: task.doing)" + besideOthers(figure) + "."
        let labels: Phrase = "\(name: figure.exactPlace(along: .labelledExamples)) labels"
        switch reading {
        case .beyond: return "At most \(labels) were tried: \(best)\(said(figure))" + end
        case .before: return "From \(labels) on it was tried: \(best)\(said(figure))" + end
        default:
            return
                "\(slider: .grouped(slider.value)) labels bring fine-tuning \(best)to \(said(figure, isApproximate: Self.isBetween(reading)))"
                + end
        }
    }

    /// A score in a sentence, which says so where it is no share of right answers.
    private func said(_ figure: Figure, isApproximate: Bool = false) -> Phrase {
        (task.isShareOfRight ? "" : "score ") + task.score(figure, isApproximate: isApproximate)
    }

    private static func isBetween(_ reading: Reading) -> Bool {
        if case .between = reading { return true }
        return false
    }

    /// Up to so many points two scores are level.
    private static let levelPoints = 2.0
    /// Up to so many points above guessing a score stands with what guessing gets.
    private static let nearGuessing = 6.0

    /// How a score stands to the prompt's; near guessing, what that gets too.
    private func besideOthers(_ figure: Figure) -> Phrase {
        let first = pattern.main?.figures.first
        let isNear = first?.subject.chance.map { figure.value - $0 < Self.nearGuessing } ?? false
        let guessing: Phrase = first.flatMap { isNear ? "guessing \(name: $0.chance)" : nil } ?? ""
        guard let prompt = task.prompted else {
            let none: Phrase = "; no prompt's score is carried here"
            return isNear ? ", " + guessing + none : none
        }
        let model: Phrase = "\(name: prompt.subject.family, of: prompt)"
        if isNear { return "; \(model)'s prompt: \(task.score(prompt)), " + guessing }
        let lead = figure.value - prompt.value
        let standing: Standing = abs(lead) <= Self.levelPoints ? .level : lead > 0 ? .above : .below
        if let first, let chance = first.subject.chance, prompt.value - chance < Self.nearGuessing {
            return "; \(model)'s prompt: \(task.score(prompt)), guessing \(name: first.chance)"
        }
        return ", \(words: standing.words) \(model)'s prompt: \(task.score(prompt))"
    }

    func publishedLines(columns: Int) -> [[Phrase]] {
        let caution: [[Phrase]] = failedRuns.map { [[$0]] } ?? []
        let meaning: [[Phrase]] =
            task.isShareOfRight ? [] : [[task.meaningOfScore(isShort: columns < Self.columnsForMeaning)]]
        return [leadPieces] + caution + meaning
            + [worthPieces, promptPieces, [path.meaning], [noFrench]].filter { !$0.isEmpty }
    }

    private static let columnsForMeaning = 76

    /// How far the one way is ahead of the other, and how they end.
    private var leadPieces: [Phrase] {
        let reading = pattern.reading(at: slider.value)
        var pieces: [Phrase] = []
        if let lead = LearningFigures.lead(reading, head.reading(at: slider.value)) {
            let ahead = lead.value >= 0 ? "the pattern leads by" : "the new head leads by"
            pieces.append("\(slider: .grouped(slider.value)) labels: \(words: ahead) \(lead.magnitude)")
        } else if case .beyond = reading {
            pieces.append("\(slider: .grouped(slider.value)) labels: more than were tried")
        } else {
            pieces.append("\(slider: .grouped(slider.value)) labels: not as many seeds of both, so no difference")
        }
        return pieces + [ending].compactMap { $0 }
    }

    private var ending: Phrase? {
        switch pattern.ending(against: head) {
        case .level(let from): "level from \(from) on"
        case .above: "apart to the end"
        case .below(let from): "the new head leads from \(from) on"
        case .none: nil
        }
    }

    /// What the pattern is worth in labels, and against what.
    private var worthPieces: [Phrase] {
        guard let worth = task.worth, let deviation = worth.deviation else { return [] }
        let more = worth.value >= 0 ? "more" : "fewer"
        return [
            "For the same score a new head needs \(worth.magnitude) ±\(deviation) labels \(words: more) than a pattern, on average",
            "weights change in both",
        ]
    }

    /// The prompt: another and far larger model, another path, the same task and metric.
    private var promptPieces: [Phrase] {
        guard let figure = task.prompted else {
            return ["No score of a prompt or of RAG is carried here for this task", "\(key: "]") a task with a prompt"]
        }
        let said: Phrase =
            "The prompt: \(name: figure.subject.model, of: figure), far larger, \(name: figure.subject.shots, of: figure) examples, \(task.score(figure))"
        guard let place = pattern.overtakes(figure) else { return [said, "the pattern does not stay above it"] }
        return [said, "the pattern stays above from \(place) labels on", "no score of RAG is carried here"]
    }

    /// What to beware of in the mean of one task.
    var failedRuns: Phrase? {
        task == .rte && measure == .mean
            ? "Beware: some runs by a pattern failed and pull its mean down; \(key: "m") shows the best seed."
            : nil
    }

    var noFrench: Phrase {
        Phrase(
            "A prompt adds no knowledge: \("it directs knowledge that the model already has", of: Source.named("lesson-L3"))."
        ).inked(.amber)
    }

    var publishedProvenance: [Phrase] {
        let sources = [pattern.main?.source, task.prompted?.source].compactMap { $0 }
        return [
            Phrase.joined(
                sources.map { source -> Phrase in "\("\(source.authors) \(source.year)", of: source)" }, by: "; "),
            .legendOfComputed, otherSeeds.isEmpty ? nil : "single dots: other seeds",
            "means and bests are computed",
        ].compactMap { $0 }
    }
}
