import Cells
import Evidence

/// The picture of the first challenge: the case, the paths beside the reasons, and what the rules say.
extension ChallengesExhibit {
    /// Rows that the lists take with their titles.
    private static let listRows = 1 + PathChallenge.Case.offeredCount
    /// Columns of the paths, from the left, and from how many columns on the marks stand beside the lines.
    private static let pathColumns = 24
    private static let widePathColumns = 44
    private static let columnsForMarks = 96

    func drawPath(on picture: inout Picture, in area: Area) {
        guard area.rows > 0, let shown = path.shown else { return }
        var rows = RowCursor(area: area.inset(left: 1, right: 1))
        let text: Phrase = "\(words: shown.text.text)"
        let textRows = min(Self.textRows, picture.rows(of: text, columns: rows.area.columns))
        picture.draw(text, in: rows.take(textRows))
        let spare = area.endRow - rows.row - Self.listRows
        if spare > 0 { rows.skip(1) }
        let reasons = reasonsOfPath
        drawLists(on: &picture, in: rows.take(Self.listRows))
        guard !reasons.isEmpty, area.endRow - rows.row > 1 else { return }
        rows.skip(1)
        var rest = rows.take(area.rows)
        for reason in reasons where picture.rows(of: reason, columns: rest.columns) <= rest.rows {
            rest = rest.inset(top: picture.draw(reason, in: rest, style: Style(.soft)))
        }
    }

    private static let textRows = 4

    private func drawLists(on picture: inout Picture, in area: Area) {
        guard area.rows > 1 else { return }
        let columns = area.columns >= Self.columnsForMarks ? Self.widePathColumns : Self.pathColumns
        let paths = Area(column: area.column, row: area.row, columns: columns, rows: area.rows)
        let reasons = area.inset(left: columns + 1)
        picture.draw("which path?", in: paths.top(1), style: Style(.faint))
        picture.drawFirstFitting(
            ["because the case says", "because"], in: reasons.top(1), style: Style(.faint))
        let count = PathChallenge.Choice.allCases.count
        for line in 0..<path.lineCount {
            let list = line < count ? paths : reasons
            let row = list.row + 1 + (line < count ? line : line - count)
            guard row < area.endRow else { continue }
            drawLine(
                line, on: &picture, in: Area(column: list.column, row: row, columns: list.columns, rows: 1))
        }
    }

    private func drawLine(_ line: Int, on picture: inout Picture, in area: Area) {
        let isChosen = line == path.line && !path.isAnswered
        let isPath = PathChallenge.Choice(rawValue: line) != nil
        let box = isPath ? isTicked(line) ? "(x) " : "( ) " : isTicked(line) ? "[x] " : "[ ] "
        let mark = markOfLine(line)
        let note: Phrase = path.isAnswered && !mark.isEmpty ? "  \(mark)" : ""
        let short: Phrase = path.isAnswered && !mark.isEmpty ? " \(words: String(mark.plain.prefix(1)))" : ""
        let name = lineText(line)
        let brief: Phrase = path.need(at: line).map { "\(words: $0.shortText)" } ?? name
        let start: Phrase = "\(words: (isChosen ? "▌" : "\u{A0}") + box)"
        let style = style(of: line, isChosen: isChosen)
        picture.drawFirstFitting(
            [start + name + note, start + brief + note, start + brief + short, start + brief], in: area, style: style)
        picture.hotspots.append(Hotspot(area: area, target: .command(.press(line: line))))
        if isChosen { picture.cursor = Position(column: area.column + 2, row: area.row) }
    }

    private func style(of line: Int, isChosen: Bool) -> Style {
        if isChosen { return Style(.accent, on: .standard, .bold) }
        return isTicked(line) || path.isAnswered && markOfLine(line).plain.hasPrefix("●") ? .plain : Style(.soft)
    }
}
