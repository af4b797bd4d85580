import Cells
import Evidence
import Testing

@testable import Scene

private let sizes = ["60x18", "80x24", "100x30", "120x36", "200x60"].compactMap(Size.init)

@Test func aKeyMakesItLargeAndBack() {
    let size = Size(columns: 100, rows: 30)
    let scene = Scene.after("", on: .scale, size: size)
    let large = Scene.after("z", on: .scale, size: size)
    #expect(large.isLarge && large != scene)
    #expect(Scene.after("z z", on: .scale, size: size) == scene)
    // It is no panel's: it stays where the person goes, and when a panel is put back.
    #expect(Scene.after("z 2 r", on: .scale, size: size).isLarge)
    #expect(
        Scene.after("", Scene(panel: .scale, isLarge: true), size: size).picture(size: size).canvas
            == large.picture(size: size).canvas)
    // Where a person types it is a letter.
    #expect(!Scene.after("Enter z", on: .prompting, size: size).isLarge)
}

/// Strips have twice their rows as long as these are few, and none is lost to the person: the chosen one is seen.
@Test(arguments: sizes) func stripsHaveTwiceTheirRows(size: Size) {
    let usual = Layout(size).frame(hasSlider: true).area.rows
    let rows = Layout(size, isLarge: true).frame(hasSlider: true).area.rows
    #expect(rows >= usual)
    for count in 1...9 {
        for tallest in [1, 4, 8] {
            let before = StripStack.division(of: rows, among: count, tallest: tallest)
            let now = StripStack.division(of: rows, among: count, tallest: tallest, isLarge: true)
            #expect(now.height >= before.height && now.visible >= 1 && now.visible <= count)
            #expect(now.height >= min(2 * before.height, 5) || before.height * 2 > rows)
            #expect((now.visible - 1) * now.pitch + now.height <= rows)
            #expect(now.pitch > now.height || now.visible == 1)
        }
    }
}

@Test(arguments: Panel.allCases) func everyPanelIsReadFromAfar(panel: Panel) {
    for state in Scene.states(of: panel) {
        for size in sizes {
            for keys in [[Command.large], [.large, .zoom]] {
                var scene = state
                _ = scene.apply(.resize(size))
                keys.forEach { _ = scene.apply(.command($0)) }
                scene.settle()
                let picture = scene.picture(size: size)
                #expect(picture.canvas.firstFault() == nil)
                #expect(picture.firstUnaccountedDigit() == nil, "\(panel.title) \(size)")
            }
            var scene = state
            _ = scene.apply(.resize(size))
            _ = scene.apply(.command(.large))
            let picture = scene.picture(size: size)
            let layout = Layout(size, isLarge: true)
            let headline = scene.exhibit.headline
            #expect(
                picture.rows(of: headline, columns: layout.headline.columns) <= layout.headline.rows,
                "\(headline.plain)")
            for cell in 0..<size.columns * size.rows {
                let (column, row) = (cell % size.columns, cell / size.columns)
                let shown = picture.canvas[column, row]
                #expect(shown.style.foreground != .faint, "a grey is left at \(column), \(row)")
            }
            if scene.exhibit.withSlider != nil { #expect(TouchMap(picture).slider != nil) }
        }
    }
}

/// Every row can be chosen and is then seen with its name and its value.
@Test(arguments: ["80x24", "100x30"]) func theChosenStripIsSeenWithNameAndValue(name: String) throws {
    let size = try #require(Size(name))
    for ability in LessonAbility.allCases {
        var scene = Scene.after("z End", on: .scale, size: size)
        _ = scene.apply(.command(.choose(ability.rawValue)))
        let text = scene.picture(size: size).canvas.text
        #expect(ability.names.contains { text.contains($0) }, "\(ability)")
        #expect(text.contains("▌"))
    }
}
