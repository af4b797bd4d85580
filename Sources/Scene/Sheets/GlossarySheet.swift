import Algorithms
import Cells
import Evidence

/// The words of the field, those on the picture that it lies over first.
struct GlossarySheet: Hashable, Sendable {
    /// The word that was asked for; it comes first.
    var first: String?
    var scroll = Scroll()

    func lines(of picture: Picture) -> (_ columns: Int) -> [Phrase] {
        { columns in
            let glossary = Glossary.carried
            var seen = Array(
                picture.wordUses(rows: Layout(picture.canvas.size, isLarge: picture.isLarge).wordRows).map(\.entry)
                    .uniqued())
            if let first = first.flatMap({ glossary[$0] }) { seen = [first] + seen.filter { $0 != first } }
            let others = glossary.entries.filter { !seen.contains($0) }
            return GlossarySheet.part("Words on the screen", seen, columns: columns)
                + (seen.isEmpty ? [] : [""])
                + GlossarySheet.part(seen.isEmpty ? "Words" : "All other words", others, columns: columns)
        }
    }

    private static func part(_ heading: Phrase, _ entries: [Glossary.Entry], columns: Int) -> [Phrase] {
        entries.isEmpty ? [] : [heading.bold.inked(.soft)] + entries.flatMap { $0.lines(columns: columns) }
    }
}

extension Glossary.Entry {
    /// From how many columns on the words stand in a column of their own, and how wide that is.
    private static let columnsForColumn = 60
    private static let wordColumns = 22

    /// The word and what it means.
    func lines(columns: Int) -> [Phrase] {
        guard columns >= Self.columnsForColumn else { return paragraph.wrapped(columns) }
        let text = Phrase(words: sentences).wrapped(columns - Self.wordColumns)
        return text.enumerated().map { index, line in
            (index == 0 ? "\(strong: word)" : Phrase("")).padded(Self.wordColumns) + line
        }
    }

    /// The same as one sentence after another.
    var paragraph: Phrase { "\(strong: word): \(words: sentences)" }
}

extension Layout {
    /// Where the words stand that are explained: between the names of the panels and the last line.
    var wordRows: Range<Int> { form == .picture ? tabs.endRow..<max(tabs.endRow, keys.row + tour.rows) : 1..<Int.max }
}

extension Scene {
    /// The words of the glossary in some texts, in the order of their first use, each with its sentence.
    public static func words(in texts: [String], columns: Int) -> String {
        let entries = GlossaryFinder.carried.entries(in: texts.joined(separator: "\n"))
        guard !entries.isEmpty else { return "" }
        return (["", "Words"] + entries.flatMap { $0.paragraph.wrapped(columns) }.map(\.plain))
            .reduce(into: "") { $0 += $1 + "\n" }
    }
}
