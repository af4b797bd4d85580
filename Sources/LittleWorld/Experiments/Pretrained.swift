import TinyLM

/// A model of the little world that was trained before, and where it is from.
public struct Pretrained: Sendable {
    public let parameters: ModelParameters
    public let origin: Origin

    /// What a result tells of the model that it was measured with.
    public struct Origin: Codable, Equatable, Sendable {
        /// Of the run that trained it.
        public var seed: UInt64
        public var worldVersion: Int
        /// The size by name, where it is one of the lesson's.
        public var size: ModelSize?
        public var parameterCount: Int
        /// Token positions of all of training's batches, those that shorter rows left empty included.
        public var tokensSeen: Int
        /// Updates of the weights; nil in results of before this was noted.
        public var step: Int?
    }

    /// The model of a run's newest checkpoint. Throws 65 where that is damaged or of another shape than its description,
    /// 66 where there is none yet; `path` is the run's name in the error.
    public init(_ run: RunContents, path: String) throws(StorageError) {
        let parameters = try ModelParameters(run, path: path)
        self.init(
            parameters, seed: run.description.seed, size: run.description.size,
            tokensSeen: run.checkpoint?.tokensSeen ?? 0, step: run.checkpoint?.step)
    }

    public init(_ parameters: ModelParameters, seed: UInt64, size: ModelSize?, tokensSeen: Int, step: Int? = nil) {
        self.parameters = parameters
        origin = Origin(
            seed: seed, worldVersion: LittleWorld.version, size: size,
            parameterCount: parameters.shape.parameterCount, tokensSeen: tokensSeen, step: step)
    }
}

/// What a model starts from when it is taught from labelled notes.
public enum Start: String, CaseIterable, Codable, Sendable {
    case random, pretrained
}

/// How an experiment that takes a while is watched.
public struct ExperimentWatch {
    /// Asked every few milliseconds, on any thread; an experiment that is stopped has no result.
    public var isStopped: @Sendable () -> Bool
    /// Given the fraction that is done, 0 to 1, every few milliseconds, on the caller's thread.
    public var progress: (Double) -> Void

    public init(isStopped: @escaping @Sendable () -> Bool = { false }, progress: @escaping (Double) -> Void = { _ in })
    {
        self.isStopped = isStopped
        self.progress = progress
    }
}

/// The mean of several draws and how far they lie apart.
public struct Spread: Codable, Equatable, Sendable {
    /// One of each draw.
    public var values: [Double]
    public var mean: Double
    /// The sample's standard deviation over draws (divided by their number less one); nil for one draw.
    public var standardDeviation: Double?

    public init(_ values: [Double]) {
        self.values = values
        let count = Double(values.count)
        let mean = values.isEmpty ? 0 : values.reduce(0, +) / count
        self.mean = mean
        standardDeviation =
            values.count > 1
            ? (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)).squareRoot() : nil
    }
}

/// The standard error of a fraction of `count` items, from the number of items alone.
func standardError(of fraction: Double, count: Int) -> Double {
    (fraction * (1 - fraction) / Double(max(count, 1))).squareRoot()
}
