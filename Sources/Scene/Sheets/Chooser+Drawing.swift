import Cells
import Evidence

extension Chooser {
    /// From how many columns on the answer stands beside the checklist, how wide that is then, and the gap between them.
    private static let columnsForBoth = 92
    private static let listColumns = 46
    private static let listGap = 4
    /// Columns left free right of the answer: of its own column, and beneath the checklist.
    private static let answerMargin = (beside: 2, beneath: 1)
    /// From how many rows on the parts have air between them.
    private static let rowsForAir = 26
    /// The answer beneath the checklist has at least so many rows where there are so many in all, or few columns.
    private static let answerRows = 3
    private static let rowsForAnswerRows = 14
    private static let fewColumns = 60
    /// What the answer takes is left out where so few rows are left.
    private static let fewTermRows = 4

    /// Draws the checklist and, beneath or beside it, what it answers.
    func draw(line: Int, on picture: inout Picture, in area: Area) {
        guard area.rows > 0, area.columns > 0 else { return }
        let isWide = area.columns >= Chooser.columnsForBoth
        let list =
            isWide ? Area(column: area.column, row: area.row, columns: Chooser.listColumns, rows: area.rows) : area
        picture.draw("\(strong: "Which path for my case?")", in: list.top(1), style: Style(.accent))
        if !picture.isOnTour {
            let keys: Phrase = "\(key: "↑↓") choose\u{A0}\u{A0} \(key: "Space") tick\u{A0}\u{A0} \(key: "Esc") close"
            picture.drawFirstFitting(
                [keys, "\(key: "Space") tick  \(key: "Esc") close"], in: area.bottom(1), style: Style(.soft))
        }
        let air = area.rows >= Chooser.rowsForAir ? 1 : 0
        let needs = list.inset(top: 1 + air, bottom: 1)
        let used = drawNeeds(line: line, on: &picture, in: needs)
        let answer =
            isWide
            ? area.inset(left: Chooser.listColumns + Chooser.listGap, right: Chooser.answerMargin.beside, bottom: 1)
            : area.inset(top: 1 + air + used + air, right: Chooser.answerMargin.beneath, bottom: 1)
        drawAnswer(on: &picture, in: answer, air: air)
    }

    /// The checklist; where it is too high for the area it scrolls with its chosen line.
    private func drawNeeds(line: Int, on picture: inout Picture, in area: Area) -> Int {
        let all = Need.allCases
        let keepsAnswer = area.rows >= Chooser.rowsForAnswerRows || area.columns < Chooser.fewColumns
        let shown = min(all.count, max(1, keepsAnswer ? area.rows - Chooser.answerRows : area.rows))
        let first = min(max(0, line - shown + 1), max(0, all.count - shown))
        for (offset, need) in all.dropFirst(first).prefix(shown).enumerated() {
            let place = Area(column: area.column, row: area.row + offset, columns: area.columns, rows: 1)
            let isChosen = need.rawValue == line
            let isTicked = ticked.contains(need)
            let box = Chooser.alternatives.contains(need) ? (isTicked ? "(x) " : "( ) ") : isTicked ? "[x] " : "[ ] "
            let mark = (isChosen ? "▌" : "\u{A0}") + box
            let rivals = rivals(of: need).sorted { $0.rawValue < $1.rawValue }.map(\.shortText)
            let instead = rivals.isEmpty ? "" : ", not \(rivals.joined(separator: " or "))"
            picture.drawFirstFitting(
                [
                    Phrase(words: mark + need.text + instead), Phrase(words: mark + need.text),
                    Phrase(words: mark + need.shortText),
                    Phrase(words: mark),
                ],
                in: place,
                style: isChosen
                    ? Style(.accent, on: .sheet, .bold) : Style(isTicked ? .standard : .soft, on: .sheet))
            picture.hotspots.append(Hotspot(area: place, target: .command(.press(line: need.rawValue))))
            if isChosen { picture.cursor = Position(column: place.column + 2, row: place.row) }
        }
        return min(shown, all.count)
    }

