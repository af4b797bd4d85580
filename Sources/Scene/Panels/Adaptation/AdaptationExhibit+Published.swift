import Cells
import Evidence

/// Published tasks: two ways to fine-tune over the number of labels, and a prompt that needs none of them.
extension AdaptationExhibit {
    func drawPublished(on picture: inout Picture, in frame: PanelFrame) {
        let story = waysInWords
        let layout = AdaptationLayout(
            rows: frame.area.rows, story: frame.isLarge ? 0 : story.count, isLarge: frame.isLarge)
        let areas = layout.areas(in: frame.area)
        _ = drawPaths(on: &picture, in: areas.table, hasPitfall: layout.hasPitfall)
        let told = areas.story.rows < story.count ? waysInBrief(rows: areas.story.rows) : story
        for (offset, wordings) in told.prefix(areas.story.rows).enumerated() {
            picture.drawFirstFitting(
                wordings, in: areas.story.inset(left: 1, top: offset, right: 1).top(1), style: Style(.soft))
        }
        drawPublishedPlot(on: &picture, in: frame.with(area: areas.plot))
        drawTaughtRange(on: &picture, in: areas.range, frame: frame.axis, range: LearningTask.axisRange)
    }

    /// What the two ways are, and what to beware of, a line each in words of falling length.
    var waysInWords: [[Phrase]] {
        let pattern = Phrase("━ a pattern").inked(AdaptationPath.fineTune.ink)
        let head = Phrase("╌ a new head").inked(AdaptationPath.fineTune.ink)
        let ways: [[Phrase]] = [
            [
                pattern
                    + ": the question becomes a sentence with a gap, and a word in the gap is the answer: what it read helps",
                pattern + ": a sentence whose missing word is the answer", pattern + ": a sentence with a gap",
            ],
            [
                head + ": fresh random weights on top of the model, which must learn from the labels what is asked",
                head + ": fresh random weights on top of the model", head + ": fresh weights on top",
            ],
        ]
        guard let failedRuns else { return ways }
        return [
            [
                failedRuns, "Beware: some runs by a pattern failed and pull its mean down.",
                "Beware: some runs by a pattern failed.",
            ]
        ] + ways
    }

    /// The same where the ways have one row together, so that each is explained.
    private func waysInBrief(rows: Int) -> [[Phrase]] {
        let ink = AdaptationPath.fineTune.ink
        let both: Phrase =
            Phrase("━ pattern").inked(ink) + ": fill a gap\u{A0} " + Phrase("╌ new head").inked(ink)
            + ": fresh weights on top"
        return failedRuns != nil && rows > 1 ? [["Beware: some runs by a pattern failed."], [both]] : [[both]]
    }

    // MARK: - Plot

    /// Both ways as lines through the points of the same number of seeds, and the points of other seeds.
    func publishedPlot(hasNames: Bool) -> Plot {
        var plot = Plot(
            along: .labelledExamples, .percent, range: task.range,
            lines: [LearningTask.Method.head, .pattern].compactMap { line($0, hasName: hasNames) },
            points: otherSeeds + (hasNames ? promptPoint : []), chance: hasNames ? chance?.value : nil)
        plot.leadsNames = hasNames
        plot.writtenUnit = task.isShareOfRight ? nil : .index
        return plot
    }

    private func line(_ method: LearningTask.Method, hasName: Bool) -> Plot.Line? {
        guard let series = task.curve(method, measure).main, let figure = series.figures.first else { return nil }
        let name: Phrase = "\(words: method == .pattern ? "━" : "╌") \(words: method.name)"
        return Plot.Line(
            labels: hasName ? ["\(name), \(name: LearningFigures.seedsText(figure), of: figure)", name] : [],
            series: series, ink: AdaptationPath.fineTune.ink, isFocus: method == .pattern, isDashed: method == .head)
    }

    var otherSeeds: [Plot.Point] {
        LearningTask.Method.allCases.flatMap { method in
            task.curve(method, measure).others.flatMap(\.figures).map {
                Plot.Point(figure: $0, ink: AdaptationPath.fineTune.ink, isSmall: true)
            }
        }
    }

    /// The prompt stands at the number of its own examples.
    private var promptPoint: [Plot.Point] {
        guard let figure = task.prompted, let shots = Double(figure.subject.shots) else { return [] }
        return [
            Plot.Point(
                figure: figure.placed(atLabelledExamples: shots),
                labels: [
                    "\(name: "\(figure.subject.model), prompt with \(figure.subject.shots) examples", of: figure)",
                    "\(name: "\(figure.subject.model), prompt", of: figure)", "\(name: "GPT-3 prompt", of: figure)",
                    "prompt",
                ], ink: AdaptationPath.prompt.ink)
        ]
    }

    /// What guessing gets.
    private var chance: (figure: Figure, value: Double)? {
        pattern.main?.figures.first.flatMap { figure in figure.subject.chance.map { (figure, $0) } }
    }

