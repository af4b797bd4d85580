import Testing

@testable import Evidence

@Test(arguments: [
    (0.0, 0, "0"), (0.5, 0, "1"), (-0.4, 0, "0"), (-1.25, 1, "−1.3"), (99.95, 1, "100.0"), (1.005e3, 2, "1005.00"),
    (0.0625, 3, "0.063"),
])
func fixedRoundsHalfAway(value: Double, decimals: Int, text: String) {
    #expect(Number.fixed(value, decimals: decimals) == text)
}

@Test(arguments: [
    (0.0, "0"), (1.0, "1"), (999.0, "999"), (1000.0, "1K"), (70_426_624.0, "70.4M"), (1e9, "1B"), (1.3e9, "1.3B"),
    (175e9, "175B"), (999_999_999.0, "1B"), (1.5e13, "15T"), (10_426.0, "10.4K"),
])
func shortKeepsThreeDigits(value: Double, text: String) { #expect(Number.short(value) == text) }

@Test(arguments: [(3.14e23, "3.1e23"), (9.96e9, "1.0e10"), (1.0, "1.0e0"), (0.0, "0")])
func scientificHasOneDecimal(value: Double, text: String) { #expect(Number.scientific(value) == text) }

@Test(arguments: [(0.0, "0"), (999.0, "999"), (1000.0, "1,000"), (392_702.0, "392,702"), (-1234.0, "−1,234")])
func groupedHasCommas(value: Double, text: String) { #expect(Number.grouped(value) == text) }

@Test func numbersOfAnySizeBecomeText() {
    for value in [Double.nan, .infinity, -.infinity, .greatestFiniteMagnitude, .leastNonzeroMagnitude, -1e300] {
        for text in [Number.fixed(value, decimals: 2), Number.short(value), Number.scientific(value)] {
            #expect(!text.isEmpty)
        }
    }
}

@Test func positionsThatDifferByRoundingAreTheSame() {
    #expect((0.1 + 0.2).isSame(as: 0.3) && 1e9.isSame(as: 1e9 + 0.5))
    #expect(!1e9.isSame(as: 1e9 + 10) && !1.0.isSame(as: -1))
    #expect((0.3).reaches(0.1 + 0.2) && 2.0.reaches(1) && !1.0.reaches(2))
    #expect(!1e300.reaches(.infinity) && !1.0.isSame(as: .infinity) && Double.infinity.isSame(as: .infinity))
    #expect(!Double.nan.reaches(1) && !1.0.reaches(.nan))
}
