import Algorithms
import Cells
import Evidence

/// The words of the glossary on a picture: found in what was drawn, so that no panel has to think of them.
extension Picture {
    /// A word of the glossary where it stands.
    struct WordUse: Sendable {
        let entry: Glossary.Entry
        let area: Area
        /// Whether it stands out already.
        let isBold: Bool
    }

    /// Each word of the glossary in some rows, in the order of reading.
    func wordUses(rows: Range<Int>) -> [WordUse] {
        rows.clamped(to: 0..<canvas.size.rows).flatMap { row -> [WordUse] in
            let words = words(row: row)
            return GlossaryFinder.carried.uses(in: words.map(\.word)).map { use in
                let (first, last) = (words[use.words.lowerBound], words[use.words.upperBound - 1])
                let area = Area(
                    column: first.columns.lowerBound, row: row,
                    columns: last.columns.upperBound - first.columns.lowerBound, rows: 1)
                return WordUse(entry: use.entry, area: area, isBold: words[use.words].contains { $0.isBold })
            }
        }
    }

    /// Underlines the first use of each word in some rows, and lets it answer to the mouse where nothing else does. What is
    /// bold stands out for another reason, such as that its row is chosen.
    mutating func markWords(rows: Range<Int>) {
        for use in wordUses(rows: rows).filter({ !$0.isBold }).uniqued(on: \.entry) {
            canvas.emphasize(use.area, .underline)
            let corner = Position(column: use.area.column, row: use.area.row)
            if hotspots.contains(where: { $0.area.contains(corner) }) { continue }
            hotspots.append(Hotspot(area: use.area, target: .command(.openWord(use.entry.word))))
        }
    }

    private struct PlacedWord {
        var word: GlossaryFinder.Word
        var columns: Range<Int>
        var isBold: Bool
    }

    /// The words of a row that are the program's own.
    private func words(row: Int) -> [PlacedWord] {
        var words: [PlacedWord] = []
        var column = 0
        while column < canvas.size.columns {
            let start = column
            var text = ""
            var isBold = false
            while column < canvas.size.columns {
                let cell = canvas[column, row]
                guard let glyph = cell.glyph, GlossaryFinder.isPart(glyph.base), isOwnWord(cell) else { break }
                text.unicodeScalars.append(glyph.base)
                isBold = isBold || cell.style.attributes.contains(.bold)
                column += 1
            }
            if column == start {
                column += 1
                continue
            }
            let isFollowed = column < canvas.size.columns && canvas[column, row].glyph == .space
            let word = GlossaryFinder.Word(text: text.lowercased(), isFollowed: isFollowed)
            words.append(PlacedWord(word: word, columns: start..<column, isBold: isBold))
        }
        // A word that begins farther on than after one blank does not go on with this one.
        for index in words.indices.dropLast()
        where words[index + 1].columns.lowerBound > words[index].columns.upperBound + 1 {
            words[index].word.isFollowed = false
        }
        return words
    }

    /// Whether a cell is of words that the program says: neither of what a model reads or writes, nor of what the person
    /// typed, nor the name of a key.
    private func isOwnWord(_ cell: Cell) -> Bool {
        guard references.indices.contains(Int(cell.tag)) else { return true }
        return switch references[Int(cell.tag)] {
        case .figure, .source: true
        case .axis, .slider, .key, .typed, .written, .nextWord, .read, .folder, .failure: false
        }
    }
}
