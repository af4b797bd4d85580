/// Where a figure comes from, complete enough to find it again.
public struct Source: Hashable, Sendable {
    /// The key that the tables name it by.
    public let key: String
    public let authors: String
    public let year: String
    public let title: String
    /// The table, section or file in it.
    public let place: String
    /// An address of the paper or repository.
    public let address: String
    /// The licence; empty where it is not known.
    public let licence: String
    /// One line for the foot of a panel.
    public let short: String
    /// What to beware of; empty where nothing is known.
    public let caution: String

    /// Whether everything that finding it again needs is there.
    public var isComplete: Bool {
        ![key, authors, year, title, place, address, short].contains("")
    }

    /// This program itself: the source of counts and of arithmetic on what the screen shows.
    public static let program = Source.named("tlviz")

    /// The person at the keys: the source of assumptions that they chose.
    public static let chosen = Source.named("tlviz-yours")
    /// Assumptions that stand for nothing but an example until the person changes them.
    public static let example = Source.named("tlviz-example")

    /// All sources, in the order of their file.
    public static let all: [Source] = SourceReader.read(AssetBytes(name: "sources"))

    /// What in the file of sources cannot be read as it stands.
    public static var faults: [TableFault] { SourceReader.faults(in: AssetBytes(name: "sources")) }

    static func faults(in bytes: AssetBytes) -> [TableFault] { SourceReader.faults(in: bytes) }

    private static let byKey = Dictionary(all.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })

    /// The source with a key. An unknown key gives an incomplete source, which a test over all tables looks for.
    public static func named(_ key: String) -> Source {
        byKey[key]
            ?? Source(
                key: key, authors: "", year: "", title: "", place: "", address: "", licence: "", short: key, caution: ""
            )
    }

    public static func == (first: Source, second: Source) -> Bool { first.key == second.key }

    public func hash(into hasher: inout Hasher) { hasher.combine(key) }
}

/// Reads `sources.tsv`: a line a source, `@key`, then `name=value` fields between tabs.
private enum SourceReader {
    private static let fields: Set<String> = [
        "authors", "year", "title", "place", "address", "licence", "short", "caution",
    ]

    static func faults(in bytes: AssetBytes) -> [TableFault] {
        var found: [(offset: Int, reason: String)] = []
        _ = read(bytes, faults: &found)
        return TableFault.faults(found, in: bytes, named: "sources")
    }

    static func read(_ bytes: AssetBytes) -> [Source] {
        var faults: [(offset: Int, reason: String)] = []
        return read(bytes, faults: &faults)
    }

    private static func read(_ bytes: AssetBytes, faults: inout [(offset: Int, reason: String)]) -> [Source] {
        var sources: [Source] = []
        var keys: Set<String> = []
        var lines = ByteFields(bytes: bytes, rest: 0..<bytes.count, separator: UInt8(ascii: "\n"))
        while let line = lines.next() {
            guard !line.isEmpty, bytes[line.lowerBound] == UInt8(ascii: "@") else { continue }
            var fields = ByteFields(bytes: bytes, rest: line, separator: UInt8(ascii: "\t"))
            let key = fields.next().map { bytes.text($0.dropFirst()) } ?? ""
            var values: [String: String] = [:]
            while let (name, value) = fields.nextPair() {
                values[name] = value
                if !SourceReader.fields.contains(name) { faults.append((line.lowerBound, "unknown field: \(name)")) }
            }
            if !keys.insert(key).inserted { faults.append((line.lowerBound, "\(key) stands twice")) }
            sources.append(
                Source(
                    key: key, authors: values["authors"] ?? "", year: values["year"] ?? "",
                    title: values["title"] ?? "", place: values["place"] ?? "", address: values["address"] ?? "",
                    licence: values["licence"] ?? "", short: values["short"] ?? "", caution: values["caution"] ?? ""))
            if sources.last?.isComplete == false { faults.append((line.lowerBound, "\(key) lacks a field")) }
        }
        return sources
    }
}
