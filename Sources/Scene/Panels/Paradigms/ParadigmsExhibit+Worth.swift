import Cells
import Evidence

/// Published scores of one network without pretraining and with it, each kind on an axis of its own.
extension ParadigmsExhibit {
    var headlineOfWorth: Phrase {
        let all = ParadigmsEvidence.ofOneNetwork
        let better = all.filter { $0.gain >= ParadigmsEvidence.smallestGain }
        let byAHair = better.filter(\.isByAHair).count
        let hair: Phrase = byAHair > 0 ? ", in \(words: Self.word(byAHair)) by a hair" : ""
        return
            "Pretrained first, the same network does better in \(words: Self.word(better.count)) of \(words: Self.word(all.count)) tests"
            + hair + "."
    }

    /// A small number as a word.
    static func word(_ count: Int) -> String {
        count == 10 ? "ten" : count == 9 ? "nine" : PretrainingExhibit.word(count)
    }

    func linesOfWorth(columns: Int) -> [[Phrase]] {
        guard let item = chosenEvidence else { return [] }
        return [inWords(item, columns: columns), [item.caution], [fewLabels]]
    }

    /// The chosen comparison: the first piece fits on the narrowest screen.
    private func inWords(_ item: ParadigmsEvidence, columns: Int) -> [Phrase] {
        let before: Phrase = "\(item.before.withoutUnit)"
        let after: Phrase = "\(item.after.withoutUnit)"
        let short = item.names.last ?? ""
        let scores: Phrase =
            if !item.isSameNetwork {
                "systems before it \(before), it \(after)"
            } else if columns < 70 {
                "\(before) without, \(after) with"
            } else {
                "from scratch \(before), pretrained \(after)"
            }
        let name = columns < 70 ? Phrase("\(name: short, of: item.after)") : item.name
        return ["\(name.bold): \(scores)", item.exam, item.metric, item.condition]
    }

    /// How few labels fine-tuning needs, with its conditions.
    var fewLabels: Phrase {
        let figures = ParadigmsEvidence.fewLabels
        guard figures.count == 3, let labels = figures[0].subject.labelledExamples else { return "" }
        let hundred = figures[0]
        return
            "Few labels: pretrained, \(name: "ULMFiT", of: hundred) does as well with \(name: Number.grouped(labels), of: hundred) labelled examples as from scratch with \(figures[0]) times as many on film reviews, \(figures[1]) times on news; if it also reads unlabelled text of the task, up to \(figures[2]) times."
    }

    /// What the marks are, the longest form first.
    var evidenceLegend: [Phrase] {
        let forms = [
            ["○ from scratch", "● pretrained", "◉ both in one place", "◇ another network before"],
            ["○ from scratch", "● pretrained", "◉ both", "◇ other network"],
        ]
        return forms.map { Phrase.joined($0.map { Phrase(words: $0) }, by: "\u{A0} ") }
    }

    /// The same in a sentence, in which no line ends with a mark.
    var evidenceLegendInWords: Phrase {
        "In the chart: ○\u{A0}from scratch, ●\u{A0}pretrained, ◉\u{A0}both in one place, ◇\u{A0}another network before."
    }

    // MARK: - Picture

    /// A line of the picture.
    enum EvidenceLine: Hashable, Sendable {
        case heading(ParadigmsEvidence.Kind)
        case row(Int)
        /// What is compared in a row, and on which conditions.
        case note(Int)
        case air
    }

