/// A file's name as text. The system's names are any bytes; those that are not UTF-8 stand in a `String` as scalars of the
/// last private plane, U+10FF80 to U+10FFFF, one for each byte, so that every name survives the way there and back (the
/// idea is that of Python's PEP 383).
public enum FileName {
    /// The text of a name's bytes.
    public static func text(_ bytes: some Sequence<UInt8>) -> String {
        let bytes = Array(bytes)
        if let text = String(validating: bytes, as: UTF8.self), !text.unicodeScalars.contains(where: isEscape) {
            return text
        }
        var result = String.UnicodeScalarView()
        var place = 0
        while place < bytes.count {
            let (scalar, length) = scalar(at: place, of: bytes)
            if let scalar { result.append(scalar) } else { result.append(escape(bytes[place])) }
            place += length
        }
        return String(result)
    }

    /// The name's bytes.
    public static func bytes(_ text: String) -> [UInt8] {
        guard text.unicodeScalars.contains(where: isEscape) else { return Array(text.utf8) }
        return text.unicodeScalars.flatMap { scalar in
            isEscape(scalar) ? [UInt8(truncatingIfNeeded: scalar.value)] : Array(String(scalar).utf8)
        }
    }

    /// The byte that a scalar stands for, as `\xE9`, or nil where it stands for itself.
    public static func shown(_ scalar: Unicode.Scalar) -> String? {
        isEscape(scalar) ? "\\x" + String(scalar.value & 0xFF, radix: 16, uppercase: true) : nil
    }

    static func isEscape(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 0x10_FF80 }

    private static func escape(_ byte: UInt8) -> Unicode.Scalar {
        Unicode.Scalar(0x10_FF00 + UInt32(byte)) ?? "\u{FFFD}"
    }

    /// The scalar that begins at a place and the number of its bytes; nil and 1 where a byte has to be escaped.
    private static func scalar(at place: Int, of bytes: [UInt8]) -> (Unicode.Scalar?, length: Int) {
        for length in 1...4 where place + length <= bytes.count {
            guard let text = String(validating: bytes[place..<place + length], as: UTF8.self),
                let scalar = text.unicodeScalars.first
            else { continue }
            // A name that has these scalars itself is escaped too, else it would come back as another.
            return isEscape(scalar) ? (nil, 1) : (scalar, length)
        }
        return (nil, 1)
    }
}
