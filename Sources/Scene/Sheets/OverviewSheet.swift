import Cells

/// All panels: tiled where the screen is large enough, else a list.
struct OverviewSheet: Hashable, Sendable {
    /// The chosen panel, by its place in the catalog.
    var line = 0

    /// The smallest tile that shows a picture.
    private static let smallestTile = Size(columns: 59, rows: 15)
    /// Rows of a headline in a tile, and at most in the list, where it stands so far to the right of its panel's name.
    fileprivate static let tileHeadlineRows = 2
    fileprivate static let listHeadlineRows = 3
    fileprivate static let listIndent = 3
    fileprivate static let listMargin = 1

    func moved(_ command: Command, count: Int) -> OverviewSheet {
        OverviewSheet(line: line.moved(command, count: count))
    }

    /// How many tiles stand beside and under one another; nil where they would be too small.
    static func grid(of count: Int, in area: Area) -> Size? {
        let most = area.columns / smallestTile.columns
        guard count > 0, most > 1 else { return nil }
        for columns in min(2, count)...max(2, most) where columns <= most {
            let rows = (count + columns - 1) / columns
            if (area.rows - 1) / rows >= smallestTile.rows { return Size(columns: columns, rows: rows) }
        }
        return nil
    }
}

extension Int {
    /// The line that up and down lead to from this one.
    func moved(_ command: Command, count: Int) -> Int {
        let offset =
            switch command {
            case .rowUp: -1
            case .rowDown: 1
            default: 0
            }
        return Swift.min(Swift.max(0, self + offset), Swift.max(0, count - 1))
    }
}

extension Scene {
    func draw(_ overview: OverviewSheet, on picture: inout Picture) {
        let area = sheetFrame(of: picture).area
        picture.canvas.fill(area, background: .standard)
        picture.removeHotspots(in: area)
        if let grid = OverviewSheet.grid(of: panels.count, in: area) {
            drawTiles(overview, grid: grid, on: &picture, in: area)
        } else {
            drawPanelList(overview, on: &picture, in: area)
        }
    }

    private func drawTiles(_ overview: OverviewSheet, grid: Size, on picture: inout Picture, in area: Area) {
        let columns = area.columns / grid.columns
        let rows = (area.rows - 1) / grid.rows
        for (index, panel) in panels.enumerated() {
            let place = Area(
                column: area.column + index % grid.columns * columns, row: area.row + index / grid.columns * rows,
                columns: columns - 1, rows: rows - 1)
            drawTile(panel, isChosen: index == overview.line, on: &picture, in: place)
            if index == overview.line { picture.cursor = Position(column: place.column, row: place.row) }
        }
    }

    private func drawTile(_ panel: Panel, isChosen: Bool, on picture: inout Picture, in place: Area) {
        let exhibit = exhibit(of: panel)
        drawName(of: panel, isChosen: isChosen, in: place.top(1), on: &picture)
        Headline(phrase: exhibit.headline).draw(
            on: &picture, in: place.inset(left: 1, top: 1, right: 1).top(OverviewSheet.tileHeadlineRows))
        let clip = picture.canvas.clip
        picture.canvas.clip = place
        exhibit.draw(on: &picture, in: PanelFrame(tile: place.inset(left: 1, top: 1 + OverviewSheet.tileHeadlineRows)))
        picture.canvas.clip = clip
        picture.removeHotspots(in: place)
        picture.hotspots.append(Hotspot(area: place, target: .command(.show(panel))))
    }

    private func drawName(of panel: Panel, isChosen: Bool, in place: Area, on picture: inout Picture) {
        if isChosen { picture.put(Glyph("▌"), column: place.column, row: place.row, style: Style(.accent)) }
        picture.draw(
            "\(key: "\(panel.digit)") \(strong: panel.title)", in: place.inset(left: 1),
            style: Style(isChosen ? .accent : .soft))
    }

    /// Names and headlines one under another; where not all have room, as many before the chosen one as fit.
    private func drawPanelList(_ overview: OverviewSheet, on picture: inout Picture, in area: Area) {
        let heights = panels.map { panel in
            // The name, the headline, and a row of air.
            2
                + picture.rows(
                    of: exhibit(of: panel).headline,
                    columns: area.columns - OverviewSheet.listIndent - OverviewSheet.listMargin,
                    limit: OverviewSheet.listHeadlineRows)
        }
        var first = 0
        while first < overview.line, heights[first...overview.line].reduce(0, +) > area.rows + 1 { first += 1 }
        var rest = area
        for index in panels.indices.dropFirst(first) where !rest.isEmpty {
            let isChosen = index == overview.line
            drawName(of: panels[index], isChosen: isChosen, in: rest.top(1), on: &picture)
            picture.draw(
                exhibit(of: panels[index]).headline,
                in: rest.inset(left: OverviewSheet.listIndent, top: 1, right: OverviewSheet.listMargin)
                    .top(OverviewSheet.listHeadlineRows))
            picture.hotspots.append(
                Hotspot(area: rest.top(heights[index] - 1), target: .command(.show(panels[index]))))
            if isChosen { picture.cursor = Position(column: rest.column, row: rest.row) }
            rest = rest.inset(top: heights[index])
        }
    }
}

extension PanelFrame {
    private static let tileLabelColumns = 18
    private static let tileValueColumns = 13
    private static let tileValueGap = 2

    /// The places of a panel's picture in a tile of the overview.
    fileprivate init(tile area: Area) {
        self.init(
            area: area,
            axis: AxisFrame(
                start: area.column + PanelFrame.tileLabelColumns,
                end: area.endColumn - PanelFrame.tileValueColumns - PanelFrame.tileValueGap),
            labelColumns: PanelFrame.tileLabelColumns, valueColumns: PanelFrame.tileValueColumns)
    }
}
