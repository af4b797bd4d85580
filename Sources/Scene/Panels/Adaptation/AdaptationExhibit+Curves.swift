import Cells
import Evidence

/// Accuracy over labelled examples: two ways to fine-tune, and a prompt as a point of its own.
extension AdaptationExhibit {
    func drawCurves(on picture: inout Picture, in area: Area, frame: PanelFrame) {
        let isTall = area.rows >= 8
        let plot = area.inset(bottom: isTall ? 1 : 0)
        guard plot.rows >= 3, frame.axis.columns > 8 else { return }
        let ground = Plot(
            along: .labelledExamples, range: task.range, unit: .percent, chance: pattern.main?.subject.chance)
        ground.draw(on: &picture, in: plot, frame: frame.axis, axis: axis, slider: slider)
        drawTaskName(on: &picture, in: plot, frame: frame)
        drawLine(head, isDashed: true, ground: ground, on: &picture, in: plot, frame: frame.axis)
        drawLine(pattern, isDashed: false, ground: ground, on: &picture, in: plot, frame: frame.axis)
        drawPrompted(ground, on: &picture, in: plot, frame: frame.axis)
        drawValues(ground, on: &picture, in: plot, frame: frame)
        if isTall { drawLessonRange(on: &picture, row: plot.endRow, in: area, frame: frame.axis) }
    }

    private func place(_ plot: Area, _ frame: AxisFrame) -> Area {
        Area(column: frame.start, row: plot.row, columns: frame.columns, rows: plot.rows)
    }

    private func row(of value: Double, _ ground: Plot, in plot: Area) -> Int {
        plot.endRow - 1 - Int((min(1, max(0, ground.height(of: value))) * Double(plot.rows - 1)).rounded())
    }

    private func columns(_ frame: AxisFrame) -> (knob: Int, reached: Int) {
        let knob = frame.column(slider.shown(on: axis))
        return (knob, max(knob, frame.column(AdaptationExhibit.scale.fraction(of: slider.reached))))
    }

    /// The name of the task and how it is scored, where no value of the axis stands.
    private func drawTaskName(on picture: inout Picture, in plot: Area, frame: PanelFrame) {
        guard let figure = pattern.main?.figures.first else { return }
        let width = frame.labelColumns - 9
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
        let row = row(of: chance, Plot(along: .labelledExamples, range: task.range, unit: .percent), in: plot)
        if row >= plot.row + min(lines.count, plot.rows) {
            picture.draw(
                "chance", in: Area(column: plot.column + 1, row: row, columns: width, rows: 1), style: Style(.faint))
        }
    }

    /// One way to fine-tune: a line through the points of the same number of seeds, the others as points alone.
    private func drawLine(
        _ curve: FineTuningCurve, isDashed: Bool, ground: Plot, on picture: inout Picture, in plot: Area,
        frame: AxisFrame
    ) {
        var grid = BrailleGrid(area: place(plot, frame))
        let path = { (series: Series) in
            series.figures(over: .labelledExamples).map {
                (x: AdaptationExhibit.scale.fraction(of: $0.position), y: ground.height(of: $0.figure.value))
            }
        }
        let line = curve.main.map(path) ?? []
        for (start, end) in zip(line, line.dropFirst()) { grid.line(from: start, to: end, isDashed: isDashed) }
        for point in line + curve.others.flatMap(path) { grid.set(x: point.x, y: point.y) }
        let (knob, reached) = columns(frame)
        let ink = AdaptationPath.fineTune.ink
        grid.draw(on: &picture) { column in column <= knob ? ink : column <= reached ? ink.dim : nil }
    }

    /// The prompt stands at the number of its own examples, with its name where there is room.
    private func drawPrompted(_ ground: Plot, on picture: inout Picture, in plot: Area, frame: AxisFrame) {
        guard let figure = task.prompted, let shots = Double(figure.subject.shots) else { return }
        let column = frame.column(AdaptationExhibit.scale.fraction(of: shots))
        let (knob, reached) = columns(frame)
        guard column <= reached else { return }
        let row = row(of: figure.value, ground, in: plot)
        let ink = column <= knob ? AdaptationPath.prompt.ink : AdaptationPath.prompt.ink.dim
        picture.put(
            Glyph("●"), column: column, row: row, style: Style(ink, on: .standard, .bold), reference: .figure(figure))
        let model = figure.subject.model
        let labels: [Phrase] = [
            "\(name: "\(model), prompt with \(figure.subject.shots) examples", of: figure)",
            "\(name: "\(model), prompt", of: figure)", "\(name: "GPT-3 prompt", of: figure)",
        ]
        let away = labels[1..<2].map { "← \($0)" as Phrase }
        for (crossed, labels, start) in [
            (nil, labels, column + 2), (knob, labels, column + 2), (nil, away, reached + 2),
        ] {
            for label in labels {
                for offset in [0, -1, 1] where plot.row..<plot.endRow ~= row + offset {
                    let spot = Area(column: start, row: row + offset, columns: label.width, rows: 1)
                    guard spot.endColumn <= frame.end + 1, isFree(spot, picture, crossing: crossed) else { continue }
                    picture.draw(label, in: spot, style: Style(ink))
                    return
                }
            }
        }
    }

    /// Whether nothing stands on a row's part but the line of chance and, at one column, the line of the knob.
    private func isFree(_ area: Area, _ picture: Picture, crossing knob: Int?) -> Bool {
        ((area.column - 1)...area.endColumn).allSatisfy { column in
            picture.isBlank(column: column, row: area.row) || column == knob && column >= area.column
                || picture.canvas.bounds.contains(Position(column: column, row: area.row))
                    && picture.canvas[column, area.row].glyph == Glyph("┈")
        }
    }

    /// What holds at the knob, at the height of its value, with the name of the way beneath.
    private func drawValues(_ ground: Plot, on picture: inout Picture, in plot: Area, frame: PanelFrame) {
        let height = plot.rows >= 5 ? 2 : 1
        var entries = LearningTask.Method.allCases.map {
            method -> (row: Int, value: Phrase, method: LearningTask.Method) in
            let reading = task.curve(method, measure).reading(at: slider.value)
            let held: Double? =
                switch reading {
                case .exact(let figure), .between(let figure), .before(let figure), .beyond(let figure): figure.value
                case .none: nil
                }
            return (row(of: held ?? 0, ground, in: plot), value(reading), method)
        }
        entries.sort { $0.row < $1.row }
        guard entries.count == 2, plot.rows >= height * 2 else { return }
        entries[0].row = min(entries[0].row, plot.endRow - height * 2)
        entries[1].row = min(max(entries[1].row, entries[0].row + height), plot.endRow - height)
        entries[0].row = min(entries[0].row, entries[1].row - height)
        for entry in entries {
            let place = frame.valueArea(row: entry.row, rows: height)
            let sample = entry.method == .pattern ? "━ " : "╌ "
            if height == 2 {
                picture.draw(entry.value, in: place.top(1))
                picture.draw(
                    Phrase(stringLiteral: sample + entry.method.name), in: place.inset(top: 1),
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
        case .between(let figure): "\(figure, as: "≈" + figure.text)"
        case .before(let first): "from \(first, as: Number.short(first.subject.labelledExamples ?? 0))"
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
        guard label.width <= end - start - 2 else { return }
        picture.draw(
            label.inked(.amber),
            in: Area(column: (start + end - label.width) / 2 + 1, row: row, columns: label.width, rows: 1))
    }
}
