/// All that a run needs to go on: the weights and what the optimizer remembers.
public struct Checkpoint: Equatable, Sendable {
    /// Updates done, 0 or more.
    public var step: Int
    /// Token positions read in training so far, padding included, 0 or more.
    public var tokensSeen: Int
    /// Every trained tensor.
    public var parameters: [TensorFile.Tensor]
    /// AdamW's mean of gradients, by the parameters' names.
    public var firstMoments: [TensorFile.Tensor]
    /// AdamW's mean of squared gradients, by the parameters' names.
    public var secondMoments: [TensorFile.Tensor]
    /// Whatever else the trainer must know again; `step` and `tokensSeen` are taken.
    public var notes: [String: String]

    public init(
        step: Int, tokensSeen: Int, parameters: [TensorFile.Tensor], firstMoments: [TensorFile.Tensor],
        secondMoments: [TensorFile.Tensor], notes: [String: String] = [:]
    ) {
        self.step = step
        self.tokensSeen = tokensSeen
        self.parameters = parameters
        self.firstMoments = firstMoments
        self.secondMoments = secondMoments
        self.notes = notes
    }
}

extension Checkpoint {
    /// The checkpoint as one file's tensors; a moment's name is its parameter's with `adam.first.` or `adam.second.`.
    public var tensorFile: TensorFile {
        var metadata = notes
        metadata["step"] = String(step)
        metadata["tokensSeen"] = String(tokensSeen)
        func named(_ prefix: String, _ tensors: [TensorFile.Tensor]) -> [TensorFile.Tensor] {
            tensors.map { TensorFile.Tensor(name: prefix + $0.name, shape: $0.shape, values: $0.values) }
        }
        return TensorFile(
            metadata: metadata,
            tensors: parameters + named(Self.firstPrefix, firstMoments) + named(Self.secondPrefix, secondMoments))
    }

    /// The checkpoint of a file that `tensorFile` made. Throws 65 where it is another; `file` is its name in the error.
    public init(_ tensorFile: TensorFile, file: String) throws(StorageError) {
        var notes = tensorFile.metadata
        guard let step = notes.removeValue(forKey: "step").flatMap({ Int($0) }),
            let tokensSeen = notes.removeValue(forKey: "tokensSeen").flatMap({ Int($0) })
        else {
            throw .badData("\(file) is no checkpoint of a run: it names no step; train again or choose another run")
        }
        self.init(step: step, tokensSeen: tokensSeen, parameters: [], firstMoments: [], secondMoments: [], notes: notes)
        for var tensor in tensorFile.tensors {
            if tensor.name.hasPrefix(Self.firstPrefix) {
                tensor.name.removeFirst(Self.firstPrefix.count)
                firstMoments.append(tensor)
            } else if tensor.name.hasPrefix(Self.secondPrefix) {
                tensor.name.removeFirst(Self.secondPrefix.count)
                secondMoments.append(tensor)
            } else {
                parameters.append(tensor)
            }
        }
        if let name = nameOfNotFinite {
            throw .badData(
                "\(file), tensor \(name): a number is infinite or none at all; train again into another --output")
        }
    }

    /// The name of the first tensor with a number that is infinite or none at all, or nil where there is none.
    var nameOfNotFinite: String? {
        [parameters, firstMoments, secondMoments].joined().first { !$0.values.allSatisfy(\.isFinite) }?.name
    }

    /// Throws 65 where the checkpoint counts what a run of this description cannot have done.
    func require(_ description: RunDescription, file: String) throws(StorageError) {
        let recipe = description.recipe
        guard (0...recipe.steps).contains(step), tokensSeen == step * recipe.tokensPerStep else {
            throw .badData(
                "\(file) is of step \(step) and \(tokensSeen) tokens, which this run of \(recipe.steps) steps of "
                    + "\(recipe.tokensPerStep) tokens never has; train again into another --output")
        }
    }

    /// Throws 65 where the tensors are not of these names and shapes, in this order: a checkpoint of another model.
    public func require(_ expected: [(name: String, shape: [Int])], file: String) throws(StorageError) {
        for tensors in [parameters, firstMoments, secondMoments] { try requireTensors(tensors, expected, file: file) }
    }

    private static let firstPrefix = "adam.first."
    private static let secondPrefix = "adam.second."
}

/// Throws 65 where tensors are not of these names and shapes, in this order.
func requireTensors(
    _ tensors: [TensorFile.Tensor], _ expected: [(name: String, shape: [Int])], file: String
) throws(StorageError) {
    let isSame =
        tensors.count == expected.count
        && zip(tensors, expected).allSatisfy { $0.name == $1.name && $0.shape == $1.shape }
    guard isSame else {
        throw .badData("\(file) is of another model than run.json tells; train again or choose another run")
    }
}
