/// Parses one series out of a file's bytes: a header line `:id`, then `key=value` fields between tabs, of which
/// `columns=` names the cells of the lines that follow.
///
/// It walks the bytes and makes text only of what it keeps: the first picture stands on a hundred series, and shows
/// within a few milliseconds of the start.
enum SeriesReader {
    static func read(bytes: AssetBytes, range: Range<Int>, id: String) -> Series {
        var lines = ByteFields(bytes: bytes, rest: range, separator: UInt8(ascii: "\n"))
        var header = Row()
        var columns: [Field?] = []
        if let line = lines.next() {
            var fields = ByteFields(bytes: bytes, rest: line, separator: UInt8(ascii: "\t"))
            _ = fields.next()
            while let (name, text) = fields.nextPair() {
                if name == "columns" {
                    columns = text.split(separator: " ").map { Field(rawValue: String($0)) }
                } else if let field = Field(rawValue: name) {
                    header.set(field, text)
                }
            }
        }
        var figures: [Figure] = []
        let source = Source.named(header.source)
        while let line = lines.next() {
            guard !line.isEmpty, bytes[line.lowerBound] != UInt8(ascii: "#") else { continue }
            var row = header
            var cells = ByteFields(bytes: bytes, rest: line, separator: UInt8(ascii: "\t"))
            for column in columns {
                guard let cell = cells.next() else { break }
                if let column, !cell.isEmpty { row.set(column, bytes.text(cell)) }
            }
            let rowSource = row.source == header.source ? source : Source.named(row.source)
            if let figure = row.figure(source: rowSource) { figures.append(figure) }
        }
        return Series(id: id, subject: header.subject, unit: header.unit, source: source, figures: figures)
    }

    /// What a header's key or a column can be.
    private enum Field: String {
        case kind, unit, source, formula, value, low, high
        case family, model, parameters, tokensSeen, shots, task, metric, method, better, chance, standardError, items
        case seed, step, labelledExamples, year, dataset, plain, note, bound, accelerator
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

        mutating func set(_ field: Field, _ text: String) {
            switch field {
            case .kind: kind = Figure.Kind(rawValue: text) ?? .published
            case .unit:
                unit = Unit(rawValue: text) ?? .other
                subject.unitName = unit == .other ? text : ""
            case .source: source = text
            case .formula: formula = text
            case .value: literal = text
            case .low: low = Double(text)
            case .high: high = Double(text)
            case .family: subject.family = text
            case .model: subject.model = text
            case .parameters: subject.parameters = Double(text)
            case .tokensSeen: subject.tokensSeen = Double(text)
            case .shots: subject.shots = text
            case .task: subject.task = text
            case .metric: subject.metric = text
            case .method: subject.method = text
            case .better: subject.higherIsBetter = text == "higher"
            case .chance: subject.chance = Double(text)
            case .standardError: subject.standardError = Double(text)
            case .items: subject.items = text
            case .seed: subject.seed = text
            case .step: subject.step = text
            case .labelledExamples: subject.labelledExamples = Double(text)
            case .year: subject.year = text
            case .dataset: subject.dataset = text
            case .plain: subject.plain = text
            case .note: subject.note = text
            case .bound: subject.bound = text
            case .accelerator: subject.accelerator = text
            }
        }

        /// A row without a value of its own still says something where it has words or a range.
        func figure(source: Source) -> Figure? {
            let number = Double(literal)
            if kind == .computed, let number {
                return Figure(
                    .stated(formula), literal: literal, value: number, unit: unit, subject: subject, source: source)
            }
            let value = number ?? low ?? high
            guard value != nil || !subject.plain.isEmpty else { return nil }
            return Figure(
                kind: kind, literal: literal.isEmpty ? subject.plain : literal, value: value ?? .nan, unit: unit,
                low: low, high: high, subject: subject, source: source)
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
