import Cells
import Evidence

/// Names of lines and points. A label stands only on cells on which nothing was drawn, so that it never covers data.
extension Plot {
    /// Columns between the frame and the labels right of it.
    static let labelGap = 1

    func drawLabels(on picture: inout Picture, _ ground: Ground, in area: Area) {
        let margin = Area(
            column: ground.place.endColumn + Plot.labelGap, row: ground.place.row,
            columns: area.endColumn - ground.place.endColumn - Plot.labelGap, rows: ground.place.rows)
        let ends = endsFromTheTop(ground)
        var inside: [(labels: [Phrase], place: Position)] = []
        if leadsNames {
            let led = ends.map { line, end in
                SideLabels.Entry(
                    row: end.place.row, height: end.height, wordings: line.labels.map { $0.named(line.ink) },
                    ink: line.ink, stroke: SideLabels.trail, end: end.place.column)
            }
            SideLabels(led, in: ground.place.row..<ground.place.endRow).draw(
                on: &picture,
                in: Area(column: area.column, row: ground.place.row, columns: area.columns, rows: ground.place.rows),
                axisEnd: ground.place.endColumn - 1, reached: ground.place.endColumn - 1)
        }
        var beside: [(label: Phrase, row: Int)] = []
        for (line, end) in ends where !leadsNames {
            let labels = line.labels.map { $0.named(line.ink) }
            if let label = picture.first(of: labels, fitting: margin.columns), beside.count < margin.rows {
                beside.append((label, end.place.row))
            } else {
                inside.append((labels, end.place))
            }
        }
        let rows = Plot.spread(beside.map(\.row), over: margin)
        for (label, row) in zip(beside.map(\.label), rows) {
            picture.draw(label, in: Area(column: margin.column, row: row, columns: margin.columns, rows: 1))
        }
        for point in points where !point.labels.isEmpty {
            guard let spot = spot(of: point, ground), spot.column <= ground.reached else { continue }
            inside.append((point.labels.map { $0.named(point.ink) }, spot))
        }
        for (labels, place) in inside {
            drawFree(labels, at: place, on: &picture, in: ground.place.union(margin))
        }
        if let chance, values.range.contains(chance) {
            let start = Position(column: ground.place.column, row: ground.row(of: chance))
            drawFree([Phrase(words: "guessing", ink: .soft)], at: start, on: &picture, in: ground.place)
        }
        drawBeginning(on: &picture, ground)
    }

    /// Where a knob that stands before all that was measured finds the first of it.
    private func drawBeginning(on picture: inout Picture, _ ground: Ground) {
        let all = lines.flatMap(\.series.figures) + points.map(\.figure)
        let places = all.compactMap { figure in
            along.position(of: figure).map { (figure: figure, column: ground.column(of: $0), position: $0) }
        }
        guard let first = places.min(by: { $0.position < $1.position }), first.column > ground.reached,
            let place = first.figure.place(along: along)
        else { return }
        let wordings: [Phrase] = [
            "nothing measured up to here; the first stands at \(name: place)", "the first stands at \(name: place)",
            "first at \(name: place)",
        ]
        drawFree(
            wordings.map { $0.inked(.soft) },
            at: Position(column: ground.knob, row: ground.place.row + ground.place.rows / 2), on: &picture,
            in: ground.place)
    }

    /// The lines that have names with their ends, from the highest down; level ones in the order in which they are given.
    private func endsFromTheTop(_ ground: Ground) -> [(line: Line, end: End)] {
        let ends = lines.enumerated().compactMap { rank, line in
            line.labels.isEmpty ? nil : end(of: line, ground).map { (rank: rank, line: line, end: $0) }
        }
        let sorted = ends.sorted { first, second in
            first.end.height.isSame(as: second.end.height)
                ? first.rank < second.rank : first.end.height > second.end.height
        }
        return sorted.map { ($0.line, $0.end) }
    }

    /// Where a label stands, the nearest place first: rows away from its cell and columns between the two. Columns
    /// farther off, beyond a threshold or the knob's line, it stands in the row of its cell and with no other point
    /// between, or nobody would know whose it is.
    private static let placesAway: [(rows: Int, columns: Int)] =
        [0, -1, 1, -2, 2].map { ($0, 1) } + [2, 3].map { (0, $0) }

    /// Draws the longest of some wordings that has room beside a cell, or near it; none where none has.
    private func drawFree(_ labels: [Phrase], at place: Position, on picture: inout Picture, in area: Area) {
        let wordings = labels.map { (label: $0, width: picture.width(of: $0)) }
        for (label, width) in wordings {
            for away in Plot.placesAway {
                for column in [place.column + 1 + away.columns, place.column - away.columns - width] {
                    let spot = Area(column: column, row: place.row + away.rows, columns: width, rows: 1)
                    let between = min(spot.endColumn, place.column + 1)..<max(spot.column, place.column)
                    guard spot.intersection(area) == spot, picture.isBlank(spot),
                        between.allSatisfy({ picture.isBlankOrLine(column: $0, row: spot.row) })
                    else { continue }
                    picture.draw(label, in: spot)
                    return
                }
            }
        }
    }

    /// Rows for labels that stand one under another, from the top down: each on a row of its own, in their order, and as
    /// near to the row that it belongs to as that allows.
    static func spread(_ rows: [Int], over place: Area) -> [Int] {
        guard rows.count <= place.rows else { return rows }
        // Neighbours that would overlap become one block, centred where its members belong on the mean.
        var blocks: [(sum: Int, count: Int)] = []
        for (order, row) in rows.enumerated() {
            blocks.append((row - order, 1))
            while blocks.count > 1, let last = blocks.last {
                let before = blocks[blocks.count - 2]
                guard before.sum * last.count > last.sum * before.count else { break }
                blocks.removeLast(2)
                blocks.append((before.sum + last.sum, before.count + last.count))
            }
        }
        let shifts = blocks.flatMap { block in
            Array(repeating: Int((Double(block.sum) / Double(block.count)).rounded()), count: block.count)
        }
        return shifts.enumerated().map { order, shift in
            min(max(place.row, shift), place.endRow - rows.count) + order
        }
    }
}

extension Phrase {
    /// The name of a line or a point: in its ink, and without a letter, for it is no value.
    fileprivate func named(_ ink: Ink) -> Phrase { inked(ink).withoutLetters }
}

extension Picture {
    /// Whether a cell shows no data: nothing, or a line from the top of a plot to its foot.
    fileprivate func isBlankOrLine(column: Int, row: Int) -> Bool {
        guard canvas.bounds.contains(Position(column: column, row: row)) else { return false }
        return isBlank(column: column, row: row) || Plot.verticals.contains { canvas[column, row].glyph == $0 }
    }

    /// Whether nothing was drawn yet on an area of one row, nor on the cells at its ends.
    func isBlank(_ area: Area) -> Bool {
        (area.column..<area.endColumn).allSatisfy { isBlank(column: $0, row: area.row) }
            && [area.column - 1, area.endColumn].allSatisfy { column in
                isBlank(column: column, row: area.row)
                    || !canvas.bounds.contains(Position(column: column, row: area.row))
            }
    }
}

extension Area {
    /// The smallest area around both.
    fileprivate func union(_ other: Area) -> Area {
        let (left, top) = (min(column, other.column), min(row, other.row))
        return Area(
            column: left, row: top, columns: max(endColumn, other.endColumn) - left,
            rows: max(endRow, other.endRow) - top)
    }
}
