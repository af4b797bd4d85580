/// The words of the field that the screens use, each with a plain sentence or two, in alphabetical order.
public struct Glossary: Sendable {
    /// One word and what it means.
    public struct Entry: Hashable, Sendable {
        public let word: String
        /// The other forms that count as the word where they stand on the screen.
        public let forms: [String]
        public let sentences: String
    }

    public let entries: [Entry]

    /// The glossary that the program carries, read when it is first asked for.
    public static let carried = Glossary(AssetBytes(name: "glossary"))

    /// What in its file cannot be read as it stands.
    public static var faults: [TableFault] { faults(in: AssetBytes(name: "glossary")) }

    /// Reads lines of a word, its other forms and its sentences, with tabs between them; `#` begins a remark.
    init(_ bytes: AssetBytes) {
        var faults: [(offset: Int, reason: String)] = []
        self.init(bytes, faults: &faults)
    }

    private init(_ bytes: AssetBytes, faults: inout [(offset: Int, reason: String)]) {
        var found: [Entry] = []
        var known: Set<String> = []
        var lines = ByteFields(bytes: bytes, rest: 0..<bytes.count, separator: UInt8(ascii: "\n"))
        while let line = lines.next() {
            guard !line.isEmpty, bytes[line.lowerBound] != UInt8(ascii: "#") else { continue }
            let fields = bytes.text(line).split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard fields.count == 3, !fields[0].isEmpty, !fields[2].isEmpty else {
                faults.append((line.lowerBound, "a word, its forms and its sentences are three fields"))
                continue
            }
            let entry = Entry(
                word: fields[0], forms: fields[1].split(separator: ",").map(String.init), sentences: fields[2])
            for form in [entry.word] + entry.forms where !known.insert(form.lowercased()).inserted {
                faults.append((line.lowerBound, "\(form) stands twice"))
            }
            if Accounting.hasDigit(entry.word + entry.sentences) {
                faults.append((line.lowerBound, "a number has no source here: \(entry.word)"))
            }
            found.append(entry)
        }
        entries = found.sorted { $0.word.lowercased() < $1.word.lowercased() }
    }

    /// What in any bytes cannot be read as it stands.
    static func faults(in bytes: AssetBytes) -> [TableFault] {
        var found: [(offset: Int, reason: String)] = []
        _ = Glossary(bytes, faults: &found)
        return TableFault.faults(found, in: bytes, named: "glossary", folder: "words")
    }

    /// The entry of a word or of one of its forms; nil where it is none.
    public subscript(word: String) -> Entry? {
        let wanted = word.lowercased()
        return entries.first { entry in ([entry.word] + entry.forms).contains { $0.lowercased() == wanted } }
    }
}
