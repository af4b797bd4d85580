import Cells

/// Where everything stands on a screen of some size. It is the same for every panel, so the slider never jumps when
/// the person goes from one to the next.
struct Layout: Hashable, Sendable {
    enum Form: Hashable, Sendable {
        /// Too small even for text: one line names the size it needs.
        case tooSmall
        /// The panel's sentences, wrapped and scrolled.
        case text
        /// The picture.
        case picture
    }

    static let smallestPicture = Size(columns: 60, rows: 18)
    static let smallestText = Size(columns: 20, rows: 5)

    let form: Form
    let tabs: Area
    let headline: Area
    let frame: PanelFrame
    let slider: Area
    let reading: Area
    let provenance: Area
    let keys: Area
    /// A second column for the chosen row in full, where the screen is wide enough.
    let companion: Area?

    init(_ size: Size) {
        form =
            size.columns < Layout.smallestText.columns || size.rows < Layout.smallestText.rows
            ? .tooSmall
            : size.columns < Layout.smallestPicture.columns || size.rows < Layout.smallestPicture.rows
                ? .text : .picture
        let columns = size.columns
        let main = columns >= 150 ? min(120, columns * 11 / 20) : columns
        companion =
            columns >= 150
            ? Area(column: main + 3, row: 3, columns: columns - main - 5, rows: size.rows - 5) : nil
        let rows = size.rows
        let isTall = rows >= 24
        let extra = max(0, rows - 30)
        let readingRows = 2 + min(4, extra / 2)
        tabs = Area(column: 0, row: 0, columns: columns, rows: isTall ? 2 : 1)
        headline = Area(column: 1, row: tabs.endRow, columns: main - 2, rows: 2)
        keys = Area(column: 1, row: rows - 1, columns: columns - 2, rows: 1)
        provenance = Area(column: 1, row: rows - 2, columns: main - 2, rows: 1)
        reading = Area(
            column: 1, row: provenance.row - readingRows - (rows >= 34 ? 1 : 0), columns: main - 2, rows: readingRows)
        slider = Area(column: 0, row: reading.row - 2 - (rows >= 34 ? 1 : 0), columns: main, rows: 2)
        let top = headline.endRow + (rows >= 34 ? 1 : 0)
        let labelColumns = main >= 100 ? 29 : main >= 80 ? 22 : 17
        let valueColumns = main >= 100 ? 16 : 13
        frame = PanelFrame(
            area: Area(column: 0, row: top, columns: main, rows: max(0, slider.row - top)),
            axis: AxisFrame(start: labelColumns, end: max(labelColumns, main - valueColumns - 2)),
            labelColumns: labelColumns, valueColumns: valueColumns)
    }
}
