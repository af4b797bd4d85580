import Cells
import Evidence

extension PretrainingExhibit {
    /// What the model writes after some prompts, at the report at the knob or the last before it.
    func drawWriting(of run: HistoryCurves, on picture: inout Picture, in frame: PanelFrame) {
        let texts = run.writing(at: slider.value).prefix(frame.area.rows)
        let inner = frame.area.inset(left: 1)
        let promptColumns = min(
            texts.prefix(RecordedPrompts.firstTexts.count).reduce(0) { max($0, CellWidth.of($1.prompt)) } + Self.gap,
            inner.columns / 2)
        for (offset, text) in texts.enumerated() {
            let row = inner.row + offset
            picture.draw(
                "\(prompt: text.fitting(prompt: promptColumns - Self.gap))",
                in: Area(column: inner.column, row: row, columns: promptColumns, rows: 1),
                style: Style(.soft))
            let start = inner.column + promptColumns
            let columns = frame.area.endColumn - frame.valueColumns - start - 1
            picture.draw("\(text.fitting(columns))", in: Area(column: start, row: row, columns: columns, rows: 1))
            picture.draw(
                text.verdictWord, in: frame.valueArea(row: row), style: Style(text.isGood ? .green : .faint))
        }
    }

    private static let gap = 2
}
