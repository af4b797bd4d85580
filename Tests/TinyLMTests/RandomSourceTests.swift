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

@Test func aUnitIsBelowOneAndABoundIsKept() {
    var source = RandomSource(seed: 1)
    for _ in 0..<10_000 {
        #expect((0..<1).contains(source.unit()))
        #expect((0..<7).contains(source.below(7)))
    }
}
