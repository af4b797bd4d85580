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
    let slider: Area
    let commentary: Area
    let provenance: Area
    let keys: Area
    /// Where a tour speaks, at the foot; empty where none does.
    let tour: Area
    /// A second column for the chosen row in full, where the screen is wide enough.
    let companion: Area?
    private let panelFrame: PanelFrame

    /// From how many rows on the tabs have a rule, there is air beneath the headline and between the other parts, and the
    /// commentary grows; each takes no more rows than the picture can spare.
    private static let rowsForRule = 24
    private static let rowsForAirBelowHeadline = 31
    private static let rowsForAir = 36
    private static let rowsForLongerCommentary = 30
    private static let commentaryRows = 2...6
    private static let largeCommentaryRows = 1
    private static let headlineRows = 2
    private static let sliderRows = 2

    /// From how many columns on there is a companion, and how the width is shared then.
    private static let columnsForCompanion = 150
    private static let mostColumnsBesideCompanion = 120
    private static let companionGap = 3
    private static let companionMargins = 5

    /// The columns of names and values at the sides of the axis, from so many columns of the picture on.
    private static let labelColumns = [(from: 100, columns: 29), (from: 80, columns: 22), (from: 0, columns: 17)]
    private static let valueColumns = [(from: 100, columns: 16), (from: 0, columns: 13)]
    /// The letter of a figure's kind, in its brackets.
    private static let kindLetterColumns = 3

    /// - Parameters:
    ///   - hasColor: Whether colours tell the kinds of figures; else values have room for a letter each.
    ///   - tourRows: Rows at the foot in which a tour speaks, in the place of the keys and of the commentary.
    ///   - isLarge: Whether it is for a room that looks at a projector: what stands beside the picture is left out.
    init(_ size: Size, hasColor: Bool = true, tourRows: Int = 0, isLarge: Bool = false) {
        let (columns, rows) = (size.columns, size.rows)
        let keyRows = tourRows > 0 ? 0 : 1
        let foot = rows - tourRows - keyRows
        form = Layout.form(size)
        let hasCompanion = columns >= Layout.columnsForCompanion && !isLarge
        let main = hasCompanion ? min(Layout.mostColumnsBesideCompanion, columns * 11 / 20) : columns
        let air = rows >= Layout.rowsForAir ? 1 : 0
        companion =
            hasCompanion
            ? Area(
                column: main + Layout.companionGap, row: 3, columns: columns - main - Layout.companionMargins,
                rows: foot + 1 - Layout.companionMargins) : nil
        tabs = Area(column: 0, row: 0, columns: columns, rows: rows >= Layout.rowsForRule ? 2 : 1)
        headline = Area(column: 1, row: tabs.endRow, columns: main - 2, rows: Layout.headlineRows)
        keys = Area(column: 1, row: foot, columns: columns - 2, rows: keyRows)
        tour = Area(column: 0, row: foot, columns: columns, rows: tourRows)
        let provenanceRows = isLarge ? 0 : 1
        provenance = Area(column: 1, row: foot - provenanceRows, columns: main - 2, rows: provenanceRows)
        let usualCommentaryRows =
            isLarge
            ? Layout.largeCommentaryRows
            : min(
                Layout.commentaryRows.upperBound,
                Layout.commentaryRows.lowerBound + max(0, rows - Layout.rowsForLongerCommentary) / 2)
        // The keys' row and the commentary's go to the tour, so that the picture stays where it is.
        let commentaryRows = tourRows > 0 ? max(0, usualCommentaryRows + 1 - tourRows) : usualCommentaryRows
        commentary = Area(
            column: 1, row: provenance.row - commentaryRows - air, columns: main - 2, rows: commentaryRows)
        slider = Area(
            column: 0, row: commentary.row - Layout.sliderRows - air, columns: main, rows: Layout.sliderRows)
        let top = headline.endRow + (rows >= (isLarge ? Layout.rowsForRule : Layout.rowsForAirBelowHeadline) ? 1 : 0)
        let labelColumns = Layout.columns(Layout.labelColumns, of: main)
        let valueColumns =
            Layout.columns(Layout.valueColumns, of: main) + (hasColor ? 0 : Layout.kindLetterColumns)
        panelFrame = PanelFrame(
            area: Area(column: 0, row: top, columns: main, rows: max(0, slider.row - top)),
            axis: AxisFrame(start: labelColumns, end: max(labelColumns, main - valueColumns - 2)),
            labelColumns: labelColumns, valueColumns: valueColumns, isLarge: isLarge)
    }

    /// Rows of the keys or of the tour.
    var footRows: Int { keys.rows + tour.rows }

    /// Where the picture stands; without a slider it has the slider's rows too.
    func frame(hasSlider: Bool) -> PanelFrame {
        var frame = panelFrame
        if !hasSlider { frame.area = frame.area.lengthened(by: slider.rows) }
        return frame
    }

    private static func form(_ size: Size) -> Form {
        if size.columns < smallestText.columns || size.rows < smallestText.rows { return .tooSmall }
        return size.columns < smallestPicture.columns || size.rows < smallestPicture.rows ? .text : .picture
    }

    private static func columns(_ steps: [(from: Int, columns: Int)], of width: Int) -> Int {
        steps.first { width >= $0.from }?.columns ?? 0
    }
}

extension Area {
    fileprivate func lengthened(by rows: Int) -> Area {
        Area(column: column, row: row, columns: columns, rows: self.rows + rows)
    }
}
