/// A number with what it is and where it comes from. Nothing else may put a digit on the screen.
public struct Figure: Hashable, Sendable {
    /// How a number came to be known.
    public enum Kind: String, CaseIterable, Sendable {
        /// What courses on the subject teach; on the screen it is called taught.
        case lesson
        /// Measured by others and published.
        case published
        /// Measured by this program.
        case measured
        /// Derived from other figures by a formula.
        case computed
        /// An assumption that the person put in the place of another figure.
        case chosen

        /// What the screen calls the kind.
        public var name: String {
            switch self {
            case .lesson: "taught"
            case .chosen: "yours"
            case .published, .measured, .computed: rawValue
            }
        }

        /// The letter that stands for the kind where there is no colour.
        public var mark: String { String(name.prefix(1)).uppercased() }
    }

    /// Everything that a figure holds. A record is thousands of figures that are handed on and compared again and again:
    /// each is one reference, and none is copied.
    private final class Contents: Hashable, Sendable {
        let kind: Kind
        let literal: String
        let value: Double
        let unit: Unit
        let low: Double?
        let high: Double?
        let subject: Subject
        let source: Source
        let derivation: Derivation?

        init(
            kind: Kind, literal: String, value: Double, unit: Unit, low: Double?, high: Double?, subject: Subject,
            source: Source, derivation: Derivation?
        ) {
            self.kind = kind
            self.literal = literal
            self.value = value
            self.unit = unit
            self.low = low
            self.high = high
            self.subject = subject
            self.source = source
            self.derivation = derivation
        }

        static func == (first: Contents, second: Contents) -> Bool {
            first === second
                || first.value == second.value && first.kind == second.kind && first.literal == second.literal
                    && first.unit == second.unit && first.low == second.low && first.high == second.high
                    && first.subject == second.subject && first.source == second.source
                    && first.derivation == second.derivation
        }

        func hash(into hasher: inout Hasher) {
            hasher.combine(value)
            hasher.combine(literal)
            hasher.combine(subject)
        }
    }

    private let contents: Contents

    public var kind: Kind { contents.kind }
    /// The source's own text for the number; for a computed one, its value in full.
    public var literal: String { contents.literal }
    public var value: Double { contents.value }
    public var unit: Unit { contents.unit }
    /// The ends of a range or an interval, in the unit of the value.
    public var low: Double? { contents.low }
    public var high: Double? { contents.high }
    public var subject: Subject { contents.subject }
    public var source: Source { contents.source }
    /// How a computed figure follows from others.
    public var derivation: Derivation? { contents.derivation }

    /// A figure read from a source; a measured one is made by `init(measured:_:of:)`.
    init(
        kind: Kind, literal: String, value: Double, unit: Unit, low: Double? = nil, high: Double? = nil,
        subject: Subject, source: Source, derivation: Derivation? = nil
    ) {
        contents = Contents(
            kind: kind, literal: literal, value: value, unit: unit, low: low, high: high, subject: subject,
            source: source, derivation: derivation)
    }

    /// A figure that follows from others by a formula; its source is the formula's, or else that of its first input.
    public init(
        _ formula: Formula, value: Double, low: Double? = nil, high: Double? = nil, unit: Unit, subject: Subject,
        inputs: [Figure]
    ) {
        self.init(
            kind: .computed, literal: "\(value)", value: value, unit: unit, low: low, high: high, subject: subject,
            source: formula.source ?? inputs.first?.source ?? .program,
            derivation: Derivation(formula: formula, inputs: inputs))
    }

    /// An assumption of the person's own: a value, or a range, in the place of a figure that they started from.
    public init(chosen range: ClosedRange<Double>, inPlaceOf figure: Figure) {
        var subject = Subject()
        subject.metric = figure.subject.metric
        self.init(
            kind: .chosen, literal: "\(range.lowerBound)", value: range.lowerBound, unit: figure.unit,
            low: range.lowerBound, high: range.upperBound, subject: subject, source: .chosen,
            derivation: Derivation(formula: .chosen, inputs: [figure]))
    }

    /// An assumption of which nothing is taught, published or measured: the program's example, or the person's own.
    public init(chosen value: Double, unit: Unit, metric: String, isExample: Bool) {
        var subject = Subject()
        subject.metric = metric
        self.init(
            kind: .chosen, literal: "\(value)", value: value, unit: unit, subject: subject,
            source: isExample ? .example : .chosen)
    }

    /// The same figure at another place of the axis of labelled examples.
    public func placed(atLabelledExamples count: Double) -> Figure {
        var subject = subject
        subject.labelledExamples = count
        return Figure(
            kind: kind, literal: literal, value: value, unit: unit, low: low, high: high, subject: subject,
            source: source, derivation: derivation)
    }
}

/// What a figure is of.
public struct Subject: Hashable, Sendable {
    public var family = ""
    public var model = ""
    /// Trained weights.
    public var parameters: Double?
    /// Tokens read in training until the measurement.
    public var tokensSeen: Double?
    /// Examples in the prompt: a number, or a word where the source has a word.
    public var shots = ""
    public var task = ""
    public var metric = ""
    public var method = ""
    /// Whether more is better; nil where the question makes no sense.
    public var higherIsBetter: Bool?
    /// What guessing gets, in the unit of the value; nil where it is unknown.
    public var chance: Double?
    public var standardError: Double?
    public var items = ""
    public var seed = ""
    public var step = ""
    public var labelledExamples: Double?
    public var year = ""
    public var dataset = ""
    /// The program's plain words for the thing.
    public var plain = ""
    public var note = ""
    public var bound = ""
    public var accelerator = ""
    /// The table's own word for what is counted, where ``Unit`` has none: `sentence pairs`.
    public var unitName = ""

    public init() {}
}

/// What a number counts.
public enum Unit: String, CaseIterable, Sendable {
    case percent, fraction, bleu = "BLEU", rouge2 = "ROUGE-2", points, perplexity, brier = "Brier"
    case dollars = "USD", flop = "FLOP", parameters, tokens, hours, examples, index, days, weeks, months, years
    case wordsPerMinute, wordsPerToken, tokensPerParameter, count, year, bytes, nats, tasks, models, times, layers
    case steps, seconds, tokensPerSecond
    /// A unit that only its own table knows, such as `sentence pairs`.
    case other

    /// The words that tables have for what ``other`` counts.
    static let namesOfOthers: Set<String> = [
        "articles", "comments", "dialogues", "documents", "news items", "question pairs", "questions",
        "sentence pairs", "sentences", "sentences and phrases", "spoken requests",
    ]
}

extension Unit {
    /// What a value in this unit is multiplied by to be one in another unit; nil where the two count different things.
    public func factor(to other: Unit) -> Double? {
        switch (self, other) {
        case (.other, .other): nil
        case _ where self == other: 1
        case (.fraction, .percent): 100
        case (.percent, .fraction): 0.01
        default: nil
        }
    }
}
