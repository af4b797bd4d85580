import Cells
import Evidence

/// The weak and the strong question, side by side: what each names, and the same in the little world, asked for real.
extension PromptingExhibit {
    private struct Asking {
        let title: String
        let question: String
        let names: String
        let gets: String
        /// The form of the little world that does the same, and its prompt.
        let forms: [String]
        let note: String
        let says: String
    }

    private static let weak = Asking(
        title: "a weak question", question: "“Explain transfer learning.”", names: "no case, no comparison, no numbers",
        gets: "a definition", forms: ["newFormNewWords", "newFormKnownWords"], note: RecordedPrompts.notes[0],
        says: "in a form that is new to it")
    private static let strong = Asking(
        title: "a strong question",
        question:
            "“A hospital has two hundred labelled notes. Compare fine-tuning, a prompt and retrieval by what each costs.”",
        names: "a case, a comparison, numbers", gets: "a practical guide", forms: ["visit"],
        note: RecordedPrompts.notes[1], says: "in the form of its reading")

    func drawQuestions(on picture: inout Picture, in frame: PanelFrame) {
        let area = frame.area.inset(left: 1, right: 1)
        let half = (area.columns - Self.gap) / 2
        let columns = [
            Area(column: area.column, row: area.row, columns: half, rows: area.rows),
            Area(column: area.column + half + Self.gap, row: area.row, columns: half, rows: area.rows),
        ]
        let wordings = zip([Self.weak, Self.strong], columns)
        let question = wordings.map { picture.rows(of: Phrase(words: $0.question), columns: $1.columns) }.max() ?? 1
        let names = wordings.map { picture.rows(of: Self.named($0), columns: $1.columns) }.max() ?? 1
        for (asking, column) in wordings {
            draw(asking, question: question, names: names, on: &picture, in: column)
        }
    }

    private static let gap = 4

    private static func named(_ asking: Asking) -> Phrase { "it names \(words: asking.names)" }

    /// - Parameters:
    ///   - question: Rows of the longer of the questions.
    ///   - names: The same of what they name.
    private func draw(
        _ asking: Asking, question: Int, names: Int, on picture: inout Picture, in area: Area
    ) {
        let fixed = 2 + question + names + Self.mostForms
        let hasNote = area.rows >= fixed + Self.noteRows
        let hasAir = area.rows >= fixed + Self.noteRows + Self.mostForms + 3
        var rows = RowCursor(area: area)
        picture.draw("\(strong: asking.title)", in: rows.take(1), style: Style(.violet))
        picture.draw(Phrase(words: asking.question), in: rows.take(question))
        if hasAir { rows.skip(1) }
        picture.draw(Self.named(asking), in: rows.take(names), style: Style(.soft))
        picture.draw("it gets \(strong: asking.gets)", in: rows.take(1), style: Style(.amber))
        if hasAir { rows.skip(1) }
        if hasNote { drawNote(asking, on: &picture, in: rows.take(Self.noteRows)) }
        if hasAir { rows.skip(1) }
        for prompt in prompts(asking) { draw(prompt, on: &picture, in: rows.take(hasAir ? 2 : 1)) }
    }

    /// Rows of bars under the question that has more of them; of what is asked of the little model.
    private static let (mostForms, noteRows) = (2, 5)
    private static let verdictColumns = 14

    /// What the little model is asked in the same way, and what it writes.
    private func drawNote(_ asking: Asking, on picture: inout Picture, in area: Area) {
        picture.draw("\(strong: "Asked of the little model"): \(words: asking.says)", in: area.top(2))
        guard let text = notes.first(where: { $0.prompt == asking.note }) else { return }
        let shown = area.inset(top: 2, bottom: 1)
        picture.draw(
            "\(prompt: text.fitting(prompt: shown.columns * shown.rows - shown.columns / 2))", in: shown,
            style: Style(.soft))
        picture.draw(
            "▸ \(text.fitting(area.columns - Self.verdictColumns))  \(text.verdictWord)",
            in: area.inset(top: area.rows - 1))
    }

    private func prompts(_ asking: Asking) -> [AdaptationScores.Prompt] {
        asking.forms.compactMap { form in scores?.prompts.first { $0.id == form && $0.examples == 0 } }
    }

    /// How often one form of the question gets the right one of eight answers, as a bar.
    private func draw(_ prompt: AdaptationScores.Prompt, on picture: inout Picture, in area: Area) {
        guard area.rows > 0 else { return }
        let value: Phrase = "\(prompt.choiceAccuracy)"
        let row = area.endRow - 1
        let caption = Self.caption(of: prompt.id)
        let name = area.rows > 1 ? 0 : Self.briefColumns
        let columns = max(0, area.columns - name - value.width - 1)
        picture.draw(
            Phrase(words: area.rows > 1 ? caption.full : caption.brief), in: area.top(1), style: Style(.faint))
        let eighths = Int((prompt.choiceAccuracy.value * Double(columns * Blocks.eighths)).rounded())
        for column in 0..<columns {
            let rest = eighths - column * Blocks.eighths
            picture.put(
                rest > 0 ? picture.measured(Blocks.row(rest)) : Glyph("·"), column: area.column + name + column,
                row: row,
                style: Style(rest > 0 ? .green : .rule))
        }
        picture.draw(
            value, in: Area(column: area.column + name + columns + 1, row: row, columns: value.width, rows: 1))
    }

    /// Of the longest brief caption, and a blank: bars are compared, and begin in one column.
    private static let briefColumns = 14

    private static func caption(of form: String) -> (full: String, brief: String) {
        switch form {
        case "visit": ("right, in the form of its reading", "known form")
        case "newFormKnownWords": ("right, in a new form with answers it knows", "known answers")
        default: ("right, in a new form with answers new to it", "new answers")
        }
    }

    typealias ComparedScores = (
        weak: AdaptationScores.Prompt, middle: AdaptationScores.Prompt, strong: AdaptationScores.Prompt
    )

    /// The scores of the same notes asked for answers that it has not read, in a new form, and in the form it read.
    var comparedScores: ComparedScores? {
        guard let weak = prompts(Self.weak).first, let middle = prompts(Self.weak).last,
            let strong = prompts(Self.strong).first
        else { return nil }
        return (weak, middle, strong)
    }
}
