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
            "task=" + (isGrammar ? "BLiMP" : "mean of forty accuracy benchmarks"),
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
            #expect(inputs.count == (mean == .grammar ? 67 : 40))
            #expect(Set(inputs.map(\.subject.parameters)) == [figure.subject.parameters])
            #expect(Set(inputs.map(\.subject.task)).count == inputs.count)
            // To the last bit, and as the exact number says it.
            #expect(figure.value == inputs.reduce(0) { $0 + $1.value } / Double(inputs.count))
            #expect(figure.literal == "\(figure.value)" && figure.kind == .computed)
            #expect(figure.derivation?.formula == .meanAccuracy)
            #expect(figure.source == inputs.first?.source && figure.unit == inputs.first?.unit)
        }
    }

    /// With the two rows whose form failed it would be the paper's own mean, over forty-two.
    @Test func withTheRowsLeftOutTheMeansOfTableH1AreThePapersOwn() throws {
        let known = [("zero", 42.65), ("one", 51.07), ("few", 57.37)]
        for (shots, value) in known {
            let mean = try #require(TableMean(rawValue: "computed/mean/\(shots)")?.series?.figures.last)
            let left = try ["cb", "wic"].map { task in
                try #require(Archive.gpt3.series("gpt3/\(task)/\(shots)")?.figures.last).value
            }
            #expect(abs((mean.value * 40 + left.reduce(0, +)) / 42 - value) < 0.01)
        }
    }

    /// What examples add, at three sizes, as the rows give it by hand.
    @Test func examplesAddNothingToTheSmallestAndMuchToTheLargest() throws {
        let with = try #require(TableMean.accuracyFewShot.series),
            without = try #require(TableMean.accuracyZeroShot.series)
        let gains = zip(with.figures, without.figures).map { $0.value - $1.value }
        for (column, gain) in [(0, -0.3), (1, 0.8), (7, 13.2)] { #expect(abs(gains[column] - gain) < 0.06) }
    }

    @Test func theMeanOfGrammarIsTheTablesOwn() throws {
        let table = try #require(Archive.grammar.series("blimp/mean"))
        let computed = try #require(TableMean.grammar.series)
        #expect(table.figures.count == computed.figures.count)
        for (first, second) in zip(table.figures, computed.figures) { #expect(abs(first.value - second.value) < 1e-4) }
    }
}
