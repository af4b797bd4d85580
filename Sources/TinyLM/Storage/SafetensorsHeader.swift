#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The header of a safetensors file: where each tensor lies in the data behind it.
struct SafetensorsHeader: Equatable {
    struct Entry: Equatable {
        var name: String
        var type: String
        var shape: [Int]
        /// The place of its bytes, counted from the first byte of the data.
        var bytes: Range<Int>
    }

    var metadata: [String: String]
    /// In the order of the data.
    var entries: [Entry]

    /// The header as JSON, padded with spaces so that the data begins at a multiple of eight.
    var json: [UInt8] {
        var fields: [String] = []
        if !metadata.isEmpty {
            let pairs = metadata.sorted { $0.key < $1.key }.map { "\(quoted($0.key)):\(quoted($0.value))" }
            fields.append("\"\(Self.metadataName)\":{\(pairs.joined(separator: ","))}")
        }
        for entry in entries {
            let shape = entry.shape.map(String.init).joined(separator: ",")
            fields.append(
                "\(quoted(entry.name)):{\"dtype\":\(quoted(entry.type)),\"shape\":[\(shape)],"
                    + "\"data_offsets\":[\(entry.bytes.lowerBound),\(entry.bytes.upperBound)]}")
        }
        let text = Array("{\(fields.joined(separator: ","))}".utf8)
        return text + Array(repeating: UInt8(ascii: " "), count: (8 - text.count % 8) % 8)
    }

    /// A checksum of all that the header says, whatever its JSON looks like.
    var checksum: UInt64 {
        let words =
            metadata.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] }
            + entries.flatMap { [$0.name, $0.type, "\($0.shape)", "\($0.bytes)"] }
        return TinyLM.checksum(words.map { "\($0.utf8.count):\($0)" }.joined())
    }

    static let metadataName = "__metadata__"
}

extension SafetensorsHeader: Decodable {
    /// Reads JSON; whether the places fit the data is not looked at.
    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: AnyKey.self)
        metadata = [:]
        entries = []
        for key in container.allKeys {
            if key.stringValue == Self.metadataName {
                metadata = try container.decode([String: String].self, forKey: key)
                continue
            }
            let tensor = try container.decode(WrittenEntry.self, forKey: key)
            guard let first = tensor.data_offsets.first, let last = tensor.data_offsets.last,
                tensor.data_offsets.count == 2, 0 <= first, first <= last
            else {
                throw DecodingError.dataCorruptedError(
                    forKey: key, in: container, debugDescription: "no range of bytes")
            }
            entries.append(
                Entry(name: key.stringValue, type: tensor.dtype, shape: tensor.shape, bytes: first..<last))
        }
        entries.sort {
            ($0.bytes.lowerBound, $0.bytes.upperBound, $0.name) < ($1.bytes.lowerBound, $1.bytes.upperBound, $1.name)
        }
    }

    private struct WrittenEntry: Decodable {
        var dtype: String
        var shape: [Int]
        var data_offsets: [Int]
    }
}

/// Any name in a JSON object.
struct AnyKey: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }

    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
}

/// A text as JSON writes it.
private func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"", "\\": result += "\\\(scalar)"
        case _ where scalar.value < 0x20:
            let digits = String(scalar.value, radix: 16)
            result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result + "\""
}
