import Cells
import Evidence

/// The little world's clinic: the table of the paths, one case of the chosen one, and accuracy over labelled notes.
extension AdaptationExhibit {
    func drawClinic(on picture: inout Picture, in frame: PanelFrame) {
        let isBrief = frame.isLarge && (live == nil || !showsLive)
        let layout = AdaptationLayout(
            rows: frame.area.rows, story: isBrief ? 0 : ExampleStep.allCases.count, isLarge: frame.isLarge)
        let areas = layout.areas(in: frame.area)
        _ = drawPaths(on: &picture, in: areas.table, hasPitfall: layout.hasPitfall)
        if let live, showsLive {
            draw(live, on: &picture, in: areas.story, frame: frame)
        } else {
            drawExample(on: &picture, in: areas.story)
        }
        drawClinicPlot(on: &picture, in: frame.with(area: areas.plot))
        drawTaughtRange(on: &picture, in: areas.range, frame: frame.axis, range: ClinicRecord.range)
    }

    private static let scores = 0.0...100

    /// The two curves, with what another draw of the notes would have given; without names, which stand at the values.
    func clinicPlot(hasNames: Bool) -> Plot {
        let lines = ClinicRecord.Start.allCases.reversed().compactMap { start in
            clinic.series(start).map { series in
                Plot.Line(
                    labels: hasNames ? Self.names(of: start) : [], series: series, ink: start.ink,
                    isFocus: start == .pretrained, isDashed: start == .random)
            }
        }
        let levels = hasNames ? PromptForm.allCases.compactMap(levelSeries) : []
        var plot = Plot(
            along: .labelledExamples, .percent, range: Self.scores, lines: lines + levels,
            points: hasNames ? [] : livePoints,
            chance: hasNames ? clinic.guessing.map { $0.value * 100 } : nil, band: clinic.draws(.pretrained))
        plot.leadsNames = hasNames
        return plot
    }

    static func names(of start: ClinicRecord.Start) -> [Phrase] {
        start == .pretrained ? ["━ fine-tuned", "━ tuned"] : ["╌ from scratch", "╌ scratch"]
    }

    /// A prompt's score at both ends of the axis: it takes no label.
    private func levelSeries(_ form: PromptForm) -> Plot.Line? {
        guard let figure = clinic.score(form) else { return nil }
        let ends = [ClinicRecord.range.lowerBound, ClinicRecord.range.upperBound]
        return Plot.Line(
            labels: ["prompt, \(words: form.name)", "\(words: form.name)"] + form.names.map { Phrase(words: $0) },
            series: Series(
                id: "clinic/prompt/\(form.rawValue)", subject: figure.subject, unit: figure.unit,
                source: figure.source, figures: ends.map { figure.placed(atLabelledExamples: $0) }),
            ink: AdaptationPath.prompt.ink)
    }

    /// What the person's own model got, where its labels stand.
    private var livePoints: [Plot.Point] {
        guard let live, let figure = live.curve?.test ?? live.latest else { return [] }
        return [Plot.Point(figure: figure, labels: [], ink: .green)]
    }

    /// A line with what stands at its right end.
    private struct NamedLevel {
        var line: LevelLine
        var labels: [Phrase]
    }

    /// From how many rows on guessing, a prompt between the others and the best reader have labels of their own.
    private static let rowsForGuessing = 6
    private static let rowsForNewForm = 8
    private static let rowsForBest = 9

    /// The levels that a plot of so many rows has labels for, those that matter most first.
    private func levels(rows: Int) -> [NamedLevel] {
        let forms = PromptForm.allCases.filter { $0 != .newForm || rows >= Self.rowsForNewForm }
        var levels = forms.compactMap { form in
            clinic.score(form).map { figure in
                let isGuess = form == .newWords && rows < Self.rowsForGuessing
                return NamedLevel(
                    line: LevelLine(
                        figure: figure, value: figure.value * 100,
                        names: isGuess ? form.wordingsOfGuessing : form.wordings, ink: AdaptationPath.prompt.ink),
                    labels: form.names.map { "\(figure) " + Phrase(words: $0, ink: AdaptationPath.prompt.ink) })
            }
        }
        if rows >= Self.rowsForGuessing, let guessing = clinic.guessing {
            levels.append(
                NamedLevel(
                    line: LevelLine(
                        figure: guessing, value: guessing.value * 100, names: [], ink: .faint, stroke: Glyph("┈")),
                    labels: ["guessing", "guess"].map { "\(guessing) " + Phrase(words: $0, ink: .soft) }))
        }
        if rows >= Self.rowsForBest, let best = clinic.best {
            levels.append(
                NamedLevel(
                    line: LevelLine(
                        figure: best, value: best.value * 100, names: ["the best possible reader", "best possible"],
                        ink: .slate),
                    labels: ["possible", "limit"].map { "\(best) \(words: $0)" }))
        }
        return levels
    }

