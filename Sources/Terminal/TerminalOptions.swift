import Cells

/// What the person asked for; everything left out is found from the terminal and the environment.
public struct TerminalOptions: Hashable, Sendable {
    /// At most so many colours; nil takes what the terminal has.
    public var color: ColorDepth?
    /// Nil follows the terminal's background.
    public var theme: Theme?
    /// Whether only ASCII is drawn; nil decides by locale and terminal.
    public var ascii: Bool?
    /// Whether the mouse is the program's; where it is not, selecting text is the terminal's.
    public var mouse: Bool

    public init(color: ColorDepth? = nil, theme: Theme? = nil, ascii: Bool? = nil, mouse: Bool = true) {
        self.color = color
        self.theme = theme
        self.ascii = ascii
        self.mouse = mouse
    }
}
