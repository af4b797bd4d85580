import Cells
import Evidence

/// A panel's picture in small, as the panel stands: a few rows over one axis, each with its name and its value.
struct Miniature: Sendable {
    struct Row: Sendable {
        /// The name and the value, in wordings of falling length.
        var names: [Phrase]
        var mark: Mark
        var values: [Phrase]
    }

    /// What stands between a row's name and its value.
    enum Mark: Sendable {
        /// A curve over the slider's axis, up to where the knob was.
        case strip(Strip)
        /// A bar from one fraction of the columns to another.
        case bar(ClosedRange<Double>, Ink)
        /// Models, one after another.
        case words(Phrase)
        case empty
    }

    /// The axis that the slider moves on.
    struct Ground: Sendable {
        var axis: SliderAxis
        var along: Quantity
        var slider: Slider
    }

    var rows: [Row]
    /// The row that stands for all where there is room for one.
    var main = 0
    /// nil where the panel has no slider.
    var ground: Ground?
    /// What the rows show, longest first, beneath them where there is room.
    var captions: [Phrase] = []

    init(_ rows: [Row], main: Int = 0, ground: Ground? = nil, captions: [Phrase] = []) {
        self.rows = rows
        self.main = min(max(0, main), max(0, rows.count - 1))
        self.ground = ground
        self.captions = captions
    }

    /// Strips over the slider's axis, with the words that they have.
    init(strips: [Strip], main: Int, ground: Ground, captions: [Phrase] = []) {
        self.init(strips.map(Row.init(strip:)), main: main, ground: ground, captions: captions)
    }
}

extension Miniature.Row {
    var isStrip: Bool { if case .strip = mark { true } else { false } }

    init(strip: Strip) {
        self.init(
            names: [strip.name], mark: .strip(strip), values: [strip.value] + [strip.shortValue].compactMap { $0 })
    }

    /// A bar from the foot of its scale.
    init(_ names: [Phrase], _ fraction: Double, _ ink: Ink, _ values: [Phrase]) {
        self.init(names: names, mark: .bar(0...min(1, max(0, fraction)), ink), values: values)
    }
}

extension Exhibit {
    /// Without a picture of its own: the curves of the chosen row, as far as the knob has come.
    var miniature: Miniature {
        guard let sliding = withSlider else { return Miniature([]) }
        let plot = detail.plot
        let ground = Miniature.Ground(
            axis: sliding.axis, along: plot?.along ?? .parameters, slider: sliding.slider)
        let lines = (plot?.lines ?? []).filter { $0.isFocus } + (plot?.lines ?? []).filter { !$0.isFocus }
        let rows = lines.compactMap { line -> Miniature.Row? in
            guard let plot, !line.labels.isEmpty, plot.values.unit == line.series.unit else { return nil }
            let strip = Strip(
                name: line.labels.last ?? "", subtitles: [], series: line.series,
                floor: plot.values.range.lowerBound, ceiling: plot.values.range.upperBound,
                value: Miniature.value(of: line.series, at: sliding.slider.value, over: plot.along), ink: line.ink,
                isLogarithmic: plot.values.isLogarithmic && plot.values.range.lowerBound > 0)
            return Miniature.Row(names: line.labels, mark: .strip(strip), values: [strip.value])
        }
        return Miniature(rows, ground: ground)
    }
}

extension Miniature {
    /// What a curve says at the knob, in a few cells.
    static func value(of series: Series, at place: Double, over quantity: Quantity) -> Phrase {
        switch series.reading(at: place, over: quantity) {
        case .exact(let figure), .beyond(let figure): "\(figure)"
        case .between(let figure): "\(figure.approximately)"
        case .before, .none: "—"
        }
    }
}
