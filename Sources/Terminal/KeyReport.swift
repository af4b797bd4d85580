import Cells

/// What is held down with a key, as xterm and kitty count it: the number that they send is one more than the sum.
struct KeyModifiers: OptionSet, Hashable, Sendable {
    let rawValue: Int

    static let shift = KeyModifiers(rawValue: 1)
    static let alt = KeyModifiers(rawValue: 2)
    static let control = KeyModifiers(rawValue: 4)
    /// Super, Hyper and Meta: with these a key belongs to the desktop and means nothing here.
    static let desktop = KeyModifiers(rawValue: 8 | 16 | 32)

    init(rawValue: Int) { self.rawValue = rawValue }

    /// The modifiers by the number in a sequence; 0, where it is left out, is none.
    init(parameter: Int) { rawValue = max(0, parameter - 1) }
}

/// Keys in the forms that name the character on them: `CSI code ; modifiers u`, which kitty's protocol extends, and
/// `CSI 27 ; modifiers ; code ~`, xterm's modifyOtherKeys.
enum KeyReport {
    /// - Parameters:
    ///   - code: The character that the key gives without modifiers, or kitty's number of a key that gives none.
    ///   - shifted: The character that it gives with Shift, where the terminal tells it.
    static func key(code: Int, shifted: Int? = nil, modifiers: KeyModifiers) -> Key? {
        if !modifiers.isDisjoint(with: .desktop) { return nil }
        if let functional = functional(code, modifiers) { return functional }
        guard let scalar = Unicode.Scalar(UInt32(clamping: code)), !isPrivate(code) else { return nil }
        let character = Character(scalar)
        switch modifiers.intersection([.alt, .control]) {
        case .control: return control(scalar)
        case .alt: return KeyText.key(of: scalar).flatMap { $0 == .character(character) ? .alt(character) : nil }
        case []:
            let isShifted = modifiers.contains(.shift)
            let given = isShifted ? shifted.flatMap { Unicode.Scalar(UInt32(clamping: $0)) } : scalar
            if let given { return KeyText.key(of: given) }
            return KeyText.key(of: character.uppercased().unicodeScalars.first ?? scalar)
        default: return nil
        }
    }

    /// Control with a character. What it has always stood for in a terminal it stands for in the new forms too.
    private static func control(_ scalar: Unicode.Scalar) -> Key? {
        switch scalar {
        case "[": return .escape
        case "i", "I": return .tab
        case "j", "J", "m", "M": return .enter
        case "h", "H": return .backspace
        case "!"..."~": return .control(scalar.properties.lowercaseMapping.first ?? Character(scalar))
        default: return nil
        }
    }

    /// Numbers of Unicode's private use, at which kitty puts the keys that give no character.
    private static func isPrivate(_ code: Int) -> Bool { (0xE000...0xF8FF).contains(code) }

    private static func functional(_ code: Int, _ modifiers: KeyModifiers) -> Key? {
        let isLarge = !modifiers.isDisjoint(with: [.shift, .control])
        switch code {
        case 9: return modifiers.contains(.shift) ? .backTab : .tab
        case 13, 57414: return .enter
        case 27: return .escape
        case 8, 127: return .backspace
        case 32: return modifiers.isDisjoint(with: [.alt, .control]) ? .space : nil
        case 57399...57408: return .character(Character("\(code - 57399)"))
        case 57409...57413, 57415, 57416:
            let pad: [Int: Character] = [
                57409: ".", 57410: "/", 57411: "*", 57412: "-", 57413: "+", 57415: "=", 57416: ",",
            ]
            return pad[code].map { .character($0) }
        case 57417: return isLarge ? .shiftLeft : .left
        case 57418: return isLarge ? .shiftRight : .right
        case 57419: return .up
        case 57420: return .down
        case 57421: return .pageUp
        case 57422: return .pageDown
        case 57423: return .home
        case 57424: return .end
        case 57426: return .delete
        default: return nil
        }
    }
}

/// Keys that come as characters.
enum KeyText {
    /// The key that a character outside a sequence stands for.
    static func key(of scalar: Unicode.Scalar) -> Key? {
        switch scalar.value {
        case 0x08, 0x7F: .backspace
        case 0x09: .tab
        case 0x0A, 0x0D: .enter
        case 0x20: .space
        case 0x01...0x1A: .control(Character(Unicode.Scalar(UInt8(scalar.value) + 0x60)))
        case 0x1C...0x1F: .control(Character(Unicode.Scalar(UInt8(scalar.value) + 0x40)))
        case 0x00...0x1F, 0x80..<0xA0: nil
        default: CellWidth.of(String(scalar)) > 0 ? .character(Character(scalar)) : nil
        }
    }
}
