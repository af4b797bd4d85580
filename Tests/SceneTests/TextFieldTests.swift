import Cells
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
        var random = SplitMix(state: 11)
        let keys: [Key] = [
            .character("a"), .character("語"), .character("7"), .space, .backspace, .left, .right, .home, .end,
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
