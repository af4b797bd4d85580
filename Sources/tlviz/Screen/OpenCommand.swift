import ArgumentParser
import Scene

/// `tlviz [PANEL]`: the full screen.
struct OpenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open", abstract: "Open the full screen; this is what tlviz does without a command.")

    @Argument(
        help:
            "The panel to open, by number or name; \(Panel.opening.digit) \(Panel.opening.title) where it is left out.")
    var panel: String?
    @OptionGroup var look: LookOptions
    @OptionGroup var screen: ScreenOptions
    @Flag(help: "Have each headline ask first, and answer when the slider arrives or u is pressed: for a class.")
    var guess = false

    func run() throws {
        var look = try screen.look(look)
        look.guesses = guess
        try FullScreen.open(panel.map { try panelNamed($0) } ?? .opening, look)
    }
}

/// What only a terminal has.
struct ScreenOptions: ParsableArguments {
    @Flag(name: .customLong("no-mouse"), help: "Leave the mouse, and so the selecting of text, to the terminal.")
    var leavesMouse = false
    @Flag(
        name: .customLong("no-state"),
        help: "Keep nothing of what was seen and solved, and know nothing of it either.")
    var keepsNothing = false

    func look(_ look: LookOptions) throws -> Look {
        var result = try look.look
        result.terminal.mouse = !leavesMouse
        result.keepsProgress = !keepsNothing
        return result
    }
}
