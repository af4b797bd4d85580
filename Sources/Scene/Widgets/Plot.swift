import Cells
import Evidence

/// Curves and points over the panel's axis, with the value axis at the left and labels on the lines.
struct Plot: Sendable {
    struct Line: Sendable {
        var label: Phrase
        var series: Series
        var ink: Ink
        /// The line that the plot is about; it is drawn last.
        var isFocus = false
        /// Dashed, where another line of the same ink must be told apart.
        var isDashed = false
    }

    struct Point: Sendable {
        var figure: Figure
        var label: Phrase?
        var ink: Ink
    }

    var along: Axis
    /// The values at the foot and the head.
    var range: ClosedRange<Double>
    /// How a value of the axis is written.
    var unit: Unit
    var isLogarithmic = false
    var lines: [Line] = []
    var points: [Point] = []
    /// What guessing gets, in the unit of the values.
    var chance: Double?
    /// Marked places of the horizontal axis, such as the lesson's threshold.
    var thresholds: [Figure] = []

    /// The height of a value, 0 at the foot and 1 at the head.
    func height(of value: Double) -> Double {
        guard isLogarithmic else { return (value - range.lowerBound) / (range.upperBound - range.lowerBound) }
        guard value > 0, range.lowerBound > 0 else { return 0 }
        return Logarithm.of(value / range.lowerBound) / Logarithm.of(range.upperBound / range.lowerBound)
    }

    private func value(at height: Double) -> Double {
        guard isLogarithmic else { return range.lowerBound + height * (range.upperBound - range.lowerBound) }
        return range.lowerBound
            * Logarithm.power10(height * Logarithm.base10(range.upperBound / range.lowerBound))
    }

    /// Draws in the rows of an area and the columns of an axis frame; labels of values stand left of the frame.
    func draw(on picture: inout Picture, in area: Area, frame: AxisFrame, axis: SliderAxis, slider: Slider) {
        let place = Area(column: frame.start, row: area.row, columns: frame.columns, rows: area.rows)
        guard place.rows > 2, place.columns > 8 else { return }
        let knob = frame.column(slider.shown(on: axis))
        drawValueAxis(on: &picture, in: place, labels: area)
        drawChance(on: &picture, in: place)
        for threshold in thresholds {
            let column = frame.column(axis.scale.fraction(of: threshold.value))
            for row in place.row..<place.endRow {
                picture.put(Glyph("┊"), column: column, row: row, style: Style(.amber), reference: .figure(threshold))
            }
        }
        for row in place.row..<place.endRow {
            picture.put(Glyph("│"), column: knob, row: row, style: Style(.accentDim))
        }
        for line in lines.filter({ !$0.isFocus }) + lines.filter(\.isFocus) {
            draw(line, on: &picture, in: place, axis: axis, knob: knob)
        }
        for point in points { draw(point, on: &picture, in: place, axis: axis) }
        drawLabels(on: &picture, in: place, area: area, axis: axis)
    }

    private func drawValueAxis(on picture: inout Picture, in place: Area, labels area: Area) {
        for value in ticks(rows: place.rows) {
            let height = height(of: value)
            let row = place.endRow - 1 - Int((height * Double(place.rows - 1)).rounded())
            let text = Figure.axisText(value, unit)
            let width = CellWidth.of(text)
            picture.draw(
                "\(axis: text)",
                in: Area(column: max(area.column, place.column - width - 1), row: row, columns: width, rows: 1),
                style: Style(.faint))
        }
    }

    /// Round values inside the range, as many as stand apart; whole powers of ten where the axis is logarithmic.
    private func ticks(rows: Int) -> [Double] {
        let count = max(2, min(6, rows / 3 + 1))
        let span = range.upperBound - range.lowerBound
        guard span > 0, span.isFinite else { return [range.lowerBound] }
        guard !isLogarithmic else { return decades(count: count) }
        let power = Logarithm.power10(Logarithm.base10(span / Double(count)).rounded(.down))
        let step = [1, 2, 5, 10].map { $0 * power }.first { span / $0 <= Double(count) } ?? span
        let first = (range.lowerBound / step - 1e-9).rounded(.up)
        return (0...count).map { (first + Double($0)) * step }.filter { $0 <= range.upperBound + span * 1e-9 }
    }

    private func decades(count: Int) -> [Double] {
        let decades = Logarithm.base10(range.upperBound / range.lowerBound)
        guard decades.isFinite, decades >= 2, decades < 40 else {
            return (0..<count).map { value(at: Double($0) / Double(count - 1)) }
        }
        let step = max(1, (decades / Double(count - 1)).rounded(.up))
        return stride(from: 0, through: 1.001, by: step / decades).map(value)
    }

    private func drawChance(on picture: inout Picture, in place: Area) {
        guard let chance, range.contains(chance) else { return }
        let row = place.endRow - 1 - Int((height(of: chance) * Double(place.rows - 1)).rounded())
        for column in place.column..<place.endColumn {
            picture.put(Glyph("┈"), column: column, row: row, style: Style(.faint))
        }
    }

