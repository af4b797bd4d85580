import Cells

/// The checklist that answers which path fits a case; what is ticked stays with the scene when it is closed.
struct ChooserSheet: Hashable, Sendable {
    /// The chosen line.
    var line = 0

    func moved(_ command: Command) -> ChooserSheet {
        ChooserSheet(line: line.moved(command, count: Chooser.Need.allCases.count))
    }
}

extension Scene {
    func drawChooser(_ sheet: ChooserSheet, on picture: inout Picture) {
        let frame = sheetFrame(of: picture)
        picture.canvas.fill(frame.area, background: .sheet)
        picture.removeHotspots(in: frame.area)
        chooser.draw(line: sheet.line, on: &picture, in: frame.area.inset(left: frame.lines.column))
    }
}
