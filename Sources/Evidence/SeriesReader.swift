/// Parses one series out of a file's bytes: a header line `:id`, then `key=value` fields between tabs, of which
/// `columns=` names the cells of the lines that follow.
enum SeriesReader {
    static func read(bytes: AssetBytes, range: Range<Int>, id: String) -> Series {
        let lines = bytes.text(range).split(separator: "\n")
        var row = Row()
        var columns: [Substring] = []
        for field in (lines.first ?? "").split(separator: "\t").dropFirst() {
            guard let equals = field.firstIndex(of: "=") else { continue }
            let name = field[..<equals]
            let text = field[field.index(after: equals)...]
            if name == "columns" { columns = text.split(separator: " ") } else { row.set(name, String(text)) }
        }
        let figures = lines.dropFirst().compactMap { line -> Figure? in
            guard !line.hasPrefix("#") else { return nil }
            var own = row
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
            for (name, cell) in zip(columns, cells) where !cell.isEmpty { own.set(name, String(cell)) }
            return own.figure
        }
        return Series(
            id: id, subject: row.subject, unit: row.unit, source: .named(row.source), figures: figures)
    }

    /// The fields of a header and one line under it.
    private struct Row {
        var subject = Subject()
        var kind = Figure.Kind.published
        var unit = Unit.other
        var source = ""
        var formula = ""
        var literal = ""
        var low: Double?
        var high: Double?

        mutating func set(_ name: Substring, _ text: String) {
            switch name {
            case "kind": kind = Figure.Kind(rawValue: text) ?? .published
            case "unit":
                unit = Unit(rawValue: text) ?? .other
                subject.unitName = unit == .other ? text : ""
            case "source": source = text
            case "formula": formula = text
            case "value": literal = text
            case "low": low = Double(text)
            case "high": high = Double(text)
            default: subject.set(name, text)
            }
        }

        /// A row without a value of its own still says something where it has words or a range.
        var figure: Figure? {
            if kind == .computed, let value = Double(literal) {
                return Figure(
                    .stated(formula), literal: literal, value: value, unit: unit, subject: subject,
                    source: .named(source))
            }
            let value = Double(literal) ?? low ?? high
            guard value != nil || !subject.plain.isEmpty else { return nil }
            return Figure(
                kind: kind, literal: literal.isEmpty ? subject.plain : literal, value: value ?? .nan, unit: unit,
                low: low, high: high, subject: subject, source: .named(source))
        }
    }
}

extension Figure {
    /// A figure that its table computed from others, which the formula names in words.
    init(_ formula: Formula, literal: String, value: Double, unit: Unit, subject: Subject, source: Source) {
        kind = .computed
        self.literal = literal
        self.value = value
        self.unit = unit
        low = nil
        high = nil
        self.subject = subject
        self.source = source
        derivation = Derivation(formula: formula, inputs: [])
    }
}

extension Subject {
    mutating func set(_ name: Substring, _ text: String) {
        switch name {
        case "family": family = text
        case "model": model = text
        case "parameters": parameters = Double(text)
        case "tokensSeen": tokensSeen = Double(text)
        case "shots": shots = text
        case "task": task = text
        case "metric": metric = text
        case "method": method = text
        case "better": higherIsBetter = text == "higher"
        case "chance": chance = Double(text)
        case "standardError": standardError = Double(text)
        case "items": items = text
        case "seed": seed = text
        case "step": step = text
        case "labelledExamples": labelledExamples = Double(text)
        case "year": year = text
        case "dataset": dataset = text
        case "plain": plain = text
        case "note": note = text
        case "bound": bound = text
        case "accelerator": accelerator = text
        default: break
        }
    }
}
