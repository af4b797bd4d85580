/// Where an escape sequence ends, by ECMA-48 and the habits of terminals; what it means is another matter.
enum SequenceShape {
    /// The length of the sequence that the bytes begin with, or nil where its end has not come yet.
    ///
    /// - Parameter bytes: They begin with Escape. 1 says that this Escape stands alone.
    static func length(_ bytes: ArraySlice<UInt8>) -> Int? {
        guard let second = bytes.dropFirst().first else { return nil }
        switch second {
        case UInt8(ascii: "["): return control(bytes)
        case UInt8(ascii: "O"): return bytes.count > 2 ? shift(bytes) : nil
        case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"), UInt8(ascii: "X"):
            return string(bytes)
        default: return 1
        }
    }

    /// Whether bytes that follow an Escape at some distance can be the rest of its sequence, in place of keys that
    /// somebody pressed after Escape.
    static func mayBeRest(_ bytes: ArraySlice<UInt8>) -> Bool {
        let second = bytes.dropFirst().first
        switch bytes.first {
        case UInt8(ascii: "["):
            guard let second else { return true }
            return (0x30...0x3F).contains(second) || "ABCDEFHIMOPQRSZ[abcd".utf8.contains(second)
        case UInt8(ascii: "O"): return second.map { (0x21...0x7E).contains($0) } ?? true
        case UInt8(ascii: "]"): return second.map { (0x30...0x39).contains($0) } ?? true
        default: return false
        }
    }

    /// `ESC [`, parameters, intermediate bytes, one final byte. A byte that cannot stand there ends the sequence
    /// before it: it belongs to what comes next.
    private static func control(_ bytes: ArraySlice<UInt8>) -> Int? {
        let body = bytes.dropFirst(2)
        guard let first = body.first else { return nil }
        // The Linux console sends `ESC [ [ A` for F1, and old mice send `ESC [ M` and three bytes.
        if first == UInt8(ascii: "[") { return bytes.count > 3 ? 4 : nil }
        if first == UInt8(ascii: "M") { return bytes.count > 5 ? 6 : nil }
        for index in body.indices {
            switch body[index] {
            case 0x20...0x3F: continue
            // `$` as a final byte is rxvt's for keys with Shift.
            case 0x40...0x7E: return index - bytes.startIndex + 1
            default: return index - bytes.startIndex
            }
        }
        return nil
    }

    /// `ESC O` and one byte, or what xterm sends with modifiers: `ESC O 2 D`.
    private static func shift(_ bytes: ArraySlice<UInt8>) -> Int? {
        let body = bytes.dropFirst(2)
        guard let first = body.first else { return nil }
        if (0x30...0x39).contains(first) { return bytes.count > 3 ? 4 : nil }
        return (0x21...0x7E).contains(first) ? 3 : 2
    }

    /// A string up to BEL or `ESC \`. Another Escape ends it too: the terminal has begun something else.
    private static func string(_ bytes: ArraySlice<UInt8>) -> Int? {
        let body = bytes.dropFirst(2)
        for index in body.indices {
            if body[index] == Byte.bell { return index - bytes.startIndex + 1 }
            if body[index] == Byte.escape {
                guard index + 1 < body.endIndex else { return nil }
                return index - bytes.startIndex + (body[index + 1] == UInt8(ascii: "\\") ? 2 : 0)
            }
        }
        return nil
    }
}
