import Cells
import Evidence

extension WordMapView {
    /// A mark and a colour for each kind, told apart by either alone.
    private static let marks: [(glyph: Unicode.Scalar, ink: Ink)] = [
        ("●", .violet), ("▲", .green), ("■", .blue), ("◆", .amber), ("+", .rose), ("○", .standard), ("×", .slate),
    ]
    private static let otherMark: (glyph: Unicode.Scalar, ink: Ink) = ("·", .soft)

    private static func mark(of kind: Int?) -> (glyph: Unicode.Scalar, ink: Ink) {
        kind.flatMap { marks.indices.contains($0) ? marks[$0] : nil } ?? otherMark
    }

    func draw(on picture: inout Picture, in area: Area) {
        guard let map, let state else { return }
        let legend = legend(of: map)
        let rows = picture.rows(of: legend, columns: area.columns, limit: 2)
        picture.draw(legend, in: area.bottom(rows))
        let place = area.inset(bottom: rows + (area.rows > Self.rowsForAir ? 1 : 0))
        guard !place.isEmpty, let ground = Ground(map, in: place) else { return }
        var cells: [Position: [Int]] = [:]
        for index in map.words.indices { cells[ground.position(of: index, in: state), default: []].append(index) }
        for (position, words) in cells {
            let mark = Self.mark(of: Self.mostFrequentKind(of: words.map { map.words[$0].kind }))
            picture.put(
                Glyph(mark.glyph), column: position.column, row: position.row, style: Style(mark.ink))
        }
        drawLabels(on: &picture, ground, map, state)
    }

    private static let rowsForAir = 12

    /// The kind that most of some words are of; none only where none of them is of any.
    private static func mostFrequentKind(of kinds: [Int?]) -> Int? {
        let counts = Dictionary(grouping: kinds.compactMap { $0 }, by: { $0 }).mapValues(\.count)
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }

    private func legend(of map: WordMap) -> Phrase {
        let kinds = map.kinds.enumerated().map { index, name -> Phrase in
            entry(Self.mark(of: index), name)
        }
        return Phrase.joined(kinds + [entry(Self.otherMark, "other words")], by: "  ")
    }

    private func entry(_ mark: (glyph: Unicode.Scalar, ink: Ink), _ name: String) -> Phrase {
        let unbroken = String(name.map { $0 == " " ? "\u{A0}" : $0 })
        return Phrase(words: "\(mark.glyph)\u{A0}", ink: mark.ink) + Phrase(words: unbroken + "\u{A0}", ink: .soft)
    }

    /// The cells of the map: the same for every state, with room for all of them.
    private struct Ground {
        let place: Area
        private let (left, bottom): (Float, Float)
        private let (width, height): (Float, Float)

        init?(_ map: WordMap, in place: Area) {
            let (x, y) = (map.states.flatMap(\.x), map.states.flatMap(\.y))
            guard let left = x.min(), let right = x.max(), let bottom = y.min(), let top = y.max() else { return nil }
            self.place = place
            (self.left, self.bottom) = (left, bottom)
            (width, height) = (max(right - left, .leastNormalMagnitude), max(top - bottom, .leastNormalMagnitude))
        }

        func position(of word: Int, in state: WordMap.State) -> Position {
            let across = (state.x[word] - left) / width
            let down = 1 - (state.y[word] - bottom) / height
            return Position(
                column: place.column + Int((across * Float(place.columns - 1)).rounded()),
                row: place.row + Int((down * Float(place.rows - 1)).rounded()))
        }
    }

    // MARK: - Labels

    /// Columns and rows of the map for one word that is written out.
    private static let cellsForLabel = 70

    /// Some words beside their marks, of each kind in turn its first that has room, until there are enough.
    private func drawLabels(on picture: inout Picture, _ ground: Ground, _ map: WordMap, _ state: WordMap.State) {
        var waiting = map.kinds.indices.map { kind in map.words.indices.filter { map.words[$0].kind == kind }[...] }
        var left = ground.place.columns * ground.place.rows / Self.cellsForLabel
        while left > 0, waiting.contains(where: { !$0.isEmpty }) {
            for kind in waiting.indices where left > 0 {
                while let word = waiting[kind].popFirst() {
                    let text = map.words[word].text
                    let width = CellWidth.of(text.text)
                    let position = ground.position(of: word, in: state)
                    guard let start = Self.start(width, beside: position, in: ground.place, on: picture) else {
                        continue
                    }
                    picture.draw(
                        "\(text)", in: Area(column: start, row: position.row, columns: width, rows: 1),
                        style: Style(Self.mark(of: map.words[word].kind).ink))
                    left -= 1
                    break
                }
            }
        }
    }

    /// The column of a label right of its mark, or left of it, with a blank to what stands beyond; nil where there is no
    /// room.
    private static func start(_ width: Int, beside mark: Position, in place: Area, on picture: Picture) -> Int? {
        func isFree(_ columns: Range<Int>) -> Bool {
            columns.lowerBound >= place.column && columns.upperBound <= place.endColumn
                && columns.allSatisfy { picture.isBlank(column: $0, row: mark.row) }
        }
        if isFree(mark.column + 1..<min(mark.column + width + 2, place.endColumn)),
            mark.column + width < place.endColumn
        {
            return mark.column + 1
        }
        if isFree(max(mark.column - width - 1, place.column)..<mark.column), mark.column - width >= place.column {
            return mark.column - width
        }
        return nil
    }
}
