import Cells

/// The one sentence that a panel asserts, in bold over at most as many rows as its area has.
struct Headline: Hashable, Sendable {
    var phrase: Phrase

    func draw(on picture: inout Picture, in area: Area) { picture.draw(phrase, in: area, style: .bold) }
}

/// Where a picture comes from, on one row: pieces that do not fit whole are left out from its end, but not the first.
struct ProvenanceLine: Hashable, Sendable {
    var pieces: [Phrase]

    func draw(on picture: inout Picture, in area: Area) {
        picture.draw(picture.fitted(pieces, columns: area.columns), in: area.top(1), style: Style(.faint))
    }
}
