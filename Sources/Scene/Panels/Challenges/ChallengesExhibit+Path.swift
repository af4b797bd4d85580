import Cells
import Evidence

/// The words of the first challenge.
extension ChallengesExhibit {
    private typealias Need = Chooser.Need

    var headlineOfPath: Phrase {
        guard let shown = path.shown else { return "There is no case to choose a path for." }
        guard path.isAnswered, let verdict = path.verdict else {
            return path.choice == nil
                ? "\(words: shown.text.title): which path fits, and what in the case says so?"
                : "\(words: shown.text.title): tick every reason that the case gives; \(key: "Enter") checks."
        }
        let right = shown.choice.text
        if !verdict.isRightPath {
            return "Not this path: the rules say \(strong: right). What decides it: \(words: decider)."
        }
        if verdict.isSolved { return "Right, \(strong: right). What decides it: \(words: decider)." }
        if !verdict.wrong.isEmpty {
            return
                "The path is right, \(strong: right), but a reason is not in the case: \(words: listed(verdict.wrong))."
        }
        return "The path is right, \(strong: right); what decides it was not ticked: \(words: decider)."
    }

    /// What decides the case, in a few words.
    private var decider: String {
        guard let shown = path.shown else { return "" }
        if !shown.deciding.isEmpty { return listed(shown.deciding) }
        if !shown.anyOf.isEmpty {
            return shown.anyOf.map(\.shortText).joined(separator: " or ") + ", each enough"
        }
        return "nothing calls for more"
    }

    private func listed(_ needs: [Chooser.Need]) -> String { needs.map(\.shortText).joined(separator: " and ") }

    var linesOfPath: [[Phrase]] {
        guard path.isAnswered, let shown = path.shown else {
            return [
                ["\(key: "↑↓") and \(key: "Space") choose a path and tick reasons", "\(key: "Enter") checks"],
                ["The rules are those of the checklist on panel \(key: "3"), key \(key: "c")"],
            ]
        }
        return [reasonsFound, measuredLine(shown.choice), publishedLine(shown.choice)].compactMap { $0 }
            + [["\(strong: "Courses say"): \(Phrase.joined(Array(shown.chooser.reasons.prefix(1)), by: " "))"]]
    }

    /// How many of the case's reasons were ticked; nil for a case that gives none.
    private var reasonsFound: [Phrase]? {
        guard let shown = path.shown, !shown.needs.isEmpty else { return nil }
        let found = count(
            path.ticked.count { shown.needs.contains($0) }, of: shown.needs.count,
            "reasons of the case that were ticked")
        return found.map {
            ["You ticked \($0.withoutUnit) of the \(name: $0.subject.items, of: $0) reasons that the case gives"]
        }
    }

    /// What the little world says of a path, in pieces.
    private func measuredLine(_ choice: PathChallenge.Choice) -> [Phrase]? {
        let tuned: Phrase? = clinic.accuracies(.pretrained).dropLast().last.map { accuracy in
            "\(name: accuracy.mean.exactPlace(along: .labelledExamples)) labels bring fine-tuning to \(accuracy.mean)"
        }
        let asked: Phrase? = clinic.score(.newWords).map { score in
            "a prompt in words not read has \(score) (guessing \(name: score.chance))"
        }
        let known: Phrase? = clinic.score(.known).map { score in
            "a prompt in words that it read gets \(score) right with no label (guessing \(name: score.chance))"
        }
        var looked: Phrase?
        if let with = clinic.reading("fresh", hasBook: true)?.accuracy,
            let without = clinic.reading("fresh", hasBook: false)?.accuracy
        {
            looked = "with a looked-up sentence \(with) right, without it \(without)"
        }
        let pieces: [Phrase?] =
            switch choice {
            case .prompt: [known, tuned]
            case .rag: [looked]
            case .fineTune: [tuned, asked]
            case .both: [looked, tuned]
            }
        let found = pieces.compactMap { $0 }
        return found.isEmpty ? nil : ["\(strong: "Measured"): \(found[0])"] + found.dropFirst()
    }

    /// What was published of large models on medical questions, in pieces.
    private func publishedLine(_ choice: PathChallenge.Choice) -> [Phrase]? {
        switch choice {
        case .prompt:
            guard let row = AdaptationCase.medqa.rows(.prompt).first(where: { $0.figures.count > 1 }),
                let first = row.figures.first, let last = row.figures.last
            else { return nil }
            return [
                "\(strong: "Published"): \(name: row.model, of: first) on \(words: AdaptationCase.medqa.plain) \(first), with its best prompt \(last)"
            ]
        case .rag, .both:
            let all = AdaptationCase.mirageAverage
            for row in all.rows(.rag) {
                guard let with = row.figures.first,
                    let without = all.rows(.prompt).first(where: { $0.model == row.model })?.figures.first
                else { continue }
                return [
                    "\(strong: "Published"): \(name: row.model, of: with) on \(words: all.plain) \(without) by prompt, \(with) by RAG"
                ]
            }
            return nil
        case .fineTune:
            guard let labels = Archive.lesson.series("l3/finetune/examples")?.figures.first,
                let time = Archive.lesson.series("l3/finetune/time")?.figures.first
            else { return nil }
            return ["\(strong: "Courses say") it takes \(labels) labels and \(time)"]
        }
    }

