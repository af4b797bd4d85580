import Cells
import Platform

@testable import Terminal

/// A terminal that plays a list of events on a clock of its own, and notes what the loop does with it.
final class FakeDevice: LoopDevice {
    enum Event {
        case input(String)
        case signal(Int32)
        case wakeUp
        case gone
        /// The terminal takes output, or takes none any more.
        case room(Bool)
    }

    /// What the loop did, in its order; waits are left out.
    enum Deed: Hashable {
        case paint, fit, forget, ask, askAgain, silence, stop, resume, close, closeAway, request
        case send(Int32)
    }

    private var events: [(at: Double, event: Event)]
    private(set) var now = 0.0
    private(set) var deeds: [Deed] = []
    /// How long each wait was to last; negative for ever.
    private(set) var waits: [Int32] = []
    /// The loop waited for ever, and nothing was to come.
    private(set) var isStuck = false

    var size = Size(columns: 80, rows: 24)
    var isLight: Bool?
    var usesMouse = true
    var isInForeground = true
    var isOrphan = false
    var hasRoom = true
    /// Whether there is something to ask, and after how many milliseconds it is answered; nil for never.
    var asks = true
    var roundTrip: Double? = 10
    /// How a stop and a going on end, and the signal that comes with it.
    var place = Place.foreground
    var signalWhileStopped: Int32?
    /// The size to take over at the next ``fit()``.
    var newSize: Size?

    private var received: [UInt8] = []
    private var numbers: [Int32] = []
    private var isWoken = false
    private var isGone = false

    init(_ events: [(Double, Event)]) { self.events = events.map { (at: $0.0, event: $0.1) } }

    private func ready(_ wanted: Readiness) -> Readiness {
        var ready: Readiness = []
        if !received.isEmpty || isGone { ready.insert(.input) }
        if !numbers.isEmpty { ready.insert(.signals) }
        if isWoken { ready.insert(.wakeUp) }
        if hasRoom { ready.insert(.room) }
        return ready.intersection(wanted)
    }

    private func happen(_ event: Event) {
        switch event {
        case .input(let text): received += Array(text.utf8)
        case .signal(let number): numbers.append(number)
        case .wakeUp: isWoken = true
        case .gone: isGone = true
        case .room(let isThere): hasRoom = isThere
        }
    }

    func wait(for wanted: Readiness, milliseconds: Int32) -> Readiness {
        waits.append(milliseconds)
        let deadline = milliseconds < 0 ? Double.infinity : now + Double(milliseconds)
        while ready(wanted).isEmpty {
            events.sort { $0.at < $1.at }
            guard let next = events.first, next.at <= deadline else { break }
            events.removeFirst()
            now = max(now, next.at)
            happen(next.event)
        }
        if ready(wanted).isEmpty, deadline.isFinite { now = deadline }
        if ready(wanted).isEmpty, !deadline.isFinite {
            isStuck = true
            isGone = true
        }
        return ready(wanted)
    }

    func input() -> [UInt8]? {
        defer { received = [] }
        return received.isEmpty && isGone ? nil : received
    }

    func signals() -> [Int32] {
        defer { numbers = [] }
        return numbers
    }

    func takeWakeUp() { isWoken = false }

    func paint(_ picture: (canvas: Canvas, cursor: Position?)) { deeds.append(.paint) }

    func fit() -> Bool {
        deeds.append(.fit)
        guard let newSize, newSize != size else { return false }
        size = newSize
        return true
    }

    func forget() { deeds.append(.forget) }

    private func answerLater() {
        if let roundTrip { events.append((at: now + roundTrip, event: .input("\u{1B}[?62;22c"))) }
    }

    func ask() -> Bool {
        guard asks else { return false }
        deeds.append(.ask)
        answerLater()
        return true
    }

    func askAgain() {
        deeds.append(.askAgain)
        answerLater()
    }

    private(set) var expected: Double?
    func expectAnswers(until due: Double?) { expected = due }
    func follow(_ background: BackgroundColor) -> Bool { true }
    func follow(cursor: Position) -> Bool { TerminalQuestion.isWide(cursor) == true }

    func send(_ signal: Int32) {
        deeds.append(.send(signal))
        numbers.append(signal)
    }

    func answerRequest() { deeds.append(.request) }
    func fallSilent() { deeds.append(.silence) }

    private func goOn(_ deed: Deed) -> Place {
        deeds.append(deed)
        if let signalWhileStopped { numbers.append(signalWhileStopped) }
        numbers.append(SIGCONT)
        return place
    }

    func stop() -> Place { goOn(.stop) }
    func resume() -> Place { goOn(.resume) }
    func close(isAway: Bool) { deeds.append(isAway ? .closeAway : .close) }
}

/// A program that notes what reaches it, and ends at `q`.
struct NotingProgram: TerminalProgram {
    var inputs: [Input] = []
    var wakeUps = 0
    var frames = 0
    /// It moves until so many milliseconds of animation have passed.
    var motion = 0.0

    var keys: [Key] {
        inputs.compactMap {
            if case .key(let key) = $0 { key } else { nil }
        }
    }

    var isMoving: Bool { motion > 0 }

    mutating func handle(_ input: Input) -> Verdict {
        inputs.append(input)
        return input == .key(.character("q")) ? .end : .proceed
    }

    mutating func wake() -> Verdict {
        wakeUps += 1
        return .proceed
    }

    mutating func advance(seconds: Double) {
        frames += 1
        motion -= seconds * 1000
    }

    mutating func picture(size: Size) -> (canvas: Canvas, cursor: Position?) { (Canvas(size), nil) }
}
