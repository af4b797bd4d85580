import Cells

/// How the picture of roots and trunk shares its height and its width.
struct ParadigmsLayout: Hashable, Sendable {
    /// Rows of tasks above, and of prompts beneath.
    private(set) var tasks = 0
    private(set) var prompts = 0
    /// Whether the years between have their row.
    private(set) var hasBetween = false
    /// Rows of the table of what one task more takes.
    private(set) var totals = 0
    /// Rows of air: before the trunk, before the years between, before the table, in the order in which they are given.
    private(set) var gaps = 0

    /// Labels in words, at the left.
    let labels: Area
    /// The columns of roots and trunk.
    let bar: AxisFrame
    /// The names of tasks and the prompts, at the right.
    let names: Area

    /// The column of the models, and of the lines that lead on from them.
    var box: Int { bar.end + 3 }
    var fork: Int { box + 2 }

    /// The headings of both parts, and the axis of the roots.
    private static let fixedRows = 3
    private static let totalRows = 3
    /// Columns from a root's last to the names: an arrow, the model, an arrow.
    private static let linkColumns = 8
    private static let labelColumns = [(from: 98, columns: 28), (from: 78, columns: 17), (from: 0, columns: 7)]
    private static let fewestRows = 3

    init(_ frame: PanelFrame, taskCount: Int, nameColumns: Int) {
        let area = frame.area
        let labelColumns = Self.labelColumns.first { area.columns >= $0.from }?.columns ?? 0
        labels = Area(column: area.column + 2, row: area.row, columns: labelColumns, rows: area.rows)
        let start = labels.endColumn + (labelColumns > 7 ? 2 : 1)
        let nameStart = max(start + Self.linkColumns, area.endColumn - nameColumns - 1)
        names = Area(column: nameStart, row: area.row, columns: area.endColumn - nameStart - 1, rows: area.rows)
        bar = AxisFrame(start: start, end: max(start, nameStart - Self.linkColumns - 1))

        var left = max(0, area.rows - Self.fixedRows)
        /// Takes up to so many of the rows that are left.
        func take(_ wanted: Int) -> Int {
            let taken = min(max(0, wanted), left)
            left -= taken
            return taken
        }
        func takeBoth(upTo count: Int) {
            while tasks < count, left >= 2 { (tasks, prompts, left) = (tasks + 1, prompts + 1, left - 2) }
        }
        takeBoth(upTo: Self.fewestRows)
        hasBetween = take(1) == 1
        takeBoth(upTo: Self.fewestRows + 1)
        gaps = take(2)
        if left > Self.totalRows, !frame.isLarge {
            (totals, left, gaps) = (Self.totalRows, left - Self.totalRows - 1, gaps + 1)
            // Air before the slider.
            left = max(0, left - 1)
        }
        takeBoth(upTo: taskCount)
    }
}
