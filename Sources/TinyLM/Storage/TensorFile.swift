/// Tensors by name and a few words about them: what a safetensors file holds.
public struct TensorFile: Equatable, Sendable {
    /// Numbers in row-major order.
    public struct Tensor: Equatable, Sendable {
        /// Differs from the names of the others in the file; `__metadata__` is the format's own.
        public var name: String
        /// The number of elements in each dimension; none for a single number.
        public var shape: [Int]
        /// As many as the product of the shape.
        public var values: [Float]

        public init(name: String, shape: [Int], values: [Float]) {
            self.name = name
            self.shape = shape
            self.values = values
        }
    }

    /// How a number is written.
    public enum Precision: String, Sendable {
        case single = "F32"
        /// Rounded to the nearest of half precision: 11 bits, at most 65,504, else infinite.
        case half = "F16"
    }

    public var metadata: [String: String]
    /// In the order of the file.
    public var tensors: [Tensor]

    public init(metadata: [String: String] = [:], tensors: [Tensor]) {
        self.metadata = metadata
        self.tensors = tensors
    }
}

extension TensorFile {
    /// Reads the file at `path`: see `init(safetensors:file:requiringChecksum:)`.
    ///
    /// Throws 65 where the file is damaged, 66 where there is none, 77 without permission, 74 where reading fails.
    public init(path: String, requiringChecksum: Bool = false) throws(StorageError) {
        try self.init(
            safetensors: readFile(path, limit: 1 << 36), file: path, requiringChecksum: requiringChecksum)
    }
}
