import Cells
import Testing

@testable import Scene

/// What was passed, and what only parts one thing from another, is never a colour of words.
@Test(arguments: Panel.allCases) func noWordIsWrittenInAColourOfWhatWasPassed(panel: Panel) {
    let quiet: Set<Ink> = [
        .accentDim, .amberDim, .blueDim, .greenDim, .slateDim, .roseDim, .violetDim, .rule, .chosen,
    ]
    let size = Size(columns: 120, rows: 36)
    for scene in Scene.states(of: panel) {
        for keys in ["", "Home", "End", "Home Enter", "?", "g", "0"] {
            let canvas = Scene.after(keys, scene, size: size).picture(size: size).canvas
            for row in 0..<size.rows {
                for column in 0..<size.columns {
                    let cell = canvas[column, row]
                    guard let base = cell.glyph?.base,
                        base.properties.isAlphabetic || base.properties.numericType != nil,
                        quiet.contains(cell.style.foreground)
                    else { continue }
                    Issue.record("\(cell.style.foreground) at \(column), \(row): \(canvas.text(row: row))")
                    return
                }
            }
        }
    }
}

@Test(arguments: ["?", "s", "g", "w"]) func aSheetHasNoFill(key: String) {
    let size = Size(columns: 100, rows: 30)
    let canvas = Scene.after(key, on: .pretraining, size: size).picture(size: size).canvas
    for row in 0..<size.rows {
        #expect((0..<size.columns).allSatisfy { canvas[$0, row].style.background == .standard })
    }
}
