import Cells

/// Dots of two by four a cell.
struct BrailleGrid {
    let area: Area
    private var bits: [UInt8]

    /// Dots over all of its columns and rows.
    private var width: Int { area.columns * BrailleGrid.dotsAcross }
    private var height: Int { area.rows * BrailleGrid.dotsDown }

    /// Dots of a cell.
    static let dotsAcross = 2
    static let dotsDown = 4
    /// A dashed line is so many dots of line and as many of nothing.
    private static let dash = 3
    /// No line on a screen has more.
    private static let mostSteps = 4096

    init(area: Area) {
        self.area = area
        bits = Array(repeating: 0, count: area.columns * area.rows)
    }

    /// Sets the dot at fractions of the area's width and height, from the left and from below.
    mutating func set(x: Double, y: Double) {
        guard !area.isEmpty, x.isFinite, y.isFinite else { return }
        let column = Int((min(1, max(0, x)) * Double(width - 1)).rounded())
        let row = Int(((1 - min(1, max(0, y))) * Double(height - 1)).rounded())
        setDot(column: column, row: row)
    }

    /// The cell in which a dot at such fractions stands.
    func cell(x: Double, y: Double) -> Position {
        let column = Int((min(1, max(0, x)) * Double(width - 1)).rounded()) / BrailleGrid.dotsAcross
        let row = Int(((1 - min(1, max(0, y))) * Double(height - 1)).rounded()) / BrailleGrid.dotsDown
        return Position(column: area.column + column, row: area.row + row)
    }

    /// The width of a cell, as a fraction of the area's.
    var cellWidth: Double { Double(BrailleGrid.dotsAcross) / Double(max(1, width - 1)) }

    /// Sets a dot by its place in the grid of dots.
    mutating func setDot(column: Int, row: Int) {
        guard column >= 0, row >= 0, column < width, row < height else { return }
        let bit: [UInt8] = column % BrailleGrid.dotsAcross == 0 ? [0x01, 0x02, 0x04, 0x40] : [0x08, 0x10, 0x20, 0x80]
        bits[row / BrailleGrid.dotsDown * area.columns + column / BrailleGrid.dotsAcross] |=
            bit[row % BrailleGrid.dotsDown]
    }

    /// A line between two places, in fractions; a dashed one leaves out every other stretch of three dots.
    mutating func line(from start: (x: Double, y: Double), to end: (x: Double, y: Double), isDashed: Bool = false) {
        guard start.x.isFinite, start.y.isFinite, end.x.isFinite, end.y.isFinite else { return }
        let (width, height) = (Double(self.width), Double(self.height))
        let steps = max(1, Int(max(abs(end.x - start.x) * width, abs(end.y - start.y) * height).rounded(.up)))
        for step in 0...min(steps, BrailleGrid.mostSteps) {
            let fraction = Double(step) / Double(steps)
            if isDashed {
                let along = start.x + (end.x - start.x) * fraction
                if Int((along * width).rounded()) % (2 * BrailleGrid.dash) >= BrailleGrid.dash { continue }
            }
            set(x: start.x + (end.x - start.x) * fraction, y: start.y + (end.y - start.y) * fraction)
        }
    }

    /// The dots that a cell shows already.
    private static func dots(of picture: Picture, at place: Position) -> UInt32 {
        guard picture.canvas.bounds.contains(place), let glyph = picture.canvas[place.column, place.row].glyph,
            (0x2800...0x28FF).contains(glyph.base.value)
        else { return 0 }
        return glyph.base.value & 0xFF
    }

    /// Draws the cells that have a dot, in the ink of their column; nil draws nothing there. Dots that stand there
    /// already stay, so that lines may cross.
    ///
    /// - Parameters:
    ///   - ground: The ink of what lies beneath a cell and becomes its ground; nil for none.
    ///   - isSpared: Whether a cell keeps what stands in it.
    func draw(
        on picture: inout Picture, over ground: (Picture, Int, Int) -> Ink? = { _, _, _ in nil },
        sparing isSpared: (Picture, Int, Int) -> Bool = { _, _, _ in false }, ink: (Int) -> Ink?
    ) {
        for row in 0..<area.rows {
            for column in 0..<area.columns {
                let place = Position(column: area.column + column, row: area.row + row)
                let dots = UInt32(bits[row * area.columns + column])
                guard dots != 0, let ink = ink(place.column), !isSpared(picture, place.column, place.row),
                    let scalar = Unicode.Scalar(0x2800 + (dots | BrailleGrid.dots(of: picture, at: place)))
                else { continue }
                let beneath = ground(picture, place.column, place.row)
                picture.put(
                    Glyph(scalar), column: place.column, row: place.row, style: picture.style(ink, onBar: beneath))
            }
        }
    }
}
