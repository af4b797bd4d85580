import Cells
import Evidence

extension Ink {
    /// The background of a sheet: it has no fill of its own.
    static let sheet = Ink.standard
}

/// What lies over the panel.
enum Sheet: Hashable, Sendable {
    case help(HelpSheet)
    case sources(SourcesSheet)
    case glossary(GlossarySheet)
    case path(PathSheet)
    case reading(ReadingSheet)
    case zoom(ZoomSheet)
    case overview(OverviewSheet)
    case chooser(ChooserSheet)

    /// Whether it is a sheet of text, which lies over any other.
    var isText: Bool {
        switch self {
        case .help, .sources, .glossary, .path, .reading: true
        case .zoom, .overview, .chooser: false
        }
    }

    /// How far a sheet of text is scrolled; nil of any other.
    var scroll: Scroll? {
        switch self {
        case .help(let sheet): sheet.scroll
        case .sources(let sheet): sheet.scroll
        case .glossary(let sheet): sheet.scroll
        case .path(let sheet): sheet.scroll
        case .reading(let sheet): sheet.scroll
        case .zoom, .overview, .chooser: nil
        }
    }

    /// A sheet of text that is scrolled so far; any other as it is.
    func scrolled(to scroll: Scroll) -> Sheet {
        switch self {
        case .help: .help(HelpSheet(scroll: scroll))
        case .sources(let sheet): .sources(SourcesSheet(first: sheet.first, scroll: scroll))
        case .glossary(let sheet): .glossary(GlossarySheet(first: sheet.first, scroll: scroll))
        case .path: .path(PathSheet(scroll: scroll))
        case .reading: .reading(ReadingSheet(scroll: scroll))
        case .zoom, .overview, .chooser: self
        }
    }

    var isZoom: Bool { if case .zoom = self { true } else { false } }

    func isSameKind(as other: Sheet) -> Bool {
        switch (self, other) {
        case (.help, .help), (.sources, .sources), (.glossary, .glossary), (.path, .path), (.reading, .reading),
            (.zoom, .zoom), (.overview, .overview), (.chooser, .chooser):
            true
        default: false
        }
    }
}

/// Where a sheet stands on a screen: under the tabs, down to the last row, with a margin where there is room.
struct SheetFrame: Hashable, Sendable {
    let area: Area
    /// Where its lines stand, above the row of its keys.
    let lines: Area

    private static let columnsForMargin = 60
    private static let margin = 2

    /// - Parameter tourRows: Rows at the foot that a tour keeps.
    init(_ size: Size, tourRows: Int = 0) {
        let layout = Layout(size)
        area = Area(column: 0, row: 0, columns: size.columns, rows: size.rows)
            .inset(top: layout.form == .picture ? layout.tabs.rows : 0, bottom: tourRows)
        let margin = area.columns >= SheetFrame.columnsForMargin ? SheetFrame.margin : 0
        lines = area.inset(left: margin, right: margin, bottom: 1)
    }

    /// How many rows of so many lines can be scrolled away.
    func scrollLimit(lineCount: Int) -> Int { max(0, lineCount - lines.rows) }
}

extension Scene {
    func draw(_ sheet: Sheet, on picture: inout Picture, layout: Layout) {
        switch sheet {
        case .help(let help): draw(help.lines(in: beneath), scroll: help.scroll, on: &picture)
        case .sources(let sources): draw(sources.lines(of: picture), scroll: sources.scroll, on: &picture)
        case .glossary(let glossary): draw(glossary.lines(of: picture), scroll: glossary.scroll, on: &picture)
        case .path(let sheet): draw({ path.lines(columns: $0) }, scroll: sheet.scroll, on: &picture)
        case .reading(let reading):
            draw(reading.lines(of: exhibit), scroll: reading.scroll, on: &picture)
        case .zoom(let zoom): draw(zoom, on: &picture, layout: layout)
        case .overview(let overview): draw(overview, on: &picture)
        case .chooser(let line): drawChooser(line, on: &picture)
        }
    }

    /// How many rows can be scrolled down where the focus is, at the size of the screen.
    var scrollLimit: Int {
        let frame = SheetFrame(size, tourRows: tourRows(of: size))
        let columns = frame.lines.columns
        switch sheet {
        case .help(let help): return frame.scrollLimit(lineCount: help.lines(in: beneath)(columns).count)
        case .sources(let sources):
            return frame.scrollLimit(lineCount: sources.lines(of: beneath.picture(size: size))(columns).count)
        case .glossary(let glossary):
            return frame.scrollLimit(lineCount: glossary.lines(of: beneath.picture(size: size))(columns).count)
        case .path: return frame.scrollLimit(lineCount: path.lines(columns: columns).count)
        case .reading(let reading):
            return frame.scrollLimit(lineCount: reading.lines(of: exhibit)(columns).count)
        case .zoom: return zoomScrollLimit
        case .overview, .chooser: return 0
        case nil: return isText ? textScrollLimit(columns: size.columns, rows: size.rows) : 0
        }
    }

    /// Where a sheet stands on a picture, above the rows that a tour keeps.
    func sheetFrame(of picture: Picture) -> SheetFrame {
        SheetFrame(picture.canvas.size, tourRows: tourRows(of: picture.canvas.size))
    }

    /// Draws a sheet of text with its keys beneath.
    func draw(_ lines: (Int) -> [Phrase], scroll: Scroll, on picture: inout Picture) {
        let frame = sheetFrame(of: picture)
        let all = lines(frame.lines.columns)
        let limit = frame.scrollLimit(lineCount: all.count)
        let first = scroll.first(limit: limit)
        picture.canvas.fill(frame.area, background: .sheet)
        picture.removeHotspots(in: frame.area)
        picture.cursor = Position(column: frame.lines.column, row: frame.lines.row)
        draw(all, from: first, in: frame.lines, on: &picture)
        let keys: Phrase =
            if first < limit {
                "\(key: "Esc") close\u{A0}\u{A0} \(key: "↑↓") scroll: there is more"
            } else if limit > 0 {
                "\(key: "Esc") close\u{A0}\u{A0} \(key: "↑↓") scroll"
            } else { "\(key: "Esc") close" }
        let last = Area(
            column: frame.lines.column, row: frame.area.endRow - 1, columns: frame.lines.columns, rows: 1)
        picture.draw(keys, in: last, style: Style(.soft))
    }
}
