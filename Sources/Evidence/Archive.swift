import Synchronization

/// The published tables, by file, compiled into the binary and read lazily: a file is indexed when it is first asked
/// for, and a series is parsed when it is first read.
public enum Archive: String, CaseIterable, Sendable {
    case baselines, bigbench, code, constants, costs, emergence, gpt3, grammar, incontext, lesson, means, mirage
    case openmodels, prices, pythia, summarization, tasks, thresholds, transfer

    /// The series with an identifier such as `gpt3/triviaqa/few`, or nil where the file has none.
    public func series(_ id: String) -> Series? {
        Archive.parsed.withLock { parsed in
            if let known = parsed[id] { return known }
            guard let range = index.ranges[id] else { return nil }
            let series = SeriesReader.read(bytes: bytes, range: range, id: id)
            parsed[id] = series
            return series
        }
    }

    /// Series that were read before; an identifier is unique over all files.
    private static let parsed = Mutex<[String: Series]>([:])

    /// The identifiers of all series, in the order of the file.
    public var identifiers: [String] { index.order }

    /// The identifiers that begin with some text, in the order of the file.
    public func identifiers(under prefix: String) -> [String] { index.order.filter { $0.hasPrefix(prefix) } }

    /// What in the file cannot be read as it stands. The whole file is read for it, past what was read before.
    public var faults: [TableFault] { Archive.faults(in: bytes, named: rawValue) }

    /// The same for any bytes.
    static func faults(in bytes: AssetBytes, named name: String) -> [TableFault] {
        var found: [(offset: Int, reason: String)] = []
        let index = ArchiveIndex(bytes: bytes)
        for (id, range) in index.all {
            if index.ranges[id] != range { found.append((range.lowerBound, "\(id) stands twice")) }
            _ = SeriesReader.read(bytes: bytes, range: range, id: id, faults: &found)
        }
        return TableFault.faults(found, in: bytes, named: name)
    }

    private var index: ArchiveIndex { .of(self) }
    private var bytes: AssetBytes { AssetBytes(name: rawValue) }
}

/// Where each series of a file begins and ends.
private struct ArchiveIndex: Sendable {
    private static let cache = Mutex<[Archive: ArchiveIndex]>([:])

    /// The index of a file; it is made when the file is first asked for.
    static func of(_ archive: Archive) -> ArchiveIndex {
        cache.withLock { cache in
            if let known = cache[archive] { return known }
            let index = ArchiveIndex(bytes: AssetBytes(name: archive.rawValue))
            cache[archive] = index
            return index
        }
    }

    var ranges: [String: Range<Int>] = [:]
    var order: [String] = []
    /// Every series in the order of the file, one that stands twice included.
    private(set) var all: [(id: String, range: Range<Int>)] = []

    /// Finds every line that begins with `:`; the identifier reaches to the first tab.
    init(bytes: AssetBytes) {
        var open: (id: String, start: Int)?
        var lineStart = 0
        while lineStart < bytes.count {
            let lineEnd = bytes.firstIndex(of: UInt8(ascii: "\n"), from: lineStart) ?? bytes.count
            if bytes[lineStart] == UInt8(ascii: ":") {
                if let open { close(open, at: lineStart) }
                let tab = bytes.firstIndex(of: UInt8(ascii: "\t"), from: lineStart) ?? lineEnd
                open = (bytes.text(lineStart + 1..<min(tab, lineEnd)), lineStart)
            }
            lineStart = lineEnd + 1
        }
        if let open { close(open, at: bytes.count) }
    }

    private mutating func close(_ open: (id: String, start: Int), at end: Int) {
        ranges[open.id] = open.start..<end
        order.append(open.id)
        all.append((open.id, open.start..<end))
    }
}
