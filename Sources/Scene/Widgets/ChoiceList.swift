import Cells

/// Lines of which one is chosen; where they are more than there are rows, a window of them follows the choice.
struct ChoiceList: Hashable, Sendable {
    private(set) var count: Int
    /// The chosen line, from zero; zero where there is none.
    private(set) var chosen = 0
    /// The first line of the window.
    private var first = 0

    /// A list of so many lines; a negative number counts as none.
    init(count: Int, chosen: Int = 0) {
        self.count = max(0, count)
        choose(chosen)
    }

    /// The lines become more or fewer; the choice stays where it can.
    mutating func resize(to count: Int) {
        self.count = max(0, count)
        choose(chosen)
    }

    mutating func choose(_ line: Int) { chosen = min(max(0, line), max(0, count - 1)) }

    mutating func move(by lines: Int) { choose(chosen + lines) }

    /// A page of so many rows on, or back where it is negative: one line of the old page stays on the screen.
    mutating func page(_ pages: Int, rows: Int) { move(by: pages * max(1, rows - 1)) }

    /// The lines that a window of so many rows shows: the same as before as long as the choice is among them.
    func window(rows: Int) -> Range<Int> {
        let rows = max(0, rows)
        guard rows > 0, count > 0 else { return 0..<0 }
        let last = max(0, count - rows)
        let start = min(max(0, min(first, chosen), chosen - rows + 1), last)
        return start..<min(count, start + rows)
    }

    /// Remembers the window, so that it moves no more than it must.
    mutating func settle(rows: Int) { first = window(rows: rows).lowerBound }

    /// Draws the lines of the window, each on one row, the chosen one marked at its left, and a mark at the right where
    /// there is more above or below. The terminal's cursor stands on the chosen line.
    func draw(on picture: inout Picture, in area: Area, line: (Int) -> Phrase) {
        guard area.columns > ChoiceList.markColumns * 2 else { return }
        let window = window(rows: area.rows)
        for (row, index) in window.enumerated() {
            let isChosen = index == chosen
            let place = Area(column: area.column, row: area.row + row, columns: area.columns, rows: 1)
            if isChosen {
                picture.put(Glyph("▌"), column: place.column, row: place.row, style: Style(.accent))
                picture.cursor = Position(column: place.column, row: place.row)
            }
            picture.draw(
                line(index), in: place.inset(left: ChoiceList.markColumns, right: ChoiceList.markColumns),
                style: isChosen ? Style(.accent, on: .standard, .bold) : .plain)
        }
        if window.lowerBound > 0 { drawMore("↑", row: area.row, on: &picture, in: area) }
        if window.upperBound < count { drawMore("↓", row: area.row + window.count - 1, on: &picture, in: area) }
    }

    private func drawMore(_ mark: Unicode.Scalar, row: Int, on picture: inout Picture, in area: Area) {
        picture.put(Glyph(mark), column: area.endColumn - 1, row: row, style: Style(.faint))
    }

    /// Columns for the mark of the chosen line, and for the marks of more.
    private static let markColumns = 1
}
