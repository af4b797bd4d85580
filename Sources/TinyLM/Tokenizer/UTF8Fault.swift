/// The place of the first byte that is not UTF-8 (Unicode 16.0, table 3-7), or nil where all of the text is.
func firstFaultOfUTF8(_ text: Span<UInt8>) -> Int? {
    let words = text.bytes
    var place = 0
    while place < text.count {
        // Eight bytes of ASCII at once: most texts have little else.
        while place <= text.count - 8,
            words.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
        {
            place += 8
        }
        guard place < text.count else { return nil }
        guard let length = scalarLength(text, place) else { return place }
        place += length
    }
    return nil
}

/// The bytes of the well-formed scalar at a place, or nil.
@inline(__always)
private func scalarLength(_ text: Span<UInt8>, _ place: Int) -> Int? {
    let first = text[place]
    if first < 0x80 { return 1 }
    let (length, second): (Int, ClosedRange<UInt8>)
    switch first {
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return nil
    }
    guard place + length <= text.count, second.contains(text[place + 1]) else { return nil }
    for later in place + 2..<max(place + length, place + 2) where text[later] & 0xC0 != 0x80 { return nil }
    return length
}
