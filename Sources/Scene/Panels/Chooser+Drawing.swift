import Cells
import Evidence

extension Chooser {
    /// Draws the checklist and, beneath or beside it, what it answers.
    func draw(line: Int, on picture: inout Picture, in area: Area) {
        guard area.rows > 0, area.columns > 0 else { return }
        let isWide = area.columns >= 92
        let list = isWide ? Area(column: area.column, row: area.row, columns: 46, rows: area.rows) : area
        picture.draw("\(strong: "Which path for my case?")", in: list.top(1), style: Style(.accent))
        let keys: Phrase = "\(key: "↑↓") choose   \(key: "Space") tick   \(key: "Esc") close"
        picture.drawFirstFitting(
            [keys, "\(key: "Space") tick  \(key: "Esc") close"], in: area.bottom(1), style: Style(.soft))
        let air = area.rows >= 26 ? 1 : 0
        let needs = list.inset(top: 1 + air, bottom: 1)
        let used = drawNeeds(line: line, on: &picture, in: needs)
        let answer =
            isWide
            ? area.inset(left: 50, right: 2, bottom: 1) : area.inset(top: 1 + air + used + air, right: 1, bottom: 1)
        drawAnswer(on: &picture, in: answer, air: air)
    }

    /// The checklist; where it is too high for the area it scrolls with its chosen line.
    private func drawNeeds(line: Int, on picture: inout Picture, in area: Area) -> Int {
        let all = Need.allCases
        let shown = min(
            all.count, max(1, min(area.rows, area.rows >= 14 || area.columns < 60 ? area.rows - 3 : area.rows)))
        let first = min(max(0, line - shown + 1), max(0, all.count - shown))
        for (offset, need) in all.dropFirst(first).prefix(shown).enumerated() {
            let place = Area(column: area.column, row: area.row + offset, columns: area.columns, rows: 1)
            let isChosen = need.rawValue == line
            let isTicked = ticked.contains(need)
            let mark = (isChosen ? "▌" : " ") + (isTicked ? "[x] " : "[ ] ")
            picture.drawFirstFitting(
                [
                    Phrase(stringLiteral: mark + need.text), Phrase(stringLiteral: mark + need.shortText),
                    Phrase(stringLiteral: mark),
                ],
                in: place,
                style: isChosen
                    ? Style(.accent, on: .sheet, [.bold, .underline]) : Style(isTicked ? .standard : .soft, on: .sheet))
            picture.hotspots.append(Hotspot(area: place, target: .action(.toggle(need.rawValue))))
            if isChosen { picture.cursor = Position(column: place.column + 2, row: place.row) }
        }
        return min(shown, all.count)
    }

    private func drawAnswer(on picture: inout Picture, in area: Area, air: Int) {
        guard area.rows > 0, area.columns > 0 else { return }
        let ink = answer.movesWeights ? AdaptationPath.fineTune.ink : AdaptationPath.prompt.ink
        let title = Phrase("→ \(strong: answer.text)").inked(ink)
        var rest = area.inset(top: picture.draw(title, in: area.top(1), style: Style(ink, on: .sheet)) + air)
        let changers = changerLines
        let columns = rest.columns
        let kept =
            rest.rows > 2 ? min(rest.rows / 2, changers.first.map { picture.rows(of: $0, columns: columns) } ?? 0) : 0
        for (index, reason) in reasons.enumerated() {
            let room = rest.rows - kept
            guard room > 0, index == 0 || picture.rows(of: reason, columns: columns) <= room else { continue }
            rest = rest.inset(top: picture.draw(reason, in: rest.top(room), style: Style(.standard, on: .sheet)))
        }
        rest = rest.inset(top: air)
        for (index, changer) in changers.enumerated()
        where index == 0 || picture.rows(of: changer, columns: columns) <= rest.rows {
            rest = rest.inset(top: picture.draw(changer, in: rest, style: Style(.soft, on: .sheet)))
        }
    }

    /// What would change the answer, a line a path.
    var changerLines: [Phrase] {
        let all = mindChangers
        return Answer.allCases.compactMap { answer in
            let needs = all.filter { $0.answer == answer }
            guard !needs.isEmpty else { return nil }
            let words = needs.map { ($0.isTicked ? "without " : "with ") + $0.need.shortText }
            return "\(words: answer.text) instead: \(words: words.joined(separator: ", or "))"
        }
    }
}

extension Chooser.Need {
    /// The need in two or three words.
    var shortText: String {
        switch self {
        case .jargon: "unseen jargon"
        case .format: "one format"
        case .lastPoints: "the last points"
        case .labels: "labels"
        case .freshness: "fresh knowledge"
        case .manyTasks: "many tasks"
        case .today: "a start today"
        case .lowTraffic: "low traffic"
        case .highTraffic: "high traffic"
        }
    }
}
