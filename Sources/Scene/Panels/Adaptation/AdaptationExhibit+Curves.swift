import Cells
import Evidence

/// Accuracy over labelled examples: two ways to fine-tune, and a prompt as a point of its own.
extension AdaptationExhibit {
    /// From how many rows on the lesson's range has one beneath the plot, and names stand beneath the values.
    private static let rowsForLessonRange = 8
    private static let rowsForNamesOfValues = 5
    /// Columns before the axis that the values of its ticks may take; the task's name stands left of them.
    private static let valueLabelColumns = 9

    func drawCurves(on picture: inout Picture, in area: Area, frame: PanelFrame) {
        let isTall = area.rows >= AdaptationExhibit.rowsForLessonRange
        let place = area.inset(bottom: isTall ? 1 : 0)
        let plot = curvesPlot(hasNames: false)
        // The names of the lines stand beneath their values, in the columns right of the frame.
        let inner = Area(
            column: place.column, row: place.row, columns: frame.axis.end + 1 - place.column, rows: place.rows)
        guard let ground = Plot.Ground(plot, in: inner, frame: frame.axis, axis: axis, slider: slider) else { return }
        plot.draw(on: &picture, in: inner, frame: frame.axis, axis: axis, slider: slider)
        drawTaskName(ground, on: &picture, in: place, frame: frame)
        drawValues(ground, on: &picture, in: place, frame: frame)
        if isTall { drawLessonRange(on: &picture, row: place.endRow, in: area, frame: frame.axis) }
    }

    /// Both ways to fine-tune as lines through the points of the same number of seeds, the points of other seeds, and
    /// the prompt as a point of its own.
    func curvesPlot(hasNames: Bool) -> Plot {
        Plot(
            along: .labelledExamples, .percent, range: task.range,
            lines: [LearningTask.Method.head, .pattern].compactMap { line($0, hasName: hasNames) },
            points: otherSeeds + promptPoint, chance: pattern.main?.subject.chance)
    }

    private func line(_ method: LearningTask.Method, hasName: Bool) -> Plot.Line? {
        guard let series = task.curve(method, measure).main, let figure = series.figures.first else { return nil }
        let name: Phrase = "\(words: method == .pattern ? "━" : "╌") \(words: method.name)"
        return Plot.Line(
            labels: hasName ? ["\(name), \(name: LearningFigures.seedsText(figure), of: figure)", name] : [],
            series: series, ink: AdaptationPath.fineTune.ink, isFocus: method == .pattern, isDashed: method == .head)
    }

    private var otherSeeds: [Plot.Point] {
        LearningTask.Method.allCases.flatMap { method in
            task.curve(method, measure).others.flatMap(\.figures).map {
                Plot.Point(figure: $0, ink: AdaptationPath.fineTune.ink, isSmall: true)
            }
        }
    }

    /// The prompt stands at the number of its own examples.
    private var promptPoint: [Plot.Point] {
        guard let figure = task.prompted, let shots = Double(figure.subject.shots) else { return [] }
        let model = figure.subject.model
        return [
            Plot.Point(
                figure: figure.placed(atLabelledExamples: shots),
                labels: [
                    "\(name: "\(model), prompt with \(figure.subject.shots) examples", of: figure)",
                    "\(name: "\(model), prompt", of: figure)", "\(name: "GPT-3 prompt", of: figure)",
                ], ink: AdaptationPath.prompt.ink)
        ]
    }

