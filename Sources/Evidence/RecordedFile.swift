/// The files of the recorded runs, compiled into the binary.
public enum RecordedFile: String, CaseIterable, Sendable {
    /// Every run's description and reports.
    case curves
    /// What one run wrote, predicted and looked like, a line of JSON a report.
    case trajectory
    /// That run's weights at some steps, in half precision.
    case trajectoryWeights
    /// The last weights of one run of each size, in half precision.
    case sizeWeights
    /// Results of experiments with the first run of M, as JSON.
    case transferExperiment, adaptationExperiment, forgettingExperiment
    /// What recorded models answer to the prompts that are shown: a line each, its name and step, then JSON.
    case prompts

    /// Calls `body` with the file's bytes where they lie in the binary; with none where it is not there.
    public func withBytes<Result, Failure: Error>(
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try AssetBytes(name: rawValue).withSpan(body)
    }

    /// Bytes of the file, 0 where it is not there.
    public var byteCount: Int { AssetBytes(name: rawValue).count }

    /// The bytes of some place of the file, which lies within it.
    public func bytes(_ range: Range<Int>) -> [UInt8] { AssetBytes(name: rawValue).copy(range) }

    /// Where each line of the file lies, without its line break; empty lines are left out.
    public var lines: [Range<Int>] {
        let bytes = AssetBytes(name: rawValue)
        var fields = ByteFields(bytes: bytes, rest: 0..<bytes.count, separator: UInt8(ascii: "\n"))
        var lines: [Range<Int>] = []
        while let line = fields.next() {
            if !line.isEmpty { lines.append(line) }
        }
        return lines
    }

    /// Its place in the repository.
    public var path: String {
        switch self {
        case .curves: "Assets/runs/curves.tsv"
        case .trajectory: "Assets/runs/trajectory.jsonl"
        case .trajectoryWeights: "Assets/runs/trajectory.safetensors"
        case .sizeWeights: "Assets/runs/sizes.safetensors"
        case .transferExperiment: "Assets/runs/transfer.json"
        case .adaptationExperiment: "Assets/runs/adaptation.json"
        case .forgettingExperiment: "Assets/runs/forgetting.json"
        case .prompts: "Assets/runs/prompts.jsonl"
        }
    }
}
