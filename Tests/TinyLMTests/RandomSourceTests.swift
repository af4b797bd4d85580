import Testing

@testable import TinyLM

@Test func theFirstNumbersAreThoseOfTheReference() {
    // The first three outputs of the public reference implementation for the seed 1234567.
    var source = RandomSource(seed: 1_234_567)
    #expect(
        [source.next(), source.next(), source.next()] == [
            6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
        ])
}

@Test func aUnitAndABoundAreDrawnEvenly() {
    var source = RandomSource(seed: 1)
    var counts = [0, 0, 0, 0, 0, 0, 0]
    var sum = 0.0
    for _ in 0..<70_000 {
        let unit = source.unit()
        #expect((0..<1).contains(unit))
        sum += unit
        counts[source.below(7)] += 1
    }
    #expect(abs(sum / 70_000 - 0.5) < 0.005)
    for count in counts { #expect(abs(count - 10_000) < 500) }
}
