import Cells
import Evidence

extension ReasonsView {
    private static let (gap, wordColumns, valueColumns) = (4, 11, 9)
    private static let rowsForAir = 10

    /// A word and how far its bar goes, 0 to 1.
    private struct Bar {
        let name: Phrase
        let fraction: Double
        let value: Phrase
    }

    func draw(on picture: inout Picture, in area: Area) {
        guard area.rows > 1 else { return }
        InsideField(label: "prompt ▸", field: field).draw(on: &picture, in: area.top(1))
        let rest = area.inset(top: area.rows > Self.rowsForAir ? 2 : 1)
        let half = (rest.columns - Self.gap) / 2
        drawWords(on: &picture, in: Area(column: rest.column, row: rest.row, columns: half, rows: rest.rows))
        drawText(
            on: &picture,
            in: Area(column: rest.endColumn - half, row: rest.row, columns: half, rows: rest.rows))
    }

    private func drawWords(on picture: inout Picture, in area: Area) {
        picture.drawFirstFitting(
            ["what the model finds probable next", "the model's next words"], in: area, style: Style(.soft))
        guard let words else { return drawNotice(wordsNotice, on: &picture, in: area) }
        let bars = words.words.map {
            Bar(name: $0.isEnd ? "(the end)" : "\($0)", fraction: $0.probability.value, value: "\($0.probability)")
        }
        draw(bars, on: &picture, in: area.inset(top: 1))
    }

    private func drawText(on picture: inout Picture, in area: Area) {
        guard let contexts else {
            picture.draw("what its text says", in: area.top(1), style: Style(.soft))
            return drawNotice(notice, on: &picture, in: area)
        }
        guard !contexts.endings.isEmpty else {
            picture.draw("what its text says: nothing", in: area.top(1), style: Style(.soft))
            return
        }
        let beneath = area.rows >= Self.rowsForMoreWords ? Self.rowsOfEnding.many : Self.rowsOfEnding.few
        var rest = area
        for (place, ending) in contexts.endings.reversed().enumerated() where rest.rows > 1 {
            // Shorter endings are told too, each with a word at least.
            let others = min(contexts.endings.count - 1 - place, Self.endingsBeneath)
            let rows = min(ending.followers.count + 1, max(2, rest.rows - others * beneath))
            draw(ending, on: &picture, in: rest.top(rows))
            rest = rest.inset(top: rows + (area.rows > Self.rowsForAir ? 1 : 0))
        }
    }

    /// Of how many shorter endings the longest one leaves room for, and how many rows for each.
    private static let endingsBeneath = 2
    private static let rowsOfEnding = (few: 3, many: 5)
    private static let rowsForMoreWords = 15

    /// How often an ending was read, and the words after it.
    private func draw(_ ending: ReadContexts.Ending, on picture: inout Picture, in area: Area) {
        picture.drawFirstFitting(
            [
                "read after “\(ending.text)”, \(ending.count) times", "after “\(ending.text)”, \(ending.count) times",
                "“\(ending.text)”: \(ending.count)", "\(ending.count) times",
            ], in: area, style: Style(.soft))
        let most = max(ending.count.value, 1)
        draw(
            ending.followers.map {
                Bar(name: $0.isEnd ? "(the end)" : "\($0.word)", fraction: $0.count.value / most, value: "\($0.count)")
            }, on: &picture, in: area.inset(top: 1))
    }

    private func drawNotice(_ notice: Notice, on picture: inout Picture, in area: Area) {
        guard area.rows > 1 else { return }
        if let failure = notice.failure {
            picture.draw("\(failure)", in: area.inset(top: 1), style: Style(.soft))
        } else {
            ProgressBar(fraction: notice.fraction ?? 0, ink: .green).draw(
                on: &picture, column: area.column, row: area.row + 1, columns: area.columns)
        }
    }

    private func draw(_ bars: [Bar], on picture: inout Picture, in area: Area) {
        let columns = max(0, area.columns - Self.wordColumns - Self.valueColumns)
        for (offset, bar) in bars.prefix(area.rows).enumerated() {
            let row = area.row + offset
            picture.draw(
                bar.name, in: Area(column: area.column, row: row, columns: Self.wordColumns - 1, rows: 1),
                style: .plain)
            let eighths = Int((bar.fraction * Double(columns * Blocks.eighths)).rounded())
            for column in 0..<columns {
                let rest = eighths - column * Blocks.eighths
                picture.put(
                    rest > 0 ? Blocks.row(rest) : Glyph("·"), column: area.column + Self.wordColumns + column, row: row,
                    style: Style(rest > 0 ? .green : .rule))
            }
            picture.draw(
                bar.value,
                in: Area(
                    column: area.endColumn - Self.valueColumns + 1, row: row, columns: Self.valueColumns - 1, rows: 1))
        }
    }
}
