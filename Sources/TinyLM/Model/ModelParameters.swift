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
        try self.init(shape: run.description.shape, tensors: checkpoint.parameters, file: path)
    }

    /// The parameters of named tensors. Throws 65, naming `file`, where they are of another shape.
    public init(shape: ModelShape, tensors: [TensorFile.Tensor], file: String) throws(StorageError) {
        // Before memory is taken for what a description only claims.
        try requireTensors(tensors, ParameterLayout(shape).expectedTensors, file: file)
        self.shape = shape
        values = tensors.flatMap(\.values)
    }

    /// The parameters as named tensors, in the layout's order.
    public var tensors: [TensorFile.Tensor] { ParameterLayout(shape).tensors(of: values) }

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
    /// The parameters as they are now.
    public var parameters: ModelParameters { ModelParameters(weights) }

    /// A model of given parameters.
    public convenience init(_ parameters: ModelParameters, pool: WorkerPool) {
        let weights = Weights<Float>(parameters.shape)
        weights.set(parameters)
        self.init(weights: weights, pool: pool)
    }
}
