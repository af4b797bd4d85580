import Cells

/// What a terminal is asked, and what its answers mean.
enum TerminalQuestion {
    static let background = "\u{1B}]11;?\u{1B}\\"
    static let attributes = "\u{1B}[c"
    /// Writes a character of ambiguous width into the corner and asks where the cursor is then; the cursor and its
    /// colours are as before after that, the corner is not.
    static let width = "\u{1B}7\u{1B}[H●\u{1B}[6n\u{1B}8"

    /// The same on a line of the shell's, which is left empty.
    static let widthOnLine = "\r●\u{1B}[6n\r\u{1B}[K"

    /// Whether the character took two cells; nil where the cursor is where neither answer has it.
    static func isWide(_ cursor: Position) -> Bool? { [1: false, 2: true][cursor.column] }
}

/// What the terminal was asked and may still answer.
struct Questions: Hashable, Sendable {
    /// Milliseconds that an answer may take; links over satellites take two seconds at worst.
    static let patience = 3000.0

    /// Until when answers may come; nil where none is due.
    private(set) var due: Double?
    private(set) var hasAnswered = false
    private var asked = 0.0
    private var roundTrip = 0.0

    mutating func ask(at now: Double) {
        asked = now
        due = now + max(Questions.patience, 3 * roundTrip)
    }

    mutating func answer(at now: Double) {
        if due != nil { roundTrip = now - asked }
        due = nil
        hasAnswered = true
    }

    mutating func giveUp() { due = nil }
}
