import Cells
import Evidence
import Testing

@testable import Scene

private func text(_ lines: [[PhraseGlyph]]) -> [String] {
    lines.map { line in line.reduce(into: "") { $1.glyph.write(into: &$0) } }
}

@Test func phrasesBreakBetweenWords() {
    let phrase: Phrase = "one two three"
    #expect(text(phrase.lines(columns: 7)) == ["one two", "three"])
    #expect(text(phrase.lines(columns: 100)) == ["one two three"])
    #expect(phrase.lines(columns: 0).isEmpty)
}

@Test func aCutPhraseEndsInAnEllipsisAfterAWholeWord() {
    let phrase: Phrase = "one two three four"
    #expect(text(phrase.lines(columns: 9, limit: 1)) == ["one two …"])
    #expect(text(phrase.lines(columns: 8, limit: 1)) == ["one …"])
}

@Test func aWordTooLongForALineIsBrokenBetweenGlyphs() {
    #expect(text(("abcdefgh" as Phrase).lines(columns: 3)) == ["abc", "def", "gh"])
    #expect(text(("日本語" as Phrase).lines(columns: 5)) == ["日本", "語"])
    #expect(text(("abcdefgh ij" as Phrase).lines(columns: 4, limit: 1)) == ["abc…"])
}

@Test func noLineIsWiderThanItsColumns() {
    let phrase: Phrase = "a bc 日本語 defghijkl \(strong: "é") mno pqrstuvwxyz"
    for columns in 1...40 {
        for limit in 1...4 {
            let lines = phrase.lines(columns: columns, limit: limit)
            #expect(lines.count <= limit)
            for line in lines {
                #expect(line.reduce(0) { $0 + $1.glyph.width } <= max(2, columns))
            }
        }
    }
}

@Test func aFigureCarriesItsReferenceToTheCells() throws {
    let figure = try #require(Archive.lesson.series("l4/translation")?.figures.first)
    var picture = Picture(size: Size(columns: 20, rows: 1))
    picture.draw("at \(figure) it", in: picture.canvas.bounds)
    #expect(picture.reference(at: Position(column: 3, row: 0)) == .figure(figure))
    #expect(picture.reference(at: Position(column: 0, row: 0)) == nil)
    #expect(picture.firstUnaccountedDigit() == nil)
}

@Test func aDigitWithoutAFigureIsFound() {
    var picture = Picture(size: Size(columns: 20, rows: 1))
    picture.draw("about 7", in: picture.canvas.bounds)
    #expect(picture.firstUnaccountedDigit() == Position(column: 6, row: 0))
}

@Test func withoutColourAFigureBearsTheLetterOfItsKind() throws {
    let figure = try #require(Archive.lesson.series("l4/translation")?.figures.first)
    var picture = Picture(size: Size(columns: 20, rows: 1), hasColor: false)
    picture.draw("at \(figure)", in: picture.canvas.bounds)
    #expect(picture.canvas.text(row: 0) == "at 10B[T]")
}

@Test func aLegendShowsWhatFillsTheBars() {
    let legend = Phrase.legend(of: Figure.Kind.allCases)
    #expect(legend.plain.contains("◆ yours"))
    #expect(["█ published", "█ measured", "█ computed", "taught"].allSatisfy(legend.plain.contains))
    let plain = legend.lettered.plain
    #expect(["█ published", "▓ measured", "▒ computed", "taught"].allSatisfy(plain.contains))
    #expect(plain.count == legend.plain.count)
}
