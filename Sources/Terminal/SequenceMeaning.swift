import Cells

/// What a whole escape sequence means, in the dialects of xterm, rxvt, the VT series and the Linux console.
enum SequenceMeaning {
    /// Nil for what means nothing here.
    static func of(_ sequence: [UInt8]) -> TerminalEvent? {
        guard sequence.count > 2, let final = sequence.last else { return nil }
        let body = sequence[2..<(sequence.count - 1)]
        switch sequence[1] {
        case UInt8(ascii: "O"): return shifted(final, KeyModifiers(parameter: body.first.map { Int($0) - 0x30 } ?? 0))
        case UInt8(ascii: "]"): return answer(sequence)
        case UInt8(ascii: "["): return control(body, final: final, sequence: sequence)
        default: return nil
        }
    }

    private static func control(_ body: ArraySlice<UInt8>, final: UInt8, sequence: [UInt8]) -> TerminalEvent? {
        switch body.first {
        case UInt8(ascii: "<"): return MouseReport(sgr: body.dropFirst(), final: final)?.pointer.map { .pointer($0) }
        case UInt8(ascii: "?"): return final == UInt8(ascii: "c") ? .attributes : nil
        case UInt8(ascii: "M"): return MouseReport(old: Array(sequence.suffix(3)))?.pointer.map { .pointer($0) }
        case UInt8(ascii: "["): return nil
        default: break
        }
        guard let parameters = parameters(body), !isRelease(parameters) else { return nil }
        if final == UInt8(ascii: "R") { return cursor(parameters) }
        return key(final, parameters).map { .key($0) }
    }

    /// The cursor's place, row and column from 1. F3 with a modifier looks the same, but means nothing here.
    private static func cursor(_ parameters: [[Int]]) -> TerminalEvent? {
        guard parameters.count == 2, let row = parameters[0].first, let column = parameters[1].first, row > 0,
            column > 0
        else { return nil }
        return .cursor(Position(column: column - 1, row: row - 1))
    }

    private static func key(_ final: UInt8, _ parameters: [[Int]]) -> Key? {
        let numbers = parameters.map { $0.first ?? 0 }
        let first = numbers.first ?? 0
        let modifiers = KeyModifiers(parameter: numbers.count > 1 ? numbers[1] : 0)
        switch final {
        case UInt8(ascii: "~") where first == 27 && numbers.count == 3:
            return KeyReport.key(code: numbers[2], modifiers: modifiers)
        case UInt8(ascii: "~"): return tilde(first)
        case UInt8(ascii: "u"):
            let shifted = (parameters.first?.count ?? 0) > 1 ? parameters[0][1] : 0
            return KeyReport.key(code: first, shifted: shifted > 0 ? shifted : nil, modifiers: modifiers)
        default: return arrow(final, modifiers)
        }
    }

    /// Whether a report of kitty's protocol tells that a key was let go: `CSI 1 ; modifiers : 3 A`.
    private static func isRelease(_ parameters: [[Int]]) -> Bool {
        parameters.count > 1 && parameters[1].count > 1 && parameters[1][1] == 3
    }

    /// Decimal numbers between semicolons, each with its parts between colons; nil where there is anything else.
    private static func parameters(_ body: ArraySlice<UInt8>) -> [[Int]]? {
        var numbers: [[Int]] = []
        for part in body.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false) {
            let parts = part.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).map(decimal)
            let known = parts.compactMap(\.self)
            guard known.count == parts.count else { return nil }
            numbers.append(known)
        }
        return numbers
    }

    /// Up to seven digits, as many as Unicode has; an empty one is 0.
    static func decimal(_ digits: ArraySlice<UInt8>) -> Int? {
        guard digits.count <= 7 else { return nil }
        var value = 0
        for digit in digits {
            guard (0x30...0x39).contains(digit) else { return nil }
            value = value * 10 + Int(digit - 0x30)
        }
        return value
    }

    private static func tilde(_ number: Int) -> Key? {
        switch number {
        case 1, 7: .home
        case 3: .delete
        case 4, 8: .end
        case 5: .pageUp
        case 6: .pageDown
        default: nil
        }
    }

    /// Keys with a letter.
    private static func arrow(_ final: UInt8, _ modifiers: KeyModifiers) -> Key? {
        // Control is taken as Shift: in most programs it makes an arrow go further, as Shift does here.
        let isLarge = !modifiers.isDisjoint(with: [.shift, .control])
        switch final {
        case UInt8(ascii: "A"): return .up
        case UInt8(ascii: "B"): return .down
        case UInt8(ascii: "C"): return isLarge ? .shiftRight : .right
        case UInt8(ascii: "D"): return isLarge ? .shiftLeft : .left
        case UInt8(ascii: "H"): return .home
        case UInt8(ascii: "F"): return .end
        case UInt8(ascii: "Z"): return .backTab
        // rxvt with Shift.
        case UInt8(ascii: "a"): return .up
        case UInt8(ascii: "b"): return .down
        case UInt8(ascii: "c"): return .shiftRight
        case UInt8(ascii: "d"): return .shiftLeft
        default: return nil
        }
    }

    /// Sequences that begin with `ESC O`: arrows in application mode, rxvt with Control, the numeric pad.
    private static func shifted(_ final: UInt8, _ modifiers: KeyModifiers) -> TerminalEvent? {
        let pad: [UInt8: Character] = [
            UInt8(ascii: "j"): "*", UInt8(ascii: "k"): "+", UInt8(ascii: "l"): ",", UInt8(ascii: "m"): "-",
            UInt8(ascii: "n"): ".", UInt8(ascii: "o"): "/", UInt8(ascii: "X"): "=",
        ]
        switch final {
        case UInt8(ascii: "M"): return .key(.enter)
        case UInt8(ascii: "I"): return .key(.tab)
        case UInt8(ascii: "p")...UInt8(ascii: "y"):
            return .key(.character(Character(Unicode.Scalar(final - UInt8(ascii: "p") + UInt8(ascii: "0")))))
        default:
            if let character = pad[final] { return .key(.character(character)) }
            return arrow(final, modifiers).map { .key($0) }
        }
    }

    /// `ESC ] 11 ; colour` and BEL or `ESC \`: the background.
    private static func answer(_ sequence: [UInt8]) -> TerminalEvent? {
        let start = Array("11;".utf8)
        var body = sequence.dropFirst(2)
        guard body.starts(with: start) else { return nil }
        body = body.dropFirst(start.count)
        while let last = body.last, last == Byte.bell || last == Byte.escape || last == UInt8(ascii: "\\") {
            body = body.dropLast()
        }
        return BackgroundColor(String(decoding: body, as: UTF8.self)).map { .background($0) }
    }
}

extension TerminfoKey {
    /// The key as the program knows it.
    var key: Key {
        switch self {
        case .kcuu1, .kri: .up
        case .kcud1, .kind: .down
        case .kcub1: .left
        case .kcuf1: .right
        case .kLFT: .shiftLeft
        case .kRIT: .shiftRight
        case .khome, .kHOM: .home
        case .kend, .kEND: .end
        case .kpp: .pageUp
        case .knp: .pageDown
        case .kcbt: .backTab
        case .kbs: .backspace
        case .kent: .enter
        case .kdch1: .delete
        }
    }
}
