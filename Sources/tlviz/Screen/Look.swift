import Cells
import Terminal

/// How the person wants pictures to look.
struct Look {
    var terminal = TerminalOptions()
    var reducesMotion: Bool
    var isLarge = false

    /// As the environment asks, where the command line says nothing.
    static var environment: Look {
        Look(
            terminal: TerminalOptions(color: Environment.forbidsColor ? ColorDepth.none : nil),
            reducesMotion: Environment.reducesMotion)
    }
}
