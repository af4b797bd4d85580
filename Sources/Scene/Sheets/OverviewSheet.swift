import Cells

/// All panels: tiled as living miniatures where the screen is large enough, else a list.
struct OverviewSheet: Hashable, Sendable {
    /// The chosen panel, by its place in the catalog.
    var line = 0

    /// The narrowest tile whose picture says something, the picture's fewest rows, and how wide a tile is to its height
    /// where there is a choice.
    private static let fewestColumns = 38
    private static let fewestPictureRows = 4
    private static let shape = 4.0
    /// The columns that a headline of the longest kind takes in all its lines.
    private static let headlineColumns = 132

    /// The overview after a command: among tiles the arrows go over two dimensions.
    func moved(_ command: Command, count: Int, grid: Size?) -> OverviewSheet {
        guard let grid else { return OverviewSheet(line: line.moved(command, count: count)) }
        let next: Int? =
            switch command {
            case .rowUp: line - grid.columns
            case .rowDown: line + grid.columns
            case .slideLeft where line % grid.columns > 0: line - 1
            case .slideRight where (line + 1) % grid.columns > 0: line + 1
            default: nil
            }
        guard let next, next >= 0 else { return self }
        // Below the last tile of a column that is shorter stands nothing: the last one is the nearest.
        if next >= count {
            let isLastRow = line / grid.columns == (count - 1) / grid.columns
            return command == .rowDown && !isLastRow ? OverviewSheet(line: count - 1) : self
        }
        return OverviewSheet(line: next)
    }

    /// Rows that a tile keeps for its headline.
    static func headlineRows(columns: Int) -> Int { (headlineColumns + columns - 1) / max(1, columns) }

    /// How many tiles stand beside and under one another; nil where they would be too small.
    static func grid(of count: Int, in area: Area) -> Size? {
        guard count > 0 else { return nil }
        let grids = (1...count).compactMap { columns -> Size? in
            let grid = Size(columns: columns, rows: (count + columns - 1) / columns)
            let tile = Size(columns: area.columns / columns - 1, rows: (area.rows - 1) / grid.rows - 1)
            guard columns > 1 || count == 1, tile.columns >= fewestColumns,
                tile.rows >= 1 + headlineRows(columns: tile.columns - 1) + fewestPictureRows
            else { return nil }
            return grid
        }
        return grids.min { unlikeness($0, area) < unlikeness($1, area) }
    }

    /// How far its tiles are from the shape that suits them.
    private static func unlikeness(_ grid: Size, _ area: Area) -> Double {
        let shape = Double(area.columns * grid.rows) / Double(max(1, area.rows * grid.columns))
        return max(shape / Self.shape, Self.shape / shape)
    }
}

extension Scene {
    /// A panel as it stands, and with its motion at its end where no time passes for it.
    private func arrived(_ panel: Panel) -> any Exhibit {
        var exhibit = exhibit(of: panel)
        if panel != self.panel { exhibit.settle() }
        return exhibit
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
    /// The tiles of the overview at the size of the screen; nil where it is a list.
    var overviewGrid: Size? { OverviewSheet.grid(of: panels.count, in: SheetFrame(size).area) }

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

    // MARK: - Tiles

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
        drawOverviewKeys("\(key: "←→↑↓") choose", on: &picture, in: area)
    }

    private func drawTile(_ panel: Panel, isChosen: Bool, on picture: inout Picture, in place: Area) {
        let exhibit = arrived(panel)
        drawName(of: panel, isChosen: isChosen, in: place.top(1), on: &picture)
        if isChosen {
            for row in place.row + 1..<place.endRow {
                picture.put(Glyph("▌"), column: place.column, row: row, style: Style(.accent))
            }
        }
        let inner = place.inset(left: 1, top: 1)
        let headline = inner.top(OverviewSheet.headlineRows(columns: inner.columns))
        picture.draw(exhibit.headline, in: headline)
        let below = inner.inset(top: headline.rows)
        let hasAir = below.rows > 2 * (miniatureRows(exhibit) + 1)
        MiniaturePicture(miniature: exhibit.miniature).draw(on: &picture, in: below.inset(top: hasAir ? 1 : 0))
        picture.hotspots.append(Hotspot(area: place, target: .command(.show(panel))))
    }

    private func miniatureRows(_ exhibit: any Exhibit) -> Int { exhibit.miniature.rows.count }

    private func drawName(of panel: Panel, isChosen: Bool, in place: Area, on picture: inout Picture) {
        if isChosen { picture.put(Glyph("▌"), column: place.column, row: place.row, style: Style(.accent)) }
        let mark: Phrase = isTraining(panel) ? " \(Phrase(words: "●", ink: .green)) trains" : ""
        picture.draw(
            "\(key: "\(panel.digit)") \(strong: panel.title)" + mark, in: place.inset(left: 1),
            style: Style(isChosen ? .accent : .soft))
    }

    private func drawOverviewKeys(_ choose: Phrase, on picture: inout Picture, in area: Area) {
        let last = area.inset(left: 1, top: area.rows - 1, right: 1)
        picture.draw(
            picture.fitted([choose, "\(key: "Enter") open", "\(key: "Esc") back"], columns: last.columns), in: last,
            style: Style(.soft))
    }

    // MARK: - List

    private static let listIndent = 3
    private static let listMargin = 1
    /// The columns of the longest name with its digit, and from how many on that are left the panel's curve stands
    /// beside it.
    private static let nameColumns = 18
    private static let fewestCurveColumns = 24
    private static let mostCurveColumns = 60

    /// Names and headlines one under another; where not all have room, as many before the chosen one as fit. A panel of
    /// which not all fits is not begun.
    private func drawPanelList(_ overview: OverviewSheet, on picture: inout Picture, in area: Area) {
        let hasKeys = area.rows > panels.count
        let area = hasKeys ? area.inset(bottom: 1) : area
        let columns = area.columns - Scene.listIndent - Scene.listMargin
        let bare = panels.map { 1 + picture.rows(of: arrived($0).headline, columns: columns) }
        let air = bare.reduce(0, +) + panels.count - 1 <= area.rows ? 1 : 0
        let heights = bare.map { $0 + air }
        var first = 0
        while first < overview.line, heights[first...overview.line].reduce(0, +) > area.rows + air { first += 1 }
        var rest = area
        for index in panels.indices.dropFirst(first) where !rest.isEmpty {
            guard index == first || bare[index] <= rest.rows else { break }
            drawEntry(index, isChosen: index == overview.line, in: rest.top(bare[index]), on: &picture)
            rest = rest.inset(top: min(rest.rows, heights[index]))
        }
        if hasKeys { drawOverviewKeys("\(key: "↑↓") choose", on: &picture, in: area.inset(bottom: -1)) }
    }

    private func drawEntry(_ index: Int, isChosen: Bool, in place: Area, on picture: inout Picture) {
        let exhibit = arrived(panels[index])
        drawName(of: panels[index], isChosen: isChosen, in: place.top(1), on: &picture)
        let beside = place.top(1).inset(left: Scene.nameColumns, right: Scene.listMargin)
        if beside.columns >= Scene.fewestCurveColumns {
            var line = beside
            line.columns = min(line.columns, Scene.mostCurveColumns)
            MiniaturePicture(miniature: exhibit.miniature).drawLine(on: &picture, in: line)
        }
        picture.draw(
            exhibit.headline, in: place.inset(left: Scene.listIndent, top: 1, right: Scene.listMargin))
        picture.hotspots.append(Hotspot(area: place, target: .command(.show(panels[index]))))
        if isChosen { picture.cursor = Position(column: place.column, row: place.row) }
    }
}
