import Cells
import Testing

@testable import Scene

/// The least that a panel is: a sentence and a picture.
private struct PlainExhibit: Exhibit {
    var steps = 0

    var headline: Phrase { "A panel of a sentence." }

    func draw(on picture: inout Picture, in frame: PanelFrame) {
        picture.draw(steps == 0 ? "nothing yet" : "a step was made", in: frame.area)
    }

    mutating func perform(_ command: Command, asking questions: inout Questions) {
        if command == .step { steps += 1 }
    }
}

private func plain(_ digit: Int) -> Panel {
    Panel(
        digit: digit, title: "Plain\(["zero", "one", "two", "three", "four", "five", "six"][digit % 7])",
        shortTitle: "Plain", words: [.step: "make a step", .zoom: "zoom"], hints: [.step, .slider, .zoom],
        make: { PlainExhibit() })
}

@Suite struct CatalogTests {
    private static let sizes = ["1x1", "20x5", "59x17", "60x18", "80x24", "118x34", "160x50", "200x60", "300x100"]
        .compactMap(Size.init)

    @Test func theCatalogIsInOrderAndEachPanelIsItself() {
        let panels = Panel.allCases
        #expect(panels.map(\.digit) == panels.map(\.digit).sorted())
        #expect(Set(panels.map(\.digit)).count == panels.count)
        #expect(Set(panels.map(\.title)).count == panels.count)
        #expect(Set(panels.map(\.shortTitle)).count == panels.count)
        #expect(panels.allSatisfy { (1...9).contains($0.digit) })
        #expect(panels.contains(.opening))
        for panel in panels {
            #expect(Panel("\(panel.digit)") == panel && Panel(panel.title.uppercased()) == panel)
            #expect(panel.hints.allSatisfy { !panel.word($0).isEmpty })
            #expect(panel.make().isEqual(to: panel.make()))
        }
        #expect(Panel("0") == nil && Panel("") == nil)
    }

    @Test func aPanelNeedsNoSliderAndNoRows() {
        let panel = plain(8)
        for size in Self.sizes {
            var scene = Scene(panel: panel, of: Panel.allCases + [panel])
            _ = scene.apply(.resize(size))
            for keys in ["", "Right", "Down", "Enter", "Enter PageDown", "?", "s", "0", "c", "m", "d"] {
                let scene = Scene.after(keys, scene, size: size)
                let picture = scene.picture(size: size)
                #expect(picture.canvas.firstFault() == nil && picture.firstUnaccountedDigit() == nil)
                #expect(TouchMap(picture).slider == nil)
            }
            #expect(!scene.answers(.slideRight) && !scene.answers(.measure))
            // Text is scrolled, rows or none.
            #expect(scene.isText || !scene.answers(.rowDown))
            #expect(scene.answers(.step) && scene.answers(.zoom))
        }
    }

    @Test func whatAKeyWritesToAPanelStays() {
        let panels = (1...9).map(plain)
        for panel in panels {
            var scene = Scene.after("Space Space", Scene(panel: panel, of: panels))
            _ = scene.apply(.key(.tab))
            for other in panels {
                #expect((scene.exhibit(of: other) as? PlainExhibit)?.steps == (other == panel ? 2 : 0))
            }
            scene = Scene.after("\(panel.digit) r", scene)
            #expect(scene.exhibit(of: panel).isEqual(to: PlainExhibit()))
        }
    }

    @Test(arguments: 1...9) func theOverviewLaysOutAnyNumberOfPanels(count: Int) {
        let panels = (1...count).map(plain)
        for size in Self.sizes {
            for chosen in panels {
                let scene = Scene.after("0", Scene(panel: chosen, of: panels), size: size)
                let picture = scene.picture(size: size)
                #expect(picture.canvas.firstFault() == nil && picture.firstUnaccountedDigit() == nil)
                guard size.columns >= 20, size.rows >= 5 else { continue }
                #expect(picture.canvas.text.contains("\(chosen.digit) \(chosen.title)"), "\(size)")
                let opened = Scene.after("Enter", scene, size: size)
                #expect(opened.panel == chosen && opened.sheet == nil)
                guard let grid = OverviewSheet.grid(of: count, in: SheetFrame(size).area) else { continue }
                #expect(grid.columns * grid.rows >= count)
                for panel in panels { #expect(picture.canvas.text.contains("\(panel.digit) \(panel.title)")) }
                let tiles = picture.hotspots.map(\.area).filter { $0.row >= SheetFrame(size).area.row }
                #expect(tiles.count == count)
                for (index, tile) in tiles.enumerated() {
                    #expect(tiles.dropFirst(index + 1).allSatisfy { $0.intersection(tile).isEmpty })
                    #expect(tile.endRow <= size.rows && tile.endColumn <= size.columns)
                }
            }
        }
    }
}
