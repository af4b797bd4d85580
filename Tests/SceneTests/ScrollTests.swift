import Cells
import Testing

@testable import Scene

@Suite struct ScrollTests {
    private static let sizes = ["20x5", "59x17", "80x24", "200x60"].compactMap(Size.init)

    /// What scrolls: a panel and the keys that open it.
    private static let sheets: [(panel: Panel, keys: String)] = Panel.allCases.flatMap { panel in
        ["", "?", "s", "g", "w", "Enter", "Enter s", "Enter ?"].map { (panel, $0) }
    }

    @Test func upMovesAtOnceAfterTheEnd() {
        let size = Size(columns: 80, rows: 24)
        var scene = Scene.after("? PageDown PageDown PageDown PageDown", on: .scale, size: size)
        var rows = [scene.picture(size: size).canvas.text]
        while rows.count < 200 {
            _ = scene.apply(.key(.up))
            let text = scene.picture(size: size).canvas.text
            if text == rows.last { break }
            rows.append(text)
        }
        #expect(rows.count > 5)
        #expect(rows.last == Scene.after("?", on: .scale, size: size).picture(size: size).canvas.text)
    }

    @Test(arguments: sheets.indices) func everySheetScrollsToItsEndAndBack(index: Int) {
        for size in Self.sizes {
            let top = Scene.after(Self.sheets[index].keys, on: Self.sheets[index].panel, size: size)
            guard scrolls(top, .pageDown), isShort(top) else { continue }
            var scene = top
            let pages = presses(of: .pageDown, &scene)
            let end = scene.picture(size: size).canvas
            #expect(!end.text.contains("there is more") && !end.text.contains("↓ more"), "\(end.text)")
            if scrolls(top, .down), pages > 0 {
                #expect(press(.up, &scene), "up after the end at \(size)")
                for _ in 0..<9 { _ = scene.apply(.key(.up)) }
                #expect(presses(of: .down, &scene) <= 10)
                #expect(scene.picture(size: size).canvas == end)
            }
            _ = presses(of: .pageUp, &scene)
            #expect(scene == top)
        }
    }

    /// The smallest screens have hundreds of pages, which are the same kind of text on every panel and in every sheet.
    private func isShort(_ scene: Scene) -> Bool {
        switch scene.size.columns {
        case ...20: scene.sheet == nil && scene.panel == .scale
        case ...59: scene.sheet == nil || scene.panel == .scale
        default: true
        }
    }

    /// Presses a key until the picture stays as it is; how often it changed.
    private func presses(of key: Key, _ scene: inout Scene) -> Int {
        var before = scene.picture(size: scene.size).canvas
        for count in 0..<2000 {
            _ = scene.apply(.key(key))
            let after = scene.picture(size: scene.size).canvas
            if after == before { return count }
            before = after
        }
        Issue.record("\(key.name) scrolls for ever at \(scene.size)")
        return 2000
    }

    /// Whether a key scrolls here and does nothing else.
    private func scrolls(_ scene: Scene, _ key: Key) -> Bool {
        switch scene.sheet {
        case .help, .sources, .glossary, .path, .reading: true
        case .zoom: key == .pageDown || scene.isText
        case .overview, .chooser: false
        case nil: scene.isText
        }
    }

    /// Presses a key; whether the picture is another then.
    private func press(_ key: Key, _ scene: inout Scene) -> Bool {
        let before = scene.picture(size: scene.size).canvas
        _ = scene.apply(.key(key))
        return scene.picture(size: scene.size).canvas != before
    }

    @Test func moreIsSaidWhereThereIsMore() {
        let size = Size(columns: 80, rows: 24)
        let scene = Scene.after("?", on: .scale, size: size)
        #expect(scene.picture(size: size).canvas.text.contains("there is more"))
        let tall = Size(columns: 80, rows: 60)
        let text = Scene.after("?", on: .scale, size: tall).picture(size: tall).canvas.text
        #expect(!text.contains("there is more") && !text.contains("scroll:"))
    }

    @Test func aScreenThatGrowsLeavesNothingScrolledAway() {
        var scene = Scene.after("? PageDown*9", on: .scale, size: Size(columns: 80, rows: 24))
        let tall = Size(columns: 80, rows: 60)
        _ = scene.apply(.resize(tall))
        #expect(scene.picture(size: tall).canvas == Scene.after("?", on: .scale, size: tall).picture(size: tall).canvas)
        #expect(!scene.answers(.rowUp))
    }

    @Test func aScrollStaysInsideWhatThereIs() {
        var scroll = Scroll()
        scroll.move(.pageDown, page: 12, limit: 20)
        scroll.move(.pageDown, page: 12, limit: 20)
        #expect(scroll.first(limit: 20) == 20 && !scroll.canMove(.rowDown, limit: 20))
        scroll.move(.rowUp, page: 12, limit: 20)
        #expect(scroll.first(limit: 20) == 19)
        #expect(scroll.first(limit: 3) == 3 && scroll.first(limit: -1) == 0)
        scroll.move(.rowUp, page: 12, limit: 3)
        #expect(scroll.first(limit: 20) == 2)
        scroll.move(.pageUp, page: 12, limit: 20)
        #expect(scroll == Scroll() && !scroll.canMove(.rowUp, limit: 20))
    }
}
