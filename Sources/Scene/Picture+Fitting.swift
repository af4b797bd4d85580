import Cells

/// What a picture without colours shows otherwise, how much room words take on it, and which of several wordings fits.
extension Picture {
    /// A phrase as the picture shows it: without colours a figure carries the letter of its kind, which takes room too.
    func shown(_ phrase: Phrase) -> Phrase { hasColor ? phrase : phrase.lettered }

    /// The style of a mark on a bar of some colour: that is its ground. Without colours the cell is full and the mark is
    /// left out of it.
    func style(_ ink: Ink, onBar bar: Ink?) -> Style {
        guard let bar else { return Style(ink) }
        return hasColor ? Style(ink, on: bar) : Style(ink, on: .standard, .reverse)
    }

    /// Cells that a phrase takes on one line.
    func width(of phrase: Phrase) -> Int { shown(phrase).width }

    /// How many rows a phrase takes in so many columns.
    func rows(of phrase: Phrase, columns: Int, limit: Int = .max) -> Int {
        shown(phrase).lines(columns: columns, limit: limit).count
    }

    /// The first of some wordings that fits whole into so many columns and rows; nil where none does.
    func first(of wordings: [Phrase], fitting columns: Int, rows: Int = 1) -> Phrase? {
        guard rows > 1 else { return wordings.first { width(of: $0) <= columns } }
        return wordings.first { self.rows(of: $0, columns: columns) <= rows }
    }

    /// Draws the first of some wordings that fits on one row of an area; false where none does.
    @discardableResult
    mutating func drawFirstFitting(_ wordings: [Phrase], in area: Area, style: Style = .plain) -> Bool {
        guard area.rows > 0, let phrase = first(of: wordings, fitting: area.columns) else { return false }
        draw(phrase, in: area.top(1), style: style)
        return true
    }

    /// The pieces of a line as far as they fit whole; the first stays always.
    func fitted(_ pieces: [Phrase], columns: Int) -> Phrase {
        fitted(pieces, by: " · ", columns: columns, rows: 1)
    }

    /// As many pieces as so many rows hold, joined; the first stays always.
    func fitted(_ pieces: [Phrase], by separator: Phrase, columns: Int, rows: Int) -> Phrase {
        let forms = pieces.indices.reversed().map { Phrase.joined(Array(pieces[...$0]), by: separator) }
        return first(of: forms, fitting: columns, rows: rows) ?? forms.last ?? ""
    }
}
