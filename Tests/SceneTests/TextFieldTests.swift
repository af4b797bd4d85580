import Cells
import TestSupport
import Testing

@testable import Scene

@Suite struct TextFieldTests {
    private func field(_ text: String, _ keys: [Key] = []) -> TextField {
        var field = TextField(text)
        field.isFocused = true
        for key in keys { field.handle(key) }
        return field
    }

    private func row(_ field: TextField, columns: Int) -> (text: String, cursor: Int?) {
        var picture = Picture(size: Size(columns: columns, rows: 1))
        field.draw(on: &picture, in: picture.canvas.bounds)
        #expect(picture.canvas.firstFault() == nil && picture.firstUnaccountedDigit() == nil)
        return (picture.canvas.text(row: 0), picture.cursor?.column)
    }

    @Test func itTypesErasesAndMoves() {
        #expect(field("", [.character("a"), .space, .character("b")]).text == "a b")
        #expect(field("abc", [.left, .backspace]).text == "ac")
        #expect(field("abc", [.home, .backspace, .character("x")]).text == "xabc")
        #expect(field("abc", [.home, .right, .right, .right, .right, .character("x")]).text == "abcx")
        #expect(field("abc", [.home, .delete]).text == "bc" && field("abc", [.delete]).text == "abc")
        #expect(field("one two", [.control("w")]).text == "one " && field("one two", [.control("u")]).text.isEmpty)
        #expect(field("one two", [.control("a"), .control("k")]).text.isEmpty)
        #expect(field("one", [.control("a"), .character("x"), .control("e"), .character("y")]).text == "xoney")
        #expect(!TextField.takes(.control("c")) && !TextField.takes(.alt("q")) && !TextField.takes(.enter))
        #expect(field("one two  ", [.shiftLeft]).cursor == 4)
        #expect(field("one two", [.shiftLeft, .shiftLeft, .shiftLeft]).cursor == 0)
        #expect(field("one two", [.home, .shiftRight]).cursor == 3)
        #expect(field("one two", [.home, .shiftRight, .shiftRight, .shiftRight]).cursor == 7)
    }

    @Test func controlsDoNotGetIn() {
        #expect(field("a\u{1B}[31mb\u{7}\u{200B}c").text == "a[31mbc")
        #expect(field("a\nb\tc\r\nd").text == "a b c d")
        #expect(field(String(repeating: "x", count: 10_000)).characters.count == TextField.limit)
    }

    @Test func aCombiningMarkJoinsTheCharacterBeforeIt() {
        let acute = Key.character("\u{301}")
        let typed = field("cafe", [acute])
        #expect(typed.text == "cafe\u{301}" && typed.characters.count == 4 && typed.cursor == 4)
        #expect(row(typed, columns: 10) == ("cafe\u{301}", 4))
        #expect(field("cafe", [acute, .backspace]).text == "caf")
        #expect(field("cafe", [acute, .left, .delete]).text == "caf")
        #expect(field("ab", [.left, acute, .character("x")]).text == "a\u{301}xb")
        var pasted = field("cafe")
        pasted.insert("\u{301} au lait")
        #expect(pasted.text == "cafe\u{301} au lait" && pasted.cursor == 12)
        #expect(field("", [acute]).text.isEmpty && field("a", [.home, acute, .character("b")]).text == "ba")
        #expect(field("a", [acute, acute, acute, acute]).characters.count == 1)
        #expect(row(field("語", [acute, .character("a")]), columns: 10) == ("語\u{301}a", 3))
        #expect(field("a" + String(repeating: "\u{301}", count: 10_000)).text.unicodeScalars.count == TextField.limit)
        // Two letters that make a flag are one character, and one again where the one between them goes.
        let flag = field("\u{1F1E9}", [.character("x"), .character("\u{1F1EA}"), .left, .backspace])
        #expect(flag.characters == ["\u{1F1E9}\u{1F1EA}"] && row(flag, columns: 10).cursor == 1)
    }

    @Test func theWindowFollowsTheCursor() {
        #expect(row(field("hello"), columns: 10) == ("hello", 5))
        #expect(row(field("abcdefghij"), columns: 5) == ("ghij", 4))
        #expect(row(field("abcdefghij", [.home]), columns: 5) == ("abcde", 0))
        #expect(row(field("日本語"), columns: 5) == ("本語", 4))
        #expect(row(field("e\u{301}e"), columns: 5) == ("e\u{301}e", 2))
    }

