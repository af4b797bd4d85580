/// A key as the person means it, whatever bytes the terminal sent.
public enum Key: Hashable, Sendable {
    /// A printable character; Space is `.space`.
    case character(Character)
    case space, enter, escape, tab, backTab, backspace
    case up, down, left, right, shiftLeft, shiftRight
    case home, end, pageUp, pageDown

    private static let names: [(String, Key)] = [
        ("Space", .space), ("Enter", .enter), ("Escape", .escape), ("Tab", .tab), ("BackTab", .backTab),
        ("Backspace", .backspace), ("Up", .up), ("Down", .down), ("Left", .left), ("Right", .right),
        ("S-Left", .shiftLeft), ("S-Right", .shiftRight), ("Home", .home), ("End", .end), ("PageUp", .pageUp),
        ("PageDown", .pageDown),
    ]

    /// The key with a name such as `Space`, `S-Left`, or a character that is its own name; nil for any other.
    public init?(name: String) {
        if let known = Key.names.first(where: { $0.0 == name }) {
            self = known.1
        } else if name.count == 1, let character = name.first, character != " ",
            CellWidth.of(name) > 0
        {
            self = .character(character)
        } else {
            return nil
        }
    }

    public var name: String {
        if case .character(let character) = self { return String(character) }
        return Key.names.first { $0.1 == self }?.0 ?? ""
    }

    /// All keys that have a name of more than one character.
    public static var named: [Key] { names.map(\.1) }
}

/// What the mouse did, and where.
public struct Pointer: Hashable, Sendable {
    public enum Motion: Hashable, Sendable { case press, drag, release, wheelUp, wheelDown }
    public var motion: Motion
    public var position: Position

    public init(_ motion: Motion, at position: Position) {
        self.motion = motion
        self.position = position
    }
}

/// What reaches the program from a terminal.
public enum Input: Hashable, Sendable {
    case key(Key)
    case pointer(Pointer)
    case resize(Size)
    /// The terminal told the colour of its background.
    case background(isLight: Bool)
}
