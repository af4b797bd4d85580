import Cells
import Evidence

/// The walk along the three paths, above the curves.
extension AdaptationExhibit {
    private static let nameColumns = 12
    /// Rows that the walk leaves to the plot beneath it, and the fewest of the picture with any walk at all.
    private static let smallestPlot = 8
    private static let rowsForStep = 5
    /// From how many columns on all three paths have room; from how many rows on they have a rule and air.
    private static let columnsForPaths = 76
    private static let rowsForWalkAir = 19
    /// From how many columns on a path's name has its motto beside it.
    private static let columnsForMotto = 25
    /// The most rows of words that a step takes, and the air after them.
    private static let stepRows = 2
    private static let mostStepPitch = 3
    /// Blanks between the names of the paths on one row.
    private static let nameGap = 3

    /// Draws as much of the walk as leaves room for the curves, and returns the rows it took.
    func drawWalk(on picture: inout Picture, in frame: PanelFrame) -> Int {
        let area = frame.area
        guard area.rows >= AdaptationExhibit.rowsForStep else { return 0 }
        // The plot, the names of the paths, a step, and one row of air.
        guard area.columns >= AdaptationExhibit.columnsForPaths, area.rows >= AdaptationExhibit.smallestPlot + 3 else {
            return drawChosenStep(on: &picture, in: area)
        }
        let isRoomy = area.rows >= AdaptationExhibit.rowsForWalkAir
        let header = isRoomy ? 2 : 1
        let count = WalkStep.allCases.count
        let free = area.rows - header - AdaptationExhibit.smallestPlot - (isRoomy ? 1 : 0)
        let pitch = min(max(1, free / count), AdaptationExhibit.mostStepPitch)
        let shown = min(count, max(1, free / pitch))
        let first = min(max(0, walked - shown), count - shown)
        drawHeader(on: &picture, in: area, hasRule: isRoomy)
        for (offset, step) in WalkStep.allCases.dropFirst(first).prefix(shown).enumerated() {
            draw(
                step, on: &picture, in: area, row: area.row + header + offset * pitch,
                rows: min(AdaptationExhibit.stepRows, pitch))
        }
        return header + shown * pitch + (isRoomy && pitch == 1 ? 1 : 0)
    }

    private func column(_ path: AdaptationPath, in area: Area, row: Int, rows: Int = 1) -> Area {
        let width = (area.columns - AdaptationExhibit.nameColumns) / AdaptationPath.allCases.count
        let start = area.column + AdaptationExhibit.nameColumns + path.rawValue * width
        let isLast = path == .rag
        return Area(column: start, row: row, columns: isLast ? area.endColumn - start : width - 1, rows: rows)
    }

    private func drawHeader(on picture: inout Picture, in area: Area, hasRule: Bool) {
        let hasMotto = column(.fineTune, in: area, row: area.row).columns >= AdaptationExhibit.columnsForMotto
        for path in AdaptationPath.allCases {
            let place = column(path, in: area, row: area.row)
            let isChosen = path == self.path
            let name = Phrase("\(words: isChosen ? "▌" : "")\(strong: path.name)").inked(path.ink)
            picture.draw(
                hasMotto ? name + Phrase(": \(words: path.motto)").inked(.soft) : name, in: place,
                style: Style(path.ink, on: .standard, isChosen ? .underline : []))
            if hasRule {
                for column in place.column..<(place.endColumn - 1) {
                    picture.put(
                        Glyph(isChosen ? "━" : "─"), column: column, row: area.row + 1,
                        style: Style(isChosen ? path.ink : path.ink.dim))
                }
            }
            picture.hotspots.append(
                Hotspot(
                    area: Area(column: place.column, row: place.row, columns: place.columns, rows: hasRule ? 2 : 1),
                    target: .command(.choose(path.rawValue))))
        }
    }

    private func draw(_ step: WalkStep, on picture: inout Picture, in area: Area, row: Int, rows: Int) {
        let isWalked = step.rawValue < walked
        let isCurrent = step == self.step
        picture.draw(
            Phrase(words: step.name),
            in: Area(column: area.column + 1, row: row, columns: AdaptationExhibit.nameColumns - 2, rows: 1),
            style: isCurrent ? Style(.accent, on: .standard, .bold) : Style(isWalked ? .soft : .faint))
        for path in AdaptationPath.allCases {
            let place = column(path, in: area, row: row, rows: rows)
            guard isWalked else {
                picture.put(Glyph("·"), column: place.column, row: row, style: Style(.rule))
                continue
            }
            if let phrase = picture.first(of: step.wordings(path), fitting: place.columns, rows: rows) {
                picture.draw(phrase, in: place, style: Style(isCurrent ? .standard : .soft))
            }
        }
    }

    /// Where there is no room for three columns: the names of the paths, and the step of the chosen one.
    private func drawChosenStep(on picture: inout Picture, in area: Area) -> Int {
        var column = area.column + 1
        for path in AdaptationPath.allCases {
            let isChosen = path == self.path
            let name: Phrase = isChosen ? "▌\(strong: path.name), \(words: path.motto)" : "\(words: path.name)"
            let width = name.width
            let place = Area(column: column, row: area.row, columns: min(width, area.endColumn - column), rows: 1)
            guard place.columns == width else { break }
            picture.draw(
                name.inked(path.ink), in: place, style: Style(path.ink, on: .standard, isChosen ? .underline : []))
            picture.hotspots.append(Hotspot(area: place, target: .command(.choose(path.rawValue))))
            column += width + AdaptationExhibit.nameGap
        }
        let line = area.inset(left: 1, top: 1, right: 1).top(1)
        let wordings = step.wordings(path).map { wording -> Phrase in "\(strong: step.name): \(wording)" }
        picture.drawFirstFitting(wordings, in: line, style: Style(.soft))
        return 2
    }
}
