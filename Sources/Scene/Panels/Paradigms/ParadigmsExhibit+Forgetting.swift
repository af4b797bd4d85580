import Cells
import Evidence

/// What the one model could still do after it was fine-tuned: the price of changing its weights.
extension ParadigmsExhibit {
    // MARK: - Words

    var headlineOfForgetting: Phrase {
        if let failure = forgetting.failure { return "What it forgot cannot be shown: \(failure)." }
        guard let loss = forgetfulness else { return "One moment: what the model forgot is being read." }
        guard let change = chosenChange else { return "\(words: loss.tuned), it shows nothing here." }
        let level = guessing([change.before, change.after])
        let kept = change.after.value < change.before.value ? "has no clear loss in" : "loses nothing in"
        return ScaleExhibit.fitting(
            ["the little model", "the model"].map { model in
                change.isLost
                    ? "\(words: loss.tuned), \(words: model) falls from \(change.before) to \(change.after) in \(words: change.names[0])\(level)."
                    : "\(words: loss.tuned), \(words: model) \(words: kept) \(words: change.names[0]): \(change.before), then \(change.after)\(level)."
            })
    }

    /// The worst loss by fine-tuning on the chosen task in a sentence.
    var lossInWords: Phrase {
        guard let loss = lossOfChosenTask, let worst = loss.worst else { return "" }
        return
            "\(words: loss.tuned), the little model forgets: \(words: worst.names[0]) falls from \(worst.before) to \(worst.after) (\(key: "m"))."
    }

    var linesOfForgetting: [[Phrase]] {
        guard let loss = forgetfulness else { return [] }
        let learned = loss.teaching.tasks.map { score -> Phrase in
            let name = RaceTask.all.first { $0.id == score.id }?.names[0] ?? score.name
            return "\(words: name) \(score.accuracy.mean)"
        }
        var lines: [[Phrase]] = []
        if let change = chosenChange {
            lines.append([
                "\(strong: change.names[0])\(words: ":") \(words: change.task)",
                "\(name: change.after.subject.items, of: change.after) questions",
            ])
        }
        lines.append(["What it learned: " + Phrase.joined(Array(learned.prefix(1)), by: "")] + learned.dropFirst())
        lines += [[mixedIn], ["A prompt changes no weight, and so takes nothing away."]]
        return lines
    }

    /// What becomes of the chosen ability where old text is mixed in.
    private var mixedIn: Phrase {
        guard let scores = forgetting.value, forgetfulness?.isMixed == false,
            let mixed = scores.teachings.first(where: { $0.id == ModelLoss.mixed })
        else { return "" }
        let changes = ModelLoss(mixed, of: scores).changes
        guard let change = changes.first(where: { $0.ability.id == chosenChange?.ability.id }) else { return "" }
        return
            "\(key: "[") and \(key: "]") show other tasks: fine-tuned to name the illness, old text mixed in, it has \(change.after) in \(words: change.names[0])."
    }

    // MARK: - Picture

    func drawForgetting(on picture: inout Picture, in frame: PanelFrame) {
        guard let loss = forgetfulness else { return }
        drawLoss(loss, chosen: chosenRow, on: &picture, in: frame)
    }

    /// A row an ability, its score before the fine-tuning and after it; nil chooses none, and none can be pressed.
    func drawLoss(_ loss: ModelLoss, chosen: Int?, on picture: inout Picture, in frame: PanelFrame) {
        var rows = RowCursor(area: frame.area)
        let marks: Phrase =
            "\(Phrase(words: "○", ink: .green)) before\u{A0} \(Phrase(words: "●", ink: .green)) after\u{A0} \(Phrase(words: "◉", ink: .green)) both in one place"
        let tuned = loss.tuned.prefix(1).lowercased() + loss.tuned.dropFirst()
        let heading: [Phrase] = [
            "\(strong: "what else it can do"), \(words: tuned)\u{A0} \(marks)",
            "\(strong: "what else it can do")\u{A0} \(marks)", marks,
        ]
        picture.drawFirstFitting(heading, in: rows.take(1).inset(left: 1, right: 1), style: Style(.soft))
        let scale = rows.take(1)
        if !scale.isEmpty {
            let axis = SliderAxis(
                name: "right", scale: .linear(0...1), positions: [], stops: [],
                ticks: [0, 0.25, 0.5, 0.75, 1].map { ($0, .value($0, .fraction)) }, text: SliderText.short)
            picture.drawTickLabels(
                axis, frame: frame.axis, row: scale.row,
                in: Area(column: frame.axis.start, row: scale.row, columns: frame.axis.columns + 2, rows: 1))
        }
        let room = frame.area.endRow - rows.row
        let share = room / max(1, loss.changes.count)
        let hasNotes = share >= 3
        let window = ChoiceList(count: loss.changes.count, chosen: chosen ?? 0).window(rows: room)
        for index in window {
            let place = rows.take(1)
            guard !place.isEmpty else { break }
            draw(loss.changes[index], isChosen: chosen == index, on: &picture, row: place.row, frame: frame)
            if hasNotes { drawNote(loss.changes[index], on: &picture, in: rows.take(1), frame: frame) }
            if share > 1 || room >= loss.changes.count * 2 - 1 { rows.skip(max(1, min(Self.mostAir, share - 2))) }
            if chosen != nil { picture.hotspots.append(Hotspot(area: place, target: .command(.choose(index)))) }
        }
    }

    /// The most rows between two abilities.
    private static let mostAir = 4

    private func drawNote(
        _ change: ModelLoss.Change, on picture: inout Picture, in place: Area, frame: PanelFrame
    ) {
        guard !place.isEmpty else { return }
        picture.drawFirstFitting(
            [Phrase(words: change.task)],
            in: Area(
                column: frame.axis.start, row: place.row, columns: place.endColumn - frame.axis.start - 1, rows: 1),
            style: Style(.faint))
    }

    private func draw(
        _ change: ModelLoss.Change, isChosen: Bool, on picture: inout Picture, row: Int, frame: PanelFrame
    ) {
        if isChosen { picture.put(Glyph("▌"), column: frame.area.column, row: row, style: Style(.accent)) }
        picture.drawFirstFitting(
            change.names.map { Phrase(words: $0) }, in: frame.labelArea(row: row),
            style: isChosen ? Style(.accent, on: .standard, .bold) : .plain)
        JoinedDots(before: change.before, after: change.after, isSameNetwork: true).draw(
            on: &picture, column: frame.axis.start, row: row, columns: frame.axis.columns)
        let pair: Phrase = "\(Phrase("\(change.before.withoutUnit)").withoutLetters) → \(change.after.withoutUnit)"
        picture.drawFirstFitting([pair, "\(change.after)"], in: frame.valueArea(row: row), style: Style(.soft))
    }
}
