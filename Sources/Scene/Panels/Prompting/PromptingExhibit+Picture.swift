import Cells
import Evidence

extension PromptingExhibit {
    private static let promptLabel = "prompt ▸"

    func draw(on picture: inout Picture, in frame: PanelFrame) {
        guard frame.area.rows > 0 else { return }
        if isComparing { return drawQuestions(on: &picture, in: frame) }
        let layout = PromptingLayout(
            rows: frame.area.rows, words: Self.wordCount, models: rowsOfModels(columns: frame.area.columns),
            examples: PromptExample.all.count, readings: finding.map { readings(of: $0).count } ?? 0,
            isLarge: frame.isLarge)
        let titles = layout.hasTitles ? 1 : 0
        let air = layout.hasAir ? 1 : 0
        var rows = RowCursor(area: frame.area)
        drawField(on: &picture, in: rows.take(layout.field).inset(left: 1, right: 1))
        if layout.examples > 0 { drawExamples(on: &picture, in: rows.take(layout.examples + 2).inset(left: 1, top: 1)) }
        if isTypingAnew { return }
        rows.skip(air)
        drawWords(
            on: &picture, in: frame.with(area: rows.take(layout.words + titles)), hasTitle: layout.hasTitles)
        rows.skip(air)
        drawModels(on: &picture, in: frame.with(area: rows.take(layout.models + titles)), hasTitle: layout.hasTitles)
        rows.skip(air)
        let bottom = Area(
            column: frame.area.column, row: frame.area.endRow - layout.strip, columns: frame.area.columns,
            rows: layout.strip)
        drawStrip(on: &picture, in: frame.with(area: bottom))
    }

    /// The prompts to begin with, in the rows that are left.
    private func drawExamples(on picture: inout Picture, in area: Area) {
        picture.draw("prompts to begin with", in: area.top(1), style: Style(.faint))
        let all = PromptExample.all
        let list = ChoiceList(count: all.count, chosen: chosenRow)
        for (offset, index) in list.window(rows: area.rows - 1).enumerated() {
            let row = Area(column: area.column, row: area.row + 1 + offset, columns: area.columns, rows: 1)
            let isChosen = index == chosenRow && isExample
            if isChosen { picture.put(Glyph("▌"), column: row.column, row: row.row, style: Style(.accent)) }
            picture.draw(
                "\(words: all[index].purpose)", in: row.inset(left: 2),
                style: isChosen ? Style(.accent, on: .standard, .bold) : Style(.soft))
            picture.hotspots.append(Hotspot(area: row, target: .command(.choose(index))))
        }
    }

    private func drawField(on picture: inout Picture, in area: Area) {
        picture.draw(
            "\(strong: Self.promptLabel)", in: area, style: Style(textField.isFocused ? .accent : .soft))
        textField.draw(on: &picture, in: area.inset(left: CellWidth.of(Self.promptLabel) + 1))
        picture.hotspots.append(Hotspot(area: area, target: .command(.zoom)))
    }

    /// The most probable next words with their probabilities as bars over the columns of the axis.
    private func drawWords(on picture: inout Picture, in frame: PanelFrame, hasTitle: Bool) {
        guard let words = nextWords?.words, !words.isEmpty else { return }
        var rows = RowCursor(area: frame.area)
        if hasTitle {
            picture.drawFirstFitting(
                ["the words that may come next, by how probable the model finds them", "what may come next"],
                in: rows.take(1).inset(left: 1), style: Style(.faint))
        }
        for (index, word) in words.prefix(frame.area.endRow - rows.row).enumerated() {
            let row = rows.take(1).row
            let name: Phrase = word.isEnd ? "(the end)" : "\(word)"
            picture.draw(name.inked(.standard), in: frame.labelArea(row: row))
            drawBar(word.probability.value, on: &picture, in: frame, row: row)
            picture.draw("\(word.probability)", in: frame.valueArea(row: row))
            let place = Area(column: frame.area.column, row: row, columns: frame.area.columns, rows: 1)
            picture.hotspots.append(Hotspot(area: place, target: .command(.press(line: index))))
        }
    }

