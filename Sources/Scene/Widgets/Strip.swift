import Cells
import Evidence

/// One row of a stack of strips: an ability or a task over the axis that it shares with the slider.
struct Strip: Sendable {
    /// The plain name, and beneath it what is asked: the first of these that fits whole.
    var name: Phrase
    var subtitles: [Phrase]
    /// Beneath that, where there is a third row: whose figures these are, and of which test.
    var footnotes: [Phrase] = []
    /// The curve, revealed up to the knob; nil where there is none.
    var series: Series?
    /// Another measure of the same answers, a line over the bars; nil where there is none.
    var trace: Trace?
    /// A curve that stands faint behind it, where it has not come yet; nil where there is none.
    var behind: Series?
    /// Points that no line may join.
    var points: [Figure] = []
    /// The values at the strip's foot and head.
    var floor: Double
    var ceiling: Double
    /// What guessing gets, in the unit of the values; a line where no bar hides it. Nil draws none.
    var guessing: Double?
    /// What the head stands for and what guessing gets, longest first, at the top right.
    var scaleWords: [Phrase] = []
    /// Whether only what was measured is solid: between two points a bar is thin, and where they lie more than a factor
    /// of three apart there is none.
    var isSparse = false
    /// Where it is taught that the ability appears.
    var threshold: Figure?
    /// Places where a paper saw it first.
    var marks: [Figure] = []
    /// The value at the row's end, and a shorter wording for where it does not fit.
    var value: Phrase
    var shortValue: Phrase?
    /// Whether the lamp is lit; nil draws no lamp.
    var isLit: Bool?
    var ink: Ink
    /// The colour of the lit lamp: that of the kind of figure that lights it.
    var lampInk = Ink.amber
    /// Whether heights go by the logarithm of the value; floor and ceiling are then above zero.
    var isLogarithmic = false

    /// A measure of a scale of its own.
    struct Trace: Sendable {
        var series: Series
        var scale: StripScale
    }

    var scale: StripScale { StripScale(floor: floor, ceiling: ceiling, isLogarithmic: isLogarithmic) }
}

/// The values at the foot and the head of a strip; the foot is the worse one, so that a bar rises as a model gets better.
struct StripScale: Hashable, Sendable {
    var floor: Double
    var ceiling: Double
    /// Whether heights go by the logarithm of the value; both ends are then above zero.
    var isLogarithmic = false

    /// The height of a value, 0 at the foot and 1 at the head; values beyond them give more or less.
    func fraction(of value: Double) -> Double {
        guard isLogarithmic else { return (value - floor) / (ceiling - floor) }
        guard value > 0, floor > 0, ceiling > 0 else { return 0 }
        return Logarithm.of(value / floor) / Logarithm.of(ceiling / floor)
    }
}
