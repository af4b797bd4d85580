/// The files of the recorded runs, compiled into the binary.
public enum RecordedFile: String, CaseIterable, Sendable {
    /// Every run's description and reports.
    case curves
    /// What one run wrote, predicted and looked like, a line of JSON a report.
    case youth
    /// That run's weights at some steps, in half precision.
    case youthWeights
    /// The last weights of one run of each size, in half precision.
    case sizeWeights
    /// Results of experiments with the first run of M, as JSON.
    case transferExperiment, adaptationExperiment, forgettingExperiment

    /// The file's bytes; empty where it is not there.
    public var bytes: [UInt8] { AssetBytes(name: rawValue).copy }

    /// Its place in the repository.
    public var path: String {
        switch self {
        case .curves: "Assets/runs/curves.tsv"
        case .youth: "Assets/runs/youth.jsonl"
        case .youthWeights: "Assets/runs/youth.safetensors"
        case .sizeWeights: "Assets/runs/sizes.safetensors"
        case .transferExperiment: "Assets/runs/transfer.json"
        case .adaptationExperiment: "Assets/runs/adaptation.json"
        case .forgettingExperiment: "Assets/runs/forgetting.json"
        }
    }
}
