import Cells

extension Picture {
    /// How many rows a phrase takes in so many columns.
    func rows(of phrase: Phrase, columns: Int, limit: Int = .max) -> Int {
        (hasColor ? phrase : phrase.lettered).lines(columns: columns, limit: limit).count
    }

    /// Draws the first of some wordings that fits on one row of an area; false where none does.
    @discardableResult
    mutating func drawFirstFitting(_ wordings: [Phrase], in area: Area, style: Style = .plain) -> Bool {
        func width(_ phrase: Phrase) -> Int { (hasColor ? phrase : phrase.lettered).width }
        guard area.rows > 0, let phrase = wordings.first(where: { width($0) <= area.columns }) else { return false }
        draw(phrase, in: area.top(1), style: style)
        return true
    }
}
