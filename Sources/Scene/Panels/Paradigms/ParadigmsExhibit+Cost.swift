import Cells
import Evidence

/// The taught prices as spans on one scale of money, and over the slider the numbers of models at which one side or the
/// other is the cheaper.
extension ParadigmsExhibit {
    private var cost: ParadigmsCost? { ParadigmsCost(models: modelCount) }

    // MARK: - Words

    var headlineOfCost: Phrase {
        guard let cost else { return "No price of a model is carried here." }
        let count: Phrase = "\(slider: .grouped(modelCount))"
        guard modelCount > 1 else {
            return
                "A model for \(count) task costs \(cost.oneModel), much less than one pretraining: \(cost.pretraining)."
        }
        let models: Phrase = "\(count) models of one task each cost \(cost.models)"
        return switch cost.verdict {
        case .models: "\(models), less than one pretraining: \(cost.pretraining)."
        case .even: "\(models): at most as much as the cheapest pretraining, \(cost.pretraining.lowEnd)."
        case .either: "\(models), one pretraining \(cost.pretraining.briefly): either can be cheaper."
        case .pretraining: "\(models), more than one pretraining even of \(cost.pretraining.highEnd)."
        }
    }

    var linesOfCost: [[Phrase]] {
        guard let cost else { return [] }
        return [[whereItPays(cost)], [twenty], [shared], [formula(cost)], [published]]
    }

    private func whereItPays(_ cost: ParadigmsCost) -> Phrase {
        "By taught prices one pretraining can pay from \(cost.fewest) models on; beyond \(cost.most) any up to \(cost.pretraining.highEnd) does."
    }

    private var twenty: Phrase {
        let all = ParadigmsTask.all.map(\.labels)
        guard let cost = ParadigmsCost(models: Double(all.count)) else { return "" }
        return
            "For the \(ParadigmsTotals.count(all)) tasks of this panel alone it hardly would: their models cost \(cost.models)."
    }

    /// Who shares one model, and what it costs on top.
    private var shared: Phrase {
        typealias Lesson = ParadigmsTotals.Lesson
        guard let users = Lesson.users, let tasks = Lesson.tasks, let use = Lesson.promptCost,
            let next = Lesson.taskCost
        else { return "" }
        return
            "What counts is models: it is taught that each company trained its own, and that one model now serves \(users) over \(tasks); the cost of a task \(next), and using it is \(use)."
    }

    private func formula(_ cost: ParadigmsCost) -> Phrase {
        "\(Formula.breakEven, \.expression): \(cost.pretraining.lowEnd) / \(cost.oneModel.highEnd) = \(cost.fewest), \(cost.pretraining.highEnd) / \(cost.oneModel.lowEnd) = \(cost.most); more than \(cost.pretraining.highEnd) takes more."
    }

    /// What others estimate for pretraining, which is less for most models.
    private var published: Phrase {
        guard let series = Archive.costs.series("costs/usd/epoch-cloud"),
            let first = series.figures.first(where: { $0.subject.model == "GPT-3 175B" }),
            let last = series.figures.first(where: { $0.subject.model == "GPT-4" })
        else { return "" }
        return
            "Estimated by others, the final run alone, rented: \(name: first.subject.model, of: first) \(first), \(name: last.subject.model, of: last) \(last). No published price of a model for one task is carried here."
    }

    var pricesLegend: Phrase {
        "\(Phrase(words: "━", ink: .rose)) models\u{A0} \(Phrase(words: "━", ink: .violet)) one pretraining\u{A0} ┅ and more"
    }

    // MARK: - Picture

    func drawCost(on picture: inout Picture, in frame: PanelFrame) {
        guard let cost else { return }
        let zoneRows = frame.area.rows >= 14 ? 4 : 3
        var rows = RowCursor(area: frame.area.inset(bottom: zoneRows))
        drawMoney(on: &picture, row: rows.take(1).row, frame: frame)
        let spans = spans(cost)
        let share = (frame.area.rows - zoneRows - 1) / spans.count
        for span in spans {
            let place = rows.take(1)
            if !place.isEmpty { draw(span, on: &picture, row: place.row, frame: frame) }
            if share > 2 { drawNote(span, on: &picture, in: rows.take(1), frame: frame) }
            rows.skip(share > 1 ? 1 : 0)
        }
        drawZones(cost, on: &picture, in: frame.area.bottom(zoneRows), frame: frame)
    }

    private struct Span {
        var names: [Phrase]
        var figure: Figure
        var values: [Phrase]
        var note: Phrase
        var ink: Ink
        var isOpen = false
    }

    private func spans(_ cost: ParadigmsCost) -> [Span] {
        let count: Phrase = "\(slider: .grouped(modelCount))"
        let isOne = modelCount <= 1
        return [
            Span(
                names: [
                    isOne ? "a model for one task" : "a model for each of \(count)",
                    "\(count) \(words: isOne ? "model" : "models")",
                ],
                figure: cost.models, values: ["\(cost.models)", "\(cost.models.dashed)"],
                note: "\(cost.oneModel) each, its labels and its training", ink: .rose),
            Span(
                names: ["one pretraining for all", "one pretraining", "pretraining"], figure: cost.pretraining,
                values: ["\(cost.pretraining.briefly)"], note: "once, however many tasks there are", ink: .violet,
                isOpen: cost.pretraining.subject.bound == "atLeast"),
            Span(
                names: ["one task more: a model", "one model more", "one more"], figure: cost.oneModel,
                values: ["\(cost.oneModel)", "\(cost.oneModel.briefly)"], note: "every further task is paid for again",
                ink: .rose),
        ] + (prompt.map { [$0] } ?? [])
    }

