import Cells
import Testing

@testable import Scene

@Test func aListKeepsItsChoiceInItsWindow() {
    var list = ChoiceList(count: 5)
    func lines() -> [String] {
        rows(drawn(8, 3) { list.draw(on: &$0, in: $0.canvas.bounds) { Phrase(words: "abcde".map(String.init)[$0]) } })
    }
    #expect(lines() == ["▌a", " b", " c     ↓"])
    list.move(by: 3)
    #expect(lines() == [" b     ↑", " c", "▌d     ↓"])
    list.settle(rows: 3)
    list.move(by: -1)
    #expect(lines() == [" b     ↑", "▌c", " d     ↓"])
    list.page(1, rows: 3)
    #expect(lines() == [" c     ↑", " d", "▌e"])
    list.page(-4, rows: 3)
    #expect(list.chosen == 0)
    list.choose(.max)
    #expect(list.chosen == 4)
    list.resize(to: 2)
    #expect(list.chosen == 1 && lines() == [" a", "▌b", ""])
    list.resize(to: 0)
    #expect(list.chosen == 0 && lines() == ["", "", ""])
    #expect(ChoiceList(count: -3).count == 0)
}

@Test func everyListAtEverySizeShowsItsChoice() {
    for count in 0...7 {
        for height in 0...9 {
            for chosen in 0..<max(1, count) {
                var list = ChoiceList(count: count, chosen: chosen)
                list.settle(rows: height)
                let window = list.window(rows: height)
                #expect(window.count == min(count, height))
                if !window.isEmpty { #expect(window.contains(list.chosen) && window.upperBound <= count) }
                let picture = drawn(10, max(1, height)) {
                    list.draw(on: &$0, in: Area(column: 0, row: 0, columns: 10, rows: height)) { _ in "line" }
                }
                #expect((picture.cursor != nil) == !window.isEmpty)
            }
        }
    }
}