    var provenanceOfPath: [Phrase] {
        guard path.isAnswered, let figure = clinic.score(.known) else {
            return ["\(Source.named("lesson-L3"))", "the cases are made up", .legend(of: [.lesson])]
        }
        return [
            "\(figure.source)",
            "\(name: figure.subject.model, of: figure): \(name: figure.place(along: .parameters)) parameters",
            "the cases are made up", .legend(of: [.lesson, .published, .measured]),
        ]
    }

    /// What the rules say of the answered case: why, and what would change it.
    var reasonsOfPath: [Phrase] {
        guard path.isAnswered, let shown = path.shown else { return [] }
        return shown.chooser.reasons + changers(of: shown)
    }

    /// What would change the path, a line for each other one.
    private func changers(of shown: PathChallenge.Case) -> [Phrase] {
        let changers = shown.chooser.mindChangers
        return PathChallenge.Choice.allCases.filter { $0 != shown.choice }.compactMap { choice in
            let needs = changers.filter { PathChallenge.Choice($0.answer) == choice }
            guard !needs.isEmpty else { return nil }
            let groups = [("without ", needs.filter(\.isTicked)), ("with ", needs.filter { !$0.isTicked })]
            let words = groups.filter { !$0.1.isEmpty }.map { preposition, group in
                preposition + group.map(\.need.shortText).joined(separator: " or ")
            }
            return "It would be \(words: choice.text) \(words: words.joined(separator: ", or "))."
        }
    }

    var detailOfPath: Detail {
        guard path.isAnswered, let shown = path.shown else {
            return Detail(
                title: "What the paths are",
                about: AdaptationPath.allCases.map(\.meaning), tables: [tableOfTraits])
        }
        return Detail(
            title: "\(words: shown.text.title)", about: shown.chooser.reasons, tables: [tableOfNeeds, tableOfTraits])
    }

    private var tableOfTraits: Table {
        Table(
            heading: "As courses teach", columns: ["path", "goes in", "time"],
            rows: AdaptationPath.allCases.map { path in
                [
                    "\(words: path.name)", PathTrait.input.wordings(path).dropFirst().first ?? "—",
                    PathTrait.time.full(path),
                ]
            })
    }

    private var tableOfNeeds: Table {
        let shown = path.shown
        return Table(
            heading: "What the case needs", columns: ["need", "", "you"],
            rows: Chooser.Need.allCases.filter { shown?.needs.contains($0) ?? false }.map { need in
                [
                    "\(words: need.text)", shown?.deciding.contains(need) == true ? "decides" : "",
                    path.ticked.contains(need) ? "● ticked" : "○ not ticked",
                ]
            })
    }

    var narrationOfPath: [Paragraph] {
        guard let shown = path.shown else { return [] }
        var paragraphs: [Paragraph] = [.text("\(words: shown.text.text)")]
        paragraphs.append(
            .table(
                Table(
                    heading: "What can be chosen and ticked", columns: ["", ""],
                    rows: (0..<path.lineCount).map { line in [lineText(line), markOfLine(line)] })))
        paragraphs += reasonsOfPath.map { .text($0) }
        if path.isAnswered { paragraphs.append(.table(tableOfNeeds)) }
        return paragraphs
    }

    /// What stands on a line of the lists.
    func lineText(_ line: Int) -> Phrase {
        if let choice = PathChallenge.Choice(rawValue: line) { return "\(words: choice.text)" }
        return "\(words: path.need(at: line)?.text ?? "")"
    }

    /// What is said of a line: whether it is ticked, and after the answer whether it is right.
    func markOfLine(_ line: Int) -> Phrase {
        guard path.isAnswered, let shown = path.shown else { return isTicked(line) ? "chosen" : "" }
        if let choice = PathChallenge.Choice(rawValue: line) {
            return choice == shown.choice ? "● the rules say this" : isTicked(line) ? "○ your choice" : ""
        }
        guard let need = path.need(at: line) else { return "" }
        guard shown.needs.contains(need) else { return isTicked(line) ? "○ not in the case" : "" }
        if shown.deciding.contains(need) || shown.anyOf.contains(need) {
            return isTicked(line) ? "● decides" : "○ decides"
        }
        return isTicked(line) ? "● in the case" : "○ in the case"
    }

    func isTicked(_ line: Int) -> Bool {
        if let choice = PathChallenge.Choice(rawValue: line) { return path.choice == choice }
        return path.need(at: line).map(path.ticked.contains) ?? false
    }
}
