import Cells
import Evidence

extension PretrainingExhibit {
    func draw(on picture: inout Picture, in frame: PanelFrame) {
        guard let run else { return }
        let strips =
            view == .tasks
            ? run.curves.map { strip($0, of: run, frame: frame, hasColor: picture.hasColor) }
            : Measure.allCases.compactMap { strip($0, of: run, frame: frame, hasColor: picture.hasColor) }
        StripStack(
            strips: strips, chosen: chosenRow, axis: axis, along: .tokensSeen, slider: slider,
            tallest: view == .tasks ? 4 : 12
        ).draw(on: &picture, in: frame)
        drawStages(of: run, on: &picture, in: frame)
    }

    private func strip(_ curve: LearningCurve, of run: HistoryCurves, frame: PanelFrame, hasColor: Bool) -> Strip {
        let columns = frame.labelArea(row: 0).columns
        let reached = reached(curve.leavesChanceAt)
        let bearer = curve.series.figures.first ?? run.history.parameters
        var subtitles: [Phrase] = ["\(name: curve.words.exam, of: bearer)"]
        if let reached { subtitles.insert(subtitles[0] + ", since \(tokens(of: reached))", at: 0) }
        return Strip(
            name: "\(name: fitting(curve.words.names, columns), of: bearer)", subtitles: subtitles,
            series: curve.series, floor: curve.chance, ceiling: ceiling(of: curve.series),
            marks: reached.map { [$0] } ?? [],
            value: value(curve, columns: frame.valueColumns, hasColor: hasColor),
            isLit: curve.hasLeftChance(at: slider.value), ink: bearer.kind.ink, lampInk: run.kind.ink)
    }

    /// The strip of one of the two measures of the chosen task.
    private func strip(_ measure: Measure, of run: HistoryCurves, frame: PanelFrame, hasColor: Bool) -> Strip? {
        guard let curve, let smooth = curve.smooth, let start = smooth.figures.first else { return nil }
        let columns = frame.labelArea(row: 0).columns
        switch measure {
        case .sharp:
            var strip = strip(curve, of: run, frame: frame, hasColor: hasColor)
            strip.name = "\(name: fitting(curve.words.sharp.names, columns), of: start)"
            strip.subtitles = curve.words.sharp.subtitles.map { "\(name: $0, of: curve.series.figures.first ?? start)" }
            return strip
        case .smooth:
            let scale = SmoothScale(smooth)
            return Strip(
                name: Phrase(words: fitting(curve.words.smooth.names, columns)),
                subtitles: curve.words.smooth.subtitles.map { Phrase(words: $0) }, series: smooth, floor: scale.floor,
                ceiling: scale.ceiling, marks: reached(curve.relief).map { [$0] } ?? [], value: value(of: smooth),
                isLit: curve.relief.map { slider.value.reaches($0.subject.tokensSeen ?? .infinity) },
                ink: start.kind.ink, lampInk: run.kind.ink, isLogarithmic: scale.isLogarithmic)
        }
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

    /// The score under the knob, `↓` where the best was lost again, and what guessing gets where there is room.
    private func value(_ curve: LearningCurve, columns: Int, hasColor: Bool) -> Phrase {
        guard let figure = curve.series.figures.first else { return "—" }
        let fall: Phrase = curve.lostBest(at: slider.value) == nil ? "" : "↓"
        let score = value(of: curve.series) + fall
        let chance: Phrase = "\(score) (\(name: figure.chance))"
        let letter = hasColor ? 0 : 3
        return chance.width + letter <= columns ? chance : score
    }

    /// The value under the knob: that of a checkpoint, or computed between two.
    func value(of series: Series) -> Phrase {
        switch series.reading(at: slider.value, over: .tokensSeen) {
        case .exact(let figure): "\(figure)"
        case .between(let figure): "\(figure.approximately)"
        case .before(let figure), .beyond(let figure): "\(figure)"
        case .none: "—"
        }
    }

    /// Where a figure stands on the axis.
    func tokens(of figure: Figure) -> Phrase { "\(figure.place(along: .tokensSeen))" }

    // MARK: - Stages

    /// The names of the stages at their borders, on the row that the strips leave free above the slider; none where
    /// they leave none.
    private func drawStages(of run: HistoryCurves, on picture: inout Picture, in frame: PanelFrame) {
        let row = frame.area.endRow - 1
        let knob = frame.axis.column(slider.shown(on: axis))
        guard row >= frame.area.row,
            (frame.area.column..<frame.area.endColumn).allSatisfy({
                $0 == knob || picture.isBlank(column: $0, row: row)
            })
        else { return }
        picture.draw(
            "stages", in: Area(column: frame.area.column + 1, row: row, columns: frame.labelColumns - 2, rows: 1),
            style: Style(.faint))
        let current = run.stage(at: slider.value)
        let ordered = run.stagesByWidth.filter { $0 == current } + run.stagesByWidth.filter { $0 != current }
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
