import CAssets

/// The bytes of one file of `Assets`, in the binary's read-only data.
struct AssetBytes: Sendable {
    // Safe to share: the bytes are constant and live as long as the program.
    nonisolated(unsafe) private let bytes: UnsafeBufferPointer<UInt8>

    /// The file with a name; empty where there is none.
    init(name: String) {
        for index in 0..<cAssetCount() {
            let asset = cAsset(index)
            if String(cString: asset.name) == name {
                // `count` is the size of the very array that `bytes` points to (`sizeof` in CAssets.c).
                bytes = UnsafeBufferPointer(start: asset.bytes, count: asset.count)
                return
            }
        }
        bytes = UnsafeBufferPointer(start: nil, count: 0)
    }

    /// Bytes that the caller keeps alive for as long as this value is used.
    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    var count: Int { bytes.count }

    func copy(_ range: Range<Int>) -> [UInt8] { Array(bytes[range]) }

    func withSpan<Result, Failure: Error>(
        _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(bytes.span)
    }

    subscript(index: Int) -> UInt8 { bytes[index] }

    func firstIndex(of byte: UInt8, from start: Int) -> Int? {
        var index = start
        while index < bytes.count {
            if bytes[index] == byte { return index }
            index += 1
        }
        return nil
    }

    /// The text of a range inside the file.
    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}

/// Ranges of bytes between separators.
struct ByteFields {
    let bytes: AssetBytes
    private var rest: Range<Int>
    private let separator: UInt8
    private var isDone = false

    init(bytes: AssetBytes, rest: Range<Int>, separator: UInt8) {
        self.bytes = bytes
        self.rest = rest
        self.separator = separator
    }

    /// The next range, which may be empty; nil after the last.
    mutating func next() -> Range<Int>? {
        guard !isDone else { return nil }
        var end = rest.lowerBound
        while end < rest.upperBound, bytes[end] != separator { end += 1 }
        let field = rest.lowerBound..<end
        if end < rest.upperBound { rest = end + 1..<rest.upperBound } else { isDone = true }
        return field
    }

    /// The next range that has the form `name=value`; nil after the last.
    mutating func nextPair() -> (name: String, value: String)? {
        while let field = next() {
            guard let equals = bytes.firstIndex(of: UInt8(ascii: "="), from: field.lowerBound),
                equals < field.upperBound
            else { continue }
            return (bytes.text(field.lowerBound..<equals), bytes.text(equals + 1..<field.upperBound))
        }
        return nil
    }
}
