import Cells
import Foundation
import Testing
import TestSupport

@testable import Scene

/// The folder of the package.
let packageRoot = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

/// What is drawn on a canvas of a size of its own.
func drawn(_ columns: Int, _ rows: Int, hasColor: Bool = true, _ draw: (inout Picture) -> Void) -> Picture {
    var picture = Picture(size: Size(columns: columns, rows: rows), hasColor: hasColor)
    draw(&picture)
    #expect(picture.canvas.firstFault() == nil)
    return picture
}

/// The rows of a picture, without the blanks at their ends.
func rows(_ picture: Picture) -> [String] {
    (0..<picture.canvas.size.rows).map { picture.canvas.text(row: $0) }
}

extension Scene {
    /// A scene after keys, by their names; animations are settled. What is recorded is answered.
    static func after(_ keys: String, on panel: Panel, size: Size = Size(columns: 100, rows: 30)) -> Scene {
        after(keys, Scene(panel: panel), size: size)
    }

    static func after(_ keys: String, _ scene: Scene, size: Size = Size(columns: 100, rows: 30)) -> Scene {
        var runtime = Runtime(scene, answerer: TestAnswerer.ofTheRecord)
        runtime.apply(.resize(size))
        do {
            runtime.play(try KeyScript(keys))
        } catch {
            Issue.record("\(error)")
        }
        var scene = runtime.scene
        scene.settle()
        return scene
    }

    /// The slider of the open panel; one that stands nowhere where the panel has none.
    var slider: Slider { exhibit.withSlider?.slider ?? Slider(.nan) }

    /// Where the slider of the open panel can stand.
    var positions: [Double] { exhibit.withSlider?.axis.positions ?? [] }

    /// How many rows of the open panel can be chosen.
    var rowCount: Int { exhibit.withRows?.rowCount ?? 0 }

    /// The scene with its slider at a position.
    mutating func slide(to position: Double) {
        guard let sliding = exhibit.withSlider else { return }
        _ = apply(.command(.slideTo(sliding.axis.scale.fraction(of: position))))
    }

    private static let knownStates = Dictionary(
        uniqueKeysWithValues: Panel.allCases.map { ($0, reachableStates(of: $0)) })

    /// Every state of a panel that looks or reads otherwise, by data set, variant and measure, wherever the keys lead.
    static func states(of panel: Panel) -> [Scene] { knownStates[panel] ?? [] }

    private static func reachableStates(of panel: Panel) -> [Scene] {
        let size = Size(columns: 200, rows: 60)
        var found: [Scene] = []
        var seen: Set<String> = []
        var waiting = [Scene.after("", on: panel, size: size)]
        while let scene = waiting.popLast() {
            let looks = scene.picture(size: size).canvas.text + scene.narration(columns: 200)
            guard seen.insert(looks).inserted else { continue }
            found.append(scene)
            for command in [Command.measure, .dataSet, .nextVariant] {
                var runtime = Runtime(scene, answerer: TestAnswerer.ofTheRecord)
                runtime.apply(.command(command))
                var next = runtime.scene
                next.settle()
                waiting.append(next)
            }
        }
        return found
    }
}

extension Exhibit {
    /// Carries out a command of a panel that asks nothing.
    mutating func perform(_ command: Command) {
        var questions = Questions()
        perform(command, asking: &questions)
    }
}

extension Picture {
    /// What the cell at a place refers to.
    func reference(at position: Position) -> Reference? { TouchMap(self).reference(at: position) }
}

extension Panel: CustomTestStringConvertible {
    public var testDescription: String { title }
}
