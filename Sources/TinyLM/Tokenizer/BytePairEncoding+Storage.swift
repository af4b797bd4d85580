/// `tokenizer.json`: the merges in their order.
extension BytePairEncoding {
    /// The tokenizer as JSON with a checksum. Throws 65 where that cannot be made.
    public func json() throws(StorageError) -> [UInt8] {
        try checkedJSON(
            Written(formatVersion: 1, kind: Self.kind, merges: merges.map { [$0.left, $0.right] }),
            file: RunFile.tokenizer)
    }

    /// Reads what `json` wrote. Throws 65 with the merge that is wrong; `file` is the name in the error.
    public init(json: [UInt8], file: String) throws(StorageError) {
        let written: Written = try checkedValue(json, file: file)
        guard written.formatVersion == 1, written.kind == Self.kind else {
            throw .badData("\(file) is of another kind or version than this tlviz reads; train again")
        }
        guard written.merges.allSatisfy({ $0.count == 2 }) else {
            throw .badData("\(file): a merge is not of two tokens; train again into another --output")
        }
        let merges = written.merges.map { Merge(left: $0[0], right: $0[1]) }
        if let fault = Self.fault(of: merges) {
            throw .badData("\(file): \(fault); train again into another --output")
        }
        self.init(merges: merges)
    }

    private static let kind = "bytePairEncoding"

    private struct Written: Codable {
        var formatVersion: Int
        var kind: String
        var merges: [[Token]]
    }
}