    /// What is right after each number of examples, as bars over the places of the slider.
    private func drawStrip(on picture: inout Picture, in frame: PanelFrame) {
        guard frame.area.rows > 0, isExample else { return }
        if let finding { return drawReadings(finding, on: &picture, in: frame) }
        guard let curve = ownCurve else { return }
        let (row, bottom) = (frame.area.row, frame.area.endRow - 1)
        picture.drawFirstFitting(["right answers", "right"], in: frame.labelArea(row: row), style: Style(.standard))
        if frame.area.rows > 1, let items = accuracy {
            picture.drawFirstFitting(
                ["of \(name: items.subject.items, of: items) new questions", "of new questions"],
                in: frame.labelArea(row: row + 1), style: Style(.faint))
        }
        let axis = axis
        let knob = frame.axis.column(slider.shown(on: axis))
        for column in frame.axis.start...frame.axis.end {
            picture.put(StripTrack.foot, column: column, row: bottom, style: Style(.rule))
        }
        let pitch = frame.axis.columns / Self.mostPlaces
        let half = pitch < Self.pitchForWideBars ? Self.barHalf.narrow : Self.barHalf.wide
        // The bars first: a number stands beside its bar where the next one leaves room.
        for (place, point) in curve.points.enumerated() {
            let middle = frame.axis.column(axis.scale.fraction(of: Double(place)))
            let columns = max(frame.axis.start, middle - half)...min(frame.axis.end, middle + half)
            let full = frame.area.rows * Blocks.eighths - 1
            let eighths = max(1, Int((point.accuracy.value * Double(full)).rounded()))
            let ink: Ink = Double(place) <= slider.value ? .green : Ink.green.dim
            guard place <= Int(slider.reached) else { continue }
            let room = Area(
                column: columns.upperBound + 2, row: bottom, columns: pitch - 2 * half - Self.barGaps, rows: 1)
            picture.drawFirstFitting(["\(point.accuracy)"], in: room, style: Style(.soft))
            for column in columns {
                for offset in 0..<frame.area.rows {
                    let rest = eighths - offset * Blocks.eighths
                    guard rest > 0 else { break }
                    picture.put(
                        picture.measured(Blocks.column(rest)), column: column, row: bottom - offset, style: Style(ink))
                }
            }
        }
        for row in row...bottom where picture.isBlank(column: knob, row: row) {
            picture.put(Glyph("│"), column: knob, row: row, style: Style(.accentDim))
        }
        guard let accuracy else { return }
        picture.drawFirstFitting(
            accuracy.chance.map { ["\(accuracy), guess \(name: $0)", "\(accuracy)"] } ?? ["\(accuracy)"],
            in: frame.valueArea(row: bottom), style: Style(.soft))
    }

    /// How often such questions are answered as the sentence says, without it and with it.
    private func drawReadings(_ finding: LookedUp, on picture: inout Picture, in frame: PanelFrame) {
        let readings = readings(of: finding)
        for (offset, reading) in readings.suffix(frame.area.rows).enumerated() {
            let row = frame.area.endRow - min(readings.count, frame.area.rows) + offset
            picture.drawFirstFitting(
                reading.hasBook ? ["with the sentence", "with it"] : ["without the sentence", "without it"],
                in: frame.labelArea(row: row), style: Style(.soft))
            drawBar(reading.accuracy.value, on: &picture, in: frame, row: row)
            picture.draw("\(reading.accuracy)", in: frame.valueArea(row: row))
        }
    }

    /// A bar over the columns of the axis.
    private func drawBar(_ fraction: Double, on picture: inout Picture, in frame: PanelFrame, row: Int) {
        let bars = frame.axis.columns
        let eighths = Int((fraction * Double(bars * Blocks.eighths)).rounded())
        for column in 0..<bars {
            let rest = eighths - column * Blocks.eighths
            picture.put(
                rest > 0 ? picture.measured(Blocks.row(rest)) : Glyph("·"), column: frame.axis.start + column, row: row,
                style: Style(rest > 0 ? .green : .rule))
        }
    }

    /// Columns of a bar at each side of its place, and from how many columns between two places on it is a wide one.
    private static let barHalf = (narrow: 1, wide: 2)
    private static let pitchForWideBars = 13
    /// Columns of a bar itself, and blanks beside the number that follows it.
    private static let barGaps = 3
}

extension Picture {
    /// A part of a bar of what was measured, which differs from other kinds without colour too.
    func measured(_ glyph: Glyph) -> Glyph { hasColor || glyph != Glyph("█") ? glyph : Glyph("▓") }
}

/// Rows of an area, taken from its top.
struct RowCursor {
    let area: Area
    private(set) var row: Int

    init(area: Area) {
        self.area = area
        row = area.row
    }

    /// The next rows, as far as there are any.
    mutating func take(_ rows: Int) -> Area {
        let taken = max(0, min(rows, area.endRow - row))
        defer { row += taken }
        return Area(column: area.column, row: row, columns: area.columns, rows: taken)
    }

    mutating func skip(_ rows: Int) { _ = take(rows) }

    /// The rows that are left.
    var rest: Area { Area(column: area.column, row: row, columns: area.columns, rows: area.endRow - row) }
}

extension PanelFrame {
    /// The same columns in another area.
    func with(area: Area) -> PanelFrame {
        var frame = self
        frame.area = area
        return frame
    }
}
