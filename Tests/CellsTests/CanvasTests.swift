import Testing
import TestSupport

@testable import Cells

@Test func textLandsInItsCells() {
    var canvas = Canvas(Size(columns: 5, rows: 2))
    #expect(canvas.write("abc", column: 1, row: 1) == 4)
    #expect(canvas.text == "\n abc\n")
}

@Test func drawingOutsideIsDropped() {
    var canvas = Canvas(Size(columns: 3, rows: 1))
    canvas.write("abcdef", column: -2, row: 0)
    canvas.write("x", column: 0, row: 7)
    #expect(canvas.text(row: 0) == "cde")
    #expect(Canvas(Size(columns: -4, rows: 3)).text == "\n\n\n")
}

@Test func aWideGlyphTakesTwoCellsOrNone() {
    var canvas = Canvas(Size(columns: 4, rows: 1))
    canvas.write("日本", column: 1, row: 0)
    #expect(canvas.text(row: 0) == " 日")
    #expect(canvas.firstFault() == nil)
    canvas.write("x", column: 2, row: 0)
    #expect(canvas.text(row: 0) == "  x")
    #expect(canvas.firstFault() == nil)
}

@Test func combiningMarksShareTheirCell() {
    var canvas = Canvas(Size(columns: 4, rows: 1))
    #expect(canvas.write("e\u{301}a", column: 0, row: 0) == 2)
    #expect(canvas.text(row: 0).unicodeScalars.count == 3)
}

@Test func hostileTextIsShownHarmless() {
    let hostile = "\u{1B}[2J\u{7}\u{9B}31m\u{202E}abc\u{200F}\r\n\u{0}\u{FEFF}\u{E000}"
    let glyphs = Glyph.glyphs(of: hostile)
    for glyph in glyphs {
        #expect(glyph.base.value >= 0x20 && !(0x7F...0x9F).contains(glyph.base.value))
        #expect(![0x202E, 0x200F, 0xFEFF, 0xE000].contains(glyph.base.value))
    }
    #expect(String(glyphs.map { Character($0.base) }).contains("abc"))
}

@Test func plusMinusAndArrowsSayTheSameInASCII() {
    var canvas = Canvas(Size(columns: 30, rows: 2))
    canvas.write("91.8% ±1.38, 84% → 9%", column: 0, row: 0)
    canvas.write("←→ notes", column: 0, row: 1)
    #expect(canvas.asciified().text(row: 0).hasPrefix("91.8%+-1.38, 84%-> 9%"))
    #expect(canvas.asciified().text(row: 1).hasPrefix("<> notes"))
}

@Test func asciiFormIsASCII() {
    var canvas = Canvas(Size(columns: 40, rows: 2))
    canvas.write("▁▂▃▄▅▆▇█│┃━◆●○≈→·…é日⠋⣿“”−", column: 0, row: 0)
    let text = canvas.asciified().text
    #expect(text.utf8.allSatisfy { $0 == 10 || (0x20..<0x7F).contains($0) })
    #expect(canvas.asciified().firstFault() == nil)
}

@Test func everyInkHasAShadeInEveryTheme() {
    for theme in Theme.allCases {
        for ink in Ink.allCases where ink != .standard { #expect(theme.shade(ink) != nil) }
        #expect(theme.shade(.standard) == nil)
    }
}

@Test func coloursFollowTheDepth() {
    var canvas = Canvas(Size(columns: 1, rows: 1))
    canvas.write("x", column: 0, row: 0, style: Style(.amber))
    #expect(canvas.ansi(theme: .dark, depth: .none) == "\u{1B}[0mx\u{1B}[0m\n")
    #expect(canvas.ansi(theme: .dark, depth: .ansi8).contains("[0;33m"))
    #expect(canvas.ansi(theme: .dark, depth: .ansi16).contains("[0;93m"))
    #expect(canvas.ansi(theme: .dark, depth: .xterm256).contains("38;5;179"))
    #expect(canvas.ansi(theme: .dark, depth: .truecolor).contains("38;2;241;169;70"))
}

@Test func svgEscapesItsText() {
    var canvas = Canvas(Size(columns: 9, rows: 1))
    canvas.write("<a&b>█⣿", column: 0, row: 0)
    let svg = canvas.svg(theme: .light)
    #expect(svg.contains("&lt;a&amp;b&gt;"))
    #expect(svg.hasSuffix("</svg>\n"))
}

@Test func sizesAndKeysAreReadFromText() {
    #expect(Size("100x30") == Size(columns: 100, rows: 30))
    for text in ["", "x", "3x", "x3", "3x3x3", "axb", "3 x 3", "99999999999999999999x1"] { #expect(Size(text) == nil) }
    for key in Key.named + [.character("a"), .character("?")] { #expect(Key(name: key.name) == key) }
    for name in ["", "space", "Foo", " ", "\u{1B}"] where name != "\u{1B}" { #expect(Key(name: name) == nil) }
}

@Test func randomDrawingNeverLeavesHalfAGlyph() {
    var generator = SeededGenerator(seed: printedSeed(of: "canvas fuzz"))
    func next(_ bound: Int) -> Int { generator.below(bound) }
    let alphabet = Array("ab日本é한█⣿👩‍👩‍👧🇩🇪e\u{301}\u{1B} ")
    for _ in 0..<2_000 {
        var canvas = Canvas(Size(columns: 1 + next(30), rows: 1 + next(6)))
        for _ in 0..<20 {
            let text = String((0..<next(8)).map { _ in alphabet[next(alphabet.count)] })
            switch next(3) {
            case 0: canvas.write(text, column: next(40) - 5, row: next(8) - 1, tag: Int32(next(5)))
            case 1:
                canvas.fill(
                    Area(column: next(40) - 5, row: next(8) - 1, columns: next(9), rows: next(4)), background: .chosen)
            default:
                canvas.clip = Area(column: next(40) - 5, row: next(8) - 1, columns: next(30), rows: next(8))
            }
            #expect(canvas.firstFault() == nil)
        }
    }
}
