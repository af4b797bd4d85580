import Cells

/// The one sentence that a panel asserts, in bold over at most as many rows as its area has, broken into lines of about
/// the same width, so that no word stands alone.
struct Headline: Hashable, Sendable {
    var phrase: Phrase
    var style = Style.bold

    func draw(on picture: inout Picture, in area: Area) {
        let columns = Headline.evenColumns(area.columns) { picture.rows(of: phrase, columns: $0) }
        picture.draw(
            phrase, in: Area(column: area.column, row: area.row, columns: columns, rows: area.rows), style: style)
    }

    /// The fewest columns in which it takes no more rows than in all of them.
    static func evenColumns(_ columns: Int, rows: (Int) -> Int) -> Int {
        let needed = rows(columns)
        guard needed > 1 else { return columns }
        var (low, high) = (columns / needed, columns)
        while low < high {
            let middle = (low + high) / 2
            if rows(middle) > needed { low = middle + 1 } else { high = middle }
        }
        return high
    }
}

/// Where a picture comes from, on one row: pieces that do not fit whole are left out from its end, but not the first.
struct ProvenanceLine: Hashable, Sendable {
    var pieces: [Phrase]

    func draw(on picture: inout Picture, in area: Area) {
        picture.draw(picture.fitted(pieces, columns: area.columns), in: area.top(1), style: Style(.faint))
    }
}
