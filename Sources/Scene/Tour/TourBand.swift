import Cells

/// The rows at the foot of the screen in which a tour speaks: a rule with the stop, and beneath it what is said. They take
/// the rows of the keys and of the panel's own words, so that the picture above stays where it is.
enum TourBand {
    /// The widest title of a stop.
    static let titleColumns = 31

    /// A text has so many rows on a screen of so many columns.
    private static let shapes = [(screen: 80, rows: 2), (screen: 60, rows: 3)]
    private static let columnsForTwoRows = 80
    private static let mostRows = 5

    /// Whether the statement stands in the place of the headline, so that the band has room for question and answer.
    static func statesAbove(_ columns: Int) -> Bool { columns >= columnsForTwoRows - 2 * margin }
    private static let margin = 1

    static func rows(_ size: Size) -> Int {
        guard Layout(size).form == .picture else { return 0 }
        let least = 1 + (shapes.first { size.columns >= $0.screen }?.rows ?? 3)
        // The rows of the panel's words and of the keys hold what was said before, too.
        return max(least, min(mostRows, Layout(size).commentary.rows + 1))
    }

    /// Why a text does not fit, and how to mend it; nil where it does.
    static func excess(of phrase: Phrase) -> String? {
        for shape in shapes {
            for form in [phrase, phrase.lettered] {
                let rows = form.lines(columns: shape.screen - 2 * margin).count
                if rows > shape.rows {
                    return "too long: \(rows) lines on a screen of \(shape.screen) columns, where \(shape.rows) fit; "
                        + "shorten it, or put the rest into “notes:”"
                }
            }
        }
        return nil
    }

    static func title(of walk: TourWalk) -> Phrase { "stop \(axis: walk.place) · \(words: walk.stop.title)" }

    /// What Space does next.
    static func wordOfSpace(_ walk: TourWalk) -> String {
        switch walk.nextPart {
        case .asks?: "the question"
        case .watch?: "watch"
        case .answer?: "the answer"
        case .says?, nil: walk.isAtEnd ? "the end" : "next stop"
        }
    }

    /// - Parameters:
    ///   - headlineColumns: Columns of the headline, which holds the statement where it is wide enough.
    ///   - endsAtEscape: Whether Esc ends the tour; where a sheet is open it closes that.
    static func draw(
        _ walk: TourWalk, headlineColumns: Int, endsAtEscape: Bool, on picture: inout Picture, in area: Area
    ) {
        drawRule(walk, endsAtEscape: endsAtEscape, on: &picture, in: area.top(1))
        let text = area.inset(left: margin, top: 1, right: margin)
        // What is said now, and before it as much of what was said as has room.
        let said = walk.said.dropFirst(walk.hidesHeadline && statesAbove(headlineColumns) ? 1 : 0)
        var shown = said.suffix(1)
        guard !shown.isEmpty else { return }
        var rows = picture.rows(of: shown[shown.startIndex], columns: text.columns)
        for earlier in said.dropLast().reversed() {
            let more = picture.rows(of: earlier, columns: text.columns)
            guard rows + more <= text.rows else { break }
            rows += more
            shown = [earlier] + shown
        }
        var rest = text
        for (index, phrase) in shown.enumerated() {
            let isNow = index == shown.count - 1
            let style: Style = isNow ? walk.part == .asks ? .bold : .plain : Style(.soft)
            let columns = Headline.evenColumns(rest.columns) { picture.rows(of: phrase, columns: $0) }
            let place = Area(column: rest.column, row: rest.row, columns: columns, rows: rest.rows)
            rest = rest.inset(top: picture.draw(phrase, in: place, style: style))
        }
    }

    /// The stop at the left, the keys at the right.
    private static func drawRule(_ walk: TourWalk, endsAtEscape: Bool, on picture: inout Picture, in area: Area) {
        for column in area.column..<area.endColumn {
            picture.put(Glyph("─"), column: column, row: area.row, style: Style(.rule))
        }
        let title: Phrase = "\u{A0}stop \(axis: walk.place) · \(strong: walk.stop.title)\u{A0}"
        let place = area.inset(left: margin)
        picture.draw(title, in: place, style: Style(.accent))
        let space: Phrase = "\(key: "Space") \(words: wordOfSpace(walk))"
        let back: Phrase = walk.isAtStart ? "" : "\(key: "Backspace") back"
        let leave: Phrase = endsAtEscape ? "\(key: "Esc") end" : ""
        let gap: Phrase = "\u{A0}\u{A0} "
        let explained: Phrase = "\(key: "g") words"
        let wordings = [
            [space, back, explained, leave], [space, back, explained], [space, back, leave], [space, back], [space],
            ["\(key: "Space")"],
        ].map { pieces in
            ("\u{A0}" as Phrase) + Phrase.joined(pieces.filter { !$0.isEmpty }, by: gap) + ("\u{A0}" as Phrase)
        }
        let room = area.inset(left: margin + title.width + 2, right: margin)
        guard let keys = picture.first(of: wordings, fitting: room.columns) else { return }
        picture.draw(keys, in: room, style: Style(.soft), alignment: .right)
        picture.hotspots.append(
            Hotspot(
                area: Area(
                    column: room.endColumn - keys.width, row: area.row, columns: space.width + 2, rows: 1),
                target: .command(.step)))
    }
}