    private func drawClinicPlot(on picture: inout Picture, in frame: PanelFrame) {
        let area = frame.area
        guard clinic.isKnown else {
            let words: Phrase = clinic.failure.map { "The record cannot be read: \($0)." } ?? "One moment."
            picture.draw(words, in: area.inset(left: 1), style: Style(.soft))
            return
        }
        let plot = clinicPlot(hasNames: false)
        let inner = Area(
            column: area.column, row: area.row, columns: frame.axis.end + 1 - area.column, rows: area.rows)
        guard let ground = Plot.Ground(plot, in: inner, frame: frame.axis, axis: axis, slider: slider) else { return }
        let levels = levels(rows: area.rows)
        for level in levels { level.line.draw(on: &picture, ground) }
        plot.draw(on: &picture, in: inner, frame: frame.axis, axis: axis, slider: slider)
        drawClinicName(on: &picture, in: area, frame: frame)
        SideLabels(clinicLabels(ground), in: area.row..<area.endRow).draw(
            on: &picture, in: frame.valueArea(row: area.row, rows: area.rows), axisEnd: frame.axis.end,
            reached: ground.reached)
        for level in levels { level.line.drawName(on: &picture, ground) }
    }

    /// What is asked, left of the values of the axis.
    private func drawClinicName(on picture: inout Picture, in area: Area, frame: PanelFrame) {
        let lines: [Phrase] = [
            "\(strong: area.columns < Self.columnsForName ? "illness?" : "name the illness")", "from a doctor's note",
            "right answers",
            clinic.accuracies(.pretrained).last.map {
                "of \(name: $0.mean.subject.items, of: $0.mean) new notes"
            } ?? "",
        ]
        let width = frame.labelColumns - Self.tickColumns
        let shown = lines.prefix(max(1, area.rows - 1)).filter { picture.width(of: $0) <= width }
        for (offset, line) in shown.enumerated() {
            picture.draw(
                line, in: Area(column: area.column + 1, row: area.row + offset, columns: width, rows: 1),
                style: Style(offset == 0 ? .standard : .faint))
        }
    }

    private static let columnsForName = 80

    /// Columns before the axis that the values of its ticks take.
    static let tickColumns = 7

    /// What stands at the right of the plot.
    func clinicLabels(_ ground: Plot.Ground) -> [SideLabels.Entry] {
        clinicCurveLabels(ground) + levels(rows: ground.place.rows).map { $0.line.label($0.labels, ground) }
    }

    /// What stands at the right of the curves: their values at the knob, with their names.
    private func clinicCurveLabels(_ ground: Plot.Ground) -> [SideLabels.Entry] {
        ClinicRecord.Start.allCases.compactMap { start in
            let reading = clinic.reading(start, at: slider.value)
            guard let value = reading.figure?.value, let text = reading.text else { return nil }
            let names = start == .pretrained ? ["fine-tuned", "tuned"] : ["from scratch", "scratch", "noise"]
            return SideLabels.Entry(
                row: ground.row(of: value * 100), height: value * 100,
                wordings: names.map { "\(text) " + Phrase(words: $0, ink: start.ink) },
                ink: start.ink, stroke: SideLabels.trail, end: ground.knob)
        }
    }

    // MARK: - Live

