/// A key as the person means it, whatever bytes the terminal sent.
public enum Key: Hashable, Sendable {
    /// A printable character; Space is `.space`.
    case character(Character)
    case space, enter, escape, tab, backTab, backspace, delete
    case up, down, left, right, shiftLeft, shiftRight
    case home, end, pageUp, pageDown
    /// Control with a character, in lower case where it is a letter.
    case control(Character)
    /// Alt with a character.
    case alt(Character)

    private static let names: [(String, Key)] = [
        ("Space", .space), ("Enter", .enter), ("Escape", .escape), ("Tab", .tab), ("BackTab", .backTab),
        ("Backspace", .backspace), ("Delete", .delete), ("Up", .up), ("Down", .down), ("Left", .left),
        ("Right", .right),
        ("S-Left", .shiftLeft), ("S-Right", .shiftRight), ("Home", .home), ("End", .end), ("PageUp", .pageUp),
        ("PageDown", .pageDown),
    ]

    /// The key with a name such as `Space`, `S-Left`, `C-a`, `A-a`, or a character that is its own name; nil for any
    /// other.
    public init?(name: String) {
        if let known = Key.names.first(where: { $0.0 == name }) {
            self = known.1
        } else if let character = Key.character(named: name) {
            self = .character(character)
        } else if name.hasPrefix("C-"), let character = Key.character(named: name.dropFirst(2)) {
            self = .control(character.lowercased().first ?? character)
        } else if name.hasPrefix("A-"), let character = Key.character(named: name.dropFirst(2)) {
            self = .alt(character)
        } else {
            return nil
        }
    }

    private static func character(named name: some StringProtocol) -> Character? {
        guard name.count == 1, let character = name.first, character != " ", CellWidth.of(String(name)) > 0,
            character.unicodeScalars.first.map(CellWidth.isPrintable) == true
        else {
            return nil
        }
        return character
    }

    public var name: String {
        switch self {
        case .character(let character): String(character)
        case .control(let character): "C-\(character)"
        case .alt(let character): "A-\(character)"
        default: Key.names.first { $0.1 == self }?.0 ?? ""
        }
    }

    /// All keys that have a name of their own.
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
    /// Text that was pasted, without control characters: line breaks and tabs are spaces, and what is very long is cut.
    case paste(String)
    case resize(Size)
    /// The terminal told the colour of its background.
    case background(isLight: Bool)
}