    /// The name of the task and how it is scored, where no value of the axis stands.
    private func drawTaskName(
        _ ground: Plot.Ground, on picture: inout Picture, in plot: Area, frame: PanelFrame
    ) {
        guard let figure = pattern.main?.figures.first else { return }
        let width = frame.labelColumns - AdaptationExhibit.valueLabelColumns
        let lines: [Phrase] = [
            "\(strong: task.name)", "\(words: task.plain)", "\(name: figure.subject.metric, of: figure)",
            "\(name: LearningFigures.seedsText(figure), of: figure)",
        ]
        for (offset, line) in lines.filter({ $0.width <= width }).prefix(plot.rows - 1).enumerated() {
            picture.draw(
                line, in: Area(column: plot.column + 1, row: plot.row + offset, columns: width, rows: 1),
                style: Style(offset == 0 ? .standard : .faint))
        }
        guard let chance = pattern.main?.subject.chance else { return }
        let row = ground.row(of: chance)
        if row >= plot.row + min(lines.count, plot.rows) {
            picture.draw(
                "chance", in: Area(column: plot.column + 1, row: row, columns: width, rows: 1), style: Style(.faint))
        }
    }

    /// What holds at the knob, at the height of its value, with the name of the way beneath.
    private func drawValues(
        _ ground: Plot.Ground, on picture: inout Picture, in plot: Area, frame: PanelFrame
    ) {
        let height = plot.rows >= AdaptationExhibit.rowsForNamesOfValues ? 2 : 1
        var entries = LearningTask.Method.allCases.map {
            method -> (row: Int, held: Double, value: Phrase, method: LearningTask.Method) in
            let reading = task.curve(method, measure).reading(at: slider.value)
            let held: Double? =
                switch reading {
                case .exact(let figure), .between(let figure), .before(let figure), .beyond(let figure): figure.value
                case .none: nil
                }
            return (ground.row(of: held ?? 0), held ?? 0, value(reading), method)
        }
        guard entries.count == 2, plot.rows >= height * 2 else { return }
        // The higher value stands above, in one row too; of level ones the pattern, which is the first of the methods.
        if entries[0].held < entries[1].held { entries.swapAt(0, 1) }
        entries[0].row = min(entries[0].row, plot.endRow - height * 2)
        entries[1].row = min(max(entries[1].row, entries[0].row + height), plot.endRow - height)
        entries[0].row = min(entries[0].row, entries[1].row - height)
        for entry in entries {
            let place = frame.valueArea(row: entry.row, rows: height)
            let sample = entry.method == .pattern ? "━ " : "╌ "
            if height == 2 {
                picture.draw(entry.value, in: place.top(1))
                picture.draw(
                    Phrase(words: sample + entry.method.name), in: place.inset(top: 1),
                    style: Style(AdaptationPath.fineTune.ink))
            } else {
                picture.drawFirstFitting(
                    ["\(words: sample)\(entry.value)", entry.value], in: place,
                    style: Style(AdaptationPath.fineTune.ink))
            }
        }
    }

    private func value(_ reading: Reading) -> Phrase {
        switch reading {
        case .exact(let figure): "\(figure)"
        case .between(let figure): "\(figure.approximately)"
        case .before(let first): first.place(along: .labelledExamples).map { "from \($0)" } ?? "—"
        case .beyond: "not measured"
        case .none: "—"
        }
    }

    /// The labelled examples that the lesson asks for, over the places of the axis.
    func drawLessonRange(on picture: inout Picture, row: Int, in area: Area, frame: AxisFrame) {
        guard let examples = lessonExamples, let low = examples.low, let high = examples.high else { return }
        let start = frame.column(AdaptationExhibit.scale.fraction(of: low))
        let end = frame.column(AdaptationExhibit.scale.fraction(of: high))
        guard end > start else { return }
        for column in start...end {
            let glyph: Glyph = column == start ? Glyph("└") : column == end ? Glyph("┘") : Glyph("─")
            picture.put(glyph, column: column, row: row, style: Style(.amber), reference: .figure(examples))
        }
        let label: Phrase = "\u{A0}the lesson's range\u{A0}"
        // Between the corners.
        let room = Area(column: start + 1, row: row, columns: end - start - 1, rows: 1)
        guard label.width < room.columns else { return }
        picture.draw(label.inked(.amber), in: room.inset(left: (room.columns - label.width + 1) / 2))
    }
}
