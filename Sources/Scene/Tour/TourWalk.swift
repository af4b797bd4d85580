import Cells

/// Where somebody stands in a tour.
struct TourWalk: Hashable, Sendable {
    typealias Part = Tour.Part

    let tour: Tour
    private(set) var index = 0
    private(set) var part = Part.says
    /// Whether the scene is the tour's; else the person plays, and the tour waits.
    var isOnScript = true
    /// Keys of the script that are still to be pressed.
    private(set) var pending: [KeyScript.Step] = []
    /// Whether these set the scene at once; else what they move is seen to move.
    private(set) var cuts = true
    /// Whether the scene of the question stands: what the panel showed on the way to it is not seen.
    private(set) var isSet = false
    /// Whether the key that is carried out is the script's.
    var isPlaying = false
    /// What the script has opened.
    var sheets: [Sheet] = []

    /// A tour at its beginning; nil where it has no stop.
    init?(_ tour: Tour) {
        guard !tour.stops.isEmpty else { return nil }
        self.tour = tour
    }

    var stop: Tour.Stop { tour.stops[index] }
    var isAtStart: Bool { index == 0 && part == .says }
    var isAtEnd: Bool { index == tour.stops.count - 1 && part == .answer }
    /// Whether the panel's own sentence would tell the answer before the class was asked.
    var hidesHeadline: Bool { isOnScript && part < .watch }

    /// The place as it is written: `3 of 15`.
    var place: AxisText { .place(index + 1, of: tour.stops.count) }

    /// What comes after the part that is shown; nil at the end of the stop.
    var nextPart: Part? {
        switch part {
        case .says: .asks
        case .asks: stop.watch == nil ? .answer : .watch
        case .watch: .answer
        case .answer: nil
        }
    }

    /// What was said of the stop so far, the latest last.
    var said: [Phrase] {
        switch part {
        case .says: [stop.says]
        case .asks: [stop.says, stop.asks]
        case .watch: [stop.says, stop.asks] + (stop.watch.map { [$0] } ?? [])
        case .answer: [stop.says, stop.asks, stop.answer]
        }
    }

    /// Goes to the beginning of a stop, or back to where it stood in one; its scene is set from the beginning.
    mutating func enter(_ index: Int, part: Part = .says) {
        self.index = index
        self.part = part
        isOnScript = true
        cuts = true
        isSet = false
        pending = stop.keys.steps + (part >= .watch ? stop.then.steps : [])
    }

    /// The scene stands as the question has it.
    mutating func set() { isSet = true }

    /// From the statement to the question, from there to what is to be watched, and to the answer.
    mutating func show(_ part: Part, isLive: Bool) {
        let hasBegun = self.part >= .watch
        self.part = part
        guard part >= .watch, !hasBegun else { return }
        // What the scene still lacks is not to be waited for.
        if !pending.isEmpty { return pending += stop.keysOfAnswer(isLive: isLive).steps }
        cuts = false
        pending = stop.keysOfAnswer(isLive: isLive).steps
    }

    /// The person plays: what the script had still to press is let go.
    mutating func leave() {
        isOnScript = false
        pending = []
    }

    /// The next key of the script; nil where there is none or it begins with a pause.
    mutating func takeKey() -> Key? {
        guard case .key(let key) = pending.first else { return nil }
        pending.removeFirst()
        return key
    }

    /// What the script has still to do is done at once.
    mutating func hurry() { cuts = true }

    /// Whether the script pauses.
    var isWaiting: Bool { if case .wait = pending.first { !cuts } else { false } }

    /// Lets so much of a pause pass; where the scene is set at once, all of it.
    mutating func pass(seconds: Double) {
        guard case .wait(let rest) = pending.first else { return }
        if cuts || rest <= seconds { pending.removeFirst() } else { pending[0] = .wait(seconds: rest - seconds) }
    }
}