    /// What one task more costs a pretrained model, which is off the scale.
    private var prompt: Span? {
        guard let next = ParadigmsTotals.Lesson.taskCost, let use = ParadigmsTotals.Lesson.promptCost else {
            return nil
        }
        return Span(
            names: ["one task more: a prompt", "one prompt more", "one prompt"], figure: next, values: ["\(next)"],
            note: "off this scale: \(use)", ink: .violet)
    }

    private func drawMoney(on picture: inout Picture, row: Int, frame: PanelFrame) {
        picture.drawFirstFitting(
            ["dollars, log scale", "dollars, log", "dollars"], in: frame.labelArea(row: row), style: Style(.faint))
        let axis = SliderAxis(
            name: "dollars", scale: ParadigmsCost.money, positions: [], stops: [],
            ticks: ParadigmsCost.moneyTicks.map { ($0, .short($0)) }, text: SliderText.short)
        picture.drawTickLabels(
            axis, frame: frame.axis, row: row,
            in: Area(column: frame.axis.start, row: row, columns: frame.axis.columns + 2, rows: 1))
    }

    private func draw(_ span: Span, on picture: inout Picture, row: Int, frame: PanelFrame) {
        picture.drawFirstFitting(span.names, in: frame.labelArea(row: row))
        let scale = ParadigmsCost.money
        let ticks = Set(ParadigmsCost.moneyTicks.map { frame.axis.column(scale.fraction(of: $0)) })
        let (low, high) = (span.figure.low ?? span.figure.value, span.figure.high ?? span.figure.value)
        let first = frame.axis.column(scale.fraction(of: low))
        let last = frame.axis.column(scale.fraction(of: high))
        let isBelow = high < scale.range.lowerBound
        for column in frame.axis.start...frame.axis.end {
            let isInside = (first...max(first, last)).contains(column)
            let isBeyond = span.isOpen && column > last
            let glyph: Unicode.Scalar =
                isInside
                ? (isBelow ? "◂" : "━")
                : isBeyond ? (column == frame.axis.end ? "▸" : "┄") : ticks.contains(column) ? "┼" : "─"
            picture.put(
                Glyph(glyph), column: column, row: row, style: Style(isInside || isBeyond ? span.ink : .rule),
                reference: isInside ? .figure(span.figure) : nil)
        }
        picture.drawFirstFitting(span.values, in: frame.valueArea(row: row), style: Style(.soft))
    }

    private func drawNote(_ span: Span, on picture: inout Picture, in place: Area, frame: PanelFrame) {
        guard !place.isEmpty else { return }
        let room = Area(
            column: frame.axis.start, row: place.row, columns: place.endColumn - frame.axis.start - 1, rows: 1)
        picture.drawFirstFitting([span.note], in: room, style: Style(.faint))
    }

    // MARK: - Over the slider

    private struct Zone {
        var from: Double
        var to: Double
        var glyph: Glyph
        var ink: Ink
        var names: [Phrase]
        /// Its name may reach beyond the axis.
        var isLast = false
    }

    private func zones(_ cost: ParadigmsCost) -> [Zone] {
        let end = axis.scale.range.upperBound
        return [
            Zone(
                from: 1, to: cost.fewest.value, glyph: Glyph("▓"), ink: .rose,
                names: ["models are cheaper", "models cheaper", "models"]),
            Zone(
                from: cost.fewest.value, to: cost.most.value, glyph: Glyph("░"), ink: .soft,
                names: ["either, by the price", "either"]),
            Zone(
                from: cost.most.value, to: end, glyph: Glyph("▓"), ink: .violet,
                names: ["pretraining is cheaper", "pretraining"], isLast: true),
        ]
    }

    /// Over the axis of the slider: which side is the cheaper, and the two numbers at which that changes.
    private func drawZones(_ cost: ParadigmsCost, on picture: inout Picture, in area: Area, frame: PanelFrame) {
        guard area.rows >= 3 else { return }
        func column(_ count: Double) -> Int { frame.axis.column(axis.scale.fraction(of: count)) }
        let bar = area.row + 1
        picture.drawFirstFitting(
            ["which is the cheaper", "the cheaper"], in: frame.labelArea(row: bar), style: Style(.soft))
        for zone in zones(cost) {
            let (first, last) = (column(zone.from), column(zone.to))
            for place in first..<max(first + 1, last) {
                picture.put(zone.glyph, column: place, row: bar, style: Style(zone.ink))
            }
            picture.drawFirstFitting(
                zone.names,
                in: Area(
                    column: first, row: area.row,
                    columns: max(0, (zone.isLast ? area.endColumn : last) - first - 1), rows: 1),
                style: Style(zone.ink))
        }
        for figure in [cost.fewest, cost.most] {
            let place = column(figure.value)
            picture.put(Glyph("│"), column: place, row: bar, style: Style(.standard), reference: .figure(figure))
            let text: Phrase = "\(figure)"
            let width = picture.width(of: text)
            picture.draw(
                text, in: Area(column: place - width / 2, row: bar + 1, columns: width, rows: 1))
        }
        let knob = frame.axis.column(slider.shown(on: axis))
        picture.put(Glyph("▼"), column: knob, row: bar, style: Style(.accent))
    }
}
