import Cells
import Evidence

/// What is said of the published tasks.
extension AdaptationExhibit {
    var publishedHeadline: Phrase {
        let reading = pattern.reading(at: slider.value)
        guard let figure = Self.held(reading) else { return "No score of fine-tuning is known here." }
        let best: Phrase = measure == .best ? "at best " : ""
        let end: Phrase = " \(words: task.doing)" + besideOthers(figure) + "."
        let labels: Phrase = "\(name: figure.exactPlace(along: .labelledExamples)) labels"
        let isBetween = Self.isBetween(reading)
        let claims = said(figure, isApproximate: isBetween).map { score -> Phrase in
            switch reading {
            case .beyond: "At most \(labels) were tried: \(best)\(score)"
            case .before: "From \(labels) on it was tried: \(best)\(score)"
            default: "\(slider: .grouped(slider.value)) labels bring fine-tuning \(best)to \(score)"
            }
        }
        let sentences = claims.map { $0 + end }
        return sentences.first { $0.lines(columns: Layout.smallestPicture.columns - 2).count <= 2 }
            ?? sentences[sentences.count - 1]
    }

    /// A score in a sentence, which says so where it is no share of right answers; longest form first.
    private func said(_ figure: Figure, isApproximate: Bool = false) -> [Phrase] {
        let score = task.score(figure, isApproximate: isApproximate)
        return task.isShareOfRight ? [score] : ["a score of \(score)", "score \(score)"]
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
            let none: Phrase = "; no prompt's score is known here"
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
            let ahead =
                lead.value >= 0
                ? "a sentence to complete (pattern) beats a new head by"
                : "a new head beats a sentence to complete (pattern) by"
            pieces.append("\(slider: .grouped(slider.value)) labels: \(words: ahead) \(lead.magnitude)")
        } else if case .beyond = reading {
            pieces.append("\(slider: .grouped(slider.value)) labels: more than were tried")
        } else {
            pieces.append(
                "\(slider: .grouped(slider.value)) labels: the two were not run equally often, so no difference is given"
            )
        }
        return pieces + [ending].compactMap { $0 }
    }

    private var ending: Phrase? {
        switch pattern.ending(against: head) {
        case .level(let from): "level from \(from) on"
        case .above: "they stay apart to the end"
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
            return ["No score of a prompt or of RAG is known here for this task", "\(key: "]") a task with a prompt"]
        }
        let said: Phrase =
            "The prompt: \(name: figure.subject.model, of: figure), far larger, \(name: figure.subject.shots, of: figure) examples, \(task.score(figure))"
        guard let place = pattern.overtakes(figure) else {
            return [said, "the pattern does not stay above the prompt"]
        }
        return [said, "the pattern stays above the prompt from \(place) labels on", "no score of RAG is known here"]
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
            .legendOfComputed, otherSeeds.isEmpty ? nil : "single dots: other random starts",
            "means and bests are computed",
        ].compactMap { $0 }
    }
}
