import Cells
import Evidence

extension ChallengesExhibit {
    func draw(on picture: inout Picture, in frame: PanelFrame) {
        switch open {
        case nil: drawList(on: &picture, in: frame.area)
        case .path?: drawPath(on: &picture, in: frame.area)
        case .guess?: drawGuess(on: &picture, in: frame)
        case .prompt?: drawPrompt(on: &picture, in: frame.area)
        }
    }

    /// The three challenges one under another, each with what of it is solved.
    private func drawList(on picture: inout Picture, in area: Area) {
        let all = Challenge.allCases
        let rows = max(1, min(Self.mostRows, area.rows / all.count))
        for challenge in all {
            let place = Area(
                column: area.column, row: area.row + challenge.rawValue * rows, columns: area.columns, rows: rows)
            guard place.endRow <= area.endRow else { return }
            draw(challenge, on: &picture, in: place)
        }
    }

    private static let mostRows = 6
    private static let barColumns = 24

    private func draw(_ challenge: Challenge, on picture: inout Picture, in area: Area) {
        let isChosen = challenge == self.challenge
        if isChosen {
            picture.put(Glyph("▌"), column: area.column, row: area.row, style: Style(.accent))
            picture.cursor = Position(column: area.column, row: area.row)
        }
        let progress = progress(of: challenge)
        let width = picture.width(of: progress)
        picture.draw(progress, in: area.top(1).inset(left: 2, right: 2), style: Style(.soft), alignment: .right)
        picture.drawFirstFitting(
            ["\(strong: challenge.title)"], in: area.top(1).inset(left: 2, right: width + 3),
            style: isChosen ? Style(.accent, on: .standard, .bold) : .plain)
        var rest = area.inset(left: 4, top: 1, right: 2)
        for words in [challenge.asks, challenge.check] where rest.rows > 0 {
            if picture.drawFirstFitting(words.map { Phrase(words: $0) }, in: rest, style: Style(.soft)) {
                rest = rest.inset(top: 1)
            }
        }
        if rest.rows > 1, let figure = solved(of: challenge), let items = Double(figure.subject.items) {
            ProgressBar(fraction: figure.value / items, ink: .green)
                .draw(on: &picture, column: rest.column, row: rest.row, columns: min(Self.barColumns, rest.columns))
        }
        picture.hotspots.append(
            Hotspot(area: area, target: .command(isChosen ? .zoom : .choose(challenge.rawValue))))
    }
}