    private func draw(_ line: Line, on picture: inout Picture, in place: Area, axis: SliderAxis, knob: Int) {
        var grid = BrailleGrid(area: place)
        let path = line.series.figures(over: along).map {
            (x: axis.scale.fraction(of: $0.position), y: height(of: $0.figure.value))
        }
        for (start, end) in zip(path, path.dropFirst()) {
            grid.line(from: start, to: end, isDashed: line.isDashed)
        }
        if path.count == 1 { grid.set(x: path[0].x, y: path[0].y) }
        grid.draw(on: &picture) { column in column <= knob ? line.ink : line.ink.dim }
    }

    private func draw(_ point: Point, on picture: inout Picture, in place: Area, axis: SliderAxis) {
        guard let position = along.position(of: point.figure) else { return }
        let column = place.column + Int((axis.scale.fraction(of: position) * Double(place.columns - 1)).rounded())
        let share = min(1, max(0, height(of: point.figure.value)))
        let row = place.endRow - 1 - Int((share * Double(place.rows - 1)).rounded())
        picture.put(Glyph("●"), column: column, row: row, style: Style(point.ink), reference: .figure(point.figure))
    }

    /// Labels stand on the lines' ends, or at points, each on a row of its own.
    private func drawLabels(on picture: inout Picture, in place: Area, area: Area, axis: SliderAxis) {
        var labels: [(row: Int, column: Int, phrase: Phrase, ink: Ink)] = []
        let descending = lines.map { (line: $0, value: $0.series.figures(over: along).last?.figure.value ?? 0) }
            .sorted { $0.value > $1.value }.map(\.line)
        for line in descending {
            guard let last = line.series.figures(over: along).last else { continue }
            let share = min(1, max(0, height(of: last.figure.value)))
            labels.append(
                (
                    place.endRow - 1 - Int((share * Double(place.rows - 1)).rounded()),
                    place.column + Int((axis.scale.fraction(of: last.position) * Double(place.columns - 1)).rounded())
                        + 1,
                    line.label, line.ink
                ))
        }
        let ends = Plot.spread(labels.map { ($0.column, $0.row) }, over: place)
        for (index, row) in ends.enumerated() { labels[index].row = row }
        for point in points {
            guard let label = point.label, let position = along.position(of: point.figure) else { continue }
            let share = min(1, max(0, height(of: point.figure.value)))
            labels.append(
                (
                    place.endRow - 1 - Int((share * Double(place.rows - 1)).rounded()),
                    place.column + Int((axis.scale.fraction(of: position) * Double(place.columns - 1)).rounded()) + 1,
                    label,
                    point.ink
                ))
        }
        var taken: [Area] = []
        for label in labels.sorted(by: { $0.row < $1.row }) {
            let width = label.phrase.width
            let limit = area.endColumn
            guard width < limit - place.column else { continue }
            let column = min(label.column + 1, limit - width)
            let tries = [0, 1, -1, 2, -2, 3, -3].map {
                Area(column: column - 1, row: label.row + $0, columns: width + 2, rows: 1)
            }
            guard
                let spot = tries.first(where: { spot in
                    spot.row >= place.row && spot.row < place.endRow
                        && !taken.contains { !$0.intersection(spot).isEmpty }
                })
            else { continue }
            taken.append(spot)
            picture.draw(
                label.phrase.inked(label.ink), in: Area(column: column, row: spot.row, columns: width, rows: 1))
        }
    }
}

extension Plot {
    /// Rows for labels that stand in the same column, from the top down: each on a row of its own, in their order, and
    /// as near to the row that it belongs to as that allows.
    static func spread(_ labels: [(column: Int, row: Int)], over place: Area) -> [Int] {
        var rows = labels.map(\.row)
        for column in Set(labels.map(\.column)) {
            let indices = labels.indices.filter { labels[$0].column == column }
            guard indices.count > 1, indices.count <= place.rows else { continue }
            // Neighbours that would overlap become one block, centred where its members belong on the mean.
            var blocks: [(sum: Int, count: Int)] = []
            for (order, index) in indices.enumerated() {
                blocks.append((labels[index].row - order, 1))
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
            for ((order, index), shift) in zip(indices.enumerated(), shifts) {
                rows[index] = min(max(place.row, shift), place.endRow - indices.count) + order
            }
        }
        return rows
    }
}

extension Figure {
    /// A value on an axis, without decimals where they say nothing.
    static func axisText(_ value: Double, _ unit: Unit) -> String {
        switch unit {
        case .percent: Number.significant(value) + "%"
        case .fraction: Number.significant(value * 100) + "%"
        case .bleu, .rouge2, .points, .index, .brier: Number.significant(value)
        default: Number.short(value)
        }
    }
}
