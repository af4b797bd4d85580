import Platform

/// The numbers that fix a model: how many parameters it has, and how they are arranged.
public struct ModelShape: Codable, Equatable, Sendable {
    /// Blocks of attention and MLP, 1 to 64.
    public var layers: Int
    /// Numbers a token has between the blocks (C), 1 to 4096.
    public var width: Int
    /// Attention heads of a layer (H); the width of one, C / H, is whole and even.
    public var heads: Int
    /// Different tokens (V), 2 to 65,536.
    public var vocabularyCount: Int
    /// The most tokens that are read together (T), 1 to 4096.
    public var context: Int

    public init(layers: Int, width: Int, heads: Int, vocabularyCount: Int, context: Int) {
        self.layers = layers
        self.width = width
        self.heads = heads
        self.vocabularyCount = vocabularyCount
        self.context = context
    }

    /// The shape of one of the program's sizes.
    public init(_ size: ModelSize, vocabularyCount: Int, context: Int) {
        self.init(
            layers: size.layers, width: size.width, heads: size.heads, vocabularyCount: vocabularyCount,
            context: context)
    }

    /// Every number that is trained. The embedding (V × C) is counted once: it is the output's weight too.
    public var parameterCount: Int {
        let norm = 2 * width
        let attention = width * 3 * width + width * width
        let perceptron = width * 4 * width + 4 * width + 4 * width * width + width
        return vocabularyCount * width + layers * (norm + attention + norm + perceptron) + norm
    }

    /// What is wrong with the first number that no model can have, as `layers is 0, not 1 to 64`, or nil.
    ///
    /// Only a shape without fault may be asked for its `parameterCount`: the others can overflow.
    public var fault: String? {
        if let fault = rangeFault("layers", layers, 1...64) { return fault }
        if let fault = rangeFault("width", width, 1...4096) { return fault }
        if let fault = rangeFault("heads", heads, 1...width) { return fault }
        if width % heads != 0 { return "heads is \(heads), which does not divide the width \(width)" }
        // Rotary positions turn the numbers of a head in pairs.
        if width / heads % 2 != 0 { return "heads is \(heads), but width / heads, \(width / heads), is not even" }
        if let fault = rangeFault("vocabularyCount", vocabularyCount, 2...65_536) { return fault }
        if let fault = rangeFault("context", context, 1...4096) { return fault }
        if let fault = rangeFault("the parameter count", parameterCount, 1...Self.mostParameters) { return fault }
        return rangeFault("layers · heads · context²", layers * heads * context * context, 1...Self.mostAttention)
    }

    /// A model of more parameters, or of more attention weights in one sequence, is not for one processor.
    private static let (mostParameters, mostAttention) = (100_000_000, 1 << 26)
}

/// The sizes of the lesson, by their name on the command line.
public enum ModelSize: String, CaseIterable, Codable, Sendable {
    case extraSmall = "XS"
    case extraSmall16 = "XS16"
    case small = "S"
    case smallMedium = "SM"
    case medium = "M"
    case large = "L"

    public var layers: Int {
        switch self {
        case .extraSmall, .extraSmall16: 1
        case .small, .smallMedium: 2
        case .medium: 3
        case .large: 4
        }
    }

    public var width: Int {
        switch self {
        case .extraSmall: 8
        case .extraSmall16: 16
        case .small: 24
        case .smallMedium: 40
        case .medium: 56
        case .large: 128
        }
    }

    public var heads: Int {
        switch self {
        case .extraSmall: 1
        case .extraSmall16, .small: 2
        case .smallMedium, .medium, .large: 4
        }
    }

    /// The learning rate for a width that may be none of the sizes': between two sizes on a line over the logarithm of the
    /// width.
    public static func peakLearningRate(width: Int) -> Double {
        let sizes = allCases.sorted { $0.width < $1.width }
        guard let above = sizes.first(where: { $0.width >= width }) else { return large.peakLearningRate }
        guard let below = sizes.last(where: { $0.width <= width }), below != above else {
            return above.peakLearningRate
        }
        let fraction = log(Double(width) / Double(below.width)) / log(Double(above.width) / Double(below.width))
        return below.peakLearningRate + fraction * (above.peakLearningRate - below.peakLearningRate)
    }

    /// The learning rate between warm-up and decline: the wider the model, the smaller its steps.
    public var peakLearningRate: Double {
        switch self {
        case .extraSmall: 0.015
        case .extraSmall16: 0.012
        case .small: 0.010
        case .smallMedium: 0.008
        case .medium: 0.006
        case .large: 0.004
        }
    }
}

/// `layers is 0, not 1 to 64` where the value lies outside of the range, else nil.
func rangeFault<Value: Comparable>(_ name: String, _ value: Value, _ range: ClosedRange<Value>) -> String? {
    range.contains(value) ? nil : "\(name) is \(value), not \(range.lowerBound) to \(range.upperBound)"
}
