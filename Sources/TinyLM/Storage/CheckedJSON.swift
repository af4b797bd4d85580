#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The value as a JSON object with a checksum among its fields: one that a person can read, and no damage can change.
func checkedJSON<Value: Codable>(_ value: Value, file: String) throws(StorageError) -> [UInt8] {
    do {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try Array(encoder.encode(Checked(checksum: checksum(of: value), value: value))) + [UInt8(ascii: "\n")]
    } catch {
        throw .badData("\(file) cannot be written: \(error)")
    }
}

/// The value that `checkedJSON` wrote. Throws 65 where the bytes are not exactly of that.
func checkedValue<Value: Codable>(_ bytes: [UInt8], file: String) throws(StorageError) -> Value {
    do {
        let checked = try JSONDecoder().decode(Checked<Value>.self, from: Data(bytes))
        if try checked.checksum == checksum(of: checked.value) { return checked.value }
    } catch {
        throw .badData("\(file) is damaged: \(reason(error)); train again into another --output")
    }
    throw .badData("\(file) was damaged or edited: its checksum is another; train again into another --output")
}

/// What a decoder says, in a few words and with the field's name.
func reason(_ error: any Error) -> String {
    guard let error = error as? DecodingError else { return "it is not JSON" }
    let (what, context): (String, DecodingError.Context)
    switch error {
    case .keyNotFound(let key, let found): return "\(name(found.codingPath + [key])) is missing"
    case .typeMismatch(_, let found): (what, context) = ("is of another kind", found)
    case .valueNotFound(_, let found): (what, context) = ("is empty", found)
    case .dataCorrupted(let found): (what, context) = ("cannot be read", found)
    @unknown default: return "it is not JSON"
    }
    return context.codingPath.isEmpty ? "it is not JSON of that kind" : "\(name(context.codingPath)) \(what)"
}

private func name(_ path: [any CodingKey]) -> String { path.map(\.stringValue).joined(separator: ".") }

/// Of the value's own JSON, whatever spaces and order the file has.
private func checksum<Value: Encodable>(of value: Value) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try hexadecimal(checksum(Array(encoder.encode(value)).span))
}

/// A value's fields with one more.
private struct Checked<Value: Codable>: Codable {
    var checksum: String
    var value: Value

    private enum Key: String, CodingKey { case checksum }

    init(checksum: String, value: Value) {
        self.checksum = checksum
        self.value = value
    }

    init(from decoder: any Decoder) throws {
        value = try Value(from: decoder)
        checksum = try decoder.container(keyedBy: Key.self).decode(String.self, forKey: .checksum)
    }

    func encode(to encoder: any Encoder) throws {
        try value.encode(to: encoder)
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(checksum, forKey: .checksum)
    }
}