    private func drawAnswer(on picture: inout Picture, in area: Area, air: Int) {
        guard area.rows > 0, area.columns > 0 else { return }
        let ink = answer.movesWeights ? AdaptationPath.fineTune.ink : AdaptationPath.prompt.ink
        let title = Phrase("→ \(strong: answer.text)").inked(ink)
        var rest = area.inset(top: picture.draw(title, in: area.top(1), style: Style(ink, on: .sheet)) + air)
        let columns = rest.columns
        let most = max(1, rest.rows - 2)
        func fitting(_ lines: [Phrase]) -> [Phrase] {
            lines.filter { picture.rows(of: $0, columns: columns) <= most }
        }
        // Where a line of several needs has no room, one need has.
        let changers = fitting(changerLines).isEmpty ? fitting(briefChangers) : fitting(changerLines)
        let needed = changers.map { picture.rows(of: $0, columns: columns) }.min() ?? 0
        let kept = rest.rows > 2 ? needed : 0
        if air > 0 { rest = drawHeading("because", on: &picture, in: rest) }
        rest = draw(reasons, style: Style(.standard, on: .sheet), on: &picture, in: rest, keeping: kept)
        rest = rest.inset(top: air)
        if air > 0 { rest = drawHeading("what would change it", on: &picture, in: rest) }
        rest = draw(changers, style: Style(.soft, on: .sheet), on: &picture, in: rest)
        guard air > 0, rest.rows > Chooser.fewTermRows else { return }
        rest = drawHeading("what it takes, as courses teach", on: &picture, in: rest.inset(top: 1))
        _ = draw(terms, style: Style(.soft, on: .sheet), on: &picture, in: rest)
    }

    private func drawHeading(_ text: String, on picture: inout Picture, in area: Area) -> Area {
        area.inset(top: picture.draw("\(strong: text)", in: area.top(1), style: Style(.soft, on: .sheet)))
    }

    /// Draws the lines that fit whole, the first in any case where none does, and returns the area that is left.
    private func draw(
        _ lines: [Phrase], style: Style, on picture: inout Picture, in area: Area, keeping kept: Int = 0
    ) -> Area {
        var rest = area
        let fits = lines.contains { picture.rows(of: $0, columns: area.columns) <= area.rows - kept }
        for (index, line) in lines.enumerated() {
            let room = rest.rows - kept
            let isDrawn = picture.rows(of: line, columns: rest.columns) <= room || index == 0 && !fits
            guard room > 0, isDrawn else { continue }
            rest = rest.inset(top: picture.draw(line, in: rest.top(room), style: style))
        }
        return rest
    }

    /// What goes in, what it costs and how long it takes, on each path of the answer.
    private var terms: [Phrase] {
        answer.paths.flatMap { path in
            [PathTrait.input, .cost, .time].map {
                ("\(words: path.name), \(words: $0.name): \($0.full(path))" as Phrase).capitalized
            }
        }
    }

    /// What would change the answer, a line a path.
    var changerLines: [Phrase] {
        let all = mindChangers
        return Answer.allCases.compactMap { answer in
            let needs = all.filter { $0.answer == answer }
            guard !needs.isEmpty else { return nil }
            let groups = [("without ", needs.filter(\.isTicked)), ("with ", needs.filter { !$0.isTicked })]
            let words = groups.filter { !$0.1.isEmpty }.map { preposition, group in
                preposition + group.map(\.need.shortText).joined(separator: " or ")
            }
            return ("\(words: words.joined(separator: ", or ")): \(words: answer.text)" as Phrase).capitalized
        }
    }
}

extension Chooser {
    /// What would change the answer, a line a need.
    private var briefChangers: [Phrase] {
        mindChangers.map { changer in
            let preposition = changer.isTicked ? "without" : "with"
            return
                ("\(words: preposition) \(words: changer.need.shortText): \(words: changer.answer.text)" as Phrase)
                .capitalized
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
