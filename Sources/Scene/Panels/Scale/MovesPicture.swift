import Cells
import Evidence

/// The smallest models that reached a score, as marks on one axis of size: over the years they go to the left.
struct MovesPicture: Sendable {
    let year: String
    let chosen: Int
    let axis: SliderAxis
    let slider: Slider

    func draw(on picture: inout Picture, in frame: PanelFrame) {
        let rows = ThresholdMoves.Row.allCases
        let (pitch, height, visible) = StripStack.division(
            of: frame.area.rows, among: rows.count, tallest: Self.tallest, isLarge: frame.isLarge)
        let first = min(max(0, chosen - visible + 1), max(0, rows.count - visible))
        // A row that is left over parts the first one from the headline.
        let used = (visible - 1) * pitch + height
        let top = frame.area.row + min(1, max(0, frame.area.rows - used))
        for (offset, row) in rows.dropFirst(first).prefix(visible).enumerated() {
            draw(row, at: top + offset * pitch, height: height, on: &picture, in: frame)
        }
        let knob = frame.axis.column(slider.shown(on: axis))
        for row in frame.area.row..<frame.area.endRow where isFree(knob, row, on: picture) {
            picture.put(Glyph("│"), column: knob, row: row, style: Style(.accentDim))
        }
    }

    /// Whether the knob's line may stand on a cell: it is blank, and touches no word.
    private func isFree(_ column: Int, _ row: Int, on picture: Picture) -> Bool {
        picture.isBlank(column: column, row: row)
            && picture.isBlank(column: column - 1, row: row) && picture.isBlank(column: column + 1, row: row)
    }

    /// Large screens have room for rows of so many lines, in which more marks are named.
    private static let tallest = 6
    /// From how many lines on a mark has its model's name beside its month or score.
    private static let linesForNames = 4

    private func draw(
        _ row: ThresholdMoves.Row, at top: Int, height: Int, on picture: inout Picture, in frame: PanelFrame
    ) {
        let isChosen = row.rawValue == chosen
        if isChosen {
            for offset in 0..<height {
                picture.put(Glyph("▌"), column: frame.area.column, row: top + offset, style: Style(.accent))
            }
        }
        picture.drawFirstFitting(
            row.names.map { Phrase(words: $0) }, in: frame.labelArea(row: top),
            style: Style(isChosen ? .accent : .standard, on: .standard, isChosen ? .bold : []))
        if height > 1 {
            picture.drawFirstFitting(
                row.asks.map { Phrase(words: $0) }, in: frame.labelArea(row: top + 1), style: Style(.soft))
        }
        let marks = ThresholdMoves.marks(row, until: year)
        drawTrack(row, marks, at: top + height - 1, on: &picture, in: frame)
        drawLabels(row, marks, lines: top..<(top + height - 1), on: &picture, in: frame)
        drawValue(row, marks, at: top, height: height, on: &picture, in: frame)
        let place = Area(column: frame.area.column, row: top, columns: frame.area.columns, rows: height)
        picture.hotspots.append(Hotspot(area: place, target: .command(.choose(row.rawValue))))
    }

    private func column(_ figure: Figure, _ frame: PanelFrame) -> Int {
        frame.axis.column(axis.scale.fraction(of: figure.subject.parameters ?? 0))
    }

    /// The way from the first mark to the last, and the marks on it.
    private func drawTrack(
        _ row: ThresholdMoves.Row, _ marks: [Figure], at line: Int, on picture: inout Picture, in frame: PanelFrame
    ) {
        let columns = marks.map { column($0, frame) }
        let way = row.isOfABar ? (columns.min() ?? 0)..<(columns.max() ?? 0) : 0..<0
        for column in frame.axis.start...frame.axis.end {
            let isOnTheWay = way.contains(column)
            picture.put(
                Glyph(isOnTheWay ? "━" : "·"), column: column, row: line,
                style: Style(isOnTheWay ? Figure.Kind.published.ink.dim : .rule))
        }
        for (index, mark) in marks.enumerated() {
            let isLast = !row.isOfABar || index == marks.count - 1
            picture.put(
                Glyph(isLast ? "●" : "○"), column: column(mark, frame), row: line,
                style: Style(Figure.Kind.published.ink), reference: .figure(mark))
        }
    }

    /// The month of each mark, or its score, on the lines above: the first and the last, or the lowest and the highest,
    /// before the others, as far as there is room.
    private func drawLabels(
        _ row: ThresholdMoves.Row, _ marks: [Figure], lines: Range<Int>, on picture: inout Picture,
        in frame: PanelFrame
    ) {
        let byScore = marks.indices.sorted { marks[$0].value < marks[$1].value }
        let ends = row.isOfABar ? [0, marks.count - 1] : [byScore.first, byScore.last].compactMap { $0 }
        let ranked = marks.indices.sorted { one, other in
            return ends.contains(one) != ends.contains(other) ? ends.contains(one) : one > other
        }
        for index in ranked {
            let mark = marks[index]
            let short: Phrase = row.isOfABar ? "\(name: mark.subject.plain, of: mark)" : "\(mark)"
            let label: Phrase =
                lines.count + 1 < Self.linesForNames ? short : "\(name: mark.subject.model, of: mark), \(short)"
            let width = picture.width(of: label)
            let start = min(max(column(mark, frame) - width / 2, frame.axis.start), frame.axis.end + 1 - width)
            // The lowest line that is free.
            for line in lines.reversed() {
                let place = Area(column: start, row: line, columns: width, rows: 1)
                guard picture.isBlank(place) else { continue }
                picture.draw(label, in: place, style: Style(.soft))
                break
            }
        }
    }

    /// The smallest so far and its month, or the score nearest to the knob.
    private func drawValue(
        _ row: ThresholdMoves.Row, _ marks: [Figure], at top: Int, height: Int, on picture: inout Picture,
        in frame: PanelFrame
    ) {
        let place = frame.valueArea(row: top + height - 1)
        guard let last = marks.last else {
            picture.draw("not yet", in: place, style: Style(.faint))
            return
        }
        guard row.isOfABar else {
            let ends = marks.sorted { $0.value < $1.value }
            if let low = ends.first, let high = ends.last, low != high {
                picture.drawFirstFitting(
                    ["\(low.withoutUnit) to \(high)", "\(high)"], in: place, style: Style(.soft))
            }
            return
        }
        picture.drawFirstFitting(
            [
                "\(last.place(along: .parameters)), \(name: last.subject.plain, of: last)",
                "\(last.place(along: .parameters))",
            ], in: place, style: Style(.soft))
        if height > 1, let bar = marks.first {
            picture.drawFirstFitting(
                ["to reach \(bar)", "for \(bar)"], in: frame.valueArea(row: top), style: Style(.faint))
        }
    }
}
