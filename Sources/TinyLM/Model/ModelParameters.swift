/// A model's parameters as a value: what a training left, and what another may start from.
public struct ModelParameters: Equatable, Sendable {
    public let shape: ModelShape
    /// All of them in the order of the layout.
    let values: [Float]

    /// The parameters of a run's newest checkpoint. Throws 65 where that is of another shape than the description, 66
    /// where there is none yet; `path` is the run's name in the error.
    public init(_ run: RunContents, path: String) throws(StorageError) {
        guard let checkpoint = run.checkpoint else {
            throw StorageError("\(path) has no checkpoint yet; train it with tlviz train", exitCode: 66)
        }
        shape = run.description.shape
        try checkpoint.require(ParameterLayout(shape).expectedTensors, file: path)
        values = checkpoint.parameters.flatMap(\.values)
    }

    /// Random parameters, as a trainer begins with.
    public init(randomOf shape: ModelShape, seed: UInt64) {
        let weights = Weights<Float>(shape)
        weights.randomize(seed: seed)
        self.init(weights)
    }

    init(_ weights: Weights<Float>) {
        shape = weights.shape
        values = weights.parameters.values
    }
}

extension Weights where Element == Float {
    func set(_ parameters: ModelParameters) {
        precondition(parameters.shape == shape)
        self.parameters.values = parameters.values
        updateTransposes()
    }
}

extension Trainer {
    /// Starts from given parameters, with nothing remembered of how they came about: fine-tuning.
    public convenience init(
        recipe: TrainingRecipe, text: any TrainingText, initial: ModelParameters, pool: WorkerPool
    ) {
        self.init(shape: initial.shape, recipe: recipe, text: text, seed: 0, pool: pool)
        weights.set(initial)
    }

    /// The parameters as they are now.
    public var parameters: ModelParameters { ModelParameters(weights) }
}

extension GPT {
    /// A model of given parameters.
    public convenience init(_ parameters: ModelParameters, pool: WorkerPool) {
        let weights = Weights<Float>(parameters.shape)
        weights.set(parameters)
        self.init(weights: weights, pool: pool)
    }
}
