import Algorithms
import Cells
import Evidence

/// A score that takes no label, as a line across a plot with its name in it.
struct LevelLine: Sendable {
    var figure: Figure
    /// Its height, in the unit of the plot.
    var value: Double
    /// Its name, longest first.
    var names: [Phrase]
    var ink: Ink
    var stroke = Glyph("─")
    /// Where the line begins, as a place of the axis; nil where the axis does.
    var start: Double?

    /// Draws the line where nothing stands yet.
    func draw(on picture: inout Picture, _ ground: Plot.Ground) {
        let row = ground.row(of: value)
        let first = start.map { max(ground.place.column, ground.column(of: $0)) } ?? ground.place.column
        for column in first..<ground.place.endColumn where picture.isBlank(column: column, row: row) {
            picture.put(stroke, column: column, row: row, style: Style(ink), reference: .figure(figure))
        }
        if start != nil {
            picture.put(Glyph("●"), column: first, row: row, style: Style(ink), reference: .figure(figure))
        }
    }

    /// Columns of the line that stay at both sides of its name, the blanks beside the name among them.
    private static let margin = 2

    /// Draws the name in the line itself, as far right as it is drawn unbroken for as long as the longest name that fits;
    /// none where no part is long enough.
    func drawName(on picture: inout Picture, _ ground: Plot.Ground) {
        let row = ground.row(of: value)
        let runs = (ground.place.column..<ground.place.endColumn).chunked(by: { first, second in
            isLine(first, row, picture) == isLine(second, row, picture)
        }).filter { $0.first.map { isLine($0, row, picture) } ?? false }
        for name in names {
            let width = picture.width(of: name)
            guard let run = runs.last(where: { $0.count >= width + 2 * LevelLine.margin }) else { continue }
            let place = Area(column: run.upperBound - LevelLine.margin - width, row: row, columns: width, rows: 1)
            picture.canvas.fill(
                Area(column: place.column - 1, row: row, columns: width + 2, rows: 1), background: .standard)
            picture.draw(name.inked(ink), in: place, style: Style(ink))
            return
        }
    }

    private func isLine(_ column: Int, _ row: Int, _ picture: Picture) -> Bool {
        let cell = picture.canvas[column, row]
        return cell.glyph == stroke && cell.style.foreground == ink
    }

    /// What stands at its right end; its line goes to the end of the axis.
    func label(_ wordings: [Phrase], _ ground: Plot.Ground) -> SideLabels.Entry {
        SideLabels.Entry(
            row: ground.row(of: value), height: value, wordings: wordings, ink: ink, stroke: stroke,
            end: ground.place.endColumn - 1)
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
            "\u{A0}courses say: \(taught) labels\u{A0}", "\u{A0}courses say: \(taught.briefly)\u{A0}",
            "\u{A0}taught: \(taught.briefly)\u{A0}", "\u{A0}taught\u{A0}",
        ]
        let room = Area(column: start + 1, row: area.row, columns: end - start - 1, rows: 1)
        guard let label = picture.first(of: labels, fitting: room.columns) else { return }
        picture.draw(label.inked(.amber), in: room.inset(left: (room.columns - picture.width(of: label) + 1) / 2))
    }
}
