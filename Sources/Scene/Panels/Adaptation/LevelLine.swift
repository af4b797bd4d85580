import Cells
import Evidence

/// A score that takes no label, as a line across a plot with its name on it.
struct LevelLine: Sendable {
    var figure: Figure
    /// Its height, in the unit of the plot.
    var value: Double
    /// Its name, longest first.
    var names: [Phrase]
    var ink: Ink
    /// Where the line begins, as a place of the axis; nil where the axis does.
    var start: Double?
    /// Whether its name stands at its right end.
    var isNamedRight = false

    /// Draws the line where nothing stands yet; its name on it, where the row has room.
    func draw(on picture: inout Picture, _ ground: Plot.Ground) {
        let row = ground.row(of: value)
        let first = start.map { max(ground.place.column, ground.column(of: $0)) } ?? ground.place.column
        for column in first..<ground.place.endColumn where picture.isBlank(column: column, row: row) {
            picture.put(Glyph("─"), column: column, row: row, style: Style(ink), reference: .figure(figure))
        }
        if start != nil {
            picture.put(Glyph("●"), column: first, row: row, style: Style(ink), reference: .figure(figure))
        }
    }

    /// Draws the name above the line, or beneath it, where nothing but the knob's line stands in its cells and beside them.
    func drawName(on picture: inout Picture, _ ground: Plot.Ground) {
        let row = ground.row(of: value)
        let first = (start.map { ground.column(of: $0) } ?? ground.place.column) + (start == nil ? 1 : 2)
        for name in names {
            let width = picture.width(of: name)
            let columns =
                isNamedRight
                ? stride(from: ground.place.endColumn - width - 1, through: first, by: -1)
                : stride(from: first, through: ground.place.endColumn - width - 1, by: 1)
            for away in [-1, 1] {
                let place = row + away
                guard place >= ground.place.row, place < ground.place.endRow else { continue }
                let fitting = columns.first { column in
                    (column - 1..<column + width + 1).allSatisfy {
                        $0 == ground.knob || picture.isBlank(column: $0, row: place)
                    }
                }
                guard let column = fitting else { continue }
                picture.draw(
                    name.inked(ink), in: Area(column: column, row: place, columns: width, rows: 1), style: Style(ink))
                return
            }
        }
    }
}

/// What stands at the right of a plot at the knob: each value near its height, none over another.
struct ValueLabels: Sendable {
    struct Entry: Sendable {
        /// The row that it belongs to.
        var row: Int
        /// What decides the order where rows are level.
        var height: Double
        var wordings: [Phrase]
    }

    var entries: [Entry]

    func draw(on picture: inout Picture, in area: Area) {
        let sorted = entries.sorted { $0.height > $1.height }.prefix(max(0, area.rows))
        for (entry, row) in zip(sorted, Plot.spread(sorted.map(\.row), over: area)) {
            let place = Area(column: area.column, row: row, columns: area.columns, rows: 1)
            picture.drawFirstFitting(entry.wordings, in: place)
        }
    }
}

extension AdaptationExhibit {
    /// The labelled examples that are taught, over the places of the axis, on a row beneath a plot; it may begin before the
    /// axis and go on beyond it.
    func drawTaughtRange(on picture: inout Picture, in area: Area, frame: AxisFrame, range: ClosedRange<Double>) {
        guard area.rows > 0, let taught = taughtLabels, let low = taught.low, let high = taught.high else { return }
        let scale = AxisScale.logarithmic(range)
        let start = frame.column(scale.fraction(of: low))
        let end = frame.column(scale.fraction(of: high))
        guard end > start else { return }
        for column in start...end {
            let glyph: Glyph =
                column == start
                ? Glyph("└") : column == end ? Glyph(range.upperBound < high ? "→" : "┘") : Glyph("─")
            picture.put(glyph, column: column, row: area.row, style: Style(.amber), reference: .figure(taught))
        }
        let labels: [Phrase] = [
            "\u{A0}taught: \(taught) labels\u{A0}", "\u{A0}taught: \(taught.briefly)\u{A0}", "\u{A0}taught\u{A0}",
        ]
        let room = Area(column: start + 1, row: area.row, columns: end - start - 1, rows: 1)
        guard let label = picture.first(of: labels, fitting: room.columns) else { return }
        picture.draw(label.inked(.amber), in: room.inset(left: (room.columns - picture.width(of: label) + 1) / 2))
    }
}
