import Cells
import Evidence

/// What one panel shows and how it answers, as a value. The scene draws around it what all panels share: tabs,
/// headline, slider, reading, provenance and keys.
protocol Exhibit: Sendable {
    static var panel: Panel { get }

    init()

    var slider: Slider { get set }
    /// The axis that the slider moves on in the present state.
    var axis: SliderAxis { get }
    /// The rows that can be chosen.
    var rowCount: Int { get }
    var chosenRow: Int { get set }

    /// One sentence about one named family, true where the slider stands.
    var headline: Phrase { get }
    /// The value under the knob in words; the lines that matter most come first. A line of several pieces stays on one
    /// row, and loses pieces from its end where they do not fit; a line of one piece is wrapped.
    var reading: [[Phrase]] { get }
    /// The same, in the words that suit a width.
    func reading(columns: Int) -> [[Phrase]]
    /// Where the picture comes from, in pieces of one line; pieces at its end are left out where they do not fit.
    var provenance: [Phrase] { get }
    /// The chosen row in full.
    var detail: Detail { get }
    /// The panel as sentences and tables.
    var narration: [Paragraph] { get }

    func draw(on picture: inout Picture, in frame: PanelFrame)

    /// Answers a command that is the panel's own: step, play, measure, data set, variant.
    mutating func perform(_ command: Command)
    /// Whether something moves of itself.
    var isMoving: Bool { get }
    mutating func advance(seconds: Double)
    /// Cuts every animation to its end.
    mutating func settle()
}

extension Exhibit {
    func reading(columns: Int) -> [[Phrase]] { reading }

    var isMoving: Bool { slider.isMoving }

    mutating func advance(seconds: Double) { slider.advance(seconds: seconds, on: axis) }

    mutating func settle() { slider.settle() }
}

/// The places that the scene gives a panel to draw in.
struct PanelFrame: Hashable, Sendable {
    /// Where the picture goes, down to the row above the slider.
    var area: Area
    /// The columns of the axis that the slider shares with the picture.
    var axis: AxisFrame
    /// Columns for the rows' names, from `area.column`.
    var labelColumns: Int
    /// Columns for the values at the rows' ends, up to `area.endColumn`.
    var valueColumns: Int

    /// The columns for the values at the end of a row.
    func valueArea(row: Int, rows: Int = 1) -> Area {
        Area(column: area.endColumn - valueColumns, row: row, columns: valueColumns, rows: rows)
    }

    /// The columns for the name of a row; one is left free before the axis.
    func labelArea(row: Int, rows: Int = 1) -> Area {
        Area(column: area.column + 3, row: row, columns: labelColumns - 4, rows: rows)
    }
}

/// A row in full: what it is, its plot, every figure, its sources.
struct Detail: Sendable {
    var title: Phrase
    /// What the row is and what to see in it.
    var about: [Phrase]
    var plot: Plot?
    /// Comparisons in rows, where a plot over the slider's axis would say nothing; a function of the colours.
    var dots: (@Sendable (_ hasColor: Bool) -> DotChart)?
    /// Every figure of the row, a heading and its lines.
    var tables: [Table] = []
}

/// A small table of phrases.
struct Table: Hashable, Sendable {
    var heading: Phrase
    var columns: [Phrase]
    var rows: [[Phrase]]
}

/// A piece of the panel's `read` form.
enum Paragraph: Sendable {
    case heading(Phrase)
    case text(Phrase)
    case table(Table)
}
