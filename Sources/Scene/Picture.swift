import Algorithms
import Cells
import Evidence

/// A part of the picture that answers to the mouse.
public struct Hotspot: Hashable, Sendable {
    public enum Target: Hashable, Sendable {
        case command(Command)
        /// The slider: the fraction of the area's width becomes the fraction of its axis.
        case slider
    }

    public var area: Area
    public var target: Target
}

/// What is drawn: a canvas, what its cells refer to, what answers to the mouse, and where the focus is.
public struct Picture: Sendable {
    public var canvas: Canvas
    /// What the tags of the canvas refer to, by index.
    public private(set) var references: [Reference] = []
    public var hotspots: [Hotspot] = []
    /// The focused thing, where the terminal's own cursor stands.
    public var cursor: Position?
    /// Whether colours are shown; without them figures carry the letter of their kind.
    public let hasColor: Bool
    /// Whether it is for a room that looks at a projector.
    let isLarge: Bool
    /// Whether a tour takes Space, so that nothing else is offered by it.
    let isOnTour: Bool

    /// An empty picture; without colour figures carry the letter of their kind.
    public init(size: Size, hasColor: Bool = true) { self.init(size: size, hasColor: hasColor, isLarge: false) }

    init(size: Size, hasColor: Bool, isLarge: Bool, isOnTour: Bool = false) {
        canvas = Canvas(size)
        self.hasColor = hasColor
        self.isLarge = isLarge
        self.isOnTour = isOnTour
    }

    /// The tag for a reference, added where it is new.
    mutating func tag(_ reference: Reference?) -> Int32 {
        guard let reference else { return Canvas.untagged }
        if let last = references.last, last == reference { return Int32(references.count - 1) }
        references.append(reference)
        return Int32(references.count - 1)
    }

    /// Draws a phrase inside an area, wrapped between words, and returns the rows it took.
    @discardableResult
    mutating func draw(
        _ phrase: Phrase, in area: Area, style: Style = .plain, alignment: Alignment = .left
    ) -> Int {
        let phrase = shown(phrase)
        let lines = phrase.lines(columns: area.columns, limit: area.rows)
        let tags = phrase.runs.map { tag($0.reference) }
        for (offset, line) in lines.enumerated() {
            let width = line.reduce(0) { $0 + $1.glyph.width }
            var column = alignment == .left ? area.column : area.endColumn - width
            for piece in line {
                var look = style
                var tag = Canvas.untagged
                if piece.run >= 0 {
                    let run = phrase.runs[piece.run]
                    if let ink = run.ink { look.foreground = ink }
                    if run.isBold { look.attributes.insert(.bold) }
                    tag = tags[piece.run]
                }
                let glyph = piece.glyph == Picture.fixedBlank ? Glyph.space : piece.glyph
                column += canvas.put(glyph, column: column, row: area.row + offset, style: look, tag: tag)
            }
        }
        return lines.count
    }

    /// A blank that no line is broken at.
    private static let fixedBlank = Glyph("\u{A0}")

    enum Alignment { case left, right }

    /// Draws one glyph.
    mutating func put(_ glyph: Glyph, column: Int, row: Int, style: Style, reference: Reference? = nil) {
        canvas.put(glyph, column: column, row: row, style: style, tag: tag(reference))
    }

    /// Whether nothing was drawn on a cell yet; outside the canvas nothing is.
    func isBlank(column: Int, row: Int) -> Bool {
        guard canvas.bounds.contains(Position(column: column, row: row)) else { return false }
        return canvas[column, row].glyph == .space
    }

    /// The first digit that neither a figure, a source, an axis, the slider nor a key accounts for, or what was drawn in
    /// its place.
    public func firstUnaccountedDigit() -> Position? {
        canvas.firstUntaggedDigit() ?? canvas.firstPosition(of: Picture.unaccounted)
    }

    private static let unaccounted = Glyph(Accounting.unaccounted.unicodeScalars.first ?? "?")

    /// What the cells that are seen refer to, in the order of drawing.
    var seenReferences: [Reference] {
        let seen = Set(canvas.tags)
        return references.indices.filter { seen.contains(Int32($0)) }.map { references[$0] }
    }

    /// The sources of everything that is seen, in the order of drawing, each once.
    public var sources: [Source] { Array(seenReferences.flatMap(\.sources).uniqued()) }
}
