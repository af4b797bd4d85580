/// Something in a table of figures or words that the program cannot read as it stands, and where. The program shows what it can
/// without it; the tests look for all of them.
public struct TableFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file's place in the repository.
    public let file: String
    /// Counted from one.
    public let line: Int
    public let reason: String

    public var description: String { "\(file):\(line): \(reason)" }

    /// Reasons, each with the place of a byte in a file, as faults.
    static func faults(
        _ found: [(offset: Int, reason: String)], in bytes: AssetBytes, named name: String, folder: String = "figures"
    ) -> [TableFault] {
        found.map { offset, reason in
            let line = (0..<min(offset, bytes.count)).reduce(1) { bytes[$1] == UInt8(ascii: "\n") ? $0 + 1 : $0 }
            return TableFault(file: "Assets/\(folder)/\(name).tsv", line: line, reason: reason)
        }
    }
}
