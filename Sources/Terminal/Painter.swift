import Cells
import CNcurses

/// Puts a canvas on the ncurses screen. What changed since the last time is for ncurses to find.
struct Painter {
    /// The theme, and whether it brings its own paper.
    var look: Look {
        didSet { if look != oldValue { pairs = Painter.noPairs } }
    }
    let depth: ColorDepth
    var ascii: Bool
    private let hasDefaults: Bool
    /// The number of ncurses' pair, and whether it is bold, by both inks; nil where it was not asked for yet.
    private var pairs: [(number: Int32, isBold: Bool)?] = Painter.noPairs
    private var cells: [cchar_t] = []

    struct Look: Hashable, Sendable {
        var theme: Theme
        var bringsPaper: Bool
    }

    private static let inks = Ink.allCases.count
    private static var noPairs: [(number: Int32, isBold: Bool)?] { Array(repeating: nil, count: inks * inks) }

    /// A painter for the open screen, whose colours it starts.
    init(look: Look, depth: ColorDepth, ascii: Bool) {
        let colors = depth == .none ? 0 : screen_start_color()
        self.depth = colors == 0 ? .none : depth
        self.look = look
        self.ascii = ascii
        hasDefaults = colors > 0 && screen_has_default_colors()
    }

    /// Shows the picture, with the terminal's own cursor at a place; nil hides it.
    mutating func paint(_ canvas: Canvas, cursor: Position?) {
        let canvas = ascii ? canvas.asciified() : canvas
        // A canvas of another size than the screen's is cut by ncurses at the edges.
        for row in 0..<canvas.size.rows { paint(row: row, of: canvas) }
        update(cursor: cursor)
    }

    /// Brings the terminal to the state of the screen.
    func update(cursor: Position?) {
        screen_update(Int32(clamping: cursor?.row ?? -1), Int32(clamping: cursor?.column ?? -1))
    }

    private mutating func paint(row: Int, of canvas: Canvas) {
        cells.removeAll(keepingCapacity: true)
        for column in 0..<canvas.size.columns {
            let cell = canvas[column, row]
            // ncurses makes the right half of a wide glyph by itself.
            guard let glyph = cell.glyph else { continue }
            append(glyph, cell.style)
        }
        screen_put(Int32(clamping: row), 0, cells, Int32(clamping: cells.count))
    }

    private mutating func append(_ glyph: Glyph, _ style: Style) {
        // Where the C library knows another width, the rest of the row would be shifted.
        let isKnown = glyph.base.value <= 0x7E || Int(locale_width(glyph.base.value)) == glyph.width
        let pair = pair(style.foreground, style.background)
        var cell = cchar_t()
        screen_make_cell(
            &cell, isKnown ? glyph.base.value : 0x3F, isKnown ? glyph.firstMark.value : 0,
            isKnown ? glyph.secondMark.value : 0, pair.isBold || style.attributes.contains(.bold),
            style.attributes.contains(.underline), style.attributes.contains(.reverse), pair.number)
        cells.append(cell)
        if !isKnown, glyph.width == 2 { cells.append(cell) }
    }

    private mutating func pair(_ foreground: Ink, _ background: Ink) -> (number: Int32, isBold: Bool) {
        let index = Int(foreground.rawValue) * Painter.inks + Int(background.rawValue)
        if let known = pairs[index] { return known }
        let found = allocate(foreground, background)
        pairs[index] = found
        return found
    }

    private func allocate(_ foreground: Ink, _ background: Ink) -> (number: Int32, isBold: Bool) {
        // alloc_pair crashes on a screen without colours.
        guard depth != .none else { return (0, false) }
        let palette = Palette(
            theme: look.theme, depth: depth, hasDefaults: hasDefaults, bringsPaper: look.bringsPaper)
        let wanted = palette.pair(foreground, on: background)
        let number = alloc_pair(wanted.foreground, wanted.background)
        return (max(0, number), wanted.isBold)
    }
}
