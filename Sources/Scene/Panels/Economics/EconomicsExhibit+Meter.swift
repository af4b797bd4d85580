import Cells
import Evidence

/// What large trainings would take on one machine, each step of the sum shown.
extension EconomicsExhibit {
    var headlineOfMeter: Phrase {
        if meter.isAtWork { return "Measuring how fast this machine trains a small model, for a few seconds …" }
        if let failure = meter.failure, meter.speed == nil { return ("\(failure)." as Phrase).capitalized }
        guard let chosen = chosenTraining, let time = chosen.time, let rent = chosen.rent, let price = chosen.price
        else { return "How long would a large model take on one machine? Its speed is not known yet." }
        let model: Phrase = "\(name: chosen.training.model, of: chosen.training.tokens)"
        let whose = meter.isMeasuredHere ? "This machine" : "The machine that recorded the runs"
        return "\(words: whose) would train \(model) in \(time), for \(rent) at \(price.briefly) an hour."
    }

    var linesOfMeter: [[Phrase]] {
        guard let chosen = chosenTraining else { return [] }
        var lines: [[Phrase]] = []
        if let ratio = chosen.ratio, let hours = chosen.training.hours {
            lines.append([
                "\(strong: "One machine of theirs") did in an hour what this one does in \(ratio): its makers state \(hours.machineHours)"
            ])
        }
        if let cost = chosen.training.cost {
            let word = cost.kind == .computed ? "its machine hours at a published rent" : "estimated by others"
            lines.append(["What it cost: \(cost), \(words: word); so slow a machine is expensive even at a low rent"])
        }
        lines.append([check(chosen)])
        if let speed = meter.speed?.tokensPerSecond {
            lines.append([
                "The speed: \(speed.withoutUnit) tokens a second at size \(name: speed.subject.model, of: speed), \(name: speed.subject.metric, of: speed), on \(name: speed.subject.method, of: speed)"
            ])
        }
        lines.append([
            "The formula leaves out attention and embeddings, in both sums, and does not ask if the model would fit in memory"
        ])
        return lines
    }

    /// The formula against what others say of the same training.
    private func check(_ meter: CostMeter) -> Phrase {
        let published = meter.training.published
        let word = published.subject.bound == "stated" ? "they state" : "others estimate"
        let note: Phrase = published.subject.note.isEmpty ? "" : " (\(name: published.subject.note, of: published))"
        return "The formula gives \(meter.work); \(words: word) \(published)\(note)"
    }

    var provenanceOfMeter: [Phrase] {
        guard let chosen = chosenTraining else { return [] }
        let source = meter.speed?.tokensPerSecond.source
        return (source.map { ["\($0)"] } ?? []) + [
            .legend(of: [.published, .measured, .computed] + (chosen.price?.kind == .chosen ? [.chosen] : [])),
            "\(chosen.training.tokens.source)",
        ]
    }

    /// The steps of the sum: what it is, the sum, and what it comes to.
    func steps(_ chosen: CostMeter) -> [(names: [Phrase], sums: [Phrase], result: Phrase)] {
        let tokens = chosen.training.tokens
        let six = Archive.constants.series("constant/flop-per-parameter-token")?.figures.first
        guard let six else { return [] }
        var steps: [(names: [Phrase], sums: [Phrase], result: Phrase)] = [
            (
                ["work of the training", "the work"],
                [
                    "\(six.withoutUnit) · \(name: tokens.place(along: .parameters)) parameters · \(tokens) tokens",
                    "\(six.withoutUnit) · \(name: tokens.place(along: .parameters)) · \(tokens)",
                ], "\(chosen.work)"
            )
        ]
        guard let speed = meter.speed, let rate = chosen.speed else { return steps }
        steps.append(
            (
                ["the machine a second", "work a second", "a second"],
                [
                    "\(six.withoutUnit) · \(speed.parameters) parameters · \(speed.tokensPerSecond.withoutUnit) tokens",
                    "\(six.withoutUnit) · \(speed.parameters) · \(speed.tokensPerSecond.withoutUnit)",
                ], "\(rate)"
            ))
        guard let time = chosen.time, let hours = chosen.hours else { return steps }
        steps.append((["how long", "time"], ["\(chosen.work) / \(rate)", "work / work a second"], "\(time)"))
        guard let rent = chosen.rent, let price = chosen.price else { return steps }
        steps.append(
            (
                ["what it would cost", "cost"], ["\(hours) · \(price.briefly) an hour", "hours · \(price.briefly)"],
                "\(rent)"
            ))
        return steps
    }

