import Cells

/// What answers to the mouse on a picture that was drawn: kept in the picture's place until the next one.
public struct TouchMap: Hashable, Sendable {
    private let size: Size
    private let hotspots: [Hotspot]
    private let references: [Reference]
    /// The tag of each cell, row by row.
    private let tags: [Int32]

    /// Before anything was drawn nothing answers.
    public init() { self.init(Picture(size: Size(columns: 0, rows: 0))) }

    public init(_ picture: Picture) {
        size = picture.canvas.size
        hotspots = picture.hotspots
        references = picture.references
        tags = picture.canvas.tags
    }

    /// What answers at a place, the topmost.
    func hotspot(at position: Position) -> Hotspot? { hotspots.last { $0.area.contains(position) } }

    /// Where the slider is.
    var slider: Area? { hotspots.last { $0.target == .slider }?.area }

    /// What the cell at a place refers to.
    func reference(at position: Position) -> Reference? {
        guard Area(column: 0, row: 0, columns: size.columns, rows: size.rows).contains(position) else { return nil }
        let tag = Int(tags[position.row * size.columns + position.column])
        return references.indices.contains(tag) ? references[tag] : nil
    }
}
