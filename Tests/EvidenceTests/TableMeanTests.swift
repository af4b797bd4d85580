import Foundation
import Testing

@testable import Evidence

/// The table of means is made of the tables that it is over; `TLVIZ_RECORD_SNAPSHOTS=1` writes it anew.
@Suite struct TableMeanTests {
    private static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Assets/figures/means.tsv")

    /// The table's text, from the rows.
    private static func table() throws -> String {
        var lines = [
            "# Means over the rows of other tables, made from them by a test (TLVIZ_RECORD_SNAPSHOTS=1 writes this file anew)"
        ]
        for mean in TableMean.allCases {
            let first = try #require(mean.rows.first)
            lines.append(header(mean, first))
            for (column, figure) in first.figures.enumerated() {
                let parameters = try #require(figure.subject.parameters)
                let value = try #require(mean.value(column: column))
                lines.append("\(Inventory.text(parameters))\t\(figure.subject.model)\t\(value)")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func header(_ mean: TableMean, _ first: Series) -> String {
        let subject = first.subject
        let isGrammar = mean == .grammar
        let shots = isGrammar ? subject.shots : String(mean.rawValue.split(separator: "/").last ?? "")
        let fields = [
            ":" + mean.rawValue, "kind=computed", "formula=" + Formula.meanAccuracy.expression,
            "family=" + subject.family, "shots=" + shots, "tokensSeen=" + Inventory.text(subject.tokensSeen),
            "task=" + (isGrammar ? "BLiMP" : "mean of the accuracy benchmarks"),
            "metric=" + (isGrammar ? subject.metric : "accuracy"), "unit=" + first.unit.rawValue, "better=higher",
            // The tasks of the other means have different levels of chance.
            isGrammar ? "chance=\(subject.chance ?? .nan)" : "", "source=" + first.source.key,
            isGrammar ? "plain=pick the grammatical sentence" : "", "columns=parameters model value",
        ]
        return fields.filter { !$0.isEmpty }.joined(separator: "\t")
    }

    @Test func theTableIsMadeOfItsRows() throws {
        let made = try Self.table()
        if ProcessInfo.processInfo.environment["TLVIZ_RECORD_SNAPSHOTS"] != nil {
            try made.write(to: Self.file, atomically: true, encoding: .utf8)
        }
        #expect(try String(contentsOf: Self.file, encoding: .utf8) == made)
    }

    @Test(arguments: TableMean.allCases) func whatIsShownIsTheMeanOfItsInputs(mean: TableMean) throws {
        let series = try #require(mean.series)
        #expect(series.figures.count == mean.rows.first?.figures.count)
        for figure in series.figures {
            let inputs = try #require(figure.derivation?.inputs)
            #expect(inputs.count == (mean == .grammar ? 67 : 42))
            #expect(Set(inputs.map(\.subject.parameters)) == [figure.subject.parameters])
            #expect(Set(inputs.map(\.subject.task)).count == inputs.count)
            // To the last bit, and as the exact number says it.
            #expect(figure.value == inputs.reduce(0) { $0 + $1.value } / Double(inputs.count))
            #expect(figure.literal == "\(figure.value)" && figure.kind == .computed)
            #expect(figure.derivation?.formula == .meanAccuracy)
            #expect(figure.source == inputs.first?.source && figure.unit == inputs.first?.unit)
        }
    }

    @Test func theMeansOfTableH1AreThePapersOwn() throws {
        let known = [
            (TableMean.accuracyZeroShot, 42.65), (.accuracyOneShot, 51.07), (.accuracyFewShot, 57.37),
        ]
        for (mean, value) in known {
            let largest = try #require(mean.series?.figures.last)
            #expect(abs(largest.value - value) < 0.01)
        }
    }

    @Test func theMeanOfGrammarIsTheTablesOwn() throws {
        let table = try #require(Archive.grammar.series("blimp/mean"))
        let computed = try #require(TableMean.grammar.series)
        #expect(table.figures.count == computed.figures.count)
        for (first, second) in zip(table.figures, computed.figures) { #expect(abs(first.value - second.value) < 1e-4) }
    }
}
