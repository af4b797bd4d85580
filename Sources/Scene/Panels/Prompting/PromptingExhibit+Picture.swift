import Cells
import Evidence

extension PromptingExhibit {
    private static let (promptLabel, gap) = ("prompt ▸", 1)
    /// Columns of a next word, and of its probability.
    private static let (wordColumns, valueColumns) = (14, 10)
    private static let ageColumns = (wide: 24, narrow: 17)
    private static let columnsForWideAges = 80

    func draw(on picture: inout Picture, in frame: PanelFrame) {
        let area = frame.area.inset(left: 1, right: 1)
        guard area.rows > 0 else { return }
        drawField(on: &picture, in: area.top(1))
        let hasAir = area.rows >= 2 + asked.count + Self.wordsWithAir
        let ages = asked.count + 1
        let words = area.inset(top: hasAir ? 2 : 1).top(max(0, area.rows - ages - (hasAir ? 4 : 2)))
        let used = drawWords(on: &picture, in: words)
        let below = words.inset(top: used + (hasAir ? 1 : 0)).lengthened(by: ages + 1)
        drawAges(on: &picture, in: below)
        drawExamples(on: &picture, from: below.row + ages + 1, in: area)
    }

    /// The prompts to begin with, in the rows that are left: none where these are few.
    private func drawExamples(on picture: inout Picture, from row: Int, in area: Area) {
        let rest = area.inset(top: row - area.row)
        guard rest.rows >= Self.rowsForExamples else { return }
        picture.draw(
            "prompts to begin with: \(key: "[") and \(key: "]") go from one to the next", in: rest.top(1),
            style: Style(.faint))
        let all = PromptExample.all
        // A prompt of the person's is none of them.
        let chosen = all.firstIndex { $0.prompt == textField.text }
        let list = ChoiceList(count: all.count, chosen: chosen ?? 0)
        for (offset, index) in list.window(rows: rest.rows - 1).enumerated() {
            picture.draw(
                "\(words: all[index].purpose)",
                in: Area(column: rest.column + 2, row: rest.row + 1 + offset, columns: rest.columns - 2, rows: 1),
                style: index == chosen ? Style(.accent, on: .standard, .bold) : Style(.soft))
        }
    }

    private static let rowsForExamples = 4

    /// Rows of the list of words from which on there is air around it.
    private static let wordsWithAir = 8

    private func drawField(on picture: inout Picture, in area: Area) {
        picture.draw(
            "\(strong: Self.promptLabel)", in: area, style: Style(textField.isFocused ? .accent : .soft))
        let place = area.inset(left: CellWidth.of(Self.promptLabel) + Self.gap)
        textField.draw(on: &picture, in: place)
        picture.hotspots.append(Hotspot(area: area, target: .command(.zoom)))
    }

    /// The most probable next words with their probabilities as bars; how many rows they took.
    private func drawWords(on picture: inout Picture, in area: Area) -> Int {
        guard area.rows > 1, let words = nextWords?.words, !words.isEmpty else { return 0 }
        picture.drawFirstFitting(
            ["the words that may come next, by how probable it finds them", "the words that may come next"], in: area,
            style: Style(.faint))
        let list = area.inset(top: 1)
        let bars = max(0, area.columns - Self.wordColumns - Self.valueColumns)
        let shown = min(words.count, list.rows)
        let first = max(0, chosenRow - shown + 1)
        for (offset, index) in (first..<first + shown).enumerated() {
            let (word, row) = (words[index], list.row + offset)
            let isChosen = index == chosenRow
            if isChosen { picture.put(Glyph("▌"), column: list.column, row: row, style: Style(.accent)) }
            let name: Phrase = word.isEnd ? "(the end)" : "\(word)"
            picture.draw(
                name.inked(isChosen ? .accent : .standard),
                in: Area(column: list.column + 2, row: row, columns: Self.wordColumns - 2, rows: 1),
                style: isChosen ? .bold : .plain)
            let eighths = Int((word.probability.value * Double(bars * Blocks.eighths)).rounded())
            for column in 0..<bars {
                let rest = eighths - column * Blocks.eighths
                picture.put(
                    rest > 0 ? Blocks.row(rest) : Glyph("·"), column: list.column + Self.wordColumns + column, row: row,
                    style: Style(rest > 0 ? .green : .rule))
            }
            picture.draw(
                "\(word.probability)",
                in: Area(
                    column: area.endColumn - Self.valueColumns + 1, row: row, columns: Self.valueColumns - 1, rows: 1))
            let place = Area(column: area.column, row: row, columns: area.columns, rows: 1)
            picture.hotspots.append(Hotspot(area: place, target: .command(.choose(index))))
        }
        return shown + 1
    }

    /// What each of the models writes, and whether it is right.
    private func drawAges(on picture: inout Picture, in area: Area) {
        guard area.rows > 1, asked.contains(where: { $0.text != nil }) else { return }
        let title: Phrase =
            asked.count > 1 ? "what the same model writes after it, at several ages" : "what your model writes after it"
        picture.draw(title, in: area.top(1), style: Style(.faint))
        let columns = area.columns >= Self.columnsForWideAges ? Self.ageColumns.wide : Self.ageColumns.narrow
        for (offset, text) in asked.compactMap(\.text).prefix(area.rows - 1).enumerated() {
            let row = area.row + 1 + offset
            picture.drawFirstFitting(
                age(of: text),
                in: Area(column: area.column + 2, row: row, columns: columns - 2, rows: 1), style: Style(.soft))
            let verdict = text.verdictWord
            let end = area.endColumn - Self.valueColumns
            picture.draw(
                "\(text.fitting(end - area.column - columns - 1))",
                in: Area(column: area.column + columns, row: row, columns: end - area.column - columns, rows: 1))
            picture.draw(
                verdict, in: Area(column: end + 1, row: row, columns: Self.valueColumns - 1, rows: 1),
                style: Style(text.isGood ? .green : .faint))
        }
    }

    /// How much a model had read when it wrote.
    private func age(of text: GeneratedText) -> [Phrase] {
        guard text.model.tokensSeen > 0 else { return ["random weights"] }
        let words: Phrase = "\(axis: .short(Double(text.model.tokensSeen))) words"
        return ["after " + words, words]
    }
}

extension Area {
    fileprivate func lengthened(by rows: Int) -> Area {
        Area(column: column, row: row, columns: columns, rows: self.rows + rows)
    }
}
