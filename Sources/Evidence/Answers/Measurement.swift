/// Which model was measured, and when in its training: what a measured figure cannot be without.
public struct MeasuredModel: Hashable, Sendable {
    /// As a person calls it: `M`, or `2 layers, width 256, 8 heads`.
    public let name: String
    /// Trained numbers, 1 or more.
    public let parameters: Int
    public let seed: UInt64
    /// Updates of the weights in pretraining, 0 or more.
    public let step: Int
    /// Token positions read in pretraining, padding included, 0 or more.
    public let tokensSeen: Int
    /// Updates on labelled notes after pretraining, 0 where there were none.
    public let fineTuningSteps: Int
    /// Whether it was trained for the record or for the person.
    public let source: Source

    /// Nil where a number is one that no model has: no parameters, a step below 0.
    public init?(
        name: String, parameters: Int, seed: UInt64, step: Int, tokensSeen: Int, fineTuningSteps: Int = 0,
        source: Source
    ) {
        guard parameters > 0, step >= 0, tokensSeen >= 0, fineTuningSteps >= 0 else { return nil }
        self.name = name
        self.parameters = parameters
        self.seed = seed
        self.step = step
        self.tokensSeen = tokensSeen
        self.fineTuningSteps = fineTuningSteps
        self.source = source
    }

    /// The same model after so many updates on labelled notes.
    public func fineTuned(steps: Int) -> MeasuredModel {
        MeasuredModel(
            name: name, parameters: parameters, seed: seed, step: step, tokensSeen: tokensSeen,
            fineTuningSteps: max(steps, 0), source: source) ?? self
    }
}

/// What of a model was measured, and how surely.
public struct Measurement: Hashable, Sendable {
    /// The program's own word for the thing: `inContextNovel`, `loss`.
    public var task: String
    /// The thing in plain words.
    public var plain: String
    public var metric: String
    public var unit: Unit
    public var higherIsBetter: Bool?
    /// What guessing gets, in the unit of the value.
    public var chance: Double?
    /// Of the value, in its unit; nil where it is not known.
    public var standardError: Double?
    /// Questions that were asked; nil where nothing was asked.
    public var items: Int?
    public var labelledExamples: Int?
    /// Examples in the prompt.
    public var shots: Int?
    /// How the model was made to do it, where it is not only asked.
    public var method: String

    public init(
        task: String, plain: String, metric: String, unit: Unit, higherIsBetter: Bool? = nil, chance: Double? = nil,
        standardError: Double? = nil, items: Int? = nil, labelledExamples: Int? = nil, shots: Int? = nil,
        method: String = ""
    ) {
        self.task = task
        self.plain = plain
        self.metric = metric
        self.unit = unit
        self.higherIsBetter = higherIsBetter
        self.chance = chance
        self.standardError = standardError
        self.items = items
        self.labelledExamples = labelledExamples
        self.shots = shots
        self.method = method
    }
}

extension Figure {
    /// A figure that this program measured of a model: there is no other way to make one.
    ///
    /// Nil where the value is no number, the standard error is none, or no item was asked of those that were meant to be.
    public init?(measured value: Double, _ measurement: Measurement, of model: MeasuredModel) {
        guard value.isFinite, measurement.items.map({ $0 > 0 }) ?? true,
            measurement.standardError.map({ $0 >= 0 && $0.isFinite }) ?? true
        else { return nil }
        var subject = Subject()
        subject.family = "little world"
        subject.model = model.name
        subject.parameters = Double(model.parameters)
        subject.tokensSeen = Double(model.tokensSeen)
        subject.seed = "\(model.seed)"
        subject.step = model.fineTuningSteps > 0 ? "\(model.step) + \(model.fineTuningSteps)" : "\(model.step)"
        subject.task = measurement.task
        subject.plain = measurement.plain
        subject.metric = measurement.metric
        subject.method = measurement.method
        subject.higherIsBetter = measurement.higherIsBetter
        subject.chance = measurement.chance
        subject.standardError = measurement.standardError
        subject.items = measurement.items.map { "\($0)" } ?? ""
        subject.labelledExamples = measurement.labelledExamples.map { Double($0) }
        subject.shots = measurement.shots.map { "\($0)" } ?? ""
        self.init(
            kind: .measured, literal: "\(value)", value: value, unit: measurement.unit, subject: subject,
            source: model.source)
    }
}

extension Figure {
    /// A figure that this program measured of the person who uses it: how many of the items were solved, how near the
    /// guesses came. Nil where the value is no number, or where there was no item.
    public init?(ofPerson value: Double, _ measurement: Measurement) {
        guard value.isFinite, measurement.items.map({ $0 > 0 }) ?? true else { return nil }
        var subject = Subject()
        subject.task = measurement.task
        subject.plain = measurement.plain
        subject.metric = measurement.metric
        subject.method = measurement.method
        subject.higherIsBetter = measurement.higherIsBetter
        subject.items = measurement.items.map { "\($0)" } ?? ""
        self.init(
            kind: .measured, literal: "\(value)", value: value, unit: measurement.unit, subject: subject,
            source: .person)
    }
}

extension Source {
    /// The answers of the person who uses the program.
    public static let person = Source.named("tlviz-person")
    /// Runs that were trained for the record that the program carries.
    public static let recordedRuns = Source.named("tlviz-runs")
    /// Runs that the program trains on the person's own machine.
    public static let ownRuns = Source.named("tlviz-live")
}
