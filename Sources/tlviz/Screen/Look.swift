import Cells
import Terminal

/// How the person wants the screen to be.
struct Look {
    var terminal = TerminalOptions()
    var reducesMotion: Bool
    /// Whether headlines ask first.
    var guesses = false
    /// Whether progress is kept.
    var keepsProgress = true
    var isLarge = false

    /// As the environment asks, where the command line says nothing.
    static var environment: Look {
        Look(
            terminal: TerminalOptions(color: Environment.forbidsColor ? ColorDepth.none : nil),
            reducesMotion: Environment.reducesMotion)
    }
}
