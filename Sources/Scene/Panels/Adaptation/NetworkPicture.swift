import Cells

/// A small network whose weights, the lines between its units, move or stand still.
struct NetworkPicture: Hashable, Sendable {
    var isMoving: Bool

    static let columns = 9
    static let rows = 3

    /// The network on one row, to stand among words.
    var line: String { isMoving ? "●━●━●" : "○─○─○" }

    func draw(on picture: inout Picture, in area: Area) {
        let (unit, weight) = isMoving ? (Glyph("●"), Glyph("━")) : (Glyph("○"), Glyph("─"))
        let ink: Ink = isMoving ? AdaptationPath.fineTune.ink : AdaptationPath.prompt.ink
        for row in 0..<min(NetworkPicture.rows, area.rows) {
            for column in 0..<min(NetworkPicture.columns, area.columns) {
                let isUnit = column % NetworkPicture.pitch == 0
                picture.put(
                    isUnit ? unit : weight, column: area.column + column, row: area.row + row,
                    style: Style(isUnit || isMoving ? ink : ink.dim))
            }
        }
    }

    /// Columns from unit to unit.
    private static let pitch = 4
}
