import Cells
import Testing

@testable import Evidence
@testable import Scene

private func score(_ value: Double, _ unit: Evidence.Unit = .percent, isError: Bool = false) -> Figure {
    var subject = Subject()
    subject.higherIsBetter = !isError
    return Figure(kind: .published, literal: "", value: value, unit: unit, subject: subject, source: .program)
}

@Test func joinedDotsStandWhereTheirRangeSays() {
    func dots(
        _ before: Double, _ after: Double, range: ClosedRange<Double> = 0...100, isSameNetwork: Bool = true
    ) -> String {
        let dots = JoinedDots(
            before: score(before), after: score(after), isSameNetwork: isSameNetwork, range: range)
        return rows(drawn(11, 1) { dots.draw(on: &$0, column: 0, row: 0, columns: 11) })[0]
    }
    #expect(dots(20, 60) == "··○───●····" && dots(60, 20) == "··●───○····")
    #expect(dots(6, 3, range: 0...10) == "···●──○····" && dots(6, 30, range: 0...10) == "······○───●")
    #expect(dots(50, 50) == "·····◉·····" && dots(0, 100, isSameNetwork: false) == "◇─────────●")
}

/// Errors fall: they are drawn as they are, and less of them stands at the left.
@Test func fewerErrorsStandAtTheLeft() {
    let dots = JoinedDots(before: score(10, isError: true), after: score(5, isError: true), isSameNetwork: true)
    #expect(dots.fraction(of: dots.after) < dots.fraction(of: dots.before))
    let chart = DotChart(rows: [DotChart.Row(name: "row", dots: dots, values: ["value"])])
    #expect(rows(drawn(60, 2) { _ = chart.draw(on: &$0, in: $0.canvas.bounds) })[0].hasSuffix("← better"))
}

@Test func allRowsOfDotsShareOneScale() {
    let pairs: [(Figure, Figure)] = [
        (score(20), score(60)), (score(0.2, .fraction), score(0.6, .fraction)), (score(20, .bleu), score(60, .bleu)),
        (score(20), score(25)),
    ]
    let chart = DotChart(
        rows: pairs.map { pair in
            DotChart.Row(
                name: "row", dots: JoinedDots(before: pair.0, after: pair.1, isSameNetwork: true), values: ["value"])
        })
    let picture = drawn(80, 5) { _ = chart.draw(on: &$0, in: $0.canvas.bounds) }
    let lines = rows(picture).dropFirst().map { String($0) }
    #expect(Set(lines.prefix(3)).count == 1 && lines[0].contains("○") && lines[0].contains("●"))
    #expect(
        lines[3].firstIndex(of: "○") == lines[0].firstIndex(of: "○"), "a row of near values has no scale of its own")
}

@Test func aChartOfDotsNamesItsAxisAndItsRows() {
    let row = DotChart.Row(
        name: "name", dots: JoinedDots(before: score(20), after: score(60), isSameNetwork: true),
        values: ["a value that is far too long", "short"])
    let picture = drawn(40, 2) { _ = DotChart(rows: [row], chosen: 0).draw(on: &$0, in: $0.canvas.bounds) }
    #expect(
        rows(picture)[0].contains("0") && rows(picture)[0].contains("100") && rows(picture)[0].hasSuffix("better →"))
    #expect(rows(picture)[1].hasPrefix("name") && rows(picture)[1].hasSuffix("short"))
    #expect(picture.firstUnaccountedDigit() == nil)
}

@Test func aChartOfDotsShowsItsChosenRowAtEveryHeight() {
    let rows = "abcdefgh".map { name in
        DotChart.Row(
            name: Phrase(words: String(name) + "-row"),
            dots: JoinedDots(before: score(20), after: score(60), isSameNetwork: true), values: ["value"])
    }
    for height in 2...10 {
        for chosen in rows.indices {
            let picture = drawn(60, height) {
                _ = DotChart(rows: rows, chosen: chosen).draw(on: &$0, in: $0.canvas.bounds)
            }
            #expect(picture.canvas.text.contains(rows[chosen].name.plain), "row \(chosen) of \(height)")
        }
    }
}
