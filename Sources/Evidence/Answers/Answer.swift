/// What a question is answered with. Answers to one question share its number; `.finished` or `.failure` is the last.
public enum Answer: Hashable, Sendable {
    case runs([RunSummary])
    /// Replaces the history that was given before.
    case history(TrainingHistory)
    case abilities([AbilityResult])
    case transfer(TransferCurves)
    case adaptation(AdaptationScores)
    case forgetting(ForgettingScores)
    /// Replaces the one that was given before.
    case fineTuning(FineTuningCurve)
    case nextWords(NextWords)
    /// Replaces the text that was given before.
    case generated(GeneratedText)
    case attention(AttentionMap)
    case wordMap(WordMap)
    case weights([WeightPicture])
    case contexts(ReadContexts)
    /// Replaces the progress that was given before.
    case progress(Progress)
    case failure(Failure)
    case finished
    case examples(ExampleCurve)
    case lookedUp([LookedUp])
    case vocabulary([String])
    case speed(TrainingSpeed)

    /// Whether nothing follows.
    public var isLast: Bool {
        switch self {
        case .failure, .finished: true
        default: false
        }
    }
}

/// Why a question cannot be answered.
public struct Failure: Error, Hashable, Sendable, CustomStringConvertible {
    /// One line that says what is wrong and what mends it.
    public let line: String
    /// Of sysexits: 64 for what was asked wrongly, 65 for damaged data, 66 for what is not there, and so on.
    public let exitCode: Int32

    /// Line breaks and other control characters become `?`: the line stays one.
    public init(_ line: String, exitCode: Int32) {
        var harmless = String.UnicodeScalarView()
        for scalar in line.unicodeScalars.prefix(1000) {
            let isControl = scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
            harmless.append(isControl ? "?" : scalar)
        }
        self.line = String(harmless)
        self.exitCode = exitCode
    }

    public var description: String { line }
}

/// How far a question is.
public struct Progress: Hashable, Sendable {
    public enum Phase: String, Hashable, Sendable {
        case preparing, training, examining, paused, saving, reading
    }

    public let phase: Phase
    /// What is done of all, 0 to 1.
    public let fraction: Double
    /// Updates of the weights so far and in all, where it is a training.
    public let step: Figure?
    public let steps: Figure?
    /// Of the latest seconds.
    public let tokensPerSecond: Figure?
    /// Until the end, at that speed.
    public let secondsLeft: Figure?
    /// A document of the text that is being read.
    public let reading: TrainingDocument?

    public init(
        _ phase: Phase, fraction: Double, step: Figure? = nil, steps: Figure? = nil, tokensPerSecond: Figure? = nil,
        secondsLeft: Figure? = nil, reading: TrainingDocument? = nil
    ) {
        self.phase = phase
        self.fraction = fraction.isFinite ? min(max(fraction, 0), 1) : 0
        self.step = step
        self.steps = steps
        self.tokensPerSecond = tokensPerSecond
        self.secondsLeft = secondsLeft
        self.reading = reading
    }
}

/// A piece of the text that a model learns from, word for word.
public struct TrainingDocument: Hashable, Sendable {
    public let text: String

    public init(text: String) { self.text = text }
}

/// A kind of document that a model learns from, with one of it.
public struct DocumentSample: Hashable, Sendable {
    /// What the kind is, in a few words.
    public let title: String
    /// What of it training never shows, in a few words; empty where nothing is asked of it.
    public let heldOut: String
    /// Of all words, in percent.
    public let share: Figure
    public let text: TrainingDocument

    public init(title: String, heldOut: String, share: Figure, text: TrainingDocument) {
        self.title = title
        self.heldOut = heldOut
        self.share = share
        self.text = text
    }
}

/// How fast a machine trains a model.
public struct TrainingSpeed: Hashable, Sendable {
    /// Tokens read a second; its method names the machine.
    public let tokensPerSecond: Figure
    /// Trained numbers of the model.
    public let parameters: Figure

    /// Nil where the speed is no number above zero.
    public init?(
        _ tokensPerSecond: Double, on machine: String, how: String, parameters: Figure, of model: MeasuredModel
    ) {
        var measurement = Measurement(
            task: "speed", plain: "tokens read a second", metric: how, unit: .tokensPerSecond, method: machine)
        measurement.higherIsBetter = true
        guard tokensPerSecond > 0, let figure = Figure(measured: tokensPerSecond, measurement, of: model) else {
            return nil
        }
        self.tokensPerSecond = figure
        self.parameters = parameters
    }
}
