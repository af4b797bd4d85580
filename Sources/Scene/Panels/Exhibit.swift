import Cells
import Evidence

/// What one panel shows and how it answers, as a value. The scene draws around it what all panels share: tabs,
/// headline, slider, commentary, provenance and keys.
///
/// A panel with a slider conforms to ``HasSlider``, one with rows to choose to ``HasRows``, one with a text field to
/// ``HasTextField``.
protocol Exhibit: Sendable, Equatable {
    /// One sentence, true where the panel stands.
    var headline: Phrase { get }
    /// What the program is about, above the headline as long as nothing was pressed; nil where there is nothing to say.
    var introduction: Phrase? { get }
    /// What the picture says, in words; the lines that matter most come first. A line of several pieces stays on one
    /// row, and loses pieces from its end where they do not fit; a line of one piece is wrapped.
    func commentary(columns: Int) -> [[Phrase]]
    /// Where the picture comes from, in pieces of one line; pieces at its end are left out where they do not fit.
    var provenance: [Phrase] { get }
    /// What the zoom shows: the chosen row in full.
    var detail: Detail { get }
    /// The one thing on the panel that surprises most; nil where it has none.
    var surprise: SurprisingFact? { get }
    /// Whether that is to be seen where the panel stands.
    var showsSurprise: Bool { get }
    /// What guess mode asks where the panel stands; nil where there is nothing to ask.
    var guess: HeadlineQuestion? { get }
    /// The panel as sentences and tables.
    var narration: [Paragraph] { get }
    /// What the model that is shown reads; empty where that is not known.
    var reading: [Paragraph] { get }

    func draw(on picture: inout Picture, in frame: PanelFrame)

    /// Draws what a person may know who guesses, where the picture would tell them the answer.
    func drawGiven(on picture: inout Picture, in frame: PanelFrame)
    /// The picture in small, for the overview: what the panel says where it stands, in a few rows.
    var miniature: Miniature { get }

    /// Whether a command that the panel has a word for does something where it stands now. Keys, help and hints all
    /// come from this.
    func answers(_ command: Command) -> Bool
    /// Whether left and right are answered though nothing slides.
    var takesSideways: Bool { get }
    /// What the keys of a group do where the panel stands now; nil where it is what the catalog says.
    func word(_ group: KeyGroup) -> String?
    /// Carries out a command of the panel's own that it answers: step, play, train, measure, data set, variant. What it asks
    /// is answered by ``receive(_:to:asking:)``.
    mutating func perform(_ command: Command, asking questions: inout Questions)
    /// Takes an answer to a question of its own that is still asked.
    mutating func receive(_ answer: Answer, to id: QuestionID, asking questions: inout Questions)
    /// The person chose another row or moved the slider.
    mutating func moved(asking questions: inout Questions)
    /// The panel comes on the screen.
    mutating func appear(asking questions: inout Questions)
    /// The zoom was closed: what was only to be seen in it is not looked at any more.
    mutating func zoomClosed(asking questions: inout Questions)
    /// The zoom is open, after anything that happened: what it shows and has not got can be asked.
    mutating func zoomShown(asking questions: inout Questions)

    /// What the panel keeps when it is put back as it was, in a panel that was made anew.
    func keptOnReset(in fresh: any Exhibit) -> any Exhibit

    /// Whether Enter is the panel's own command, and opens no zoom.
    var takesEnter: Bool { get }
    /// Whether something is open on the panel itself, which Escape closes.
    var hasWayBack: Bool { get }
    /// Whether the sheet that chooses a path is the panel's.
    var opensChooser: Bool { get }
    /// Whether a model is trained for the panel, also while another is looked at.
    var isTraining: Bool { get }
    /// Whether something moves of itself.
    var isMoving: Bool { get }
    mutating func advance(seconds: Double)
    /// Cuts every animation to its end.
    mutating func settle()

    /// The panel as one that has a slider, rows or a text field; nil where it has none.
    var withSlider: (any HasSlider)? { get }
    var withRows: (any HasRows)? { get }
    var withTextField: (any HasTextField)? { get }
    /// The panel as one with a record of what the person did; nil where it has none.
    var withRecord: (any KeepsRecord)? { get }
}

