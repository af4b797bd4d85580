import Cells
import Evidence
import Testing

@testable import Scene

private let sizes = ["20x5", "40x12", "60x18", "80x24", "100x30", "120x36", "160x45", "200x60"].compactMap(Size.init)

/// The words of some cells, without blanks.
private func words(_ picture: Picture, in area: Area) -> String {
    var text = ""
    for row in area.row..<area.endRow {
        for column in area.column..<area.endColumn
        where picture.canvas.bounds.contains(Position(column: column, row: row)) {
            picture.canvas[column, row].glyph?.write(into: &text)
        }
    }
    return text.filter { $0 != " " && $0 != "▌" }
}

private func places(_ picture: Picture) -> [(panel: Panel, area: Area)] {
    picture.hotspots.compactMap { hotspot in
        guard case .command(.show(let panel)) = hotspot.target, hotspot.area.rows > 1 else {
            return nil
        }
        return (panel, hotspot.area)
    }
}

/// Every panel in every state that its keys lead to, with the overview over it: its sentence is whole, nothing overlaps, and
/// each digit has its figure.
@Test(arguments: Panel.allCases) func theOverviewSaysWhatEachPanelSays(panel: Panel) {
    for state in Scene.states(of: panel) {
        for size in sizes {
            var scene = state
            _ = scene.apply(.resize(size))
            _ = scene.apply(.command(.overview))
            scene.settle()
            let picture = scene.picture(size: size)
            #expect(picture.canvas.firstFault() == nil)
            #expect(picture.firstUnaccountedDigit() == nil, "\(panel.title) \(size)")
            let all = places(picture)
            for (index, place) in all.enumerated() {
                #expect(all.dropFirst(index + 1).allSatisfy { $0.area.intersection(place.area).isEmpty })
                let isWhole = place.area.endRow <= size.rows && size.columns >= 60
                guard isWhole else { continue }
                let headline = scene.exhibit(of: place.panel).headline.plain.filter { $0 != " " && $0 != "\u{A0}" }
                #expect(
                    words(picture, in: place.area).contains(headline),
                    "\(size): the sentence of \(place.panel.title) is cut: \(headline)")
            }
            #expect(all.contains { $0.panel == panel }, "\(size): the chosen panel is not seen")
        }
    }
}

@Test func theArrowsGoOverTheTilesInTwoDimensions() {
    let size = Size(columns: 200, rows: 60)
    let scene = Scene.after("0", on: .paradigms, size: size)
    guard let grid = scene.overviewGrid else {
        Issue.record("no tiles")
        return
    }
    #expect(grid.columns > 1)
    func opened(_ keys: String) -> Panel { Scene.after(keys + " Enter", scene, size: size).panel }
    let panels = Panel.allCases
    #expect(opened("") == panels[0] && opened("Right") == panels[1] && opened("Left") == panels[0])
    #expect(opened("Down") == panels[min(grid.columns, panels.count - 1)])
    #expect(opened("Down Up") == panels[0] && opened("Up") == panels[0])
    // At the end of a row there is no tile beside it, and every tile is come to.
    #expect(opened("Right*9") == panels[grid.columns - 1])
    var seen: Set<Int> = []
    for rows in 0..<grid.rows {
        for columns in 0..<grid.columns { seen.insert(opened("Down*\(rows) Right*\(columns)".drop("*0")).digit) }
    }
    #expect(seen == Set(panels.map(\.digit)))
    // In a list the arrows to the sides do nothing.
    let list = Scene.after("0", on: .paradigms, size: Size(columns: 60, rows: 18))
    #expect(list.overviewGrid == nil && !list.answers(.slideRight) && list.answers(.rowDown))
}

extension String {
    /// The keys without those that are pressed no times.
    fileprivate func drop(_ none: String) -> String {
        split(separator: " ").filter { !$0.hasSuffix(none) }.joined(separator: " ")
    }
}

@Test func aClickOnATileOpensItsPanel() {
    let size = Size(columns: 200, rows: 60)
    let scene = Scene.after("0", on: .scale, size: size)
    let picture = scene.picture(size: size)
    for place in places(picture) {
        var next = scene
        // The name's row, where no figure stands.
        let position = Position(column: place.area.endColumn - 1, row: place.area.row)
        _ = next.apply(.pointer(Pointer(.press, at: position), over: TouchMap(picture)))
        #expect(next.panel == place.panel && next.sheet == nil)
    }
}

/// A miniature is the panel as it stands: when its knob goes on, it shows more.
@Test(arguments: ["100x30", "200x60"]) func theMiniaturesAreOfThePanelsAsTheyStand(name: String) throws {
    let size = try #require(Size(name))
    func overview(_ keys: String) -> Canvas {
        Scene.after(keys + " 0", on: .pretraining, size: size).picture(size: size).canvas
    }
    #expect(overview("") != overview("End"))
    #expect(overview("End") != overview("End Down"))
    let early = try LiveRun.scene(102_400, size: size, then: "0").picture(size: size).canvas.text
    let later = try LiveRun.scene(1_048_576, size: size, then: "0").picture(size: size).canvas.text
    #expect(early != later)
}

/// A miniature alone, on canvases of any size: nothing faulty, nothing without its figure.
@Test(arguments: Panel.allCases) func aMiniatureKeepsToItsArea(panel: Panel) {
    for state in Scene.states(of: panel) {
        let miniature = state.exhibit.miniature
        for (columns, rows) in [(1, 1), (9, 2), (20, 3), (37, 5), (60, 12), (98, 16)] {
            let area = Area(column: 2, row: 1, columns: columns, rows: rows)
            let picture = drawn(columns + 4, rows + 2) {
                MiniaturePicture(miniature: miniature).draw(on: &$0, in: area)
            }
            #expect(picture.firstUnaccountedDigit() == nil)
            for row in 0..<rows + 2 {
                for column in 0..<columns + 4 where !area.contains(Position(column: column, row: row)) {
                    #expect(picture.isBlank(column: column, row: row), "\(panel.title) \(columns)x\(rows)")
                }
            }
        }
    }
}
