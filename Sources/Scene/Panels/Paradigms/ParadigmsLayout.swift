import Cells

/// How the rows of the panel of paradigms share the height, and its columns the width.
struct ParadigmsLayout: Hashable, Sendable {
    /// Rows of the old tasks, of today's answers, of the example of a prompt, of the totals, and of the evidence.
    private(set) var tasks = 0
    private(set) var answers = 1
    private(set) var prompt = 0
    private(set) var totals = 0
    private(set) var evidence = 0
    /// Rows of air: before the evidence, before today, before the totals, in the order in which they are given.
    private(set) var gaps = 0

    /// The columns of names, which end before `bar`, of bars and dots, and of values.
    let bar: AxisFrame
    let values: Area

    /// Headings of the three parts, pretraining, and a row of answers.
    private static let fixedRows = 5

    init(_ frame: PanelFrame, taskCount: Int, evidenceCount: Int) {
        let columns = frame.area.columns
        let valueColumns = columns >= 100 ? 29 : columns >= 78 ? 22 : columns >= 60 ? 15 : 12
        let start = frame.area.column + max(min(frame.labelColumns, columns / 2), 25)
        values = Area(
            column: max(start, frame.area.endColumn - valueColumns - 1), row: frame.area.row, columns: valueColumns,
            rows: frame.area.rows)
        bar = AxisFrame(start: start, end: max(start, values.column - 3))

        var left = max(0, frame.area.rows - ParadigmsLayout.fixedRows)
        func take(_ wanted: Int) -> Int {
            let taken = min(wanted, left)
            left -= taken
            return taken
        }
        tasks = take(3)
        evidence = take(1)
        prompt = take(1)
        tasks += take(1)
        evidence += take(2)
        if left >= 3, frame.area.rows >= 18 { totals = take(3) }
        gaps = take(totals > 0 ? 2 : 1)
        tasks += take(1)
        evidence += take(1)
        gaps += totals > 0 ? take(1) : 0
        if left > 1 { answers += take(1) }
        tasks += take(max(0, taskCount - tasks))
        evidence += take(max(0, evidenceCount - evidence))
    }
}
