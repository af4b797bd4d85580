extension Canvas {
    /// One row as text, without the blanks at its end.
    public func text(row: Int) -> String {
        var line = ""
        for column in 0..<size.columns { cells[row * size.columns + column].glyph?.write(into: &line) }
        while line.last == " " { line.removeLast() }
        return line
    }

    /// The whole canvas as text, a line a row.
    public var text: String {
        var lines = ""
        for row in 0..<size.rows {
            lines += text(row: row)
            lines += "\n"
        }
        return lines
    }
}
