import Cells
import Evidence

/// The words of the third challenge.
extension ChallengesExhibit {
    var headlineOfPrompt: Phrase {
        guard let task = prompt.task else { return "There is no task to write a prompt for." }
        if textField.isFocused {
            return "\(words: task.title): \(key: "Enter") puts your prompt to the model, once for each item."
        }
        if let failure = prompt.failure { return ("\(failure)." as Phrase).capitalized }
        guard let trial = prompt.trial, let right = trial.right else {
            if prompt.isAsking { return "The model is being asked, item by item." }
            if let best = bestBefore(task) {
                return "\(words: task.title): you have passed this one, \(best). Is there another prompt that works?"
            }
            return "\(words: task.title): with the first prompt the model fails. Can you find one that works?"
        }
        let score: Phrase = "\(right.withoutUnit) of \(name: right.subject.items, of: right)"
        if !trial.isWhole { return "The model is being asked: \(score) right so far." }
        if prompt.passes { return "Passed: \(score) right, and not one weight has moved. The prompt did it." }
        return "\(score) right; the bar is \(words: task.barWords). Only the prompt has to change." as Phrase
    }

    var linesOfPrompt: [[Phrase]] {
        guard let task = prompt.task else { return [] }
        if textField.isFocused { return typingLinesOfPrompt(task) }
        var lines: [[Phrase]] = []
        if let line = chosenItem { lines.append(line) }
        if prompt.passes {
            let more = prompt.place + 1 < PromptRewriting.tasks.count
            lines.insert(
                more ? ["\(key: "]") goes to the next task"] : ["That was the last of the tasks"], at: 0)
        } else if prompt.hasMoreHints {
            lines.append([
                "\(key: "Space") gives a hint",
                "\(key: "Enter") edits the prompt; \(key: "Enter") again puts it to the model",
            ])
        }
        lines.append([
            "\(typed: task.place) stands for each item in turn",
            "the bar: \(words: task.barWords) must be right",
        ])
        return lines
    }

    /// The best score of the person's in a task that they have passed; nil where they have not.
    private func bestBefore(_ task: ChallengePrompt) -> Phrase? {
        guard let score = record.prompts[task.id], score.passes,
            let right = count(score.right, of: score.asked, "right answers to your prompt")
        else { return nil }
        return "\(right.withoutUnit) of \(name: right.subject.items, of: right) right"
    }

    /// What was written after the chosen item and what would be right, in full; nil where it is right.
    private var chosenItem: [Phrase]? {
        guard let texts = prompt.trial?.texts, texts.indices.contains(prompt.line) else { return nil }
        let text = texts[prompt.line]
        guard !text.isGood, let expected = text.expected else { return nil }
        let right = GeneratedText(prompt: text.prompt, text: expected, model: text.model)
        return [text.text.isEmpty ? "It wrote nothing" : "It wrote “\(text)”", "right is “\(right)”"]
    }

    private func typingLinesOfPrompt(_ task: ChallengePrompt) -> [[Phrase]] {
        var lines: [[Phrase]] = []
        if let word = textField.unknownWords.first {
            lines.append(["“\(typed: word)” is no word of the little world"])
        }
        if let hint = prompt.hints.last { lines.append(["\(strong: "Hint"): \(typed: hint)"]) }
        lines.append(["\(typed: task.place) stands for each item in turn", "\(key: "Tab") goes on with a word"])
        return lines
    }

    var provenanceOfPrompt: [Phrase] {
        guard let right = prompt.trial?.right else {
            return ["\(Source.recordedRuns)", "asked live, on the full screen", .legend(of: [.measured])]
        }
        return [
            "\(right.source)",
            "\(name: right.subject.model, of: right): \(name: right.place(along: .parameters)) parameters, \(name: right.place(along: .tokensSeen)) words read",
            "\(words: prompt.task?.id == "translation" ? "right word for word" : "right where the answer's first word is")",
            .legend(of: [.measured]),
        ]
    }

    var detailOfPrompt: Detail {
        guard let task = prompt.task else { return Detail(title: "", about: []) }
        var tables = [tableOfTasks]
        if let trial = prompt.trial {
            tables.insert(
                Table(
                    heading: "What it wrote", columns: ["right answer", "it wrote", ""],
                    rows: trial.texts.map { text in [expected(text), "\(text)", text.verdictWord] }), at: 0)
        }
        return Detail(title: "\(words: task.title)", about: ["\(words: task.task)"], tables: tables)
    }

    private var tableOfTasks: Table {
        Table(
            heading: "The tasks", columns: ["task", ""],
            rows: PromptRewriting.tasks.map { task in
                [
                    "\(words: task.title)",
                    record.hasPassed(prompt: task.id)
                        ? "● passed" : record.prompts[task.id] == nil ? "" : "○ not yet",
                ]
            })
    }

    private func expected(_ text: GeneratedText) -> Phrase {
        "\(GeneratedText(prompt: text.prompt, text: text.expected ?? "", model: text.model))"
    }

    var narrationOfPrompt: [Paragraph] {
        guard let task = prompt.task else { return [] }
        var paragraphs: [Paragraph] = [
            .text("\(words: task.task)"), .text("The prompt: \(typed: textField.text)"),
            .text(
                "The model is asked on the full screen only; here you find its answers, and none where it was not asked."
            ),
        ]
        if let trial = prompt.trial {
            paragraphs.append(
                .table(
                    Table(
                        heading: "What the model wrote", columns: ["after the prompt", "it wrote", ""],
                        rows: trial.texts.map { ["\(prompt: $0)", "\($0)", $0.verdictWord] })))
        }
        return paragraphs + [.table(tableOfTasks)]
    }

    // MARK: - Picture

    private static let label = "prompt ▸"

    func drawPrompt(on picture: inout Picture, in area: Area) {
        guard area.rows > 0, let task = prompt.task else { return }
        var rows = RowCursor(area: area.inset(left: 1, right: 1))
        let text: Phrase = "\(words: task.task)"
        picture.draw(
            text, in: rows.take(min(2, picture.rows(of: text, columns: rows.area.columns))), style: Style(.soft))
        if area.rows > Self.rowsForAir { rows.skip(1) }
        let field = rows.take(1)
        picture.draw(
            "\(strong: Self.label)", in: field, style: Style(textField.isFocused ? .accent : .soft))
        textField.draw(on: &picture, in: field.inset(left: CellWidth.of(Self.label) + 1))
        picture.hotspots.append(Hotspot(area: field, target: .command(.zoom)))
        if area.rows > Self.rowsForAir { rows.skip(1) }
        guard let trial = prompt.trial, !trial.texts.isEmpty else {
            _ = drawLines(prompt.hints.isEmpty ? steps : hintLines, on: &picture, in: rows.take(area.rows))
            return
        }
        // The latest hint alone where the answers need the room.
        let hints = area.rows > Self.rowsForHints ? hintLines : Array(hintLines.suffix(1))
        rows.skip(drawLines(hints, on: &picture, in: rows.rest))
        if !hints.isEmpty, area.rows > Self.rowsForAir { rows.skip(1) }
        drawMarks(trial, task, on: &picture, in: rows.take(1))
        if area.rows > Self.rowsForAir { rows.skip(1) }
        drawItems(trial, on: &picture, in: rows.take(area.rows))
    }

    private static let rowsForAir = 14
    private static let rowsForHints = 18

    private var hintLines: [Phrase] { prompt.hints.map { "\(strong: "Hint"): \(typed: $0)" } }

    /// Draws what has room, each over as many rows as it takes, and returns the rows.
    private func drawLines(_ lines: [Phrase], on picture: inout Picture, in area: Area) -> Int {
        var rest = area
        for line in lines where picture.rows(of: line, columns: rest.columns) <= rest.rows {
            rest = rest.inset(top: picture.draw(line, in: rest, style: Style(.soft)))
        }
        return area.rows - rest.rows
    }

    /// From the prompt that fails to one that passes, a line each.
    private var steps: [Phrase] {
        guard let task = prompt.task else { return [] }
        return [
            "First see it fail: \(key: "Enter") leads into the prompt, \(key: "Enter") again asks the model.",
            "It is asked once for each item; \(typed: task.place) stands for the item.",
            "Then write another prompt, in words as the model has read them: \(key: "w") on panel \(key: "2") shows these.",
            "The prompt passes where \(words: task.barWords) answers are right; \(key: "Space") gives a hint.",
        ]
    }

    /// A mark for each item, and where the bar stands among them.
    private func drawMarks(_ trial: PromptTrial, _ task: ChallengePrompt, on picture: inout Picture, in area: Area) {
        guard area.rows > 0 else { return }
        let bar = Int((task.bar * Double(trial.itemCount)).rounded(.up))
        var column = area.column
        for place in 0..<trial.itemCount where column + 1 < area.endColumn {
            if place == bar {
                picture.put(Glyph("┃"), column: column, row: area.row, style: Style(.standard))
                column += 2
            }
            // Right ones first, so that they are seen to reach the bar or not.
            let isRight = place < trial.rightCount
            let isAsked = place < trial.texts.count
            picture.put(
                Glyph(isRight ? "●" : isAsked ? "○" : "·"), column: column, row: area.row,
                style: Style(isRight ? .green : .faint))
            column += 2
        }
        picture.drawFirstFitting(
            [
                "┃ the bar: \(words: task.barWords); the right ones stand first", "┃ the bar: \(words: task.barWords)",
                "┃ \(words: task.barWords)",
            ],
            in: Area(column: column + 1, row: area.row, columns: area.endColumn - column - 1, rows: 1),
            style: Style(.faint))
    }

    /// The items with what was written after each, around the chosen one.
    private func drawItems(_ trial: PromptTrial, on picture: inout Picture, in area: Area) {
        guard area.rows > 0 else { return }
        let list = ChoiceList(count: trial.texts.count, chosen: prompt.line)
        let columns = Self.itemColumns(of: area.columns)
        for (offset, index) in list.window(rows: area.rows).enumerated() {
            let row = Area(column: area.column, row: area.row + offset, columns: area.columns, rows: 1)
            drawItem(trial.texts[index], isChosen: index == prompt.line, columns, on: &picture, in: row)
            picture.hotspots.append(Hotspot(area: row, target: .command(.choose(index))))
        }
    }

    /// Columns of the prompt's end, of what was written and of what is right.
    private static func itemColumns(of columns: Int) -> (prompt: Int, written: Int) {
        let rest = max(0, columns - 2 - verdictColumns)
        return (rest / 2, rest / 4)
    }

    private static let verdictColumns = 9
    private static let rightLabel = "right: "

    private func drawItem(
        _ text: GeneratedText, isChosen: Bool, _ columns: (prompt: Int, written: Int), on picture: inout Picture,
        in area: Area
    ) {
        if isChosen { picture.put(Glyph("▌"), column: area.column, row: area.row, style: Style(.accent)) }
        var rest = area.inset(left: 2)
        func draw(_ phrase: Phrase, _ width: Int, _ style: Style = .plain) {
            picture.draw(
                phrase, in: Area(column: rest.column, row: rest.row, columns: width - 1, rows: 1), style: style)
            rest = rest.inset(left: width)
        }
        let shown = GeneratedText(
            prompt: text.prompt.lastWords(fitting: columns.prompt - 1), text: text.text, model: text.model,
            verdict: text.verdict, expected: text.expected)
        let rightColumns = area.endColumn - rest.column - columns.prompt - columns.written - Self.verdictColumns
        let told = text.fitting(columns.written - 1, besides: rightColumns - CellWidth.of(Self.rightLabel))
        draw("\(prompt: shown)", columns.prompt, Style(isChosen ? .standard : .soft))
        draw("\(told.written)", columns.written)
        draw(text.verdictWord, Self.verdictColumns, Style(text.isGood ? .green : .faint))
        guard let right = told.right else { return }
        picture.draw("\(words: Self.rightLabel)\(right)", in: rest, style: Style(.faint))
    }
}
