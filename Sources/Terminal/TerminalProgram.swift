import Cells

/// Whether a program goes on after an input.
public enum Verdict: Hashable, Sendable {
    case proceed
    case end
}

/// What the loop runs: a state that inputs and time change, and that can be drawn at any size.
public protocol TerminalProgram {
    /// Takes one input; the first one is always the size.
    mutating func handle(_ input: Input) -> Verdict

    /// Called once where a ``WakeUp`` was signalled, however often: to take what other threads have made ready.
    mutating func wake() -> Verdict

    /// Lets time pass for animations. Called only while ``isMoving``, with at most a tenth of a second.
    mutating func advance(seconds: Double)

    /// Whether something on the screen changes by itself.
    var isMoving: Bool { get }

    /// The picture at a size, and the cell where the terminal's own cursor stands; nil hides it.
    mutating func picture(size: Size) -> (canvas: Canvas, cursor: Position?)
}

extension TerminalProgram {
    public mutating func wake() -> Verdict { .proceed }
    public mutating func advance(seconds: Double) {}
    public var isMoving: Bool { false }
}
