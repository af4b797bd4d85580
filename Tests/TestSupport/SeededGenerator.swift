import Foundation

/// SplitMix64 (Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators"): the same seed makes the
/// same test again.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var state: UInt64

    public init(seed: UInt64) { state = seed }

    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number from 0 to one less than `bound`; 0 where that is less than 1.
    public mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<max(bound, 1), using: &self) }
}

/// The seed that `TLVIZ_FUZZ_SEED` sets, else any; printed, so that a test that failed can be run again.
public func printedSeed(of test: String) -> UInt64 {
    let seed = ProcessInfo.processInfo.environment["TLVIZ_FUZZ_SEED"].flatMap(UInt64.init) ?? .random(in: 0...(.max))
    print("\(test): TLVIZ_FUZZ_SEED=\(seed)")
    return seed
}
