import Cells
import Evidence

/// The three challenges one under another, each with what of it is solved.
extension ChallengesExhibit {
    func draw(on picture: inout Picture, in frame: PanelFrame) {
        let count = Challenge.allCases.count
        let rows = max(1, min(Self.mostRows, frame.area.rows / count))
        for challenge in Challenge.allCases {
            let area = Area(
                column: frame.area.column, row: frame.area.row + challenge.rawValue * rows,
                columns: frame.area.columns, rows: min(rows, frame.area.endRow - frame.area.row))
            draw(challenge, on: &picture, in: area)
        }
    }

    private static let mostRows = 5

    private func draw(_ challenge: Challenge, on picture: inout Picture, in area: Area) {
        guard area.rows > 0 else { return }
        let isChosen = challenge == self.challenge
        if isChosen { picture.put(Glyph("▌"), column: area.column, row: area.row, style: Style(.accent)) }
        let progress = progress(of: challenge)
        picture.draw(
            progress, in: area.top(1).inset(left: 2, right: 2), style: Style(.soft), alignment: .right)
        picture.draw(
            "\(strong: challenge.title)", in: area.top(1).inset(left: 2, right: picture.width(of: progress) + 3),
            style: isChosen ? Style(.accent, on: .standard, .bold) : .plain)
        var rest = area.inset(left: 4, top: 1, right: 2)
        for words in [challenge.asks, challenge.check] where rest.rows > 0 {
            guard picture.drawFirstFitting(words.map { Phrase(words: $0) }, in: rest, style: Style(.soft)) else {
                continue
            }
            rest = rest.inset(top: 1)
        }
        picture.hotspots.append(Hotspot(area: area, target: .command(.choose(challenge.rawValue))))
    }
}
