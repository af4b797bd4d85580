import Evidence

/// A lesson in stops, each a scene with one statement, one question and its answer. It is written by hand as a file of
/// text, so that a teacher can write another one.
public struct Tour: Hashable, Sendable {
    /// What the lesson is called.
    public let title: String
    /// Its scenes, in their order.
    public let stops: [Stop]

    /// What of a stop is said; the scene goes on with the first that comes after the question.
    public enum Part: Int, Hashable, Sendable, Comparable, CaseIterable {
        case says, asks, watch, answer

        public static func < (first: Part, second: Part) -> Bool { first.rawValue < second.rawValue }
    }

    /// One scene and what is said of it.
    public struct Stop: Hashable, Sendable {
        /// What stands in the band above what is said.
        public let title: String
        /// Minutes that a teacher gives it.
        public let minutes: Double
        let panel: Panel
        /// Keys that set the scene, from the panel as it is put back.
        let keys: KeyScript
        /// Keys that go on from there when the answer is shown.
        let then: KeyScript
        /// The keys in their place where models are trained: on the full screen.
        let live: KeyScript?
        let says: Phrase
        let asks: Phrase
        /// What to look at while the scene goes on, before the answer is told; nil where the answer comes with it.
        let watch: Phrase?
        let answer: Phrase
        /// For whoever speaks; nothing of it is on the screen.
        public let notes: String

        /// What the answer's keys are where models are trained, or are not.
        func keysOfAnswer(isLive: Bool) -> KeyScript { isLive ? live ?? then : then }
    }

    /// The tour that the program carries, read when it is first asked for.
    public static let carried = TourReader.read(TourText.carried, file: TourText.file).tour

    /// How long it takes in all.
    public var minutes: Double { stops.reduce(0) { $0 + $1.minutes } }

    /// What is told of a stop to whoever speaks.
    ///
    /// - Parameter part: What of it is on the screen.
    public func place(_ index: Int, part: Part = .says) -> TourPlace? {
        guard stops.indices.contains(index) else { return nil }
        let stop = stops[index]
        return TourPlace(
            number: index + 1, count: stops.count, part: part, title: stop.title, minutes: stop.minutes,
            minutesBefore: stops[..<index].reduce(0) { $0 + $1.minutes }, says: stop.says.plain,
            asks: stop.asks.plain, answer: stop.answer.plain, notes: stop.notes,
            next: stops.indices.contains(index + 1) ? stops[index + 1].title : nil)
    }
}

/// A stop of a tour as it is told to whoever speaks.
public struct TourPlace: Hashable, Sendable {
    /// Counted from one.
    public let number: Int
    /// Stops in all.
    public let count: Int
    /// What of it is on the screen.
    public let part: Tour.Part
    /// What it is called.
    public let title: String
    /// Minutes that a teacher gives it, and gave all stops before it.
    public let minutes, minutesBefore: Double
    /// What it states, asks and answers, as text.
    public let says, asks, answer: String
    /// For whoever speaks.
    public let notes: String
    /// The title of the stop after it; nil at the last one.
    public let next: String?

    /// A stop, with all that is told of it.
    public init(
        number: Int, count: Int, part: Tour.Part, title: String, minutes: Double, minutesBefore: Double, says: String,
        asks: String, answer: String, notes: String, next: String?
    ) {
        self.number = number
        self.count = count
        self.part = part
        self.title = title
        self.minutes = minutes
        self.minutesBefore = minutesBefore
        self.says = says
        self.asks = asks
        self.answer = answer
        self.notes = notes
        self.next = next
    }
}

/// What is wrong with a tour's file, where, and how to mend it.
public struct TourFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file's name, as the person gave it.
    public let file: String
    /// Counted from one.
    public let line: Int
    /// What is wrong, and what mends it.
    public let reason: String

    /// The fault on one line.
    public var description: String { "\(file):\(line): \(reason)" }
}
