import Evidence
import TinyLM

/// The runs that the program carries. Nothing is read before it is asked for, and of each file only what is asked.
public enum Recordings {
    /// The names of the runs, such as `M-12.3M-1`, in the order of the file.
    public static var names: [String] { RunIndex.shared.order }

    /// Every run's description and reports. Throws 65 where the file is damaged.
    public static func runs() throws(StorageError) -> [RecordedRun] {
        try RecordedRun.runs(
            of: String(decoding: RecordedFile.curves.bytes(0..<RecordedFile.curves.byteCount), as: UTF8.self),
            file: RecordedFile.curves.path)
    }

    /// One run's description and reports. Throws 65 where the file is damaged, 66 where no run of the name is recorded.
    public static func run(named name: String) throws(StorageError) -> RecordedRun {
        guard let range = RunIndex.shared.ranges[name] else { throw unknown(name) }
        let text = String(decoding: RecordedFile.curves.bytes(range), as: UTF8.self)
        guard let run = try RecordedRun.runs(of: text, file: RecordedFile.curves.path).first else {
            throw unknown(name)
        }
        return run
    }

    /// What a run is, without its reports, which take a hundred times as long to read. Throws as ``run(named:)``.
    public static func description(of name: String) throws(StorageError) -> RunDescription {
        guard let range = RunIndex.shared.ranges[name] else { throw unknown(name) }
        let bytes = RecordedFile.curves.bytes(range)
        let ends = bytes.indices.lazy.filter { bytes[$0] == UInt8(ascii: "\n") }.prefix(RecordedRun.headLineCount)
        let head = String(decoding: bytes[...(ends.last ?? bytes.endIndex - 1)], as: UTF8.self)
        guard let run = try RecordedRun.runs(of: head, file: RecordedFile.curves.path).first else {
            throw unknown(name)
        }
        return run.description
    }

    private static func unknown(_ name: String) -> StorageError {
        StorageError("no run \(name) is recorded; tlviz verify lists those that are", exitCode: 66)
    }

    /// The last weights of a size's first run.
    public static func weights(of size: ModelSize) throws(StorageError) -> [TensorFile.Tensor] {
        try tensors(of: .sizeWeights, under: size.rawValue)
    }

    /// The weights of the run with a trajectory after so many steps; none where that step was not kept.
    public static func trajectoryWeights(step: Int) throws(StorageError) -> [TensorFile.Tensor] {
        try tensors(of: .trajectoryWeights, under: "\(step)")
    }

    /// The steps of which that run's weights are kept, ascending.
    public static func trajectorySteps() throws(StorageError) -> [Int] {
        var steps: Set<Int> = []
        _ = try RecordedFile.trajectoryWeights.withBytes { bytes throws(StorageError) in
            try TensorFile(safetensors: bytes, file: RecordedFile.trajectoryWeights.path) { name in
                if let step = name.split(separator: "/").first.flatMap({ Int($0) }) { steps.insert(step) }
                return false
            }
        }
        return steps.sorted()
    }

    private static func tensors(of file: RecordedFile, under prefix: String) throws(StorageError) -> [TensorFile.Tensor]
    {
        let found = try file.withBytes { bytes throws(StorageError) in
            try TensorFile(safetensors: bytes, file: file.path) { $0.hasPrefix(prefix + "/") }
        }
        return found.tensors.map {
            TensorFile.Tensor(name: String($0.name.dropFirst(prefix.count + 1)), shape: $0.shape, values: $0.values)
        }
    }
}

/// Where each run stands in the file of curves.
private struct RunIndex: Sendable {
    static let shared = RunIndex()

    var ranges: [String: Range<Int>] = [:]
    var order: [String] = []

    private init() {
        let file = RecordedFile.curves
        var open: (name: String, start: Int)?
        for line in file.lines where file.bytes(line.prefix(1)) == [UInt8(ascii: ":")] {
            if let open { ranges[open.name] = open.start..<line.lowerBound }
            let name = String(decoding: file.bytes(line.dropFirst()), as: UTF8.self)
            open = (name, line.lowerBound)
            order.append(name)
        }
        if let open { ranges[open.name] = open.start..<file.byteCount }
    }
}
