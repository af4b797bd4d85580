#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The value as JSON that a person can read, its fields in the order of the alphabet, with a new line at the end. Throws
/// 65 where a number is infinite or none.
public func readableJSON(_ value: some Encodable) throws(StorageError) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
        return try String(decoding: encoder.encode(value), as: UTF8.self) + "\n"
    } catch {
        throw .badData("the result cannot be written as JSON: \(reason(error))")
    }
}
