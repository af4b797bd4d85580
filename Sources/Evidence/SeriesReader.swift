/// Parses one series out of a file's bytes: a header line `:id`, then `key=value` fields between tabs, of which
/// `columns=` names the cells of the lines that follow.
///
/// It walks the bytes and makes text only of what it keeps: the first picture stands on a hundred series, and shows
/// within a few milliseconds of the start.
enum SeriesReader {
    static func read(bytes: AssetBytes, range: Range<Int>, id: String) -> Series {
        var faults: [(offset: Int, reason: String)] = []
        return read(bytes: bytes, range: range, id: id, faults: &faults)
    }

    /// The same, with what could not be read as it stands: the place of its line in the file, and why.
    static func read(
        bytes: AssetBytes, range: Range<Int>, id: String, faults: inout [(offset: Int, reason: String)]
    ) -> Series {
        var lines = ByteFields(bytes: bytes, rest: range, separator: UInt8(ascii: "\n"))
        var header = Row()
        var columns: [Field?] = []
        if let line = lines.next() { columns = readHeader(bytes, line, into: &header, faults: &faults) }
        var figures: [Figure] = []
        let source = Source.named(header.source)
        while let line = lines.next() {
            guard !line.isEmpty, bytes[line.lowerBound] != UInt8(ascii: "#") else { continue }
            var row = header
            var cells = ByteFields(bytes: bytes, rest: line, separator: UInt8(ascii: "\t"))
            for column in columns {
                guard let cell = cells.next() else { break }
                guard let column, !cell.isEmpty else { continue }
                let text = bytes.text(cell)
                if let reason = row.set(column, text) { faults.append((line.lowerBound, reason)) }
            }
            if let cell = cells.next() {
                faults.append((line.lowerBound, "a cell without a column: \(bytes.text(cell))"))
            }
            let rowSource = row.source == header.source ? source : Source.named(row.source)
            if rowSource.address.isEmpty { faults.append((line.lowerBound, "unknown source: \(row.source)")) }
            if row.kind == .computed, row.formula.isEmpty {
                faults.append((line.lowerBound, "computed without a formula"))
            }
            if let figure = row.figure(source: rowSource) {
                figures.append(figure)
            } else {
                faults.append((line.lowerBound, "neither a number nor words"))
            }
        }
        if figures.isEmpty { faults.append((range.lowerBound, "no figure under \(id)")) }
        return Series(id: id, subject: header.subject, unit: header.unit, source: source, figures: figures)
    }

    /// Reads what holds for every line, and returns the columns of the lines that follow.
    private static func readHeader(
        _ bytes: AssetBytes, _ line: Range<Int>, into header: inout Row,
        faults: inout [(offset: Int, reason: String)]
    ) -> [Field?] {
        var columns: [Field?] = []
        var fields = ByteFields(bytes: bytes, rest: line, separator: UInt8(ascii: "\t"))
        _ = fields.next()
        while let (name, text) = fields.nextPair() {
            if name == "columns" {
                columns = text.split(separator: " ").map { name in
                    let column = Field(rawValue: String(name))
                    if column == nil { faults.append((line.lowerBound, "unknown column: \(name)")) }
                    return column
                }
            } else if let field = Field(rawValue: name) {
                if let reason = header.set(field, text) { faults.append((line.lowerBound, reason)) }
            } else {
                faults.append((line.lowerBound, "unknown field: \(name)"))
            }
        }
        return columns
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

        /// Sets a field; what is not known stays as it was, and the reason is returned.
        mutating func set(_ field: Field, _ text: String) -> String? {
            switch field {
            case .kind:
                guard let known = Figure.Kind(rawValue: text) else { return "unknown kind: \(text)" }
                kind = known
            case .unit:
                let known = Unit(rawValue: text)
                unit = known ?? .other
                subject.unitName = unit == .other ? text : ""
                if known == nil || known == .other, !Unit.namesOfOthers.contains(text) {
                    return "unknown unit: \(text)"
                }
            case .source: source = text
            case .formula: formula = text
            case .value:
                literal = text
                if Double(text)?.isFinite != true { return "not a number: \(text)" }
            case .low: return setNumber(\.low, text)
            case .high: return setNumber(\.high, text)
            case .parameters: return setNumber(\.subject.parameters, text)
            case .tokensSeen: return setNumber(\.subject.tokensSeen, text)
            case .labelledExamples: return setNumber(\.subject.labelledExamples, text)
            case .chance: return setNumber(\.subject.chance, text)
            case .standardError: return setNumber(\.subject.standardError, text)
            case .better:
                guard ["higher", "lower"].contains(text) else { return "neither higher nor lower: \(text)" }
                subject.higherIsBetter = text == "higher"
            case .bound:
                subject.bound = text
                if !Row.bounds.contains(text) { return "unknown bound: \(text)" }
            case .family, .model, .shots, .task, .metric, .method, .items, .seed, .step, .year, .dataset, .plain, .note,
                .accelerator:
                setWords(field, text)
            }
            return nil
        }

        private static let bounds: Set<String> = ["about", "atLeast", "atMost", "stated"]

        private mutating func setNumber(_ path: WritableKeyPath<Row, Double?>, _ text: String) -> String? {
            guard let number = Double(text), number.isFinite else { return "not a number: \(text)" }
            self[keyPath: path] = number
            return nil
        }

        private mutating func setWords(_ field: Field, _ text: String) {
            switch field {
            case .family: subject.family = text
            case .model: subject.model = text
            case .shots: subject.shots = text
            case .task: subject.task = text
            case .metric: subject.metric = text
            case .method: subject.method = text
            case .items: subject.items = text
            case .seed: subject.seed = text
            case .step: subject.step = text
            case .year: subject.year = text
            case .dataset: subject.dataset = text
            case .plain: subject.plain = text
            case .note: subject.note = text
            case .accelerator: subject.accelerator = text
            default: break
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
        self.init(
            kind: .computed, literal: literal, value: value, unit: unit, subject: subject, source: source,
            derivation: Derivation(formula: formula, inputs: []))
    }
}
