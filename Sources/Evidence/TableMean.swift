/// Means over many rows of one table, by size of the model.
///
/// The first picture shows some of them. So that it need not read a hundred rows for a dozen numbers, the means stand in a
/// table of their own, which a test makes again from the rows and compares; the rows are read when they are asked for.
public enum TableMean: String, CaseIterable, Sendable {
    /// Over the rows of GPT-3's Table H.1 that are scored in accuracy or exact match, by examples in the prompt; without
    /// the two rows whose answers had no valid form as long as no example showed one (``tasksWithoutForm``): they score
    /// nothing without examples, whatever the model can do.
    case accuracyZeroShot = "computed/mean/zero"
    case accuracyOneShot = "computed/mean/one"
    case accuracyFewShot = "computed/mean/few"
    /// Over the phenomena of BLiMP, each published on its own.
    case grammar = "computed/blimp"

    /// The means by size, as they stand in their table, with the rows' own figures as their inputs.
    public var series: Series? {
        guard let stored = Archive.means.series(rawValue), let subject = stored.figures.first?.subject else {
            return nil
        }
        let figures = stored.figures.enumerated().map { Figure(mean: $1, of: self, column: $0) }
        return Series(id: stored.id, subject: subject, unit: stored.unit, source: stored.source, figures: figures)
    }

    /// The rows of the table that the means are over.
    public var rows: [Series] {
        switch self {
        case .accuracyZeroShot: TableMean.accuracyRows(shots: "zero")
        case .accuracyOneShot: TableMean.accuracyRows(shots: "one")
        case .accuracyFewShot: TableMean.accuracyRows(shots: "few")
        case .grammar:
            Archive.grammar.identifiers.filter { !$0.hasPrefix("blimp/mean") }.compactMap { Archive.grammar.series($0) }
        }
    }

    /// Tasks on which a model without examples did not know the form of the answer.
    static let tasksWithoutForm: Set<String> = ["CB", "WiC"]

    private static func accuracyRows(shots: String) -> [Series] {
        Archive.gpt3.identifiers.filter { $0.hasSuffix("/" + shots) }.compactMap { Archive.gpt3.series($0) }
            .filter {
                ["accuracy", "exact match"].contains($0.subject.metric) && !tasksWithoutForm.contains($0.subject.task)
            }
    }

    /// The figures of one size, a row each.
    func inputs(column: Int) -> [Figure] {
        rows.compactMap { column < $0.figures.count ? $0.figures[column] : nil }
    }

    /// The mean of one size, from its rows; nil where there is none.
    func value(column: Int) -> Double? {
        let inputs = inputs(column: column)
        return inputs.isEmpty ? nil : inputs.reduce(0) { $0 + $1.value } / Double(inputs.count)
    }
}

extension Figure {
    /// A mean that was read from its table.
    fileprivate init(mean: Figure, of rows: TableMean, column: Int) {
        self.init(
            kind: .computed, literal: mean.literal, value: mean.value, unit: mean.unit, subject: mean.subject,
            source: mean.source, derivation: Derivation(of: rows, column: column))
    }
}
