import Evidence
import TinyLM

/// The runs that the program carries.
public enum Recordings {
    /// Every run's description and reports. Throws 65 where the file is damaged.
    public static func runs() throws(StorageError) -> [RecordedRun] {
        try RecordedRun.runs(
            of: String(decoding: RecordedFile.curves.bytes, as: UTF8.self), file: RecordedFile.curves.path)
    }

    /// The last weights of a size's first run.
    public static func weights(of size: ModelSize) throws(StorageError) -> [TensorFile.Tensor] {
        try tensors(of: .sizeWeights, under: size.rawValue)
    }

    /// The weights of the recorded youth after so many steps; none where that step was not kept.
    public static func youthWeights(step: Int) throws(StorageError) -> [TensorFile.Tensor] {
        try tensors(of: .youthWeights, under: "\(step)")
    }

    /// The steps of which the youth's weights are kept, ascending.
    public static func youthSteps() throws(StorageError) -> [Int] {
        let file = try TensorFile(safetensors: RecordedFile.youthWeights.bytes, file: RecordedFile.youthWeights.path)
        return Set(file.tensors.compactMap { $0.name.split(separator: "/").first.flatMap { Int($0) } }).sorted()
    }

    private static func tensors(of file: RecordedFile, under prefix: String) throws(StorageError) -> [TensorFile.Tensor]
    {
        try TensorFile(safetensors: file.bytes, file: file.path).tensors.compactMap { tensor in
            guard tensor.name.hasPrefix(prefix + "/") else { return nil }
            return TensorFile.Tensor(
                name: String(tensor.name.dropFirst(prefix.count + 1)), shape: tensor.shape, values: tensor.values)
        }
    }
}
