import Cells
import Evidence

extension ScaleExhibit {
    func draw(on picture: inout Picture, in frame: PanelFrame) {
        if dataSet == .moves {
            MovesPicture(year: year, chosen: chosenRow, axis: axis, slider: slider).draw(on: &picture, in: frame)
            return
        }
        StripStack(
            strips: strips(columns: frame.labelArea(row: 0).columns), chosen: chosenRow, axis: axis, along: .parameters,
            slider: slider,
            tallest: ScaleExhibit.tallestStrip
        ).draw(on: &picture, in: frame)
    }

    /// - Parameter columns: For the names.
    private func strips(columns: Int) -> [Strip] {
        switch (dataSet, view) {
        case (.littleWorld, _): LessonAbility.allCases.map { littleStrip($0, columns: columns) }
        case (_, .abilities): LessonAbility.allCases.map { strip($0, columns: columns) }
        default: MeasurePair.published.map { strip($0, columns: columns) }
        }
    }

    /// The strips with the shortest of their names; of the bars that move the models that reached them.
    var miniature: Miniature {
        let ground = Miniature.Ground(axis: axis, along: .parameters, slider: slider)
        guard dataSet == .moves else {
            return Miniature(strips: strips(columns: 0), main: chosenRow, ground: ground)
        }
        let strips = ThresholdMoves.Row.allCases.map { row -> Strip in
            let marks = ThresholdMoves.marks(row, until: year)
            let ends = marks.map(\.value)
            let last: Phrase = marks.last.map { "\($0.place(along: .parameters))" } ?? "—"
            return Strip(
                name: Phrase(words: row.names.last ?? ""), subtitles: [], points: marks, floor: 0,
                ceiling: max(1, (ends.max() ?? 1) * 4 / 3), value: row.isOfABar ? last : "", ink: .blue)
        }
        return Miniature(
            strips: strips, main: chosenRow, ground: ground,
            captions: ["dots: the smallest models that reached a score, over the years", "dots: the smallest models"])
    }

    /// Large screens have room for strips of so many rows.
    private static let tallestStrip = 8

    /// The longest name that fits.
    func fitting(_ names: [String], _ columns: Int) -> Phrase {
        Phrase(words: names.first { CellWidth.of($0) <= columns } ?? names.last ?? "")
    }

    private func strip(_ ability: LessonAbility, columns: Int) -> Strip {
        let curve = curve(ability)
        let points = dataSet.points(ability)
        let any = curve?.series.figures.first ?? points?.figures.first
        let ceiling = curve?.ceiling ?? 1
        let values = value(ability)
        var strip = Strip(
            name: fitting(ability.names, columns), subtitles: subtitles(curve, points), series: curve?.series,
            points: points?.figures ?? [], floor: 0, ceiling: ceiling, threshold: ability.threshold,
            value: values.long,
            isLit: ability.threshold.map { slider.value.reaches($0.value) },
            ink: (any?.kind ?? .published).ink)
        strip.shortValue = values.short
        strip.footnotes = footnotes(curve, points)
        strip.isSparse = true
        strip.guessing = any.flatMap(guessing)
        strip.scaleWords = any.map { scaleWords(of: $0, ceiling: ceiling) } ?? []
        return strip
    }

    private func subtitles(_ curve: MeasuredCurve?, _ points: Series?) -> [Phrase] {
        if let curve { return curve.asks.map { Phrase(words: $0) } }
        return points == nil ? ["no score here", "no score"] : ["each dot is a model", "each dot a model"]
    }

    private func footnotes(_ curve: MeasuredCurve?, _ points: Series?) -> [Phrase] {
        if let curve, let figure = curve.series.figures.first {
            return ["\(words: curve.benchmark) · \(curve.family(of: figure))", "\(words: curve.benchmark)"]
        }
        return points?.figures.first.map { ["\(name: $0.subject.task, of: $0)"] } ?? []
    }

    /// What the head of a strip stands for, and what guessing gets.
    func scaleWords(of figure: Figure, ceiling: Double) -> [Phrase] {
        let isPart = figure.unit == .percent || figure.unit == .fraction
        let top: Phrase = "\(axis: .value(ceiling, figure.unit))"
        let scale: Phrase = isPart ? "of \(top)" : figure.unit == .points ? "of \(top) points" : "top: score \(top)"
        guard guessing(figure) != nil else { return [scale] }
        let guess: Phrase = "guess \(name: figure.chance)"
        return ["\(guess) \(scale)", guess]
    }

