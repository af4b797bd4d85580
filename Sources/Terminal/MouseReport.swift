import Cells

/// What a mouse report says, in the SGR form (`ESC [ < b ; x ; y M` or `m`) or the old one (`ESC [ M` and three bytes).
struct MouseReport: Hashable, Sendable {
    /// The button and what is held: bits 0, 1 and 6 the button, 2 Shift, 3 Alt, 4 Control, 5 motion.
    var code: Int
    var isRelease: Bool
    var position: Position

    init?(sgr body: ArraySlice<UInt8>, final: UInt8) {
        guard final == UInt8(ascii: "M") || final == UInt8(ascii: "m") else { return nil }
        let parts = body.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
        guard parts.count == 3, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
        guard let code = SequenceMeaning.decimal(parts[0]), let column = SequenceMeaning.decimal(parts[1]),
            let row = SequenceMeaning.decimal(parts[2]), column > 0, row > 0
        else { return nil }
        self.code = code
        isRelease = final == UInt8(ascii: "m")
        position = Position(column: column - 1, row: row - 1)
    }

    /// Each byte is 32 more than its value, which is why the old form ends at column 223.
    init?(old bytes: [UInt8]) {
        guard bytes.count == 3, bytes[0] >= 32, bytes[1] > 32, bytes[2] > 32 else { return nil }
        code = Int(bytes[0]) - 32
        // The old form does not say which button was released.
        isRelease = code & 0b1110_0011 == 3
        if isRelease { code = 0 }
        position = Position(column: Int(bytes[1]) - 33, row: Int(bytes[2]) - 33)
    }

    /// The report as the program knows it; nil for other buttons than the left one and the wheel.
    var pointer: Pointer? {
        switch code & 0b1110_0011 {
        case 0: Pointer(isRelease ? .release : .press, at: position)
        case 32: Pointer(isRelease ? .release : .drag, at: position)
        case 64: isRelease ? nil : Pointer(.wheelUp, at: position)
        case 65: isRelease ? nil : Pointer(.wheelDown, at: position)
        default: nil
        }
    }
}
