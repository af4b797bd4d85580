import TinyLM

extension RandomSource {
    /// A whole number from 0 to `bound` - 1, each as likely: the high word of a product, without a division (Lemire
    /// 2019, "Fast random integer generation in an interval"; its bias, under `bound` / 2^64, is left in).
    @inline(__always)
    mutating func index(below bound: Int) -> Int { Int(next().multipliedFullWidth(by: UInt64(bound)).high) }
}
