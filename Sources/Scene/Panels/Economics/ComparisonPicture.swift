import Cells
import Evidence

/// Two bands over the number of tasks or of users, which the slider beneath counts: what models of one's own cost and what
/// one model for all costs, each from its lowest assumed price to its highest, and where they begin and cease to meet.
struct ComparisonPicture {
    let comparison: CostComparison
    let axis: SliderAxis
    let count: Double
    let knob: Int
    let isLinear: Bool
    let frame: PanelFrame
    /// Whether the rows beneath say which is the cheaper, and from how many on.
    let hasZones: Bool

    private static let legendRows = 1
    private static let zoneRows = 2

    private var isOverTasks: Bool { comparison.quantity == .tasks }

    private var ground: Area {
        frame.area.inset(top: Self.legendRows, bottom: hasZones ? Self.zoneRows : 0)
    }

    /// The axis of money. A linear one reaches to twice what is level over the axis.
    private var money: MoneyAxis {
        let range = axis.scale.range
        guard !isLinear else {
            let level =
                isOverTasks ? comparison.shared(range.upperBound).upperBound : comparison.own(1).upperBound
            return MoneyAxis(upTo: 2 * level)
        }
        let ends = [range.lowerBound, range.upperBound]
        let bands = ends.flatMap { [comparison.own($0), comparison.shared($0)] }
        return MoneyAxis(around: bands.flatMap { [$0.lowerBound, $0.upperBound] }, rows: ground.rows)
    }

    func draw(on picture: inout Picture) {
        drawLegend(on: &picture)
        guard ground.rows > 1 else { return }
        let money = MoneyGround(money: money, area: ground, frame: frame)
        drawMoney(money, on: &picture)
        drawBands(money, on: &picture)
        drawBorders(on: &picture)
        drawValues(on: &picture)
        if hasZones { drawZones(on: &picture) }
    }

    private func drawLegend(on picture: inout Picture) {
        let (own, shared, both): (Phrase, Phrase, Phrase) = (
            Phrase(words: "▒", ink: .rose), Phrase(words: "░", ink: .violet), Phrase(words: "▓", ink: .soft)
        )
        picture.drawFirstFitting(
            isOverTasks
                ? [
                    "\(own) a model for each task\u{A0} \(shared) one model for all, adapted to each\u{A0} \(both) both can cost that",
                    "\(own) a model for each\u{A0} \(shared) one for all\u{A0} \(both) both can cost that",
                ]
                : [
                    "\(own) own models\u{A0} \(shared) a share of one model, and its use\u{A0} \(both) both can cost that",
                    "\(own) own models\u{A0} \(shared) a share of one\u{A0} \(both) both",
                ], in: frame.area.top(Self.legendRows).inset(left: 1, right: 1), style: Style(.soft))
    }

    // MARK: - Places

    private func column(_ count: Double) -> Int { frame.axis.column(axis.scale.fraction(of: count)) }

    /// The rows of a range of costs, from its upper end down; nil where all of it lies above the axis.
    private func rows(_ range: ClosedRange<Double>, _ money: MoneyGround) -> ClosedRange<Int>? {
        guard money.money.scale.range.upperBound.reaches(range.lowerBound) else { return nil }
        let top = money.row(of: range.upperBound)
        return top...max(top, money.row(of: range.lowerBound))
    }

    // MARK: - Parts

    private func drawMoney(_ money: MoneyGround, on picture: inout Picture) {
        let unit = isOverTasks ? "dollars in all" : "dollars a user"
        money.draw(
            names: [Phrase(words: unit + (isLinear ? ", linear" : ", log scale")), Phrase(words: unit), "dollars"],
            on: &picture)
    }

    private func drawBands(_ money: MoneyGround, on picture: inout Picture) {
        for column in frame.axis.start...max(frame.axis.start, frame.axis.end) {
            let count =
                column == knob ? self.count : max(1, axis.scale.position(at: frame.axis.fraction(of: column)))
            let own = rows(comparison.own(count), money)
            let shared = rows(comparison.shared(count), money)
            let verdict = comparison.verdict(count)
            for row in ground.row..<ground.endRow {
                let mark: (glyph: Glyph, ink: Ink)? =
                    switch (own?.contains(row) ?? false, shared?.contains(row) ?? false) {
                    // Costs that share a row and nothing else: the row is the cheaper one's.
                    case (true, true) where verdict == .shared: (Glyph("░"), .violet)
                    case (true, true) where verdict == .own: (Glyph("▒"), .rose)
                    case (true, true): (Glyph("▓"), .soft)
                    case (true, false): (Glyph("▒"), .rose)
                    case (false, true): (Glyph("░"), .violet)
                    case (false, false): nil
                    }
                if let mark {
                    let ink = column == knob ? .accent : column < knob ? mark.ink : mark.ink.dim
                    picture.put(mark.glyph, column: column, row: row, style: Style(ink))
                } else if column == knob {
                    picture.put(Glyph("│"), column: column, row: row, style: Style(.accentDim))
                }
            }
        }
    }

