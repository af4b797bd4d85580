/// Every figure that the program carries, for `tlviz sources`.
public enum Inventory {
    /// The figures of all tables, in the order of their files; nothing is rounded.
    public static var figures: [Figure] {
        Archive.allCases.flatMap { archive in
            archive.identifiers.compactMap { archive.series($0) }.flatMap(\.figures)
        }
    }

    /// The columns of the csv form.
    public static let columns = [
        "kind", "model", "parameters", "tokensSeen", "shots", "task", "metric", "value", "unit", "source", "low",
        "high",
        "standardError", "items", "seed", "step",
    ]

    /// A figure's cells, by ``columns``; unknown ones are empty.
    public static func cells(of figure: Figure) -> [String] {
        let subject = figure.subject
        return [
            figure.kind.rawValue, subject.model.isEmpty ? subject.family : subject.model, text(subject.parameters),
            text(subject.tokensSeen), subject.shots, subject.task.isEmpty ? subject.plain : subject.task,
            subject.metric,
            figure.literal, figure.unit == .other ? "" : figure.unit.rawValue, figure.source.key, text(figure.low),
            text(figure.high), text(subject.standardError), subject.items, subject.seed, subject.step,
        ]
    }

    /// A formula's cells: what it computes stands as the task, the formula itself as the value.
    public static func cells(of formula: Formula) -> [String] {
        [
            Figure.Kind.computed.rawValue, "", "", "", "", formula.name, "formula", formula.expression, "",
            (formula.source ?? .program).key, "", "", "", "", "", "",
        ]
    }

    /// Whole numbers without a point.
    static func text(_ value: Double?) -> String {
        guard let value else { return "" }
        return value == value.rounded() && abs(value) < 1e15 ? "\(Int64(value))" : "\(value)"
    }
}
