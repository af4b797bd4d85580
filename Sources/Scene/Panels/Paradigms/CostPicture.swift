import Cells
import Evidence

/// The prices that courses give over the number of models, which the slider beneath counts: a band that rises with the
/// models, a level one for one pretraining, and where the two begin and cease to meet.
struct CostPicture {
    let cost: ParadigmsCost
    /// How many models the slider counts, and the column of its knob.
    let count: Double
    let knob: Int
    let frame: PanelFrame

    /// The legend above, and beneath what is the cheaper and from where on.
    private static let legendRows = 1
    private static let zoneRows = 2
    private static let fewestRows = 4
    /// Every so many decades of money have a label, from so many rows on.
    private static let tickSteps = [(from: 12, step: 1), (from: 7, step: 2), (from: 0, step: 3)]

    private enum Mark {
        static let models = Glyph("▒")
        static let pretraining = Glyph("░")
        static let both = Glyph("▓")
    }

    private var ground: Area {
        frame.area.inset(top: CostPicture.legendRows, bottom: CostPicture.zoneRows)
    }

    func draw(on picture: inout Picture) {
        drawLegend(on: &picture)
        guard ground.rows >= CostPicture.fewestRows else { return }
        drawMoney(on: &picture)
        drawBands(on: &picture)
        drawBorders(on: &picture)
        drawPretraining(on: &picture)
        drawModels(on: &picture)
        drawZones(on: &picture)
    }

    // MARK: - Places

    private func row(_ dollars: Double) -> Int {
        let fraction = min(1, max(0, ParadigmsCost.money.fraction(of: dollars)))
        return ground.endRow - 1 - Int((fraction * Double(ground.rows - 1)).rounded())
    }

    private func column(_ models: Double) -> Int {
        frame.axis.column(ParadigmsCost.axis.scale.fraction(of: models))
    }

    /// The rows of a price from its upper end down.
    private func rows(_ figure: Figure, times count: Double = 1) -> ClosedRange<Int> {
        let (low, high) = (figure.low ?? figure.value, figure.high ?? figure.value)
        let top = row(high * count)
        return top...max(top, row(low * count))
    }

    // MARK: - Parts

    private func drawLegend(on picture: inout Picture) {
        let (models, level, both): (Phrase, Phrase, Phrase) = (
            Phrase(words: "▒", ink: .rose), Phrase(words: "░", ink: .violet), Phrase(words: "▓", ink: .soft)
        )
        picture.drawFirstFitting(
            [
                "\(models) models, one for each task\u{A0} \(level) one pretraining for all\u{A0} \(both) both can cost that",
                "\(models) models\u{A0} \(level) one pretraining\u{A0} \(both) both can cost that",
            ], in: frame.area.top(CostPicture.legendRows).inset(left: 1, right: 1), style: Style(.soft))
    }

    /// The axis of money, at the left.
    private func drawMoney(on picture: inout Picture) {
        let step = CostPicture.tickSteps.first { ground.rows >= $0.from }?.step ?? 1
        for index in stride(from: 0, to: ParadigmsCost.moneyTicks.count, by: step) {
            let tick = ParadigmsCost.moneyTicks[index]
            let place = Area(
                column: frame.area.column + 1, row: row(tick), columns: frame.axis.start - frame.area.column - 2,
                rows: 1)
            picture.draw("\(axis: .short(tick))", in: place, style: Style(.faint), alignment: .right)
        }
        picture.drawFirstFitting(
            ["cost in dollars, log scale", "dollars, log scale", "dollars"],
            in: frame.labelArea(row: ground.row).inset(right: CostPicture.tickColumns), style: Style(.faint))
    }

    /// Columns for the labels of the axis of money.
    private static let tickColumns = 3