    private var crossings: [Figure] {
        let all = [comparison.fewest, comparison.most].compactMap { $0 }
        return all.filter { axis.scale.range.contains($0.value) }
    }

    /// Where one side ceases to be the cheaper at every price.
    private func drawBorders(on picture: inout Picture) {
        for figure in crossings {
            let column = column(figure.value)
            let last = hasZones ? ground.endRow + 1 : ground.endRow
            for row in ground.row..<last where picture.isBlank(column: column, row: row) {
                picture.put(Glyph("┊"), column: column, row: row, style: Style(.soft), reference: .figure(figure))
            }
        }
    }

    /// What each side costs at the knob.
    private func drawValues(on picture: inout Picture) {
        let own = comparison.ownCost(count)
        let shared = comparison.sharedCost(count)
        let open = comparison.isOpen ? "+" : ""
        let blocks: [(names: [Phrase], ink: Ink, cost: Figure, open: String)] = [
            (isOverTasks ? ["one for all", "for all"] : ["a share of one", "a share"], .violet, shared, open),
            (isOverTasks ? ["a model each", "each"] : ["models of its own", "of its own"], .rose, own, ""),
        ]
        let gap = ground.rows >= 7 ? 1 : 0
        for (index, block) in blocks.enumerated() {
            let row = ground.row + index * (2 + gap)
            guard row + 1 < ground.endRow else { return }
            picture.drawFirstFitting(
                block.names, in: frame.valueArea(row: row).inset(left: 1), style: Style(block.ink))
            let cost = block.cost
            let open = Phrase(words: block.open)
            picture.drawFirstFitting(
                [
                    "\(cost.briefly)\(open)", "\(cost.lowEnd)–\(cost.highEnd)\(open)", "from \(cost.lowEnd)",
                    "\(cost.lowEnd)",
                ], in: frame.valueArea(row: row + 1).inset(left: 1), style: Style(.soft))
        }
    }

    // MARK: - Beneath

    private func drawZones(on picture: inout Picture) {
        let row = ground.endRow
        picture.drawFirstFitting(
            ["which is the cheaper", "the cheaper"], in: frame.labelArea(row: row), style: Style(.soft))
        picture.drawFirstFitting(
            ["and from how many on", "from how many", "from"], in: frame.labelArea(row: row + 1), style: Style(.soft))
        let ownNames: [Phrase] =
            isOverTasks
            ? ["a model each is cheaper", "a model each", "each"]
            : ["own models are cheaper", "own models", "own"]
        let sharedNames: [Phrase] =
            isOverTasks
            ? ["one for all is cheaper", "one for all"] : ["sharing is cheaper", "sharing"]
        let end = frame.axis.end + 1
        let first = comparison.fewest.map { column(min($0.value, axis.scale.range.upperBound)) } ?? end
        let second = comparison.most.map { column(min($0.value, axis.scale.range.upperBound)) } ?? end
        let zones: [(from: Int, to: Int, ink: Ink, names: [Phrase])] = [
            (frame.axis.start, first - 1, .rose, ownNames),
            (first + 2, second - 1, .soft, ["depends on the price", "either"]),
            (second + 2, frame.area.endColumn - 1, .violet, sharedNames),
        ]
        for zone in zones where zone.from < min(zone.to, end) {
            picture.drawFirstFitting(
                zone.names, in: Area(column: zone.from, row: row, columns: max(0, zone.to - zone.from), rows: 1),
                style: Style(zone.ink))
        }
        var free = frame.axis.start
        for figure in crossings {
            let text: Phrase = "\(figure)"
            let width = picture.width(of: text)
            let start = min(max(column(figure.value) - width / 2, free), frame.area.endColumn - width - 1)
            guard start >= free else { continue }
            picture.draw(text, in: Area(column: start, row: row + 1, columns: width, rows: 1))
            free = start + width + 1
        }
    }
}
