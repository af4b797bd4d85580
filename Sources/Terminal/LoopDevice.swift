import Cells

/// What the loop waits for.
struct Readiness: OptionSet, Hashable, Sendable {
    let rawValue: Int

    /// The terminal sent something, or is gone.
    static let input = Readiness(rawValue: 1)
    static let signals = Readiness(rawValue: 2)
    /// Another thread has something for the program.
    static let wakeUp = Readiness(rawValue: 4)
    /// The terminal takes output again.
    static let room = Readiness(rawValue: 8)
}

/// Where the process stands with its terminal after it was stopped.
enum Place: Hashable, Sendable {
    case foreground
    /// A request to end came before the terminal was the process's again.
    case ending
    /// The terminal is gone, or will never be the process's again.
    case lost
}

/// What the loop needs of a terminal; ``Screen`` is a real one.
protocol LoopDevice {
    var size: Size { get }
    /// Whether the background is light; nil where nobody said.
    var isLight: Bool? { get }
    /// Whether reports of the mouse may be under way.
    var usesMouse: Bool { get }
    /// Whether the terminal is this process's.
    var isInForeground: Bool { get }
    /// Whether whoever started this process is gone.
    var isOrphan: Bool { get }
    /// Whether the terminal takes output without making the process wait.
    var hasRoom: Bool { get }
    /// Milliseconds since some fixed moment; no change of the date moves it.
    var now: Double { get }

    /// Waits for so many milliseconds at most, or as long as it takes where that is negative; says what ended the wait,
    /// which is nothing for a signal or the time.
    mutating func wait(for wanted: Readiness, milliseconds: Int32) -> Readiness
    /// What the terminal sent; nil where it is gone.
    mutating func input() -> [UInt8]?
    /// The signals that came, in their order.
    mutating func signals() -> [Int32]
    mutating func takeWakeUp()

    /// Draws, and waits for the terminal where it has no room.
    mutating func paint(_ picture: (canvas: Canvas, cursor: Position?))
    /// Takes over the terminal's size; false where it stayed as it was.
    mutating func fit() -> Bool
    /// Lets the next drawing be a whole one, in the right modes, whatever the terminal shows now.
    mutating func forget()

    /// Asks what the drawing depends on, and then what the terminal is, whose answer is the last; false where there is
    /// nothing to ask.
    mutating func ask() -> Bool
    /// Asks only what the terminal is.
    mutating func askAgain()
    /// Tells until when answers may come, on the clock of ``now``; nil where all are there.
    mutating func expectAnswers(until: Double?)
    /// Takes over the background's colour; says whether that changes the picture.
    mutating func follow(_ background: BackgroundColor) -> Bool
    /// Takes over where the cursor stood after a character; says whether that changes the picture.
    mutating func follow(cursor: Position) -> Bool

    /// Sends a signal as the terminal does for a key.
    mutating func send(_ signal: Int32)
    /// Says that a request to end was taken.
    mutating func answerRequest()
    /// Lets the terminal send no more reports.
    mutating func fallSilent()
    /// Gives the terminal to the shell, stops, and takes it again.
    mutating func stop() -> Place
    /// Takes the terminal again after a stop that came from elsewhere.
    mutating func resume() -> Place
    /// Gives the terminal back for good; where it is not the process's any more, only what is still to be undone.
    mutating func close(isAway: Bool)
}
