import Algorithms
import Cells
import Evidence

extension PretrainingExhibit {
    func draw(on picture: inout Picture, in frame: PanelFrame) {
        guard let run else { return }
        let strips = strips(of: run, frame: frame)
        let tallest = view == .measures ? 12 : 4
        let layout = PretrainingLayout(
            frame.area, stripCount: strips.count, tallest: tallest, promptCount: run.promptCount, isLarge: frame.isLarge
        )
        func part(_ area: Area) -> PanelFrame {
            var part = frame
            part.area = area
            return part
        }
        drawWriting(of: run, on: &picture, in: part(layout.writing))
        drawSurprise(of: run, on: &picture, in: part(layout.surprise))
        StripStack(
            strips: strips, chosen: chosenRow, axis: axis, along: .tokensSeen, slider: slider,
            tallest: tallest
        ).draw(on: &picture, in: part(layout.strips))
        drawStages(of: run, on: &picture, in: part(layout.stages))
    }

    var miniature: Miniature {
        guard let run else { return Miniature([]) }
        let narrow = PanelFrame(
            area: Area(column: 0, row: 0, columns: 0, rows: 0), axis: AxisFrame(start: 0, end: 0), labelColumns: 0,
            valueColumns: 0)
        return Miniature(
            strips: strips(of: run, frame: narrow), main: chosenRow,
            ground: Miniature.Ground(axis: axis, along: .tokensSeen, slider: slider))
    }

    private func strips(of run: HistoryCurves, frame: PanelFrame) -> [Strip] {
        switch view {
        case .tasks: run.curves.map { strip($0, of: run, frame: frame) }
        case .probabilities: run.curves.compactMap { smoothStrip($0, named: nil, of: run, frame: frame) }
        case .measures:
            Measure.allCases.compactMap { strip($0, of: run, frame: frame) }
        }
    }

    /// How improbable the text is to the model, draining from what it was at first.
    private func drawSurprise(of run: HistoryCurves, on picture: inout Picture, in frame: PanelFrame) {
        guard let series = run.surprise, let start = series.figures.first else { return }
        let isLogarithmic = series.unit == .perplexity
        let strip = Strip(
            name: "its surprise", subtitles: ["at the next word", "next word"], series: series,
            behind: recordBehind?.surprise, floor: isLogarithmic ? 1 : 0,
            ceiling: max(start.value, isLogarithmic ? 2 : .leastNonzeroMagnitude), value: number(of: series),
            ink: start.kind.ink, isLogarithmic: isLogarithmic)
        StripStack(
            strips: [strip], chosen: -1, axis: axis, along: .tokensSeen, slider: slider, choosesRows: false
        ).draw(on: &picture, in: frame)
    }

    private func strip(_ curve: LearningCurve, of run: HistoryCurves, frame: PanelFrame) -> Strip {
        let columns = frame.labelArea(row: 0).columns
        let reached = reached(curve.leavesChanceAt)
        let bearer = curve.series.figures.first ?? run.history.parameters
        var subtitles: [Phrase] = ["\(name: curve.words.exam, of: bearer)"]
        if let reached { subtitles.insert(subtitles[0] + ", since \(tokens(of: reached))", at: 0) }
        if !curve.words.example.isEmpty { subtitles = [Phrase(words: curve.words.example)] }
        return Strip(
            name: "\(name: fitting(curve.words.names, columns), of: bearer)", subtitles: subtitles,
            series: curve.series, behind: recordBehind?.curve(curve.ability.id)?.series,
            floor: 0, ceiling: ceiling(of: curve.series), guessing: curve.chance, scaleWords: guessing(curve),
            marks: reached.map { [$0] } ?? [], value: value(curve),
            isLit: curve.hasLeftChance(at: slider.value), ink: bearer.kind.ink, lampInk: run.kind.ink)
    }

    /// The strip of one of the two measures of the chosen task.
    private func strip(_ measure: Measure, of run: HistoryCurves, frame: PanelFrame) -> Strip? {
        guard let curve, let smooth = curve.smooth, let start = smooth.figures.first else { return nil }
        switch measure {
        case .sharp:
            let columns = frame.labelArea(row: 0).columns
            var strip = strip(curve, of: run, frame: frame)
            strip.name = "\(name: fitting(curve.words.sharp.names, columns), of: start)"
            strip.subtitles = curve.words.sharp.subtitles.map { "\(name: $0, of: curve.series.figures.first ?? start)" }
            return strip
        case .smooth: return smoothStrip(curve, named: curve.words.smooth.names, of: run, frame: frame)
        }
    }

    /// The strip of a smooth measure; without names of its own it has the task's.
    private func smoothStrip(
        _ curve: LearningCurve, named names: [String]?, of run: HistoryCurves, frame: PanelFrame
    ) -> Strip? {
        guard let smooth = curve.smooth, let start = smooth.figures.first else { return nil }
        let scale = SmoothScale(smooth)
        return Strip(
            name: Phrase(words: fitting(names ?? curve.words.names, frame.labelArea(row: 0).columns)),
            subtitles: names == nil && !curve.words.example.isEmpty
                ? [Phrase(words: curve.words.example)] : curve.words.smooth.subtitles.map { Phrase(words: $0) },
            series: smooth,
            behind: recordBehind?.curve(curve.ability.id)?.smooth, floor: scale.floor, ceiling: scale.ceiling,
            marks: reached(curve.relief).map { [$0] } ?? [], value: value(of: smooth),
            isLit: curve.relief.map { slider.value.reaches($0.subject.tokensSeen ?? .infinity) },
            ink: start.kind.ink, lampInk: run.kind.ink, isLogarithmic: scale.isLogarithmic)
    }

