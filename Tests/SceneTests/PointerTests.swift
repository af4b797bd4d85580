import Cells
import Evidence
import Testing

@testable import Scene

@Suite struct PointerTests {
    private static let size = Size(columns: 100, rows: 30)

    private func runtime(_ keys: String = "", on panel: Panel = .scale) -> (Runtime, Picture) {
        var runtime = Runtime(Scene.after(keys, on: panel, size: Self.size), answerer: TestAnswerer())
        // Drawn first: the runtime that is returned knows what was drawn.
        let picture = runtime.picture(size: Self.size)
        return (runtime, picture)
    }

    private func place(in picture: Picture, _ isWanted: (Reference) -> Bool) -> Position? {
        let map = TouchMap(picture)
        for row in 0..<Self.size.rows {
            for column in 0..<Self.size.columns {
                let position = Position(column: column, row: row)
                if let reference = map.reference(at: position), isWanted(reference) { return position }
            }
        }
        return nil
    }

    @Test(arguments: Panel.allCases) func aPressOnAFigureOpensItsSource(panel: Panel) throws {
        let (_, picture) = runtime(on: panel)
        let map = TouchMap(picture)
        var opened: Set<Source> = []
        for row in 0..<Self.size.rows {
            for column in 0..<Self.size.columns {
                let position = Position(column: column, row: row)
                let source: Source
                switch map.reference(at: position) {
                case .figure(let figure): source = figure.source
                case .source(let other): source = other
                default: continue
                }
                guard opened.insert(source).inserted, map.hotspot(at: position)?.target != .slider else { continue }
                var (runtime, _) = runtime(on: panel)
                runtime.follow(Pointer(.press, at: position))
                guard case .sources(let sheet) = runtime.scene.sheet else {
                    Issue.record("no sources at \(position)")
                    continue
                }
                #expect(sheet.first == source)
                let lines = sheet.lines(of: picture)(200).map(\.plain)
                let first = try #require(source.lines(columns: 200).first)
                #expect(lines[2] == first.plain)
            }
        }
        #expect(!opened.isEmpty)
    }

    @Test(arguments: Panel.allCases) func aPressOnAHintDoesWhatItsKeyDoes(panel: Panel) throws {
        let (start, picture) = runtime(on: panel)
        let last = Self.size.rows - 1
        let hints = picture.hotspots.filter { $0.area.row == last }
        #expect(hints.count >= 3)
        for hint in hints {
            guard case .command(let command) = hint.target else { continue }
            var (pressed, _) = runtime(on: panel)
            pressed.follow(Pointer(.press, at: Position(column: hint.area.column + 1, row: last)))
            var scene = start.scene
            _ = scene.apply(.command(command))
            #expect(pressed.scene.sheet == scene.sheet && pressed.scene.panel == scene.panel)
            #expect(pressed.scene != start.scene, "\(command) of \(panel.title) does nothing")
        }
    }

    @Test func theSliderFollowsAPressAndADragAndNothingAfterTheRelease() throws {
        var (runtime, picture) = runtime()
        let slider = try #require(TouchMap(picture).slider)
        let middle = Position(column: slider.column + slider.columns / 2, row: slider.row)
        runtime.follow(Pointer(.drag, at: middle))
        #expect(runtime.scene.slider.value == 1e9, "a drag that did not begin on the slider")
        runtime.follow(Pointer(.press, at: middle))
        let pressed = runtime.scene.slider.value
        #expect(pressed > 1e9 && pressed < 1e10)
        runtime.follow(Pointer(.drag, at: Position(column: slider.endColumn + 40, row: 0)))
        #expect(runtime.scene.slider.value == 1e12)
        runtime.follow(Pointer(.drag, at: Position(column: 0, row: 3)))
        #expect(runtime.scene.slider.value == 1e7)
        runtime.follow(Pointer(.release, at: Position(column: 0, row: 3)))
        runtime.follow(Pointer(.drag, at: middle))
        #expect(runtime.scene.slider.value == 1e7)
    }

    @Test func aPressChoosesARowAPanelAndALine() throws {
        var (runtime, picture) = runtime()
        let row = try #require(picture.hotspots.first { $0.target == .command(.choose(4)) })
        runtime.follow(Pointer(.press, at: Position(column: row.area.column + 4, row: row.area.row)))
        #expect(runtime.scene.exhibit.withRows?.chosenRow == 4)
        let tab = try #require(picture.hotspots.first { $0.target == .command(.show(.adaptation)) })
        runtime.follow(Pointer(.press, at: Position(column: tab.area.column, row: 0)))
        #expect(runtime.scene.panel == .adaptation)
        runtime.apply(.key(.character("c")))
        let sheet = runtime.picture(size: Self.size)
        let line = try #require(sheet.hotspots.first { $0.target == .command(.press(line: 3)) })
        runtime.follow(Pointer(.press, at: Position(column: line.area.column, row: line.area.row)))
        #expect(runtime.scene.chooser.ticked == [.labels])
    }

    @Test func theWheelMovesWhatIsSeen() {
        for (keys, down, up) in [("", Key.left, Key.right), ("?", .down, .up), ("s", .down, .up), ("0", .down, .up)] {
            let scene = Scene.after(keys, on: .scale, size: Size(columns: 80, rows: 24))
            let map = TouchMap(scene.picture(size: scene.size))
            for (motion, key) in [(Pointer.Motion.wheelDown, down), (.wheelUp, up)] {
                var (wheeled, pressed) = (scene, scene)
                _ = wheeled.apply(.pointer(Pointer(motion, at: Position(column: 9, row: 9)), over: map))
                _ = pressed.apply(.key(key))
                #expect(wheeled == pressed, "\(motion) after \(keys)")
            }
        }
    }

    @Test func nothingAnswersBeforeAPictureOrOutsideOfIt() {
        var runtime = Runtime(Scene.after("", on: .scale), answerer: TestAnswerer())
        let scene = runtime.scene
        runtime.follow(Pointer(.press, at: Position(column: 50, row: 10)))
        #expect(runtime.scene == scene)
        _ = runtime.picture(size: Self.size)
        for position in [Position(column: -1, row: 4), Position(column: 400, row: 4), Position(column: 4, row: 90)] {
            runtime.follow(Pointer(.press, at: position))
            #expect(runtime.scene == scene)
        }
    }
}