    private static let rowsForHeading = 13
    private static let rowsForAir = 17

    func drawMeter(on picture: inout Picture, in frame: PanelFrame) {
        guard let chosen = chosenTraining else { return }
        let all = CostMeter.all(at: meter.speed, price: assumptions.figure(.hourPrice))
        let steps = steps(chosen)
        let air = frame.area.rows >= Self.rowsForAir ? 1 : 0
        let heading = frame.area.rows >= Self.rowsForHeading ? 1 : 0
        var rows = RowCursor(area: frame.area)
        if heading > 0 {
            picture.drawFirstFitting(
                ["\(name: chosen.training.model, of: chosen.training.tokens): the whole calculation"],
                in: rows.take(1).inset(left: 3), style: Style(.soft))
        }
        for step in steps {
            let row = rows.take(1).row
            guard row < frame.area.endRow else { return }
            picture.drawFirstFitting(step.names, in: frame.labelArea(row: row), style: Style(.standard))
            picture.drawFirstFitting(
                step.sums,
                in: Area(column: frame.axis.start, row: row, columns: frame.axis.columns, rows: 1), style: Style(.soft))
            picture.draw(step.result, in: frame.valueArea(row: row).inset(left: 1), style: Style(.soft))
            rows.skip(air)
        }
        if meter.isAtWork, let fraction = meter.fraction { drawProgress(fraction, on: &picture, in: frame, row: rows) }
        rows.skip(1)
        if heading > 0, !all.compactMap(\.time).isEmpty {
            picture.drawFirstFitting(
                ["years of one machine, log scale", "years, log scale", "years"],
                in: Area(column: frame.area.column + 3, row: rows.row, columns: frame.area.columns - 6, rows: 1),
                style: Style(.faint))
            rows.skip(1)
        }
        drawBars(all, on: &picture, in: frame.with(area: rows.take(frame.area.rows)))
    }

    private func drawProgress(_ fraction: Double, on picture: inout Picture, in frame: PanelFrame, row: RowCursor) {
        let columns = frame.axis.columns
        guard row.row < frame.area.endRow else { return }
        for column in 0..<columns {
            let isDone = Double(column) < fraction * Double(columns)
            picture.put(
                Glyph(isDone ? "━" : "─"), column: frame.axis.start + column, row: row.row,
                style: Style(isDone ? .green : .rule))
        }
    }

    /// The years of every training as bars on one logarithmic scale, which begins a decade below the shortest.
    private func drawBars(_ all: [CostMeter], on picture: inout Picture, in frame: PanelFrame) {
        let years = all.compactMap(\.time?.value)
        let scale = MoneyAxis(decadesAround: years + years.map { $0 / 10 }).scale
        let list = ChoiceList(count: all.count, chosen: chosenRow)
        let pitch = frame.area.rows >= 2 * all.count ? 2 : 1
        for (offset, index) in list.window(rows: frame.area.rows).enumerated() {
            let row = frame.area.row + offset * pitch
            let isChosen = index == chosenRow
            let training = all[index].training
            if isChosen { picture.put(Glyph("▌"), column: frame.area.column + 1, row: row, style: Style(.accent)) }
            picture.drawFirstFitting(
                [
                    "\(name: training.model, of: training.tokens)",
                    "\(name: training.family, of: training.tokens)",
                ], in: frame.labelArea(row: row),
                style: isChosen ? Style(.accent, on: .standard, .bold) : Style(.standard))
            picture.hotspots.append(
                Hotspot(
                    area: Area(column: frame.area.column, row: row, columns: frame.area.columns, rows: 1),
                    target: .command(.choose(index))))
            guard let time = all[index].time else { continue }
            let eighths = Int(
                (scale.fraction(of: time.value) * Double(frame.axis.columns * Blocks.eighths)).rounded())
            for column in 0..<frame.axis.columns {
                let rest = eighths - column * Blocks.eighths
                guard rest > 0 else { break }
                let glyph = Blocks.row(rest)
                picture.put(
                    picture.hasColor || glyph != Glyph("█") ? glyph : Glyph("▒"), column: frame.axis.start + column,
                    row: row, style: Style(.slate))
            }
            picture.draw("\(time)", in: frame.valueArea(row: row).inset(left: 1))
        }
    }
}
