import Cells
import Evidence

/// Costs that others published, as points over years or sizes on a logarithmic axis of money: what was stated, what was
/// estimated with how far it may be off, and the range that courses teach.
struct PublishedPicture {
    let costs: PublishedCosts
    let chosen: PublishedCosts.Entry?
    let axis: SliderAxis
    let slider: Slider
    let frame: PanelFrame

    private static let stated = Glyph("●")
    private static let estimated = Glyph("○")
    private static let computed = Glyph("◇")
    private static let lowerBound = Glyph("▲")
    private static let legendRows = 1

    private var ground: Area { frame.area.inset(top: Self.legendRows) }
    private var knob: Int { frame.axis.column(slider.shown(on: axis)) }
    private var reached: Int { max(knob, frame.axis.column(axis.scale.fraction(of: slider.reached))) }

    private var money: MoneyAxis {
        let sums = costs.entries.flatMap { entry in
            entry.doubt.map { [$0.lowerBound, $0.upperBound] } ?? [entry.figure.value]
        }
        return MoneyAxis(around: sums, rows: ground.rows)
    }

    func draw(on picture: inout Picture) {
        drawLegend(on: &picture)
        guard ground.rows > 1 else { return }
        let money = MoneyGround(money: money, area: ground, frame: frame)
        money.draw(names: ["dollars, log scale", "dollars"], on: &picture)
        drawTaught(money, on: &picture)
        for row in ground.row..<ground.endRow {
            picture.put(Glyph("│"), column: knob, row: row, style: Style(.accentDim))
        }
        let places = places
        for (entry, column) in places { drawDoubt(entry, column, money, on: &picture) }
        for (entry, column) in places where entry != chosen { draw(entry, column, money, on: &picture) }
        for (entry, column) in places where entry == chosen { draw(entry, column, money, on: &picture) }
    }

    private func drawLegend(on picture: inout Picture) {
        let kinds: [(String, Ink, String)] =
            costs.topic == .tokens
            ? [("●", .blue, "list price")]
            : [
                ("●", .blue, "stated"), ("▲", .blue, "stated, at least"), ("○", .blue, "estimated"),
                ("◇", .slate, "computed"),
            ]
        let marks = kinds.map { mark, ink, word -> Phrase in "\(Phrase(words: mark, ink: ink)) \(words: word)" }
        let rest: [Phrase] =
            costs.topic == .tokens
            ? ["of a million tokens that a model writes"]
            : ["│ a factor of two either way", "\(Phrase(words: "┄", ink: .amber)) taught"]
        picture.draw(
            picture.fitted(marks + rest, by: "\u{A0} ", columns: frame.area.columns - 2, rows: 1),
            in: frame.area.top(Self.legendRows).inset(left: 1, right: 1), style: Style(.soft))
    }

    /// The lower and the upper end of what is taught, across the picture.
    private func drawTaught(_ money: MoneyGround, on picture: inout Picture) {
        guard costs.topic == .training, let taught = PublishedCosts.taught else { return }
        for (value, name) in [
            (taught.range.upperBound, "\(taught.highEnd) taught, and more" as Phrase),
            (taught.range.lowerBound, "\(taught.lowEnd) taught" as Phrase),
        ] {
            let row = money.row(of: value)
            for column in frame.axis.start...max(frame.axis.start, frame.axis.end) {
                picture.put(Glyph("┄"), column: column, row: row, style: Style(.amber), reference: .figure(taught))
            }
            picture.drawFirstFitting(
                [name, value == taught.range.lowerBound ? "\(taught.lowEnd)" : "\(taught.highEnd)"],
                in: frame.valueArea(row: row).inset(left: 1), style: Style(.amber))
        }
    }

    /// The columns of the entries that were reached: those of a year stand side by side.
    private var places: [(entry: PublishedCosts.Entry, column: Int)] {
        let seen = costs.entries.filter { slider.reached.reaches(costs.position(of: $0)) }
        guard !costs.isOverSizes else {
            return seen.map { ($0, frame.axis.column(axis.scale.fraction(of: costs.position(of: $0)))) }
        }
        let years = Dictionary(grouping: seen, by: \.year)
        let width = Double(frame.axis.columns) / (axis.scale.range.upperBound - axis.scale.range.lowerBound)
        return years.sorted { $0.key < $1.key }.flatMap { year, entries in
            let middle = Double(frame.axis.column(axis.scale.fraction(of: year)))
            let models = entries.map(\.model).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
            return entries.map { entry in
                let order = Double(models.firstIndex(of: entry.model) ?? 0) - Double(models.count - 1) / 2
                let pitch = min(4, max(1, (width - 2) / Double(max(1, models.count))))
                return (entry, Int((middle + order * pitch).rounded()))
            }
        }
    }

    private func ink(_ entry: PublishedCosts.Entry, _ column: Int) -> Ink {
        let ink = entry == chosen ? Ink.accent : entry.figure.kind.ink
        return slider.value.reaches(costs.position(of: entry)) ? ink : ink.dim
    }

    private func drawDoubt(
        _ entry: PublishedCosts.Entry, _ column: Int, _ money: MoneyGround, on picture: inout Picture
    ) {
        guard let doubt = entry.doubt, frame.axis.start...frame.axis.end ~= column else { return }
        var dots = BrailleGrid(area: Area(column: column, row: ground.row, columns: 1, rows: ground.rows))
        let heights = [doubt.lowerBound, doubt.upperBound].map { money.money.scale.fraction(of: $0) }
        // A value lies in the middle of its row.
        let inner = Double(ground.rows - 1) / Double(ground.rows)
        let places = heights.map { (x: 0.0, y: $0 * inner + (1 - inner) / 2) }
        dots.line(from: places[0], to: places[1])
        let ink = ink(entry, column)
        dots.draw(
            on: &picture,
            sparing: { picture, column, row in
                !picture.isBlank(column: column, row: row) && picture.canvas[column, row].style.foreground != .amber
            }
        ) { _ in ink }
    }

    private func draw(_ entry: PublishedCosts.Entry, _ column: Int, _ money: MoneyGround, on picture: inout Picture) {
        guard frame.axis.start...max(frame.axis.start, frame.axis.end) ~= column else { return }
        let glyph =
            switch entry.standing {
            case .stated: Self.stated
            case .atLeast: Self.lowerBound
            case .estimated: Self.estimated
            case .computed: Self.computed
            }
        let attributes: Style.Attributes = entry == chosen ? .bold : []
        picture.put(
            glyph, column: column, row: money.row(of: entry.figure.value),
            style: Style(ink(entry, column), on: .standard, attributes), reference: .figure(entry.figure))
    }
}
