import Evidence

/// Reads a tour: lines `name: text`, where a line that begins with a blank goes on with the one before and `#` begins a
/// remark. `tour:` is the whole's title, and each `stop:` begins a stop.
public struct TourReader {
    /// The names of a stop's lines.
    enum Field: String, CaseIterable, Sendable {
        case stop, minutes, panel, keys, says, asks, then, live, watch, answer, notes

        /// Whether a stop may do without it.
        var isOptional: Bool { [.keys, .then, .live, .watch].contains(self) }

        /// What it is for, as a fault says it.
        var purpose: String {
            switch self {
            case .stop: "its title"
            case .minutes: "how many minutes it takes, as 1.5"
            case .panel: "the panel that it shows, as Scale"
            case .keys: "the keys that set its scene"
            case .says: "the one thing that it states"
            case .asks: "its question"
            case .then: "the keys that show the answer"
            case .live: "the keys that show it where models are trained"
            case .watch: "what to look at before the answer is told"
            case .answer: "the answer"
            case .notes: "what the speaker knows"
            }
        }
    }

    /// A line as it was written, with where it begins.
    struct Entry {
        var text: String
        let line: Int
    }

    private let file: String
    private(set) var faults: [TourFault] = []
    private var title: Entry?
    private var stops: [[Field: Entry]] = []
    /// What a line that begins with a blank goes on with.
    private var open: Field?
    /// The line at which each stop that was read begins, in their order.
    private(set) var lines: [[Field: Int]] = []

    private init(file: String) { self.file = file }

    /// Reads a file's text. The tour has the stops in which nothing is wrong; what is wrong is told with its line.
    ///
    /// - Parameter file: The name by which faults call it.
    public static func read(_ text: String, file: String) -> (tour: Tour, faults: [TourFault]) {
        var reader = TourReader(file: file)
        let tour = reader.tour(of: text)
        return (tour, reader.faults.sorted { $0.line < $1.line })
    }

    /// The same with the lines of its stops' fields, for what is found wrong when it is played.
    static func readWithLines(_ text: String, file: String) -> (tour: Tour, faults: [TourFault], lines: [[Field: Int]])
    {
        var reader = TourReader(file: file)
        let tour = reader.tour(of: text)
        return (tour, reader.faults.sorted { $0.line < $1.line }, reader.lines)
    }

