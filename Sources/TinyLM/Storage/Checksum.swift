/// XXH64 (Collet, "xxHash fast digest algorithm", version 0.1.1) of bytes that come one part after the other: tells a
/// damaged file from a whole one, several gigabytes a second; it is no protection against a person.
struct Checksum: Sendable {
    private let seed: UInt64
    private var lanes: (UInt64, UInt64, UInt64, UInt64)
    /// The last bytes, fewer than a stripe of 32.
    private var rest: [UInt8] = []
    private var count = 0

    init(seed: UInt64 = 0) {
        self.seed = seed
        lanes = (seed &+ prime1 &+ prime2, seed &+ prime2, seed, seed &- prime1)
    }

    mutating func add(_ bytes: Span<UInt8>) {
        count += bytes.count
        var place = 0
        if !rest.isEmpty {
            while rest.count < 32, place < bytes.count {
                rest.append(bytes[place])
                place += 1
            }
            guard rest.count == 32 else { return }
            let stripe = rest
            rest = []
            mix(stripe.span.bytes, at: 0)
        }
        let words = bytes.bytes
        while place <= bytes.count - 32 {
            mix(words, at: place)
            place += 32
        }
        while place < bytes.count {
            rest.append(bytes[place])
            place += 1
        }
    }

    @inline(__always)
    private mutating func mix(_ bytes: RawSpan, at place: Int) {
        lanes.0 = round(lanes.0, word(bytes, place))
        lanes.1 = round(lanes.1, word(bytes, place + 8))
        lanes.2 = round(lanes.2, word(bytes, place + 16))
        lanes.3 = round(lanes.3, word(bytes, place + 24))
    }

    /// Of all bytes so far.
    var value: UInt64 {
        var hash = seed &+ prime5
        if count >= 32 {
            hash = turned(lanes.0, 1) &+ turned(lanes.1, 7) &+ turned(lanes.2, 12) &+ turned(lanes.3, 18)
            for lane in [lanes.0, lanes.1, lanes.2, lanes.3] { hash = (hash ^ round(0, lane)) &* prime1 &+ prime4 }
        }
        return avalanche(ending(hash &+ UInt64(count), rest.span.bytes))
    }
}

func checksum(_ bytes: Span<UInt8>, seed: UInt64 = 0) -> UInt64 {
    var sum = Checksum(seed: seed)
    sum.add(bytes)
    return sum.value
}

/// The checksum of a text's UTF-8.
func checksum(_ text: String, seed: UInt64 = 0) -> UInt64 { checksum(Array(text.utf8).span, seed: seed) }

/// 16 hexadecimal digits.
func hexadecimal(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
}

private let prime1: UInt64 = 0x9E37_79B1_85EB_CA87
private let prime2: UInt64 = 0xC2B2_AE3D_27D4_EB4F
private let prime3: UInt64 = 0x1656_67B1_9E37_79F9
private let prime4: UInt64 = 0x85EB_CA77_C2B2_AE63
private let prime5: UInt64 = 0x27D4_EB2F_1656_67C5

/// The last bytes, fewer than 32.
private func ending(_ start: UInt64, _ bytes: RawSpan) -> UInt64 {
    var hash = start
    var place = 0
    while place <= bytes.byteCount - 8 {
        hash = turned(hash ^ round(0, word(bytes, place)), 27) &* prime1 &+ prime4
        place += 8
    }
    if place <= bytes.byteCount - 4 {
        let half = UInt32(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt32.self))
        hash = turned(hash ^ UInt64(half) &* prime1, 23) &* prime2 &+ prime3
        place += 4
    }
    while place < bytes.byteCount {
        let byte = bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt8.self)
        hash = turned(hash ^ UInt64(byte) &* prime5, 11) &* prime1
        place += 1
    }
    return hash
}

@inline(__always) private func avalanche(_ value: UInt64) -> UInt64 {
    var hash = value
    hash = (hash ^ hash >> 33) &* prime2
    hash = (hash ^ hash >> 29) &* prime3
    return hash ^ hash >> 32
}

@inline(__always) private func round(_ lane: UInt64, _ input: UInt64) -> UInt64 {
    turned(lane &+ input &* prime2, 31) &* prime1
}

@inline(__always) private func turned(_ value: UInt64, _ count: UInt64) -> UInt64 {
    value &<< count | value &>> (64 - count)
}

@inline(__always) private func word(_ bytes: RawSpan, _ place: Int) -> UInt64 {
    UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self))
}