    /// The figure, where the slider has been at its place or beyond.
    private func reached(_ figure: Figure?) -> Figure? {
        figure.flatMap { slider.reached.reaches($0.subject.tokensSeen ?? .infinity) ? $0 : nil }
    }

    /// All right, in the unit of the values.
    private func ceiling(of series: Series) -> Double { Unit.fraction.factor(to: series.unit) ?? 1 }

    private func fitting(_ names: [String], _ columns: Int) -> String {
        names.first { CellWidth.of($0) <= columns } ?? names.last ?? ""
    }

    /// What guessing gets; nothing where it gets nothing.
    private func guessing(_ curve: LearningCurve) -> [Phrase] {
        guard let figure = curve.series.figures.first, curve.chance > 0 else { return [] }
        return ["guessing \(name: figure.chance)", "guess \(name: figure.chance)"]
    }

    /// The score under the knob, `↓` where the best was lost again.
    private func value(_ curve: LearningCurve) -> Phrase {
        guard let figure = curve.series.figures.first else { return "—" }
        // Of the little world the headline tells what falls, and why.
        let isFallen = figure.kind == .published && curve.lostBest(at: slider.value) != nil
        let fall: Phrase = isFallen ? "↓" : ""
        return value(of: curve.series) + fall
    }

    /// The value under the knob: that of a checkpoint, or computed between two.
    func value(of series: Series) -> Phrase {
        switch series.reading(at: slider.value, over: .tokensSeen) {
        case .exact(let figure): "\(figure)"
        case .between(let figure): "\(figure.approximately)"
        case .beyond(let figure): "\(figure)"
        // What was measured later says nothing of here.
        case .before, .none: "—"
        }
    }

    /// The same without a unit.
    func number(of series: Series) -> Phrase {
        switch series.reading(at: slider.value, over: .tokensSeen) {
        case .between(let figure): "\(figure.approximateNumber)"
        case .exact(let figure), .beyond(let figure): "\(figure.withoutUnit)"
        case .before, .none: "—"
        }
    }

    /// Where a figure stands on the axis.
    func tokens(of figure: Figure) -> Phrase { "\(figure.place(along: .tokensSeen))" }

    // MARK: - Stages

    /// The names of the stages at their borders; none where there is no row for them.
    private func drawStages(of run: HistoryCurves, on picture: inout Picture, in frame: PanelFrame) {
        guard frame.area.rows > 0 else { return }
        let row = frame.area.row
        picture.draw(
            "stages", in: Area(column: frame.area.column + 1, row: row, columns: frame.labelColumns - 2, rows: 1),
            style: Style(.faint))
        let current = run.stage(at: slider.value)
        let next = run.stages.first { !slider.value.reaches($0.tokens) }
        let ordered = Array(([current, next].compactMap { $0 } + run.stagesByWidth).uniqued())
        var taken: [Area] = []
        for stage in ordered {
            let column = frame.axis.column(axis.scale.fraction(of: stage.tokens))
            let label = "▸" + stage.name
            let width = CellWidth.of(label)
            let start = min(column, frame.area.endColumn - width)
            let place = Area(column: start - 1, row: row, columns: width + 2, rows: 1)
            guard start >= frame.axis.start, !taken.contains(where: { !$0.intersection(place).isEmpty }) else {
                continue
            }
            taken.append(place)
            let isPassed = stage.tokens <= slider.value
            let style = stage == current ? Style(.accent, on: .standard, .bold) : Style(isPassed ? .soft : .faint)
            picture.draw(
                Phrase(words: label.replacingBlanks),
                in: Area(column: start, row: row, columns: width, rows: 1), style: style)
        }
    }
}

/// The foot and the head of a strip that shows a smooth measure: better is always higher.
struct SmoothScale: Hashable, Sendable {
    let floor: Double
    let ceiling: Double
    var isLogarithmic = false

    init(_ series: Series) {
        let values = series.figures.map(\.value)
        let isLess = series.subject.higherIsBetter == false
        switch series.unit {
        case .perplexity:
            floor = values.first ?? 10
            ceiling = 1
            isLogarithmic = true
        case .fraction, .percent:
            floor = isLess ? Unit.fraction.factor(to: series.unit) ?? 1 : 0
            ceiling = isLess ? 0 : Unit.fraction.factor(to: series.unit) ?? 1
        default:
            floor = isLess ? values.max() ?? 1 : 0
            ceiling = isLess ? 0 : values.max() ?? 1
        }
    }
}

extension String {
    /// The same words with blanks that no line is broken at.
    fileprivate var replacingBlanks: String { String(map { $0 == " " ? "\u{A0}" : $0 }) }
}
