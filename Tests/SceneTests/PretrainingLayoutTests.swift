import Cells
import Testing

@testable import Scene

@Suite struct PretrainingLayoutTests {
    @Test func itsPartsShareTheRowsWithoutOverlap() {
        for rows in 0...60 {
            for (strips, prompts) in [(8, 13), (7, 0), (2, 13), (0, 0)] {
                let area = Area(column: 0, row: 4, columns: 100, rows: rows)
                let layout = PretrainingLayout(area, stripCount: strips, tallest: 4, promptCount: prompts)
                let parts = [layout.writing, layout.surprise, layout.strips, layout.stages]
                for (index, part) in parts.enumerated() {
                    #expect(part.rows >= 0 && part.endRow <= area.endRow, "\(rows) rows, \(strips) strips")
                    for other in parts[(index + 1)...] {
                        #expect(part.intersection(other).isEmpty && part.endRow <= other.row, "\(rows) rows")
                    }
                }
            }
        }
    }

    @Test(arguments: [(8, 13), (7, 0)]) func moreRowsNeverShowLess(strips: Int, prompts: Int) {
        var (shown, written) = (0, 0)
        for rows in 9...60 {
            let layout = PretrainingLayout(
                Area(column: 0, row: 0, columns: 100, rows: rows), stripCount: strips, tallest: 4, promptCount: prompts)
            let visible = StripStack.division(
                of: layout.strips.rows, among: strips, tallest: 4
            ).visible
            #expect(visible >= shown && layout.writing.rows >= written, "\(rows) rows")
            (shown, written) = (max(shown, visible), layout.writing.rows)
        }
        #expect(shown == strips)
    }

    @Test func aHeadlineBreaksEvenly() {
        let phrase: Phrase = "one two three four five six seven eight nine ten eleven"
        for columns in 12...80 {
            let area = Area(column: 0, row: 0, columns: columns, rows: 9)
            let lines = rows(drawn(columns, 9) { Headline(phrase: phrase).draw(on: &$0, in: area) }).filter {
                !$0.isEmpty
            }
            #expect(lines.count == phrase.lines(columns: columns).count)
            #expect(lines.joined(separator: " ") == phrase.plain)
            guard lines.count == 2 else { continue }
            // No line could take a word of the other and leave both shorter than the longer one is now.
            #expect(abs(lines[0].count - lines[1].count) <= 12, "\(lines)")
        }
    }

    @Test func wordsAreKeptWholeAndWhatIsLeftOutIsMarked() {
        let text = "the small fox near the rivers"
        for columns in -3...40 {
            let kept = text.words(fitting: columns)
            #expect(kept == text || kept == "…" || kept.hasSuffix(" […]"))
            #expect(columns < 1 || CellWidth.of(kept) <= columns)
            #expect((kept == text) == (columns >= 29))
            if kept.hasSuffix(" […]") { #expect(text.hasPrefix(kept.dropLast(4) + " ")) }
        }
    }
}
