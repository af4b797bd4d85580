import Cells

/// Collects what comes between the marks of a bracketed paste, up to the mark of its end.
struct PastedText: Sendable {
    /// More than anyone would paste into a line of text; the rest is left out.
    static let longest = 65_536

    private var bytes: [UInt8] = []

    /// Takes pasted bytes up to the mark of the end, of which a part may still be to come.
    ///
    /// - Returns: How many bytes are used up, and whether the mark was among them.
    mutating func take(_ new: ArraySlice<UInt8>) -> (length: Int, isWhole: Bool) {
        let mark = Byte.pasteEnd
        var index = new.startIndex
        while index < new.endIndex {
            if new[index] == Byte.escape {
                let rest = new[index...].prefix(mark.count)
                if rest.elementsEqual(mark) { return (index - new.startIndex + mark.count, true) }
                if rest.count < mark.count, mark.starts(with: rest) { break }
            }
            if bytes.count < Self.longest { bytes.append(new[index]) }
            index += 1
        }
        return (index - new.startIndex, false)
    }

    /// The text as a line: a line break or a tab is a space, other control characters and what is no text are left out.
    var line: String {
        var line = String.UnicodeScalarView()
        var before: Unicode.Scalar?
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            let isSecondOfBreak = before == "\r" && scalar == "\n"
            before = scalar
            switch scalar.value {
            case 0x09, 0x0A, 0x0D, 0x2028, 0x2029: if !isSecondOfBreak { line.append(" ") }
            case ..<0x20, 0x7F..<0xA0, 0xFFFD: continue
            default: line.append(scalar)
            }
        }
        return String(line)
    }
}