extension Exhibit {
    var introduction: Phrase? { nil }
    func commentary(columns: Int) -> [[Phrase]] { [] }
    var provenance: [Phrase] { [] }
    var detail: Detail { Detail(title: "", about: []) }

    var narration: [Paragraph] {
        [.text(headline)] + commentary(columns: .max).map { .text(Phrase.sentences($0)) }
    }

    var reading: [Paragraph] { [] }

    var surprise: SurprisingFact? { nil }
    var showsSurprise: Bool { false }
    var guess: HeadlineQuestion? { nil }
    func drawGiven(on picture: inout Picture, in frame: PanelFrame) {}

    func answers(_ command: Command) -> Bool { true }
    var takesSideways: Bool { false }
    func word(_ group: KeyGroup) -> String? { nil }
    mutating func perform(_ command: Command, asking questions: inout Questions) {}
    mutating func receive(_ answer: Answer, to id: QuestionID, asking questions: inout Questions) {}
    mutating func moved(asking questions: inout Questions) {}
    mutating func appear(asking questions: inout Questions) {}
    mutating func zoomClosed(asking questions: inout Questions) {}
    mutating func zoomShown(asking questions: inout Questions) {}

    func keptOnReset(in fresh: any Exhibit) -> any Exhibit { fresh }

    var takesEnter: Bool { false }
    var hasWayBack: Bool { false }
    var opensChooser: Bool { false }
    var isTraining: Bool { false }
    var isMoving: Bool { false }
    mutating func advance(seconds: Double) {}
    mutating func settle() {}

    var withSlider: (any HasSlider)? { nil }
    var withRows: (any HasRows)? { nil }
    var withTextField: (any HasTextField)? { nil }
    var withRecord: (any KeepsRecord)? { nil }

    func isEqual(to other: any Exhibit) -> Bool { (other as? Self) == self }
}

/// A panel whose picture stands over the axis of a slider.
protocol HasSlider: Exhibit {
    var slider: Slider { get set }
    /// The axis that the slider moves on in the present state.
    var axis: SliderAxis { get }
}

extension HasSlider {
    var withSlider: (any HasSlider)? { self }

    /// The panel as it is drawn while its knob glides: values roll with the knob.
    var onItsWay: any Exhibit { with(slider.onItsWay(on: axis)) }
    /// The panel as it speaks while its knob glides: its sentence changes on arrival.
    var atOrigin: any Exhibit { with(slider.atOrigin) }

    private func with(_ slider: Slider) -> any Exhibit {
        var copy = self
        copy.slider = slider
        return copy
    }

    var isMoving: Bool { slider.isMoving }
    mutating func advance(seconds: Double) { slider.advance(seconds: seconds, on: axis) }
    mutating func settle() { slider.settle() }
}

/// A panel with rows to choose.
protocol HasRows: Exhibit {
    var rowCount: Int { get }
    var chosenRow: Int { get set }
}

extension HasRows {
    var withRows: (any HasRows)? { self }
}

/// A panel in which a person types; Enter leads into its field, where any other panel opens its zoom or closes it.
protocol HasTextField: Exhibit {
    var textField: TextField { get set }
    /// Enter was pressed in the field.
    mutating func submit(asking questions: inout Questions)
}

extension HasTextField {
    var withTextField: (any HasTextField)? { self }
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
    /// Whether it is for a room that looks at a projector: fewer rows, each about twice as high, without what is grey.
    var isLarge = false

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
    /// Comparisons in rows, where a plot over the slider's axis would say nothing.
    var dots: DotChart?
    /// Anything else that is to be seen of the row, in the plot's place.
    var picture: (any DetailPicture)?
    /// Every figure of the row, a heading and its lines.
    var tables: [Table] = []
}

/// A picture that a zoom shows in the place of a plot.
protocol DetailPicture: Sendable {
    func draw(on picture: inout Picture, in area: Area)
}

/// A small table of phrases.
struct Table: Hashable, Sendable {
    var heading: Phrase
    var columns: [Phrase]
    var rows: [[Phrase]]

    /// Its heading, its columns' names and the first of its rows.
    func top(_ rowCount: Int) -> Table {
        Table(heading: heading, columns: columns, rows: Array(rows.prefix(max(0, rowCount))))
    }
}

/// A piece of the panel's `read` form.
enum Paragraph: Sendable {
    case heading(Phrase)
    case text(Phrase)
    case table(Table)
}
