import Cells
import Testing
import TestSupport

@testable import Scene

@Suite struct AdaptationFuzzTests {
    @Test func anyKeysAtAnySizeDrawAWholeCanvas() {
        var scene = Scene(panel: .adaptation)
        let keys: [Key] = [
            .left, .right, .shiftLeft, .shiftRight, .home, .end, .up, .down, .pageUp, .pageDown, .space, .enter,
            .escape, .character("m"), .character("d"), .character("t"), .character("["), .character("]"),
            .character("c"),
            .character("r"), .character("s"), .character("?"), .character("0"), .character("3"),
        ]
        var generator = SeededGenerator(seed: 7)
        func random(_ limit: Int) -> Int { generator.below(limit) }
        for _ in 0..<1000 {
            _ = scene.apply(.key(keys[random(keys.count)]))
            let size = Size(
                columns: 1 + random(random(4) == 0 ? 300 : 120), rows: 1 + random(random(4) == 0 ? 100 : 40))
            _ = scene.apply(.resize(size))
            let picture = scene.picture(size: size, hasColor: random(2) == 0)
            #expect(picture.canvas.firstFault() == nil)
            if let place = picture.firstUnaccountedDigit() {
                let line = picture.canvas.text.split(separator: "\n", omittingEmptySubsequences: false)[place.row]
                Issue.record("a digit of no figure at \(place): \(line)")
            }
        }
    }
}
