import Cells
import Evidence

/// What happens to the scene.
public enum Action: Hashable, Sendable {
    case command(Command)
    case show(Panel)
    /// The slider goes to a fraction of its axis, 0…1.
    case slideTo(Double)
    /// A row is chosen, by its index.
    case choose(Int)
    /// A line of an open sheet is pressed, by its index.
    case toggle(Int)
    /// The sources open at one of them.
    case openSource(Source)
    /// Time passes, for what is animated.
    case tick(seconds: Double)
    /// The size of the screen, for how far a sheet can scroll.
    case resize(Size)
}

/// What a key asks for, whatever panel is open.
public enum Command: Hashable, Sendable {
    case slideLeft, slideRight, slideFarLeft, slideFarRight, slideToStart, slideToEnd
    case rowUp, rowDown, pageUp, pageDown
    case step, play, measure, dataSet, previousVariant, nextVariant
    case zoom, chooser, help, sources, reset, overview, nextPanel, previousPanel, quit, close
}

/// What the scene asks the program to do.
public enum Effect: Hashable, Sendable {
    case quit
}