    /// The lines that so many rows show: all, with air between the kinds where there is room, and a note to each row where
    /// there is more; or a window around the chosen one, under the heading of its first row.
    func evidenceLines(rows: Int) -> [EvidenceLine] {
        let all = ParadigmsEvidence.all
        let groups = ParadigmsEvidence.Kind.allCases.map { kind in
            [EvidenceLine.heading(kind)] + all.indices.filter { all[$0].kind == kind }.map(EvidenceLine.row)
        }
        let airy = Array(groups.joined(separator: [.air]))
        if airy.count <= rows {
            guard airy.count + all.count <= rows else { return airy }
            let noted = airy.flatMap { line -> [EvidenceLine] in
                if case .row(let index) = line { [line, .note(index)] } else { [line] }
            }
            // Where there is room for it, air parts the rows of a kind too.
            let parted = noted.indices.flatMap { place -> [EvidenceLine] in
                guard case .note = noted[place], place + 1 < noted.count, case .row = noted[place + 1] else {
                    return [noted[place]]
                }
                return [noted[place], .air]
            }
            return parted.count <= rows ? parted : noted
        }
        let lines = Array(groups.joined())
        guard lines.count > rows, rows > 1 else { return Array(lines.prefix(max(0, rows))) }
        let chosen = lines.firstIndex(of: .row(chosenRow)) ?? 0
        let first = min(max(0, chosen - rows / 2), lines.count - rows)
        var window = Array(lines[first..<first + rows])
        if case .row(let index) = window[0] {
            window[0] = .heading(all[index].kind)
            // A heading that has lost its only row says nothing.
            if case .heading = window[1] { window[0] = .air }
        }
        if case .heading = window[rows - 1] { window[rows - 1] = .air }
        return window
    }

    func drawWorth(on picture: inout Picture, in frame: PanelFrame) {
        var rows = RowCursor(area: frame.area)
        picture.drawFirstFitting(evidenceLegend, in: rows.take(1).inset(left: 1, right: 1), style: Style(.soft))
        let lines = evidenceLines(rows: frame.area.rows - 1)
        // A row of air after it, where one is left before what stands beneath too.
        if lines.count + 2 < frame.area.rows { rows.skip(1) }
        for line in lines {
            let place = rows.take(1)
            switch line {
            case .air: continue
            case .heading(let kind): drawHeading(kind, on: &picture, row: place.row, frame: frame)
            case .note(let index): drawNote(index, on: &picture, in: place, frame: frame)
            case .row(let index): drawEvidence(index, on: &picture, in: place, frame: frame)
            }
        }
    }

    /// What a kind counts, and the ends of its axis over the dots.
    private func drawHeading(
        _ kind: ParadigmsEvidence.Kind, on picture: inout Picture, row: Int, frame: PanelFrame
    ) {
        let axis = Area(column: frame.axis.start, row: row, columns: frame.axis.columns, rows: 1)
        let low: Phrase = "\(axis: .short(kind.range.lowerBound))"
        let high: Phrase = "\(axis: .short(kind.range.upperBound))"
        picture.draw(low, in: axis, style: Style(.faint))
        picture.draw(high, in: axis, style: Style(.faint), alignment: .right)
        let room = Area(
            column: frame.area.column + 1, row: row, columns: frame.axis.start - frame.area.column - 2, rows: 1)
        guard !picture.drawFirstFitting(kind.titles.map(\.bold), in: room) else { return }
        let inner = axis.inset(left: low.width + 2, right: high.width + 2)
        picture.drawFirstFitting(kind.titles.map(\.bold), in: inner)
    }

    private func drawNote(_ index: Int, on picture: inout Picture, in place: Area, frame: PanelFrame) {
        guard !place.isEmpty, ParadigmsEvidence.all.indices.contains(index) else { return }
        let item = ParadigmsEvidence.all[index]
        picture.drawFirstFitting(
            ["\(item.exam) · \(item.metric) · \(item.condition)", "\(item.exam) · \(item.metric)", item.exam],
            in: Area(
                column: frame.axis.start, row: place.row, columns: place.endColumn - frame.axis.start - 1, rows: 1),
            style: Style(.faint))
    }

    private func drawEvidence(_ index: Int, on picture: inout Picture, in place: Area, frame: PanelFrame) {
        guard !place.isEmpty, ParadigmsEvidence.all.indices.contains(index) else { return }
        let item = ParadigmsEvidence.all[index]
        let isChosen = chosenRow == index
        if isChosen { picture.put(Glyph("▌"), column: place.column, row: place.row, style: Style(.accent)) }
        picture.drawFirstFitting(
            item.names.map { "\(name: $0, of: item.after)" }, in: frame.labelArea(row: place.row),
            style: isChosen ? Style(.accent, on: .standard, .bold) : .plain)
        item.dots.draw(on: &picture, column: frame.axis.start, row: place.row, columns: frame.axis.columns)
        picture.drawFirstFitting(item.values, in: frame.valueArea(row: place.row), style: Style(.soft))
        picture.hotspots.append(Hotspot(area: place, target: .command(.choose(index))))
    }
}