    /// What guessing gets, where that is more than nothing.
    func guessing(_ figure: Figure) -> Double? {
        figure.subject.chance.flatMap { $0 * (figure.unit.factor(to: .percent) ?? 1) < 0.5 ? nil : $0 }
    }

    private func strip(_ pair: MeasurePair, columns: Int) -> Strip {
        let scored = view == .smooth ? pair.smooth : pair.sharp
        guard let figure = scored.series.figures.first else {
            return Strip(name: "", subtitles: [], floor: 0, ceiling: 1, value: "", ink: .blue)
        }
        var strip = Strip(
            name: fitting([pair.name, pair.shortName], columns),
            subtitles: [Phrase(words: measureWords(pair))] + pair.asks.map { Phrase(words: $0) },
            series: scored.series, floor: scored.scale.floor, ceiling: scored.scale.ceiling, value: "", ink: .blue,
            isLogarithmic: scored.scale.isLogarithmic)
        let values = value(pair)
        strip.value = values.long
        strip.shortValue = values.short
        strip.isSparse = true
        strip.footnotes = ["\(name: figure.subject.task, of: figure) · \(name: pair.family, of: figure)"]
        strip.guessing = guessing(figure)
        strip.scaleWords =
            scored.isLessBetter ? ["upside down"] : scaleWords(of: figure, ceiling: scored.scale.ceiling)
        if view == .both {
            strip.trace = .init(series: pair.smooth.series, scale: pair.smooth.scale)
            strip.scaleWords = dots(pair)
        }
        return strip
    }

    /// Which measure a strip shows.
    private func measureWords(_ pair: MeasurePair) -> String {
        switch view {
        case .smooth: pair.smooth.metric
        case .both: "\(pair.sharp.metric); \(pair.smooth.metric)"
        case .abilities, .sharp: pair.sharp.metric
        }
    }

    // MARK: - Values

    /// The value at the end of an ability's row, and in fewer cells: what the curve says under the knob, the nearest that
    /// was measured where nothing was there, or the best point up to it.
    func value(_ ability: LessonAbility) -> (long: Phrase, short: Phrase) {
        guard let points = dataSet.points(ability) else { return value(curve(ability)?.series) }
        let best: Phrase = best(of: points).map { "best \($0)" } ?? "—"
        return (best, best)
    }

    /// The best model of the knob's size or below.
    func best(of points: Series) -> Figure? {
        points.figures.filter { slider.value.reaches($0.subject.parameters ?? .infinity) }
            .max { $0.value < $1.value }
    }

    /// The value under the knob, in a few cells.
    func value(_ series: Series?) -> (long: Phrase, short: Phrase) {
        func number(_ figure: Figure) -> Phrase {
            figure.unit == .bleu || figure.unit == .rouge2 ? "\(figure.withoutUnit)" : "\(figure)"
        }
        func there(_ figure: Figure) -> (Phrase, Phrase) { ("\(number(figure)) at \(size(figure))", number(figure)) }
        switch series?.sparseReading(at: slider.value) {
        case .there(let figure, isMeasured: true): return (number(figure), number(figure))
        case .there(let figure, isMeasured: false):
            let text: Phrase =
                figure.unit == .bleu || figure.unit == .rouge2
                ? "\(figure.approximateNumber)" : "\(figure.approximately)"
            return (text, text)
        case .gap(let low, _), .beyond(let low): return there(low)
        case .before(let first):
            return ("data from \(size(first))", "data at \(size(first))")
        case nil: return ("—", "—")
        }
    }

    /// The value of a pair: of both measures where both are shown.
    func value(_ pair: MeasurePair) -> (long: Phrase, short: Phrase) {
        switch view {
        case .abilities, .sharp: return value(pair.sharp.series)
        case .smooth: return value(pair.smooth.series)
        case .both:
            let sharp = value(pair.sharp.series).short
            return ("bars \(sharp)", sharp)
        }
    }

    /// The value of the smooth measure, at the head of a strip that shows both.
    func dots(_ pair: MeasurePair) -> [Phrase] {
        let reading = value(pair.smooth.series).short
        let unit: Phrase = pair.smooth.series.unit == .bleu ? " \(words: Unit.bleu.rawValue)" : ""
        return ["dots \(reading)\(unit)", "dots \(reading)", reading]
    }

    func size(_ figure: Figure) -> Phrase { "\(figure.place(along: .parameters))" }
}
