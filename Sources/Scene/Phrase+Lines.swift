import Cells

/// A glyph with the run that it belongs to.
struct PhraseGlyph: Sendable {
    var glyph: Glyph
    var run: Int
}

extension Phrase {
    private var glyphs: [PhraseGlyph] {
        runs.enumerated().flatMap { index, run in
            Glyph.glyphs(of: run.text).map { PhraseGlyph(glyph: $0, run: index) }
        }
    }

    /// Cells that the phrase takes on one line.
    var width: Int { runs.reduce(0) { $0 + CellWidth.of($1.text) } }

    /// The first of some wordings that fits into so many columns with letters and without, where no picture says which;
    /// the last where none does.
    static func first(of wordings: [Phrase], fitting columns: Int) -> Phrase {
        wordings.first { $0.lettered.width <= columns } ?? wordings.last ?? ""
    }

    /// The phrase as lines of at most `columns` cells, broken between words; a word that is too long for a line is
    /// broken between glyphs. At most `limit` lines: where more would follow, the last one ends in `…`.
    func lines(columns: Int, limit: Int = .max) -> [[PhraseGlyph]] {
        guard columns > 0, limit > 0 else { return [] }
        var lines: [[PhraseGlyph]] = []
        var line: [PhraseGlyph] = []
        var lineWidth = 0
        for word in words {
            let width = word.reduce(0) { $0 + $1.glyph.width }
            if !line.isEmpty, lineWidth + 1 + width > columns {
                lines.append(line)
                line = []
                lineWidth = 0
            }
            if !line.isEmpty {
                line.append(PhraseGlyph(glyph: .space, run: word[0].run == line[line.count - 1].run ? word[0].run : -1))
                lineWidth += 1
            }
            for piece in word {
                if lineWidth + piece.glyph.width > columns, !line.isEmpty {
                    lines.append(line)
                    line = []
                    lineWidth = 0
                }
                line.append(piece)
                lineWidth += piece.glyph.width
            }
        }
        if !line.isEmpty { lines.append(line) }
        guard lines.count > limit else { return lines }
        var kept = Array(lines[..<limit])
        kept[limit - 1] = Phrase.ended(kept[limit - 1], columns: columns)
        return kept
    }

    private var words: [[PhraseGlyph]] {
        glyphs.split { $0.glyph == .space }.map(Array.init)
    }

    /// The line with `…` at its end; whole words go where it does not fit, glyphs where there is one word alone.
    private static func ended(_ line: [PhraseGlyph], columns: Int) -> [PhraseGlyph] {
        var line = line
        func width() -> Int { line.reduce(0) { $0 + $1.glyph.width } }
        let mark = PhraseGlyph(glyph: Glyph("…"), run: -1)
        if width() + 2 <= columns { return line + [PhraseGlyph(glyph: .space, run: -1), mark] }
        while width() + 2 > columns, let space = line.lastIndex(where: { $0.glyph == .space }) {
            line.removeSubrange(space...)
        }
        if width() + 2 <= columns { return line + [PhraseGlyph(glyph: .space, run: -1), mark] }
        while !line.isEmpty, width() + 1 > columns { line.removeLast() }
        return line + [mark]
    }
}

extension Phrase {
    /// Pieces of a line as they are read: after a full stop or a question mark a new sentence begins.
    static func sentences(_ pieces: [Phrase]) -> Phrase {
        var whole: Phrase = ""
        for piece in pieces where !piece.isEmpty {
            let isNew = [".", "?", "!"].contains { whole.plain.hasSuffix($0) }
            if !whole.isEmpty { whole += isNew ? " " : "; " }
            whole += isNew ? piece.capitalized : piece
        }
        return whole
    }
}
