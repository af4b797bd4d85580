/// What is to be said of the file in which progress is kept, where something is wrong with it.
public enum KeepingNotice: Hashable, Sendable {
    /// It could not be understood: it lies under another name now, and a new one is begun.
    case setAside(file: String, keptAs: String, reason: String)
    /// A newer program wrote it: it stays as it is, and nothing is kept.
    case newer(file: String)
    /// It cannot be read, or set aside: it stays as it is, and nothing is kept.
    case unreadable(file: String, reason: String)
    /// Nothing could be written.
    case unwritten(file: String, reason: String)

    /// The same in a line.
    public var line: String { wordings[0].plain }

    /// Longest first.
    var wordings: [Phrase] {
        switch self {
        case .setAside(let file, let keptAs, let reason):
            [
                "Progress begins anew: \(folder: file) was damaged (\(folder: reason)) and is kept as \(folder: keptAs).",
                "Progress begins anew: its file was damaged and is kept as \(folder: keptAs).",
                "Progress begins anew: its file was damaged and kept aside.",
                "Progress begins anew.", "Progress anew.",
            ]
        case .newer(let file):
            [
                "Progress is not kept: \(folder: file) is of a newer tlviz, and stays as it is.",
                "Progress is not kept: its file is of a newer tlviz.", "Progress is not kept.", "Progress: not kept.",
            ]
        case .unreadable(let file, let reason):
            [
                "Progress is not kept: \(folder: file) cannot be read (\(folder: reason)), and stays as it is.",
                "Progress is not kept: its file cannot be read (\(folder: reason)).",
                "Progress is not kept: its file cannot be read.", "Progress is not kept.", "Progress: not kept.",
            ]
        case .unwritten(let file, let reason):
            [
                "Progress is not kept: \(folder: file) cannot be written (\(folder: reason)).",
                "Progress is not kept: its file cannot be written (\(folder: reason)).",
                "Progress is not kept: its file cannot be written.", "Progress is not kept.", "Progress: not kept.",
            ]
        }
    }
}
