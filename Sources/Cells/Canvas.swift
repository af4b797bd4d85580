/// One cell of a ``Canvas``.
public struct Cell: Hashable, Sendable {
    /// What the cell shows; nil in the right half of a wide glyph.
    public internal(set) var glyph: Glyph?
    public internal(set) var style: Style
    /// What the cell's content refers to: an index that the drawer gives, negative for none.
    public internal(set) var tag: Int32

    static let blank = Cell(glyph: .space, style: .plain, tag: Canvas.untagged)
}

/// A grid of styled cells: the one product of drawing.
///
/// Drawing outside the canvas, or outside the current ``clip``, is dropped. A wide glyph takes two cells; where half
/// of one is overwritten the other half becomes a blank, so no half is ever left (``firstFault()`` finds one).
public struct Canvas: Hashable, Sendable {
    public static let untagged: Int32 = -1

    public let size: Size
    /// Only cells inside it are drawn on.
    public var clip: Area
    @usableFromInline var cells: [Cell]

    /// A blank canvas; a negative size counts as zero.
    public init(_ size: Size) {
        self.size = Size(columns: max(0, size.columns), rows: max(0, size.rows))
        clip = Area(column: 0, row: 0, columns: self.size.columns, rows: self.size.rows)
        cells = Array(repeating: .blank, count: self.size.columns * self.size.rows)
    }

    /// The whole canvas.
    public var bounds: Area { Area(column: 0, row: 0, columns: size.columns, rows: size.rows) }

    /// The cell at a position inside the canvas.
    public subscript(column: Int, row: Int) -> Cell {
        precondition(bounds.contains(Position(column: column, row: row)), "outside the canvas")
        return cells[row * size.columns + column]
    }

    /// Draws a glyph and returns the cells that it takes, whether or not they are inside the clip.
    @discardableResult
    public mutating func put(
        _ glyph: Glyph, column: Int, row: Int, style: Style, tag: Int32 = Canvas.untagged
    ) -> Int {
        let width = glyph.width
        let visible = clip.intersection(bounds)
        guard row >= visible.row, row < visible.endRow, column >= visible.column,
            column + width <= visible.endColumn
        else { return width }
        let index = row * size.columns + column
        mendAround(index, width: width, column: column)
        var style = style
        if style.background == .standard { style.background = cells[index].style.background }
        cells[index] = Cell(glyph: glyph, style: style, tag: tag)
        if width == 2 { cells[index + 1] = Cell(glyph: nil, style: style, tag: tag) }
        return width
    }

    /// Draws text on one row from a column rightward and returns the column after it.
    @discardableResult
    public mutating func write(
        _ text: String, column: Int, row: Int, style: Style = .plain, tag: Int32 = Canvas.untagged
    ) -> Int {
        var column = column
        for glyph in Glyph.glyphs(of: text) {
            column += put(glyph, column: column, row: row, style: style, tag: tag)
        }
        return column
    }

    /// Makes an area blank, in a background of its own.
    public mutating func fill(_ area: Area, background: Ink) {
        let part = area.intersection(clip).intersection(bounds)
        guard !part.isEmpty else { return }
        for row in part.row..<part.endRow {
            for column in part.column..<part.endColumn {
                let index = row * size.columns + column
                mendAround(index, width: 1, column: column)
                cells[index] = Cell(glyph: .space, style: Style(.standard, on: background), tag: Canvas.untagged)
            }
        }
    }

    /// Lays a background under an area without touching what stands there.
    public mutating func tint(_ area: Area, background: Ink) {
        let part = area.intersection(clip).intersection(bounds)
        guard !part.isEmpty else { return }
        for row in part.row..<part.endRow {
            for column in part.column..<part.endColumn {
                cells[row * size.columns + column].style.background = background
            }
        }
    }

    /// Adds attributes to what stands in an area.
    public mutating func emphasize(_ area: Area, _ attributes: Style.Attributes) {
        let part = area.intersection(clip).intersection(bounds)
        guard !part.isEmpty else { return }
        for row in part.row..<part.endRow {
            for column in part.column..<part.endColumn {
                cells[row * size.columns + column].style.attributes.formUnion(attributes)
            }
        }
    }

    /// Blanks the halves of wide glyphs that drawing `width` cells at `index` would leave without their other half.
    private mutating func mendAround(_ index: Int, width: Int, column: Int) {
        if cells[index].glyph == nil, column > 0 { blank(index - 1) }
        let last = index + width - 1
        if let glyph = cells[last].glyph, glyph.width == 2, column + width < size.columns { blank(last + 1) }
    }

    private mutating func blank(_ index: Int) {
        cells[index] = Cell(glyph: .space, style: cells[index].style, tag: Canvas.untagged)
    }

    /// The first cell that breaks the rule of wide glyphs, or nil.
    public func firstFault() -> Position? {
        for row in 0..<size.rows {
            var column = 0
            while column < size.columns {
                let cell = cells[row * size.columns + column]
                guard let glyph = cell.glyph else { return Position(column: column, row: row) }
                if glyph.width == 2 {
                    guard column + 1 < size.columns, cells[row * size.columns + column + 1].glyph == nil else {
                        return Position(column: column, row: row)
                    }
                    column += 1
                }
                column += 1
            }
        }
        return nil
    }

    /// The tags of all cells, row by row.
    public var tags: [Int32] { cells.map(\.tag) }

    /// The first cell that shows a digit and carries no tag, or nil.
    public func firstUntaggedDigit() -> Position? {
        for (index, cell) in cells.enumerated() where cell.tag < 0 {
            if let glyph = cell.glyph, glyph.base.properties.numericType == .decimal {
                return Position(column: index % size.columns, row: index / size.columns)
            }
        }
        return nil
    }

    /// The first cell that shows a glyph, or nil.
    public func firstPosition(of glyph: Glyph) -> Position? {
        cells.firstIndex { $0.glyph == glyph }.map { Position(column: $0 % size.columns, row: $0 / size.columns) }
    }

    /// Copies another canvas onto this one with its top left corner at a position; tags are shifted by `tagOffset`.
    public mutating func draw(_ other: Canvas, at corner: Position, tagOffset: Int32 = 0) {
        for row in 0..<other.size.rows {
            for column in 0..<other.size.columns {
                let cell = other.cells[row * other.size.columns + column]
                guard let glyph = cell.glyph else { continue }
                put(
                    glyph, column: corner.column + column, row: corner.row + row, style: cell.style,
                    tag: cell.tag < 0 ? cell.tag : cell.tag + tagOffset)
            }
        }
    }
}

extension Canvas {
    /// Changes the styles of all cells.
    public mutating func restyle(_ change: (Style) -> Style) {
        for index in cells.indices { cells[index].style = change(cells[index].style) }
    }
}
