import Cells
import Evidence

/// The three paths in rows and what is taught of them in columns: as many columns as there is room for, each in the
/// longest words that fit.
struct PathTable: Hashable, Sendable {
    var chosen: AdaptationPath
    /// The traits, the ones that matter most first.
    var traits: [PathTrait] = [.input, .weights, .cost, .time, .wins, .pitfall]

    /// The rows of the paths with their heading.
    static let rows = AdaptationPath.allCases.count + 1
    /// Columns of the paths' names, and between columns.
    private static let nameColumns = 12
    private static let gap = 2

    /// A trait with the words that it has for each path, and its columns.
    private struct Column {
        var trait: PathTrait
        var cells: [Phrase]
        var width: Int
    }

    /// The traits that have a column in so many columns; the others are said beneath.
    func shown(columns: Int, on picture: Picture) -> [PathTrait] { fitted(columns, picture).map(\.trait) }

    func draw(on picture: inout Picture, in area: Area) {
        guard area.rows > 0 else { return }
        let columns = fitted(area.columns - PathTable.nameColumns, picture)
        for (index, path) in AdaptationPath.allCases.enumerated() where index + 1 < area.rows {
            let row = Area(column: area.column, row: area.row + 1 + index, columns: area.columns, rows: 1)
            drawName(path, on: &picture, in: row)
            picture.hotspots.append(Hotspot(area: row, target: .command(.choose(path.rawValue))))
        }
        var start = area.column + PathTable.nameColumns
        for column in columns {
            let place = { (row: Int) in Area(column: start, row: area.row + row, columns: column.width, rows: 1) }
            picture.draw(Phrase(words: column.trait.name), in: place(0), style: Style(.faint))
            for (index, cell) in column.cells.enumerated() where index + 1 < area.rows {
                picture.draw(cell, in: place(index + 1), style: Style(.soft))
            }
            start += column.width + PathTable.gap
        }
    }

    private func drawName(_ path: AdaptationPath, on picture: inout Picture, in row: Area) {
        let isChosen = path == chosen
        if isChosen { picture.put(Glyph("▌"), column: row.column, row: row.row, style: Style(path.ink)) }
        picture.draw(
            Phrase(words: path.name, ink: path.ink, isBold: isChosen), in: row.inset(left: 1),
            style: Style(path.ink))
    }

    /// The columns that fit: first as many traits as there is room for in their shortest words, then longer words from
    /// the first trait on.
    private func fitted(_ available: Int, _ picture: Picture) -> [Column] {
        var columns = traits.map { column($0, level: .max, picture) }
        while total(columns) > available, !columns.isEmpty { columns.removeLast() }
        for index in columns.indices {
            let longest = AdaptationPath.allCases.map { columns[index].trait.wordings($0).count }.max() ?? 0
            // The words in full are for the zoom, however wide the table.
            for level in 1..<max(2, longest) {
                var tried = columns
                tried[index] = column(columns[index].trait, level: level, picture)
                if total(tried) <= available {
                    columns = tried
                    break
                }
            }
        }
        return columns
    }

    private func total(_ columns: [Column]) -> Int {
        columns.reduce(0) { $0 + $1.width } + PathTable.gap * max(0, columns.count - 1)
    }

    /// A trait in the words of some level, the shortest where a path has no shorter ones.
    private func column(_ trait: PathTrait, level: Int, _ picture: Picture) -> Column {
        let cells = AdaptationPath.allCases.map { path -> Phrase in
            let wordings = trait.wordings(path)
            return wordings.isEmpty ? "" : wordings[min(level, wordings.count - 1)]
        }
        let width = max(cells.map { picture.width(of: $0) }.max() ?? 0, CellWidth.of(trait.name))
        // In the width that one path takes another may have longer words; those in full are for the zoom.
        let longest = AdaptationPath.allCases.map { path -> Phrase in
            let wordings = trait.wordings(path)
            let short = wordings.count > 1 ? Array(wordings.dropFirst()) : wordings
            return picture.first(of: short, fitting: width) ?? ""
        }
        return Column(trait: trait, cells: longest, width: width)
    }
}

extension AdaptationExhibit {
    /// The table of the paths, and beneath it what of the chosen one had no column, as far as there are rows; returns the
    /// rows that it took.
    func drawPaths(on picture: inout Picture, in area: Area, hasPitfall: Bool) -> Int {
        let table = PathTable(chosen: path)
        table.draw(on: &picture, in: area.top(PathTable.rows))
        guard hasPitfall else { return PathTable.rows }
        let shown = table.shown(columns: area.columns - PathTable.margin, on: picture)
        let others = [PathTrait.pitfall, .why].filter { !shown.contains($0) }
        let line = area.inset(left: PathTable.margin, top: PathTable.rows).top(1)
        let pieces = others.map { trait -> [Phrase] in
            trait.wordings(path).map { "\(words: trait.name): " + $0 }
        }
        // The longest words that fit beside each other.
        let joined = pieces.reduce([[Phrase]()]) { lines, wordings in
            lines.flatMap { line in wordings.map { line + [$0] } }
        }
        .map { Phrase.joined($0, by: " · ").capitalized }
        .sorted { picture.width(of: $0) > picture.width(of: $1) }
        picture.drawFirstFitting(joined, in: line, style: Style(.faint))
        return PathTable.rows + 1
    }
}

extension PathTable {
    /// Columns before the words beneath the table.
    fileprivate static let margin = nameColumns
}
