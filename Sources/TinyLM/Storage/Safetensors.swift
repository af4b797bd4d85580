#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The safetensors format (https://github.com/huggingface/safetensors): eight bytes with the header's length, the header
/// in JSON, the data; all numbers little-endian.
extension TensorFile {
    /// The file's bytes, the same for the same tensors. A checksum goes into its metadata, which other readers ignore.
    public func safetensors(precision: Precision = .single) -> [UInt8] {
        let size = precision == .single ? 4 : 2
        var data: [UInt8] = []
        data.reserveCapacity(size * tensors.reduce(0) { $0 + $1.values.count })
        var header = SafetensorsHeader(metadata: metadata, entries: [])
        header.metadata[Self.writerKey] = "tlviz"
        header.metadata[Self.checksumKey] = nil
        for tensor in tensors {
            let start = data.count
            switch precision {
            case .single: data.append(littleEndian: tensor.values.map(\.bitPattern))
            case .half: data.append(littleEndian: tensor.values.map { Float16($0).bitPattern })
            }
            header.entries.append(
                .init(name: tensor.name, type: precision.rawValue, shape: tensor.shape, bytes: start..<data.count))
        }
        header.metadata[Self.checksumKey] = hexadecimal(checksum(data.span, seed: header.checksum))
        let json = header.json
        var file: [UInt8] = []
        file.reserveCapacity(8 + json.count + data.count)
        file.append(littleEndian: [UInt64(json.count)])
        return file + json + data
    }

    /// Reads a file's bytes: F32, F16 and BF16 exactly, and I64 and U8 as the nearest numbers of single precision.
    ///
    /// A file that this program wrote is whole: a single other bit is an error. A foreign file, which has no checksum, is
    /// taken as it is, unless the checksum is required: damage in several places can take it away. `file` is the name in
    /// errors, all of 65; memory is never more than a few times the file's own size.
    ///
    /// - Parameter isWanted: Whether a tensor of a name is read; all are where it is left out.
    public init(
        safetensors bytes: Span<UInt8>, file: String, requiringChecksum: Bool = false,
        isWanted: (String) -> Bool = { _ in true }
    ) throws(StorageError) {
        let start = try Self.dataStart(bytes, file)
        var header = try Self.header(bytes.extracting(8..<start).array, file)
        try Self.check(header, dataCount: bytes.count - start, file)
        let writtenChecksum = header.metadata.removeValue(forKey: Self.checksumKey)
        if requiringChecksum || writtenChecksum != nil || header.metadata[Self.writerKey] != nil {
            let sum = checksum(bytes.extracting(start...), seed: header.checksum)
            guard writtenChecksum == hexadecimal(sum) else { throw .damaged(file, "its checksum is another") }
        }
        header.metadata[Self.writerKey] = nil
        metadata = header.metadata
        tensors = []
        for entry in header.entries where isWanted(entry.name) {
            let place = start + entry.bytes.lowerBound..<start + entry.bytes.upperBound
            tensors.append(
                Tensor(
                    name: entry.name, shape: entry.shape,
                    values: Self.values(bytes.extracting(place), type: entry.type)))
        }
    }

    /// The same of bytes in an array.
    public init(safetensors bytes: [UInt8], file: String, requiringChecksum: Bool = false) throws(StorageError) {
        try self.init(safetensors: bytes.span, file: file, requiringChecksum: requiringChecksum)
    }

    private static let writerKey = "tlviz.writer"
    private static let checksumKey = "tlviz.checksum"

    /// The reference's own limit is a hundred million bytes; this is a header of a hundred thousand tensors.
    private static let headerLimit = 16 << 20

    private static func dataStart(_ bytes: Span<UInt8>, _ file: String) throws(StorageError) -> Int {
        guard bytes.count >= 8 else { throw .damaged(file, "it has \(bytes.count) bytes, too few for a header") }
        let length = bytes.extracting(..<8).array.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        guard length <= UInt64(bytes.count - 8), length <= UInt64(headerLimit) else {
            throw .damaged(file, "byte 0 claims a header of \(length) bytes in a file of \(bytes.count)")
        }
        return 8 + Int(length)
    }

    private static func header(_ json: [UInt8], _ file: String) throws(StorageError) -> SafetensorsHeader {
        do {
            return try JSONDecoder().decode(SafetensorsHeader.self, from: Data(json))
        } catch {
            throw .damaged(file, "its header, from byte 8, is not that of a safetensors file")
        }
    }

    /// The tensors lie one behind the other, from the first byte of the data to its last.
    private static func check(
        _ header: SafetensorsHeader, dataCount: Int, _ file: String
    ) throws(StorageError) {
        var end = 0
        for entry in header.entries {
            guard let size = sizes[entry.type] else {
                throw .badData(
                    "\(file), tensor \(entry.name): type \(entry.type) is not read; save it as F32, F16 or BF16")
            }
            guard entry.bytes.lowerBound == end, entry.bytes.upperBound <= dataCount else {
                throw .damaged(file, "tensor \(entry.name) does not lie behind the one before it")
            }
            guard let count = product(entry.shape, size), count == entry.bytes.count else {
                throw .damaged(file, "tensor \(entry.name) has \(entry.bytes.count) bytes, not those of its shape")
            }
            end = entry.bytes.upperBound
        }
        guard end == dataCount else {
            throw .damaged(file, "its data has \(dataCount) bytes, and its tensors \(end)")
        }
    }

    private static let sizes = ["F32": 4, "F16": 2, "BF16": 2, "I64": 8, "U8": 1]

    private static func product(_ shape: [Int], _ size: Int) -> Int? {
        var result = size
        for length in shape {
            let (next, overflows) = result.multipliedReportingOverflow(by: length)
            guard length >= 0, !overflows else { return nil }
            result = next
        }
        return result
    }

    private static func values(_ bytes: Span<UInt8>, type: String) -> [Float] {
        switch type {
        case "F32": bytes.integers(of: UInt32.self) { Float(bitPattern: $0) }
        case "F16": bytes.integers(of: UInt16.self) { Float(Float16(bitPattern: $0)) }
        case "BF16": bytes.integers(of: UInt16.self) { Float(bitPattern: UInt32($0) << 16) }
        case "I64": bytes.integers(of: Int64.self) { Float($0) }
        default: bytes.array.map { Float($0) }
        }
    }
}

extension StorageError {
    static func damaged(_ file: String, _ what: String) -> StorageError {
        .badData("\(file) is damaged: \(what); remove it, or train again into another --output")
    }
}

extension [UInt8] {
    fileprivate mutating func append<Number: FixedWidthInteger>(littleEndian numbers: [Number]) {
        numbers.map(\.littleEndian).withUnsafeBytes { append(contentsOf: $0) }
    }
}

extension Span<UInt8> {
    /// A copy.
    fileprivate var array: [UInt8] { indices.map { self[$0] } }

    /// Each whole group of bytes as a little-endian number, put through `convert`.
    fileprivate func integers<Number: FixedWidthInteger & BitwiseCopyable>(
        of type: Number.Type, _ convert: (Number) -> Float
    ) -> [Float] {
        let bytes = bytes
        let size = MemoryLayout<Number>.size
        return (0..<count / size).map {
            convert(Number(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: $0 * size, as: Number.self)))
        }
    }
}
