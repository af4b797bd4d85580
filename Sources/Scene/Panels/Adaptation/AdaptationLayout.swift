import Cells

/// How the rows of panel 3 are shared between the table of the paths, what is told of the chosen one, and the plot.
struct AdaptationLayout: Hashable, Sendable {
    /// The table with its heading; with what of the chosen path has no column.
    private(set) var table = 0
    private(set) var hasPitfall = false
    /// What is told beneath it.
    private(set) var story = 0
    /// The row beneath the plot where the range stands that is taught.
    private(set) var range = 0
    /// Rows between the parts.
    private(set) var air = 0
    private(set) var plot = 0

    private static let fewestPlotRows = 4
    private static let plotRows = 7
    private static let tallPlotRows = 9

    /// - Parameters:
    ///   - story: The rows that what is told would take.
    ///   - isLarge: Whether the table and the plot come before anything else.
    init(rows: Int, story wanted: Int, isLarge: Bool = false) {
        var rest = max(0, rows - Self.fewestPlotRows)
        func take(_ wanted: Int) -> Int {
            let taken = min(max(0, wanted), rest)
            rest -= taken
            return taken
        }
        table = take(PathTable.rows)
        story = take(isLarge ? min(1, wanted) : 1)
        plot = Self.fewestPlotRows + take(Self.plotRows - Self.fewestPlotRows)
        range = take(1)
        story += take(min(1, wanted - story))
        hasPitfall = !isLarge && take(1) == 1
        if rest > 1 {
            air = 1
            rest -= 1
        }
        story += take(wanted - story)
        plot += take(Self.tallPlotRows - plot)
        if rest > 0 {
            air += 1
            rest -= 1
        }
        plot += rest
    }

    /// The rows of each part in an area, from the top down; the range's row is the last.
    func areas(in area: Area) -> (table: Area, story: Area, plot: Area, range: Area) {
        let tableRows = table + (hasPitfall ? 1 : 0)
        let storyRow = tableRows + min(air, 1)
        let plotRow = storyRow + story + max(0, air - 1)
        return (
            area.top(tableRows), area.inset(top: storyRow).top(story), area.inset(top: plotRow).top(plot),
            area.inset(top: plotRow + plot).top(range)
        )
    }
}
