/// SplitMix64 (Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators"): the same seed gives the same
/// numbers on every machine.
public struct RandomSource: RandomNumberGenerator, Sendable {
    private var state: UInt64

    public init(seed: UInt64) { state = seed }

    /// A source for one of many (a row, an item): neighbouring indices give unrelated numbers.
    public init(seed: UInt64, index: Int) {
        var mixer = RandomSource(seed: seed)
        state = mixer.next() ^ UInt64(bitPattern: Int64(index)) &* 0x9E37_79B9_7F4A_7C15
        state = next()
    }

    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A whole number below `bound`, 1 or more, by multiplication (bias under bound / 2^32).
    @inline(__always)
    public mutating func below(_ bound: Int) -> Int { Int(((next() >> 32) &* UInt64(bound)) >> 32) }

    /// A number in [0, 1) of 53 random bits.
    public mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }
}
