import Cells
import Evidence

/// Panel 4: seven abilities over the number of parameters, from which the slider reveals them.
struct ScaleExhibit: HasSlider, HasRows {
    /// What the strips show: abilities, or the same answers by a sharp or a smooth measure.
    enum View: CaseIterable, Sendable { case abilities, sharp, smooth }

    var slider = Slider(1e9)
    var chosenRow = LessonAbility.translation.rawValue
    var dataSet = ScaleDataSet.best
    var shots = ScaleDataSet.Shots.few
    var view = View.abilities

    var rowCount: Int { view == .abilities ? LessonAbility.allCases.count : MeasurePair.all.count }

    var ability: LessonAbility {
        LessonAbility(rawValue: min(max(0, chosenRow), LessonAbility.allCases.count - 1)) ?? .translation
    }

    var pair: MeasurePair? {
        view == .abilities || MeasurePair.all.isEmpty
            ? nil : MeasurePair.all[min(max(0, chosenRow), MeasurePair.all.count - 1)]
    }

    func curve(_ ability: LessonAbility) -> MeasuredCurve? { dataSet.curve(ability, shots: shots) }

    // MARK: - Axis

    static let range = 1e7...1e12
    private static let lessonStops = [1e8, 1e9, 1e10, 1e11]

    var axis: SliderAxis {
        SliderAxis(
            name: "parameters", scale: .logarithmic(ScaleExhibit.range),
            positions: SliderAxis.positions(ScaleExhibit.range, exactly: measuredSizes + ScaleExhibit.lessonStops),
            stops: ScaleExhibit.lessonStops,
            ticks: [1e7, 1e8, 1e9, 1e10, 1e11, 1e12].map { ($0, $0 == 1e11 ? .atLeast($0) : .short($0)) },
            lessonStops: ScaleExhibit.lessonStops, text: SliderText.short)
    }

    private var measuredSizes: [Double] {
        let series =
            view == .abilities
            ? LessonAbility.allCases.compactMap { curve($0)?.series } : MeasurePair.all.map { scored($0).series }
        return series.flatMap { $0.figures.compactMap(\.subject.parameters) }
    }

    func scored(_ pair: MeasurePair) -> MeasurePair.Scored { view == .smooth ? pair.smooth : pair.sharp }

    // MARK: - Commands

    mutating func perform(_ command: Command, asking questions: inout Questions) {
        switch command {
        case .step:
            let stop = axis.stop(after: slider.value)
            slider.move(to: stop, on: axis, glide: true)
        case .measure:
            let views = View.allCases
            view = views[((views.firstIndex(of: view) ?? 0) + 1) % views.count]
            chosenRow = min(chosenRow, rowCount - 1)
        case .dataSet:
            view = .abilities
            dataSet = ScaleDataSet(rawValue: (dataSet.rawValue + 1) % ScaleDataSet.allCases.count) ?? .best
        case .previousVariant, .nextVariant:
            let all = ScaleDataSet.Shots.allCases
            let offset = command == .nextVariant ? 1 : all.count - 1
            shots = all[((all.firstIndex(of: shots) ?? 0) + offset) % all.count]
            dataSet = .gpt3
            view = .abilities
        default: break
        }
    }

    // MARK: - Picture

    func draw(on picture: inout Picture, in frame: PanelFrame) {
        let strips =
            view == .abilities ? LessonAbility.allCases.map(strip) : MeasurePair.all.map(strip)
        StripStack(strips: strips, chosen: chosenRow, axis: axis, along: .parameters, slider: slider)
            .draw(on: &picture, in: frame)
    }

    private func strip(_ ability: LessonAbility) -> Strip {
        let curve = curve(ability)
        let points = dataSet.points(ability)
        let threshold = ability.threshold
        let subtitles: [Phrase] =
            if let curve, let figure = curve.series.figures.first {
                [
                    "\(words: curve.benchmark) · \(name: curve.family, of: figure)",
                    Phrase(words: curve.benchmark),
                ]
            } else if let points, let figure = points.series.figures.first {
                ["\(name: figure.subject.task, of: figure) · each a model", "\(name: figure.subject.task, of: figure)"]
            } else { ["not examined"] }
        return Strip(
            name: Phrase(words: ability.name), subtitles: subtitles, series: curve?.series,
            points: points?.series.figures ?? [], floor: curve?.floor ?? points?.floor ?? 0,
            ceiling: curve?.ceiling ?? points?.ceiling ?? 1, threshold: threshold, marks: ability.firstSeen,
            value: value(ability), isLit: threshold.map { slider.value.reaches($0.value) },
            ink: (curve?.series.figures.first?.kind ?? .published).ink)
    }

    private func strip(_ pair: MeasurePair) -> Strip {
        let scored = scored(pair)
        return Strip(
            name: Phrase(words: pair.name),
            subtitles: scored.series.figures.first.map {
                ["\(words: scored.metric) · \(name: pair.family, of: $0)", "\(words: scored.metric)"]
            } ?? [],
            series: scored.series,
            floor: scored.worst, ceiling: scored.best, value: value(scored.series), isLit: nil, ink: .blue)
    }

    /// The value at the end of an ability's row: what the curve says under the knob, or the best point up to it.
    func value(_ ability: LessonAbility) -> Phrase {
        guard let points = dataSet.points(ability) else { return value(curve(ability)?.series) }
        return best(of: points.series).map { "best \($0)" } ?? "—"
    }

    /// The best model of the knob's size or below.
    func best(of points: Series) -> Figure? {
        points.figures.filter { slider.value.reaches($0.subject.parameters ?? .infinity) }
            .max { $0.value < $1.value }
    }

    /// The value under the knob, in a few cells.
    func value(_ series: Series?) -> Phrase {
        guard let series else { return "—" }
        switch series.reading(at: slider.value, over: .parameters) {
        case .exact(let figure): return "\(figure)"
        case .between(let figure): return "\(figure.approximately)"
        case .before(let first): return first.place(along: .parameters).map { "from \($0)" } ?? "—"
        case .beyond: return "not measured"
        case .none: return "—"
        }
    }
}
