import Cells
import Evidence

/// The little world's clinic: the table of the paths, one case of the chosen one, and accuracy over labelled notes.
extension AdaptationExhibit {
    func drawClinic(on picture: inout Picture, in frame: PanelFrame) {
        let layout = AdaptationLayout(rows: frame.area.rows, story: ExampleStep.allCases.count)
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
                    labels: hasNames ? Self.names(of: start) : [], series: series, ink: AdaptationPath.fineTune.ink,
                    isFocus: start == .pretrained, isDashed: start == .random)
            }
        }
        let levels = hasNames ? PromptForm.allCases.compactMap(levelSeries) : []
        return Plot(
            along: .labelledExamples, .percent, range: Self.scores, lines: lines + levels,
            points: hasNames ? [] : livePoints, chance: clinic.guessing.map { $0.value * 100 },
            band: clinic.draws(.pretrained))
    }

    static func names(of start: ClinicRecord.Start) -> [Phrase] {
        start == .pretrained ? ["━ fine-tuned", "━ tuned"] : ["╌ from random weights", "╌ from noise", "╌ noise"]
    }

    /// A prompt's score at both ends of the axis: it takes no label.
    private func levelSeries(_ form: PromptForm) -> Plot.Line? {
        guard let figure = clinic.score(form) else { return nil }
        let ends = [ClinicRecord.range.lowerBound, ClinicRecord.range.upperBound]
        return Plot.Line(
            labels: ["prompt, \(words: form.name)", "\(words: form.name)"],
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

    /// From how many rows on a prompt between the others has a line of its own, and the best reader a value.
    private static let rowsForNewForm = 6
    private static let rowsForBest = 9

    private func forms(rows: Int) -> [PromptForm] {
        PromptForm.allCases.filter { $0 != .newForm || rows >= Self.rowsForNewForm }
    }

    private func levels(rows: Int) -> [LevelLine] {
        var levels = forms(rows: rows).compactMap { form in
            clinic.score(form).map {
                LevelLine(
                    figure: $0, value: $0.value * 100, names: form.wordings, ink: AdaptationPath.prompt.ink,
                    isNamedRight: form != .known)
            }
        }
        if let best = clinic.best {
            levels.append(
                LevelLine(
                    figure: best, value: best.value * 100,
                    names: ["the best possible reader", "best possible"], ink: .slate))
        }
        return levels
    }

    private func drawClinicPlot(on picture: inout Picture, in frame: PanelFrame) {
        let area = frame.area
        guard clinic.isKnown else {
            let words: Phrase = clinic.failure.map { "The record can not be read: \($0)." } ?? "One moment."
            picture.draw(words, in: area.inset(left: 1), style: Style(.soft))
            return
        }
        let plot = clinicPlot(hasNames: false)
        let inner = Area(
            column: area.column, row: area.row, columns: frame.axis.end + 1 - area.column, rows: area.rows)
        guard let ground = Plot.Ground(plot, in: inner, frame: frame.axis, axis: axis, slider: slider) else { return }
        let levels = levels(rows: area.rows)
        for level in levels { level.draw(on: &picture, ground) }
        plot.draw(on: &picture, in: inner, frame: frame.axis, axis: axis, slider: slider)
        for level in levels { level.drawName(on: &picture, ground) }
        drawClinicName(on: &picture, in: area, frame: frame)
        ValueLabels(entries: clinicValues(ground)).draw(
            on: &picture, in: frame.valueArea(row: area.row, rows: area.rows))
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

    private func clinicValues(_ ground: Plot.Ground) -> [ValueLabels.Entry] {
        func entry(_ height: Double?, _ text: FigureText?, _ names: [Phrase]) -> ValueLabels.Entry? {
            guard let height, let text else { return nil }
            return ValueLabels.Entry(
                row: ground.row(of: height * 100), height: height,
                wordings: names.map { "\(text) " + $0 } + ["\(text)"])
        }
        let curves = ClinicRecord.Start.allCases.compactMap { start -> ValueLabels.Entry? in
            let reading = clinic.reading(start, at: slider.value)
            let names: [Phrase] = start == .pretrained ? ["fine-tuned", "tuned"] : ["from noise", "noise"]
            return entry(reading.figure?.value, reading.text, names.map { $0.inked(AdaptationPath.fineTune.ink) })
        }
        let prompts = forms(rows: ground.place.rows).compactMap { form -> ValueLabels.Entry? in
            let figure = clinic.score(form)
            return entry(
                figure?.value, figure?.inFull,
                form.names.map { Phrase(words: $0, ink: AdaptationPath.prompt.ink) })
        }
        let best =
            ground.place.rows >= Self.rowsForBest
            ? entry(clinic.best?.value, clinic.best?.inFull, ["possible"]) : nil
        return curves + prompts + [best].compactMap { $0 }
    }

    // MARK: - Live

    /// The model that is fine-tuned now: how far it is, and its right answers at each examination so far.
    private func draw(_ live: LiveFineTuning, on picture: inout Picture, in area: Area, frame: PanelFrame) {
        var rows = RowCursor(area: area)
        picture.drawFirstFitting(
            liveTitle(live), in: rows.take(1).inset(left: 1, right: 1),
            style: Style(.standard, on: .standard, .bold))
        guard let curve = live.curve, !curve.points.isEmpty else { return }
        let last = area.rows > 2 ? 1 : 0
        drawGrowth(of: curve, on: &picture, in: rows.take(area.rows - 1 - last), frame: frame)
        picture.drawFirstFitting(liveEnd(live), in: rows.take(last).inset(left: 1, right: 1), style: Style(.soft))
    }

    private func liveTitle(_ live: LiveFineTuning) -> [Phrase] {
        let notes: Phrase =
            live.curve.flatMap(\.points.first).map {
                "\(name: $0.accuracy.exactPlace(along: .labelledExamples)) labels"
            } ?? "the notes at the knob"
        switch live.state {
        case .training:
            return [
                "Fine-tuning now, on \(notes): all its weights move; \(key: "t") stops it.", "Fine-tuning on \(notes)",
            ]
        case .stopped: return ["Stopped, on \(notes): \(key: "t") begins again.", "Stopped"]
        case .finished: return ["Fine-tuned on \(notes), here and now.", "Fine-tuned on \(notes)"]
        case .failed(let failure): return ["It can not be fine-tuned here: \(failure).", "It can not be fine-tuned."]
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