    /// The model that is fine-tuned now: how far it is, and its right answers at each examination so far.
    private func draw(_ live: LiveFineTuning, on picture: inout Picture, in area: Area, frame: PanelFrame) {
        var rows = RowCursor(area: area)
        picture.drawFirstFitting(
            liveTitle(live, isAlone: area.rows <= 2).map { liveMark + $0 }, in: rows.take(1).inset(left: 1, right: 1),
            style: Style(.standard, on: .standard, .bold))
        guard let curve = live.curve, !curve.points.isEmpty else { return }
        let last = area.rows > 2 ? 1 : 0
        drawGrowth(of: curve, on: &picture, in: rows.take(area.rows - 1 - last), frame: frame)
        picture.drawFirstFitting(liveEnd(live), in: rows.take(last).inset(left: 1, right: 1), style: Style(.soft))
    }

    /// What stands for the person's own model in the plot, as soon as it does.
    private var liveMark: Phrase { livePoints.isEmpty ? "" : Phrase("● ").inked(.green) }

    /// What is done, with its result where no other row has it.
    private func liveTitle(_ live: LiveFineTuning, isAlone: Bool) -> [Phrase] {
        let notes: Phrase =
            live.curve.flatMap(\.points.first).map {
                "\(name: $0.accuracy.exactPlace(along: .labelledExamples)) labels"
            } ?? "the notes at the slider"
        switch live.state {
        case .training:
            let soFar = live.latest.map { "Fine-tuning on \(notes): \($0) so far" as Phrase }
            if isAlone, let soFar { return [soFar] }
            return [
                "Fine-tuning now, on \(notes): all its weights change; \(key: "t") stops it.",
                "Fine-tuning on \(notes)",
            ]
        case .stopped: return ["Stopped, on \(notes): \(key: "t") begins again.", "Stopped"]
        case .finished:
            if isAlone, let test = live.curve?.test {
                return [
                    "Fine-tuned on \(notes), here: \(test) of \(name: test.subject.items, of: test) new notes right",
                    "Fine-tuned on \(notes), here: \(test) right",
                ]
            }
            return ["Fine-tuned on \(notes), here and now.", "Fine-tuned on \(notes)"]
        case .failed(let failure): return ["It cannot be fine-tuned here: \(failure).", "It cannot be fine-tuned."]
        }
    }

    /// Each examination a bar, in the order of the updates.
    private func drawGrowth(of curve: FineTuningCurve, on picture: inout Picture, in area: Area, frame: PanelFrame) {
        guard area.rows > 0 else { return }
        picture.drawFirstFitting(
            ["right, as it learns", "as it learns"], in: frame.labelArea(row: area.row).inset(left: -2),
            style: Style(.faint))
        let full = area.rows * Blocks.eighths - 1
        let width = max(1, frame.axis.columns / Self.mostExaminations)
        for (place, point) in curve.points.enumerated() {
            let start = frame.axis.start + place * width
            let eighths = max(1, Int((point.accuracy.value * Double(full)).rounded()))
            for column in start..<min(start + max(1, width - 1), frame.axis.end + 1) {
                for row in 0..<area.rows where eighths > row * Blocks.eighths {
                    picture.put(
                        Blocks.column(eighths - row * Blocks.eighths), column: column, row: area.endRow - 1 - row,
                        style: Style(.green), reference: .figure(point.accuracy))
                }
            }
        }
        if let last = curve.points.last {
            picture.drawFirstFitting(
                ["\(last.accuracy) \(words: isTraining ? "so far" : "at last")", "\(last.accuracy)"],
                in: frame.valueArea(row: area.row))
        }
    }

    /// A fine-tuning is examined so many times, and once more at its end where the steps are no multiple.
    private static let mostExaminations = 11

    private func liveEnd(_ live: LiveFineTuning) -> [Phrase] {
        let forgets = PathExample(path: .fineTune, clinic: clinic, labels: slider.value).wordings(.price)
        guard let test = live.curve?.test else {
            return live.latest.map { latest in
                [
                    "\(latest) of the \(name: latest.subject.items, of: latest) notes that it is chosen by; the new notes come at the end",
                    "the new notes come at the end",
                ]
            } ?? []
        }
        let said: Phrase = "\(test) of \(name: test.subject.items, of: test) new notes right"
        return forgets.map { said + "; " + $0 } + [said]
    }
}
