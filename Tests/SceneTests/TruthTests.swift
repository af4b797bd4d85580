import Cells
import Testing

@testable import Scene

/// Every state of a panel that a person can reach by data set, variant, measure and row.
private func states(of panel: Panel) -> [Scene] {
    let dataSets = panel == .scale ? 6 : panel == .adaptation ? 2 : 1
    let variants = panel == .scale ? 3 : panel == .adaptation ? 7 : panel == .pretraining ? 8 : 1
    var found: [Scene] = []
    for dataSet in 0..<dataSets {
        for variant in 0..<variants where panel != .scale || dataSet < 1 || variant == 0 {
            for measure in 0..<3 {
                var scene = Scene(panel: panel)
                for _ in 0..<variant { _ = scene.apply(.command(.nextVariant)) }
                for _ in 0..<dataSet { _ = scene.apply(.command(.dataSet)) }
                for _ in 0..<measure { _ = scene.apply(.command(.measure)) }
                scene.settle()
                found.append(scene)
            }
        }
    }
    return found
}

@Test(arguments: Panel.allCases) func everyDigitHasASource(panel: Panel) {
    let sizes = [Size(columns: 60, rows: 18), Size(columns: 120, rows: 36), Size(columns: 200, rows: 60)]
    for var scene in states(of: panel) {
        for row in 0..<scene.exhibit.rowCount {
            _ = scene.apply(.choose(row))
            for position in scene.exhibit.axis.positions {
                _ = scene.apply(.slideTo(scene.exhibit.axis.scale.fraction(of: position)))
                check(scene, sizes: [sizes[row % sizes.count]])
            }
            for command in [Command.zoom, .pageDown, .pageDown, .zoom, .help, .sources, .overview, .chooser, .close] {
                _ = scene.apply(.command(command))
                check(scene, sizes: sizes + [Size(columns: 30, rows: 9)])
            }
        }
    }
}

private func check(_ scene: Scene, sizes: [Size]) {
    for size in sizes {
        let picture = scene.picture(size: size)
        if let place = picture.firstUnaccountedDigit() {
            Issue.record("a digit without a source: \(picture.canvas.text(row: place.row))")
        }
        #expect(picture.canvas.firstFault() == nil)
    }
}

@Test(arguments: Panel.allCases) func everyPositionHasAHeadlineAndItsNumbers(panel: Panel) {
    for var scene in states(of: panel) {
        for position in scene.exhibit.axis.positions {
            _ = scene.apply(.slideTo(scene.exhibit.axis.scale.fraction(of: position)))
            let headline = scene.exhibit.headline.plain
            #expect(headline.count > 20 && headline.count < 200, "\(headline)")
            #expect(!headline.contains("  ") && !headline.contains(" ;") && !headline.contains(" ."), "\(headline)")
            let digits = scene.exhibit.headline.runs.filter {
                $0.reference == nil && $0.text.contains(where: \.isNumber)
            }
            #expect(digits.isEmpty, "\(headline)")
        }
    }
}

@Test(arguments: Panel.allCases) func focusAndLampsAreSeenWithoutColour(panel: Panel) {
    let size = Size(columns: 100, rows: 30)
    var scene = Scene.after("", on: panel, size: size)
    let first = scene.picture(size: size, hasColor: false).canvas.text
    _ = scene.apply(.command(.rowDown))
    let second = scene.picture(size: size, hasColor: false).canvas.text
    #expect(scene.exhibit.rowCount < 2 || first != second)
    #expect(first.contains("[P]") || first.contains("[L]") || first.contains("[C]"))
}
