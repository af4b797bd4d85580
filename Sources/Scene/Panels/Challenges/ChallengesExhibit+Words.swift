import Cells
import Evidence

extension ChallengesExhibit {
    var headline: Phrase {
        switch open {
        case nil: headlineOfList
        case .path?: headlineOfPath
        case .guess?: headlineOfGuess
        case .prompt?: headlineOfPrompt
        }
    }

    func commentary(columns: Int) -> [[Phrase]] {
        switch open {
        case nil: linesOfList
        case .path?: linesOfPath
        case .guess?: linesOfGuess
        case .prompt?: linesOfPrompt
        }
    }

    var provenance: [Phrase] {
        switch open {
        case nil: ["\(Source.person)", .legend(of: [.measured])]
        case .path?: provenanceOfPath
        case .guess?: provenanceOfGuess
        case .prompt?: provenanceOfPrompt
        }
    }

    var detail: Detail {
        switch open {
        case nil: detailOfRecord
        case .path?: detailOfPath
        case .guess?: detailOfGuess
        case .prompt?: detailOfPrompt
        }
    }

    var narration: [Paragraph] {
        let title = open?.title ?? "every answer is checked"
        var paragraphs: [Paragraph] = [.heading("\(strong: "Challenges"): \(words: title)"), .text(headline)]
        switch open {
        case nil:
            paragraphs += Challenge.allCases.map { challenge in
                .text(
                    "\(strong: challenge.title): \(words: challenge.asks[0]) \(words: challenge.check[0]) \(progress(of: challenge))."
                )
            }
            paragraphs += detailOfRecord.tables.map { .table($0) }
        case .path?: paragraphs += narrationOfPath
        case .guess?: paragraphs += detailOfGuess.about.map { .text($0) } + detailOfGuess.tables.map { .table($0) }
        case .prompt?: paragraphs += narrationOfPrompt
        }
        return paragraphs + commentary(columns: .max).map { .text(Phrase.sentences($0)) }
    }

    // MARK: - The list

    private var headlineOfList: Phrase {
        guard record != ChallengeRecord() else {
            return "Three challenges: every answer is checked, and what you solve is kept."
        }
        let parts = Challenge.allCases.map { progress(of: $0) }
        return "You have solved \(parts[0]), \(parts[1]) and \(parts[2])."
    }

    private var linesOfList: [[Phrase]] {
        var lines: [[Phrase]] = []
        if let calibration { lines.append(calibration) }
        lines.append(["\(key: "Enter") begins the one that is chosen", "\(key: "Esc") comes back here"])
        lines.append(["\(key: "r") puts a challenge back and keeps what you solved"])
        return lines
    }

    /// How many of a challenge's are solved, of how many there are.
    func progress(of challenge: Challenge) -> Phrase {
        guard let figure = solved(of: challenge) else { return "" }
        return "\(figure.withoutUnit) of \(name: figure.subject.items, of: figure) \(words: challenge.counted)"
    }

    func solved(of challenge: Challenge) -> Figure? {
        switch challenge {
        case .path:
            let cases = PathChallenge.cases.map(\.text.id)
            return count(cases.count { record.hasSolved(case: $0) }, of: cases.count, "cases solved")
        case .guess:
            let topics = GuessTopic.allCases.map(\.rawValue)
            return count(topics.count { record.hasHit($0) }, of: topics.count, "guesses within a factor of three")
        case .prompt:
            let tasks = PromptRewriting.tasks.map(\.id)
            return count(tasks.count { record.hasPassed(prompt: $0) }, of: tasks.count, "tasks passed")
        }
    }

    func count(_ value: Int, of items: Int, _ plain: String) -> Figure? {
        Figure(
            ofPerson: Double(value),
            Measurement(task: "challenges", plain: plain, metric: plain, unit: .count, items: items))
    }

    // MARK: - Calibration

    /// How near the person's guesses come, in pieces of a line; nil before the first.
    var calibration: [Phrase]? {
        guard record.guesses.count > 1, let factor = medianFactor, let high = guessesTooHigh else { return nil }
        return [
            "\(strong: "Your guesses") are off by a factor of \(factor.withoutUnit) in the median",
            "too high in \(high.withoutUnit) of \(name: high.subject.items, of: high)",
        ]
    }

    private var medianFactor: Figure? {
        record.medianFactor.flatMap { factor in
            Figure(
                ofPerson: factor,
                Measurement(
                    task: "guesses", plain: "factor that guesses are off", metric: "median factor", unit: .times,
                    higherIsBetter: false, items: record.guesses.count))
        }
    }

    private var guessesTooHigh: Figure? {
        count(record.guesses.count { $0.logError > 1e-9 }, of: record.guesses.count, "guesses that were too high")
    }

    /// How far one guess is off, as a factor; nil where it is right on the spot.
    func factor(of logError: Double, _ topic: GuessTopic) -> Figure? {
        Figure(
            ofPerson: Logarithm.power10(abs(logError)),
            Measurement(
                task: "guess/\(topic)", plain: "factor that the guess is off", metric: "factor", unit: .times,
                higherIsBetter: false, items: 1))
    }

    // MARK: - The record

    var detailOfRecord: Detail {
        var tables = [
            Table(
                heading: "What you solved", columns: ["challenge", "solved"],
                rows: Challenge.allCases.map { ["\(words: $0.title)", progress(of: $0)] })
        ]
        let cases = PathChallenge.cases.filter { record.cases[$0.text.id] != nil }
        if !cases.isEmpty {
            tables.append(
                Table(
                    heading: "Cases", columns: ["case", ""],
                    rows: cases.map {
                        ["\(words: $0.text.title)", record.hasSolved(case: $0.text.id) ? "● solved" : "○ not yet"]
                    }))
        }
        if !record.guesses.isEmpty { tables.append(tableOfGuesses) }
        if !record.prompts.isEmpty { tables.append(tableOfPrompts) }
        return Detail(
            title: "Your results",
            about: [
                "A case counts as solved when path and reasons fit, a guess when it is within a factor of three, a prompt when the model reaches the bar."
            ], tables: tables)
    }

    private var tableOfGuesses: Table {
        Table(
            heading: "Guesses, the latest first", columns: ["of", "off by a factor of", ""],
            rows: record.guesses.suffix(Self.shownGuesses).reversed().map { guess in
                let topic = GuessTopic(rawValue: guess.question)
                let factor = factor(of: guess.logError, topic ?? .sums)
                return [
                    "\(words: topic?.name ?? "another")", "\(factor.map { "\($0.withoutUnit)" } ?? "—")",
                    ChallengeRecord.isHit(guess.logError)
                        ? "● near" : guess.logError > 0 ? "○ too high" : "○ too low",
                ]
            })
    }

    private static let shownGuesses = 8

    private var tableOfPrompts: Table {
        Table(
            heading: "Prompts, your best", columns: ["task", "right", ""],
            rows: PromptRewriting.tasks.compactMap { task in
                guard let score = record.prompts[task.id],
                    let right = count(score.right, of: score.asked, "right answers to your prompt")
                else { return nil }
                return [
                    "\(words: task.title)", "\(right.withoutUnit) of \(name: right.subject.items, of: right)",
                    score.passes ? "● passed" : "○ not yet",
                ]
            })
    }
}