    private func drawBands(on picture: inout Picture) {
        let level = rows(cost.pretraining)
        for column in frame.axis.start...frame.axis.end {
            let models = ParadigmsCost.axis.scale.position(at: frame.axis.fraction(of: column))
            let rising = rows(cost.oneModel, times: models)
            for row in ground.row..<ground.endRow {
                switch (rising.contains(row), level.contains(row)) {
                case (true, true): picture.put(Mark.both, column: column, row: row, style: Style(.soft))
                case (true, false): picture.put(Mark.models, column: column, row: row, style: Style(.rose))
                case (false, true):
                    picture.put(
                        Mark.pretraining, column: column, row: row, style: Style(.violet),
                        reference: .figure(cost.pretraining))
                case (false, false):
                    if column == knob { picture.put(Glyph("│"), column: column, row: row, style: Style(.accent)) }
                }
            }
        }
        for row in rows(cost.models) where ground.row..<ground.endRow ~= row {
            picture.put(
                level.contains(row) ? Mark.both : Mark.models, column: knob, row: row, style: Style(.accent),
                reference: .figure(cost.models))
        }
    }

    /// Where one side ceases to be the cheaper at every price.
    private func drawBorders(on picture: inout Picture) {
        for figure in [cost.fewest, cost.most] {
            let column = column(figure.value)
            for row in ground.row..<frame.area.endRow - 1 where picture.isBlank(column: column, row: row) {
                picture.put(Glyph("┊"), column: column, row: row, style: Style(.soft), reference: .figure(figure))
            }
        }
    }

    private func drawPretraining(on picture: inout Picture) {
        let price = cost.pretraining
        let top = min(rows(price).lowerBound, ground.endRow - 4)
        picture.drawFirstFitting(
            ["one pretraining", "pretraining"], in: frame.valueArea(row: top), style: Style(.violet))
        picture.drawFirstFitting(
            ["\(price.briefly)", "\(price.lowEnd)–\(price.highEnd)+", "from \(price.lowEnd)"],
            in: frame.valueArea(row: top + 1), style: Style(.soft))
    }

    private func drawModels(on picture: inout Picture) {
        let number: Phrase = "\(slider: .grouped(count))"
        picture.drawFirstFitting(
            ["\(number) \(words: count > 1 ? "models" : "model")", "models"],
            in: frame.valueArea(row: ground.endRow - 2),
            style: Style(.rose))
        picture.drawFirstFitting(
            ["\(cost.models)", "\(cost.models.dashed)", "from \(cost.models.lowEnd)"],
            in: frame.valueArea(row: ground.endRow - 1), style: Style(.soft))
    }

    // MARK: - Beneath

    private struct Zone {
        var from: Int
        var to: Int
        var ink: Ink
        var names: [Phrase]
    }

    private var zones: [Zone] {
        let (first, second) = (column(cost.fewest.value), column(cost.most.value))
        return [
            Zone(
                from: frame.axis.start, to: first - 1, ink: .rose,
                names: ["models are cheaper", "models cheaper", "models"]),
            Zone(from: first + 2, to: second - 1, ink: .soft, names: ["depends on the price", "either"]),
            Zone(
                from: second + 2, to: frame.area.endColumn, ink: .violet,
                names: ["pretraining is cheaper", "pretraining"]),
        ]
    }

    /// Which side is the cheaper, and the two numbers of models at which that changes.
    private func drawZones(on picture: inout Picture) {
        let row = ground.endRow
        picture.drawFirstFitting(
            ["which is the cheaper", "the cheaper"], in: frame.labelArea(row: row), style: Style(.soft))
        picture.drawFirstFitting(
            ["and from how many on", "from how many", "from"], in: frame.labelArea(row: row + 1), style: Style(.soft))
        for zone in zones {
            let place = Area(column: zone.from, row: row, columns: max(0, zone.to - zone.from), rows: 1)
            picture.drawFirstFitting(zone.names, in: place, style: Style(zone.ink))
        }
        for figure in [cost.fewest, cost.most] {
            let text: Phrase = "\(figure)"
            let width = picture.width(of: text)
            picture.draw(
                text, in: Area(column: column(figure.value) - width / 2, row: row + 1, columns: width, rows: 1))
        }
    }
}
