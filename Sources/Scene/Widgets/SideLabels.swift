import Cells

/// What stands at the right of a plot: the value and the name of each line, on the line's own row, or led to it by a
/// drawn leader where lines lie closer than labels can.
struct SideLabels: Sendable {
    struct Entry: Sendable {
        /// The row of its line.
        var row: Int
        /// What decides the order where rows are level.
        var height: Double
        /// Its value and its name, longest first; each of them names the line.
        var wordings: [Phrase]
        var ink: Ink
        /// What its leader is made of on the row of its line.
        var stroke = Glyph("─")
        /// The last column that is drawn of its line; nil where nothing is, so that no leader comes from it.
        var end: Int?
    }

    /// The labels from the top down, with what leads to them.
    private let entries: [Entry]
    /// The row of each label.
    private let rows: [Int]
    /// The lane of each label's leader, counted from the labels to the left; labels of one row of lines share a lane.
    private let lanes: [Int]
    /// How many lanes there are.
    let laneCount: Int

    /// - Parameter entries: Those that matter most first; where they are more than rows, the others are left out.
    init(_ entries: [Entry], in rows: Range<Int>) {
        let sorted = entries.prefix(rows.count).enumerated().sorted { first, second in
            let (a, b) = (first.element, second.element)
            if a.row != b.row { return a.row < b.row }
            return a.height == b.height ? first.offset < second.offset : a.height > b.height
        }.map(\.element)
        let lines = sorted.map(\.row)
        let tried = [Self.nearest(lines, in: rows), Self.downward(lines, in: rows), Self.upward(lines, in: rows)]
        let best = tried.map { (rows: $0, lanes: Self.lanes(lines, $0)) }.min { first, second in
            let (a, b) = (first.lanes.max() ?? 0, second.lanes.max() ?? 0)
            return a == b ? Self.distance(lines, first.rows) < Self.distance(lines, second.rows) : a < b
        }
        self.entries = sorted
        self.rows = best?.rows ?? lines
        lanes = best?.lanes ?? []
        laneCount = lanes.max() ?? 0
    }

    // MARK: - Rows

    private static func distance(_ lines: [Int], _ rows: [Int]) -> Int {
        zip(lines, rows).reduce(0) { $0 + abs($1.0 - $1.1) }
    }

    private static func nearest(_ lines: [Int], in rows: Range<Int>) -> [Int] {
        Plot.spread(lines, over: Area(column: 0, row: rows.lowerBound, columns: 1, rows: rows.count))
    }

    /// Each on its line's row or as little beneath it as there is room, unless the foot pushes it up.
    private static func downward(_ lines: [Int], in rows: Range<Int>) -> [Int] {
        var free = rows.lowerBound
        return lines.enumerated().map { index, line in
            let last = rows.upperBound - (lines.count - index)
            let row = min(max(line, free), last)
            free = row + 1
            return row
        }
    }

    /// The same from the foot upward.
    private static func upward(_ lines: [Int], in rows: Range<Int>) -> [Int] {
        var free = rows.upperBound - 1
        let found = lines.indices.reversed().map { index in
            let row = max(min(lines[index], free), rows.lowerBound + index)
            free = row - 1
            return row
        }
        return found.reversed()
    }

    // MARK: - Lanes

    /// A lane for each label, from one on; zero where a line alone on its row has its label there. Where the leaders of
    /// one row of lines pass the row of others, those are led through a lane farther left, so that none crosses another.
    private static func lanes(_ lines: [Int], _ rows: [Int]) -> [Int] {
        let all = Set(lines).sorted().map { line -> (line: Int, rows: ClosedRange<Int>, isLed: Bool) in
            let own = zip(lines, rows).filter { $0.0 == line }.map(\.1)
            return (line, min(line, own.min() ?? line)...max(line, own.max() ?? line), own != [line])
        }
        var lane = Dictionary(uniqueKeysWithValues: all.map { ($0.line, $0.isLed ? 1 : 0) })
        // A chain is no longer than there are rows of lines.
        for _ in all {
            for upper in all where upper.isLed {
                for lower in all where lower.isLed && lower.line > upper.line {
                    if upper.rows.upperBound >= lower.line {
                        lane[lower.line] = max(lane[lower.line] ?? 1, (lane[upper.line] ?? 1) + 1)
                    }
                    if lower.rows.lowerBound <= upper.line {
                        lane[upper.line] = max(lane[upper.line] ?? 1, (lane[lower.line] ?? 1) + 1)
                    }
                }
            }
        }
        return lines.map { lane[$0] ?? 0 }
    }

    // MARK: - Picture

    /// Where the parts stand: the columns of the lanes, and the first one of the words.
    struct Columns: Hashable, Sendable {
        var lanes: Range<Int>
        var words: Int
    }