    @Test func withoutFocusItHasNoCursorAndShowsWhatToType() {
        let empty = TextField(placeholder: "type a prompt")
        #expect(row(empty, columns: 20) == ("type a prompt", nil))
        var typed = empty
        typed.insert("the fox 7")
        #expect(row(typed, columns: 20) == ("the fox 7", nil))
    }

    @Test func anyKeysAtAnyWidthLeaveNoFault() {
        var random = SeededGenerator(seed: 11)
        let keys: [Key] = [
            .character("a"), .character("語"), .character("7"), .character("\u{301}"), .character("\u{1F1E9}"), .space,
            .backspace, .left, .right, .home, .end,
            .shiftLeft, .shiftRight,
        ]
        var field = field("")
        for _ in 0..<3000 {
            field.handle(keys[random.below(keys.count)])
            let columns = random.below(12)
            let cursor = row(field, columns: columns).cursor
            #expect(cursor.map { $0 < columns } ?? (columns < 2), "seed 11")
            #expect(field.cursor <= field.characters.count)
        }
    }
}

@Suite struct TextFieldWordTests {
    private func field(_ text: String) -> TextField {
        var field = TextField(text)
        field.isFocused = true
        field.words = ["fox", "foxes", "fosk", "the", "Q", ":", ".", "crow"]
        return field
    }

    @Test func wordsAreCompleted() {
        var typed = field("the c")
        #expect(typed.completions == ["crow"])
        typed.handle(.tab)
        #expect(typed.text == "the crow ")
        typed.handle(.tab)
        #expect(typed.text == "the crow ", "nothing is begun")
        typed = field("f")
        typed.handle(.tab)
        #expect(typed.text == "fo" && typed.completions == ["fosk", "fox", "foxes"])
        typed.insert("x")
        #expect(typed.completions == ["foxes"], "what is whole already is no completion")
        // The word at the cursor, not the last one.
        typed = field("cr the")
        for _ in 0..<4 { typed.handle(.left) }
        typed.handle(.tab)
        #expect(typed.text == "crow  the")
        var free = TextField("f")
        free.handle(.tab)
        #expect(free.text == "f" && free.unknownWords.isEmpty)
    }

    @Test func unknownWordsAreFoundButNotWhileTheyMayBecomeKnown() {
        #expect(field("the fox").unknownWords.isEmpty && field("The FOX.").unknownWords.isEmpty)
        #expect(field("the lynx fo").unknownWords == ["lynx"])
        #expect(field("the fo crow").unknownWords == ["fo"])
        var left = field("the fo")
        left.isFocused = false
        #expect(left.unknownWords == ["fo"])
        #expect(field("Q:").unknownWords.isEmpty && field("lynx lynx x").unknownWords == ["lynx", "x"])
        #expect(field("a lynx").unknownCharacters == [true, false, true, true, true, true])
    }

    @Test func linesComeBack() {
        var typed = field("")
        for line in ["one", "two", "two", ""] {
            typed.text = line
            typed.remember()
        }
        typed.text = "draft"
        typed.handle(.up)
        #expect(typed.text == "two" && typed.cursor == 3)
        typed.handle(.up)
        typed.handle(.up)
        #expect(typed.text == "one")
        typed.handle(.down)
        typed.handle(.down)
        typed.handle(.down)
        #expect(typed.text == "draft")
        for line in 0..<300 {
            typed.text = "line \(line)"
            typed.remember()
        }
        for _ in 0..<300 { typed.handle(.up) }
        #expect(typed.text == "line \(300 - TextField.mostLines)")
    }

    @Test func whatIsLeftOutOfALongLineEndsAtAWord() {
        var typed = TextField("the quick fox runs under a red river and sleeps")
        var picture = Picture(size: Size(columns: 20, rows: 1))
        typed.draw(on: &picture, in: picture.canvas.bounds)
        #expect(
            picture.canvas.text(row: 0).hasPrefix("[…] and sleeps")
                || picture.canvas.text(row: 0).hasPrefix("[…] river and"))
        typed.isFocused = true
        picture = Picture(size: Size(columns: 20, rows: 1))
        typed.draw(on: &picture, in: picture.canvas.bounds)
        #expect(picture.canvas.text(row: 0).hasSuffix("sleeps"))
    }
}
