import TinyLM

/// A run that was trained earlier and is carried with the program: what it was, and its reports.
public struct RecordedRun: Equatable, Sendable {
    /// As `M-12.3M-1`: size, tokens, seed.
    public var name: String
    public var description: RunDescription
    /// With the step, the loss and the abilities; times are those of the machine that recorded it.
    public var reports: [TrainingReport]

    public init(name: String, description: RunDescription, reports: [TrainingReport]) {
        self.name = name
        self.description = description
        self.reports = reports
    }
}

/// Runs as text: for each a line `:name`, a line with its description as JSON, a line with the number of items of each
/// ability, a line of column names, and a row a report, with tabs between.
extension RecordedRun {
    /// Lines before the rows.
    static let headLineCount = 4
    private static let measures = ["exactMatch", "probability", "crossEntropy", "editSimilarity"]
    private static let numbers = ["step", "tokensSeen", "seconds", "crossEntropy"]

    /// The run as text; numbers have four decimals.
    public func text() throws(StorageError) -> String {
        let names = (reports.last?.abilities ?? [:]).keys.sorted()
        let items = names.map { "\($0)=\(reports.last?.abilities?[$0]?.itemCount ?? 0)" }
        let json = String(decoding: try description.json(), as: UTF8.self).split(separator: "\n")
            .map { $0.drop { $0 == " " } }.joined(separator: " ")
        let columns = Self.numbers + names.flatMap { name in Self.measures.map { "\(name).\($0)" } }
        var lines = [":\(name)", json, items.joined(separator: "\t"), columns.joined(separator: "\t")]
        for report in reports {
            var cells = [
                "\(report.step)", "\(report.tokensSeen)", Self.cell(report.seconds), Self.cell(report.crossEntropy),
            ]
            for name in names {
                let ability = report.abilities?[name]
                cells += [ability?.exactMatch, ability?.probability, ability?.crossEntropy, ability?.editSimilarity]
                    .map { $0.map(Self.cell) ?? "" }
            }
            lines.append(cells.joined(separator: "\t"))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func cell(_ value: Double) -> String {
        let rounded = (value * 10_000).rounded() / 10_000
        return rounded == rounded.rounded() && abs(rounded) < 1e15 ? "\(Int(rounded))" : "\(rounded)"
    }

    /// The runs of a text. Throws 65, naming `file` and the line, where it is none.
    public static func runs(of text: String, file: String) throws(StorageError) -> [RecordedRun] {
        var runs: [RecordedRun] = []
        var lines = text.split(separator: "\n", omittingEmptySubsequences: true)[...]
        while let head = lines.popFirst() {
            guard head.hasPrefix(":"), let json = lines.popFirst(), let items = lines.popFirst(),
                let columns = lines.popFirst()
            else {
                throw StorageError("\(file): a run is not whole after the run \(runs.last?.name ?? "")", exitCode: 65)
            }
            let name = String(head.dropFirst())
            let counts = Dictionary(
                items.split(separator: "\t").compactMap { item -> (String, Int)? in
                    let parts = item.split(separator: "=")
                    return parts.count == 2 ? Int(parts[1]).map { (String(parts[0]), $0) } : nil
                }, uniquingKeysWith: { first, _ in first })
            let names = columns.split(separator: "\t").map(String.init)
            var reports: [TrainingReport] = []
            while let row = lines.first, !row.hasPrefix(":") {
                lines.removeFirst()
                guard let report = report(row, names, counts) else {
                    throw StorageError("\(file): row \(reports.count + 1) of run \(name) is damaged", exitCode: 65)
                }
                reports.append(report)
            }
            let description = try RunDescription(json: Array(json.utf8), file: "\(file), run \(name)")
            runs.append(RecordedRun(name: name, description: description, reports: reports))
        }
        return runs
    }

    private static func report(_ row: Substring, _ columns: [String], _ items: [String: Int]) -> TrainingReport? {
        let cells = row.split(separator: "\t", omittingEmptySubsequences: false)
        guard cells.count == columns.count else { return nil }
        let values = Dictionary(
            zip(columns, cells).compactMap { column, cell in Double(cell).map { (column, $0) } },
            uniquingKeysWith: { first, _ in first })
        guard let step = values["step"], let tokens = values["tokensSeen"], let loss = values["crossEntropy"],
            (0...1e12).contains(step), (0...1e15).contains(tokens)
        else { return nil }
        var abilities: [String: AbilityReport] = [:]
        for (name, count) in items {
            guard let exact = values["\(name).exactMatch"] else { return nil }
            abilities[name] = AbilityReport(
                exactMatch: exact, probability: values["\(name).probability"],
                crossEntropy: values["\(name).crossEntropy"], editSimilarity: values["\(name).editSimilarity"],
                itemCount: count, standardError: (exact * (1 - exact) / Double(max(count, 1))).squareRoot())
        }
        return TrainingReport(
            step: Int(step), tokensSeen: Int(tokens), crossEntropy: loss, learningRate: 0, gradientNorm: 0,
            tokensPerSecond: 0, seconds: values["seconds"] ?? 0, abilities: abilities)
    }
}