    private mutating func tour(of text: String) -> Tour {
        let rows = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, row) in rows.enumerated() { take(row, line: index + 1) }
        if title == nil { fault(1, "the tour has no title; begin the file with “tour:” and one") }
        if stops.isEmpty { fault(rows.count, "the tour has no stop; begin one with “stop:” and its title") }
        let made = stops.compactMap { stop($0) }
        return Tour(title: title?.text ?? "", stops: made)
    }

    private mutating func fault(_ line: Int, _ reason: String) {
        faults.append(TourFault(file: file, line: line, reason: reason))
    }

    // MARK: - Lines

    private mutating func take(_ row: Substring, line: Int) {
        if row.allSatisfy(\.isWhitespace) || row.first == "#" { return }
        if row.first?.isWhitespace == true { return goOn(trimmed(row), line: line) }
        guard let colon = row.firstIndex(of: ":") else {
            return fault(line, "“\(row.prefix(24))” is no line of a tour; write a name and a colon, as “says: …”")
        }
        let name = row[..<colon]
        let text = trimmed(row[row.index(after: colon)...])
        if name == "tour" {
            if title != nil { fault(line, "a second “tour:”; a file is one tour, take it out") }
            title = title ?? Entry(text: text, line: line)
            open = nil
        } else if let field = Field(rawValue: String(name)) {
            take(field, text, line: line)
        } else {
            let names = Field.allCases.map(\.rawValue).joined(separator: ", ")
            fault(line, "“\(name):” is no line of a tour; the names are tour, \(names)")
        }
    }

    private mutating func take(_ field: Field, _ text: String, line: Int) {
        if field == .stop { stops.append([:]) }
        guard !stops.isEmpty else {
            return fault(line, "“\(field.rawValue):” before any stop; begin one with “stop:” and its title")
        }
        if stops[stops.count - 1][field] != nil {
            fault(line, "a second “\(field.rawValue):” in this stop; take one of them out")
        } else {
            stops[stops.count - 1][field] = Entry(text: text, line: line)
        }
        open = field
    }

    private mutating func goOn(_ text: String, line: Int) {
        guard let open, !stops.isEmpty, let text0 = stops[stops.count - 1][open]?.text else {
            return fault(line, "this line goes on with nothing; begin it with a name and a colon, or with “#”")
        }
        stops[stops.count - 1][open]?.text = text0.isEmpty ? text : text0 + " " + text
    }

    private func trimmed(_ text: Substring) -> String {
        var text = text.drop(while: \.isWhitespace)
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }

    // MARK: - Stops

    /// The stop of its lines; nil where something is wrong in them.
    private mutating func stop(_ entries: [Field: Entry]) -> Tour.Stop? {
        let before = faults.count
        let first = entries[.stop]?.line ?? 1
        for field in Field.allCases where !field.isOptional {
            if entries[field] == nil {
                fault(first, "the stop has no “\(field.rawValue):”; add \(field.purpose)")
            } else if let entry = entries[field], entry.text.isEmpty {
                fault(entry.line, "“\(field.rawValue):” is empty; write \(field.purpose) behind it")
            }
        }
        let title = entries[.stop].map { self.title($0) } ?? ""
        let minutes = entries[.minutes].flatMap { self.minutes($0) }
        let panel = entries[.panel].flatMap { self.panel($0) }
        let keys = entries[.keys].flatMap { script($0) }
        let then = entries[.then].flatMap { script($0) }
        let live = entries[.live].flatMap { script($0) }
        let says = entries[.says].flatMap { phrase($0) }
        let asks = entries[.asks].flatMap { phrase($0) }
        let watch = entries[.watch].flatMap { phrase($0) }
        let answer = entries[.answer].flatMap { phrase($0) }
        let notes = entries[.notes].flatMap { words($0) }
        if let entry = entries[.asks], !entry.text.isEmpty, !entry.text.contains("?") {
            fault(entry.line, "“asks:” asks nothing; end its question with “?”")
        }
        guard faults.count == before, let minutes, let panel, let says, let asks, let answer, let notes
        else { return nil }
        lines.append(entries.mapValues(\.line))
        return Tour.Stop(
            title: title, minutes: minutes, panel: panel, keys: keys ?? KeyScript(), then: then ?? KeyScript(),
            live: live, says: says, asks: asks, watch: watch, answer: answer, notes: notes)
    }

    private mutating func title(_ entry: Entry) -> String {
        if Accounting.hasDigit(entry.text) {
            fault(entry.line, "the title has a number; titles are words alone, write it in “says:” as {a/figure}")
        }
        if Phrase(words: entry.text).width > TourBand.titleColumns {
            fault(
                entry.line,
                "the title is \(Phrase(words: entry.text).width) columns wide; write it in \(TourBand.titleColumns)")
        }
        return entry.text
    }

    private mutating func minutes(_ entry: Entry) -> Double? {
        if entry.text.isEmpty { return nil }
        guard let minutes = Double(entry.text), minutes > 0, minutes <= 600 else {
            fault(entry.line, "“\(entry.text)” is no time; write minutes, as 1 or 1.5")
            return nil
        }
        return minutes
    }

    private mutating func panel(_ entry: Entry) -> Panel? {
        if entry.text.isEmpty { return nil }
        guard let panel = Panel(entry.text) else {
            let names = Panel.allCases.map { "\($0.digit) \($0.title)" }.joined(separator: ", ")
            fault(entry.line, "there is no panel “\(entry.text)”; the panels are \(names)")
            return nil
        }
        return panel
    }

    private mutating func script(_ entry: Entry) -> KeyScript? {
        do throws(KeyScript.Fault) {
            return try KeyScript(entry.text)
        } catch {
            fault(entry.line, "\(error)")
            return nil
        }
    }

    /// Words for the screen, which fit the band.
    private mutating func phrase(_ entry: Entry) -> Phrase? {
        guard let phrase = filled(entry, allowsDigits: false) else { return nil }
        if let reason = TourBand.excess(of: phrase) {
            fault(entry.line, reason)
            return nil
        }
        return phrase
    }

    /// Words for the speaker alone.
    private mutating func words(_ entry: Entry) -> String? { filled(entry, allowsDigits: true)?.plain }

    private mutating func filled(_ entry: Entry, allowsDigits: Bool) -> Phrase? {
        do throws(TourWords.Fault) {
            return try TourWords.phrase(entry.text, allowsDigits: allowsDigits)
        } catch {
            fault(entry.line, error.reason)
            return nil
        }
    }
}