    private var promptLevel: LevelLine? {
        guard let figure = task.prompted, let shots = Double(figure.subject.shots) else { return nil }
        return LevelLine(
            figure: figure, value: figure.value,
            names: [
                "\(name: "\(figure.subject.model): \(figure.subject.shots) examples in its prompt, no weight changes", of: figure)",
                "\(name: "\(figure.subject.model): \(figure.subject.shots) examples in its prompt", of: figure)",
                "\(name: "\(figure.subject.model), \(figure.subject.shots) examples", of: figure)",
                "\(name: "\(figure.subject.model), prompt", of: figure)",
                "\(name: "\(figure.subject.model)", of: figure)",
            ], ink: AdaptationPath.prompt.ink, start: shots)
    }

    private var guessingLevel: LevelLine? {
        chance.map { LevelLine(figure: $0.figure, value: $0.value, names: [], ink: .faint, stroke: Glyph("┈")) }
    }

    private func drawPublishedPlot(on picture: inout Picture, in frame: PanelFrame) {
        let area = frame.area
        let plot = publishedPlot(hasNames: false)
        let inner = Area(
            column: area.column, row: area.row, columns: frame.axis.end + 1 - area.column, rows: area.rows)
        guard let ground = Plot.Ground(plot, in: inner, frame: frame.axis, axis: axis, slider: slider) else { return }
        promptLevel?.draw(on: &picture, ground)
        guessingLevel?.draw(on: &picture, ground)
        plot.draw(on: &picture, in: inner, frame: frame.axis, axis: axis, slider: slider)
        drawTaskName(on: &picture, in: area, frame: frame)
        SideLabels(publishedLabels(ground), in: area.row..<area.endRow).draw(
            on: &picture, in: frame.valueArea(row: area.row, rows: area.rows), axisEnd: frame.axis.end,
            reached: ground.reached)
        promptLevel?.drawName(on: &picture, ground)
    }

    /// The task and how it is scored, left of the values of the axis.
    private func drawTaskName(on picture: inout Picture, in area: Area, frame: PanelFrame) {
        guard let figure = pattern.main?.figures.first else { return }
        let width = frame.labelColumns - Self.tickColumns
        let metrics = [figure.subject.metric] + (task.isShareOfRight ? [] : ["F1"])
        let tests = metrics.map { metric -> Phrase in "\(words: task.name), \(name: metric, of: figure)" }
        let lines: [Phrase] = [
            "\(strong: CellWidth.of(task.plain) <= width ? task.plain : task.brief)",
            picture.first(of: tests, fitting: width) ?? tests[0],
            "\(name: LearningFigures.seedsText(figure), of: figure)", "\(name: figure.subject.model, of: figure)",
        ]
        for (offset, line) in lines.filter({ picture.width(of: $0) <= width }).prefix(max(1, area.rows - 1))
            .enumerated()
        {
            picture.draw(
                line, in: Area(column: area.column + 1, row: area.row + offset, columns: width, rows: 1),
                style: Style(offset == 0 ? .standard : .faint))
        }
    }

    func publishedLabels(_ ground: Plot.Ground) -> [SideLabels.Entry] {
        var entries = LearningTask.Method.allCases.compactMap { curveLabel($0, ground) }
        if let prompt = task.prompted, let promptLevel {
            let names = ["prompt", "asked"].map {
                task.score(prompt) + " " + Phrase(words: $0, ink: AdaptationPath.prompt.ink)
            }
            entries.append(promptLevel.label(names, ground))
        }
        if let chance, let guessingLevel {
            let names = ["guessing", "guess"].map {
                Phrase("\(name: chance.figure.chance) \(words: $0)").inked(.soft)
            }
            entries.append(guessingLevel.label(names, ground))
        }
        return entries
    }

    /// The value of a way at the knob, with its name; where the knob is before or beyond what was tried, the name says so
    /// at the height where its curve begins or ends.
    private func curveLabel(_ method: LearningTask.Method, _ ground: Plot.Ground) -> SideLabels.Entry? {
        let reading = task.curve(method, measure).reading(at: slider.value)
        guard let held = Self.held(reading) else { return nil }
        let names = method.names.map { Phrase(words: $0, ink: AdaptationPath.fineTune.ink) }
        var end: Int? = ground.knob
        let wordings: [Phrase]
        switch reading {
        case .beyond(let last):
            wordings = names.flatMap { [$0 + ": not tried", $0 + " ends"] }
            end = last.subject.labelledExamples.map { ground.column(of: $0) }
        case .before(let first):
            let place = first.place(along: .labelledExamples)
            wordings = names.flatMap { name in (place.map { [name + " from \($0)"] } ?? []) + [name + " later"] }
            end = nil
        default: wordings = names.map { value(reading) + " " + $0 }
        }
        return SideLabels.Entry(
            row: ground.row(of: held.value), height: held.value, wordings: wordings,
            ink: AdaptationPath.fineTune.ink, stroke: SideLabels.trail, end: end)
    }

    /// The figure that a reading holds or ends with.
    static func held(_ reading: Reading) -> Figure? {
        switch reading {
        case .exact(let figure), .between(let figure), .before(let figure), .beyond(let figure): figure
        case .none: nil
        }
    }

    private func value(_ reading: Reading) -> Phrase {
        if case .between(let figure) = reading { return task.score(figure, isApproximate: true) }
        return reading.figure.map { task.score($0) } ?? "—"
    }
}