    /// The lanes stand before the end of the axis where no line is drawn, else beyond it; the words give way for them, and
    /// the blank before the words where these would else not be whole.
    func columns(axisEnd: Int, reached: Int, end: Int, on picture: Picture) -> Columns {
        var found: [Columns] = []
        for blank in [1, 0] {
            let last = max(axisEnd + 1 - blank, reached + laneCount)
            let columns = Columns(lanes: (last + 1 - laneCount)..<(last + 1), words: max(axisEnd + 2, last + 1 + blank))
            let areWhole = entries.allSatisfy { picture.first(of: $0.wordings, fitting: end - columns.words) != nil }
            if areWhole { return columns }
            found.append(columns)
        }
        return found.last ?? Columns(lanes: axisEnd..<axisEnd, words: axisEnd + 2)
    }

    /// What leads from the end of a curve to its value: no line of the plot, whole or dashed.
    static let trail = Glyph("·")

    /// Draws the labels up to the end of an area, and their leaders from the ends of the lines.
    ///
    /// - Parameter reached: The last column of the axis that a curve is drawn on.
    func draw(on picture: inout Picture, in area: Area, axisEnd: Int, reached: Int) {
        let columns = columns(axisEnd: axisEnd, reached: reached, end: area.endColumn, on: picture)
        picture.canvas.fill(
            Area(column: columns.lanes.lowerBound, row: area.row, columns: laneCount, rows: area.rows),
            background: .standard)
        for entry in entries { drawTrail(of: entry, to: columns, on: &picture, axisEnd: axisEnd) }
        for index in entries.indices {
            let words = Area(
                column: columns.words, row: rows[index], columns: area.endColumn - columns.words, rows: 1)
            picture.drawFirstFitting(entries[index].wordings, in: words)
            if entries[index].end != nil { drawLeader(index, on: &picture, columns) }
        }
    }

    /// From the end of a line to the lanes, or to the words where there are none, over what is blank.
    private func drawTrail(of entry: Entry, to columns: Columns, on picture: inout Picture, axisEnd: Int) {
        guard let end = entry.end else { return }
        let last = laneCount > 0 ? columns.lanes.lowerBound : axisEnd + 1
        let blank = (min(end + 1, last)..<last).filter { column in
            // A cell beside a curve would look like a part of it.
            picture.isBlank(column: column, row: entry.row)
                && (entry.stroke != SideLabels.trail || picture.isBlank(column: column + 1, row: entry.row))
        }
        for column in blank {
            picture.put(entry.stroke, column: column, row: entry.row, style: Style(style(of: entry)))
        }
    }

    private func style(of entry: Entry) -> Ink { entry.stroke == SideLabels.trail ? entry.ink.dim : entry.ink }

    /// Through the lanes: straight on, or along its own lane to the row of the label.
    private func drawLeader(_ index: Int, on picture: inout Picture, _ columns: Columns) {
        let entry = entries[index]
        let (line, row) = (entry.row, rows[index])
        let lane = lanes[index] > 0 ? columns.lanes.upperBound - lanes[index] : columns.lanes.upperBound
        for column in columns.lanes where column < lane && picture.isBlank(column: column, row: line) {
            picture.put(entry.stroke, column: column, row: line, style: Style(style(of: entry)))
        }
        guard lanes[index] > 0 else { return }
        for between in min(line, row)...max(line, row) {
            let glyph = glyph(at: between, line: line)
            let isOwn = between == row || picture.isBlank(column: lane, row: between)
            if isOwn { picture.put(glyph, column: lane, row: between, style: Style(entry.ink)) }
        }
        for column in lane + 1..<max(lane + 1, columns.lanes.upperBound) {
            picture.put(Glyph("─"), column: column, row: row, style: Style(entry.ink))
        }
    }

    /// What stands in the lane of a row of lines at a row: its arms go to the lines, to the labels, up and down.
    private func glyph(at row: Int, line: Int) -> Glyph {
        let own = zip(entries, rows).filter { $0.0.row == line && $0.0.end != nil }.map(\.1)
        let (top, foot) = (min(line, own.min() ?? line), max(line, own.max() ?? line))
        switch (row == line, own.contains(row), row > top, row < foot) {
        case (true, true, true, true): return Glyph("┼")
        case (true, true, true, false): return Glyph("┴")
        case (true, true, false, true): return Glyph("┬")
        case (true, true, false, false): return Glyph("─")
        case (true, false, true, true): return Glyph("┤")
        case (true, false, true, false): return Glyph("╯")
        case (true, false, false, _): return Glyph("╮")
        case (false, true, true, true): return Glyph("├")
        case (false, true, true, false): return Glyph("╰")
        case (false, true, false, _): return Glyph("╭")
        case (false, false, _, _): return Glyph("│")
        }
    }

    /// What a test holds the picture to: the row of each line and of its label, and whether it is led there.
    var placed: [(entry: Entry, row: Int, lane: Int)] {
        entries.indices.map { (entries[$0], rows[$0], lanes[$0]) }
    }
}
