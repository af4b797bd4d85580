/// A number of columns and rows of terminal cells.
public struct Size: Hashable, Sendable {
    public var columns: Int
    public var rows: Int

    public init(columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
    }

    /// The size written as `100x30`, or nil where the text is anything else.
    public init?(_ text: String) {
        let parts = text.split(separator: "x", omittingEmptySubsequences: false)
        guard parts.count == 2, let columns = Int(parts[0]), let rows = Int(parts[1]) else { return nil }
        self.init(columns: columns, rows: rows)
    }
}

/// A cell's place: the column from the left and the row from the top, both from zero.
public struct Position: Hashable, Sendable {
    public var column: Int
    public var row: Int

    public init(column: Int, row: Int) {
        self.column = column
        self.row = row
    }
}

/// A rectangle of cells; its size is never negative.
public struct Area: Hashable, Sendable {
    public var column: Int
    public var row: Int
    public var columns: Int
    public var rows: Int

    public init(column: Int, row: Int, columns: Int, rows: Int) {
        self.column = column
        self.row = row
        self.columns = max(0, columns)
        self.rows = max(0, rows)
    }

    /// The column after the last one.
    public var endColumn: Int { column + columns }
    /// The row after the last one.
    public var endRow: Int { row + rows }
    public var isEmpty: Bool { columns == 0 || rows == 0 }

    public func contains(_ position: Position) -> Bool {
        position.column >= column && position.column < endColumn && position.row >= row && position.row < endRow
    }

    /// What is left after taking away so many cells at each edge.
    public func inset(left: Int = 0, top: Int = 0, right: Int = 0, bottom: Int = 0) -> Area {
        Area(column: column + left, row: row + top, columns: columns - left - right, rows: rows - top - bottom)
    }

    /// The first `count` rows.
    public func top(_ count: Int) -> Area {
        Area(column: column, row: row, columns: columns, rows: min(rows, max(0, count)))
    }

    /// The last `count` rows.
    public func bottom(_ count: Int) -> Area {
        let kept = min(rows, max(0, count))
        return Area(column: column, row: endRow - kept, columns: columns, rows: kept)
    }

    /// The part that both areas share; empty where they share none.
    public func intersection(_ other: Area) -> Area {
        let left = max(column, other.column)
        let top = max(row, other.row)
        return Area(
            column: left, row: top, columns: min(endColumn, other.endColumn) - left,
            rows: min(endRow, other.endRow) - top)
    }
}
