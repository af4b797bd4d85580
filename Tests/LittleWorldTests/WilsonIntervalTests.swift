import LittleWorld
import Testing

@Test func theIntervalIsWilsons() {
    // At 0 and at all of n items the formula is z² / (n + z²) and n / (n + z²).
    let all = WilsonInterval(fraction: 1, itemCount: 24)
    #expect(abs(all.lower - 24 / (24 + 1.96 * 1.96)) < 1e-12 && all.upper == 1)
    let none = WilsonInterval(fraction: 0, itemCount: 24)
    #expect(none.lower == 0 && abs(none.upper - 1.96 * 1.96 / (24 + 1.96 * 1.96)) < 1e-12)
    // Newcombe 1998, "Two-sided confidence intervals for the single proportion", table I: 81 of 263.
    let published = WilsonInterval(fraction: 81.0 / 263, itemCount: 263)
    #expect(abs(published.lower - 0.2553) < 1e-4 && abs(published.upper - 0.3662) < 1e-4)
    for count in 1...50 {
        for right in 0...count {
            let interval = WilsonInterval(fraction: Double(right) / Double(count), itemCount: count)
            #expect(0 <= interval.lower && interval.lower <= interval.fraction)
            #expect(interval.fraction <= interval.upper && interval.upper <= 1)
            #expect(interval.upper - interval.lower > 0)
        }
    }
    #expect(WilsonInterval(fraction: 0.5, itemCount: -3) == WilsonInterval(fraction: 0.5, itemCount: 0))
}
