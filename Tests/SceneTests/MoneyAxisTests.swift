import Cells
import Evidence
import TestSupport
import Testing

@testable import Scene

@Suite struct MoneyAxisTests {
    /// Seeded by a number that a failure prints.
    @Test(arguments: 1...40 as ClosedRange<UInt64>) func allSumsLieInItAndTicksStandWholeRowsApart(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for rows in 2...60 {
            let sums = (0...random.below(5)).map { _ in Logarithm.power10(Double(random.below(1_400)) / 100 - 2) }
            let money = MoneyAxis(around: sums, rows: rows)
            let area = Area(column: 0, row: 0, columns: 60, rows: rows)
            let frame = PanelFrame(
                area: area, axis: AxisFrame(start: 20, end: 40), labelColumns: 18, valueColumns: 13)
            let ground = MoneyGround(money: money, area: area, frame: frame)
            for sum in sums { #expect(area.row..<area.endRow ~= ground.row(of: sum), "\(seed), \(rows): \(sum)") }
            let places = money.ticks.map { money.scale.fraction(of: $0) * Double(rows - 1) }
            #expect(places.allSatisfy { abs($0 - $0.rounded()) < 1e-6 }, "\(seed), \(rows): \(places)")
            let steps = Set(zip(places, places.dropFirst()).map { Int(($1 - $0).rounded()) })
            #expect(steps.count < 2, "\(seed), \(rows): \(steps)")
        }
    }

    @Test func oneSumOrNoneHasAnAxisToo() {
        for sums in [[], [0], [1e9], [.infinity, .nan]] as [[Double]] {
            for rows in [1, 2, 9] {
                let money = MoneyAxis(around: sums, rows: rows)
                #expect(money.scale.range.upperBound > money.scale.range.lowerBound)
                #expect(money.ticks.allSatisfy { $0.isFinite && $0 > 0 })
            }
        }
    }
}
