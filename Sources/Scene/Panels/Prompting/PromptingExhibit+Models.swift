import Cells
import Evidence

/// What each of the models writes after the prompt: three side by side where there is room, else a row each.
extension PromptingExhibit {
    private static let columnsForCards = 100
    private static let cardsBeside = 3
    /// A model's name with the verdict, and two lines of what it writes.
    private static let rowsOfCard = 3
    private static let gap = 2

    private func isSideBySide(columns: Int) -> Bool { columns >= Self.columnsForCards }

    /// Rows that all models take on a screen of so many columns.
    func rowsOfModels(columns: Int) -> Int {
        guard isSideBySide(columns: columns) else { return asked.count }
        return (asked.count + Self.cardsBeside - 1) / Self.cardsBeside * Self.rowsOfCard
    }

    private func drawCards(on picture: inout Picture, in area: Area) {
        let width = (area.columns - 1 - Self.gap * (Self.cardsBeside - 1)) / Self.cardsBeside
        for (index, one) in asked.enumerated() {
            guard let text = one.text else { continue }
            let column = area.column + index % Self.cardsBeside * (width + Self.gap)
            let card = Area(
                column: column, row: area.row + index / Self.cardsBeside * Self.rowsOfCard, columns: width,
                rows: Self.rowsOfCard)
            draw(text, isChosen: one.place == shelf.place && asked.count > 1, on: &picture, in: card)
        }
    }

    /// A model's card: its name, whether what it writes is right, and beneath it the text.
    private func draw(_ text: GeneratedText, isChosen: Bool, on picture: inout Picture, in card: Area) {
        if isChosen {
            for row in card.row..<card.endRow {
                picture.put(Glyph("▌"), column: card.column, row: row, style: Style(.accent))
            }
        }
        let verdict = verdict(on: text)
        let inner = card.inset(left: Self.markColumns)
        let left = inner.columns - picture.width(of: verdict) - Self.gap
        let name = picture.first(of: names(of: text), fitting: left) ?? ""
        picture.draw(name, in: inner.top(1), style: isChosen ? Style(.accent, on: .standard, .bold) : Style(.soft))
        picture.draw(
            verdict, in: inner.top(1).inset(left: picture.width(of: name) + Self.gap),
            style: Style(text.isGood ? .green : .faint))
        let place = inner.inset(top: 1)
        // The longest that its lines hold, broken between words.
        let whole = place.columns * place.rows
        let fitting = stride(from: whole, to: place.columns, by: -1).lazy.map { columns -> Phrase in
            "\(text.fitting(columns))"
        }.first { picture.rows(of: $0, columns: place.columns) <= place.rows }
        picture.draw(fitting ?? "\(text.fitting(place.columns))", in: place)
    }

    private static let markColumns = 3

    /// What each of the models writes, and whether it is right.
    func drawModels(on picture: inout Picture, in frame: PanelFrame, hasTitle: Bool) {
        guard asked.contains(where: { $0.text != nil }) else { return }
        var rows = RowCursor(area: frame.area)
        if hasTitle {
            picture.drawFirstFitting(modelTitles, in: rows.take(1).inset(left: 1), style: Style(.faint))
        }
        let left = frame.area.endRow - rows.row
        if isSideBySide(columns: frame.area.columns), left >= rowsOfModels(columns: frame.area.columns) {
            return drawCards(on: &picture, in: rows.take(left))
        }
        let list = ChoiceList(
            count: asked.count, chosen: asked.firstIndex { $0.place == shelf.place } ?? 0)
        for index in list.window(rows: left) {
            let row = rows.take(1).row
            guard let text = asked[index].text else { continue }
            let isChosen = asked[index].place == shelf.place
            if isChosen, asked.count > 1 {
                picture.put(Glyph("▌"), column: frame.area.column, row: row, style: Style(.accent))
            }
            picture.drawFirstFitting(
                names(of: text), in: frame.labelArea(row: row),
                style: isChosen && asked.count > 1 ? Style(.accent, on: .standard, .bold) : Style(.soft))
            let columns = frame.axis.columns - 1
            picture.draw(
                "\(text.fitting(columns))", in: Area(column: frame.axis.start, row: row, columns: columns, rows: 1))
            picture.draw(
                verdict(on: text), in: frame.valueArea(row: row), style: Style(text.isGood ? .green : .faint))
        }
    }

    /// Whether a text is right; with a sentence in front, whether it follows that, which need not be true.
    private func verdict(on text: GeneratedText) -> Phrase {
        if isExample, finding != nil, text.verdict != nil { return text.isGood ? "● as it says" : "○ not so" }
        if isExample, finding == nil, example.task == "unknown" { return "○ invented" }
        return text.verdictWord
    }

    private var modelTitles: [Phrase] {
        switch shelf.kind {
        case .ages: ["what the same model writes after it, at several ages", "what it writes, at several ages"]
        case .sizes: ["what finished models of several sizes write after it", "what models of other sizes write"]
        case .own: ["what your models write after it"]
        }
    }

    /// How much a model had read when it wrote, or how large it is, longest first.
    private func names(of text: GeneratedText) -> [Phrase] {
        let words: Phrase = "\(axis: .short(Double(text.model.tokensSeen))) words"
        switch shelf.kind {
        case .ages: return text.model.tokensSeen > 0 ? ["after " + words, words] : ["random weights", "at random"]
        case .sizes, .own:
            let size: Phrase = "\(axis: .short(Double(text.model.parameters))) parameters"
            return shelf.kind == .own ? [size + ", " + words, words] : [size]
        }
    }
}
