import Cells

/// What the terminal sent, decoded.
enum TerminalEvent: Hashable, Sendable {
    case key(Key)
    case pointer(Pointer)
    /// The answer to the question for the background's colour.
    case background(BackgroundColor)
    /// The answer to the question what the terminal is, which ends the wait for other answers.
    case attributes
}

/// Decodes the bytes that a terminal sends: UTF-8 text, key sequences, mouse reports, answers to questions.
///
/// What makes no sense is dropped as a whole, so that no part of it acts as a key; pasted text is dropped too. A
/// sequence may come in any number of pieces. Where one has begun and no more bytes come, the loop calls
/// ``settle()`` after ``patience``: a lone Escape is a key then.
struct InputDecoder: Sendable {
    /// What terminfo says the keys send.
    let keys: [[UInt8]: TerminfoKey]

    private(set) var pending: [UInt8] = []
    private var isPasting = false
    /// The rest of a sequence that grew too long is being dropped.
    private var isDiscarding = false

    /// Longer than any sequence that means something here.
    private static let longest = 512

    init(keys: [[UInt8]: TerminfoKey] = [:]) { self.keys = keys }

    /// How many milliseconds to wait for the rest of what has begun; nil where nothing has.
    var patience: Int? {
        if isPasting { return 1000 }
        if isDiscarding { return 100 }
        switch pending.count {
        case 0: return nil
        case 1: return 25
        default: return 100
        }
    }

    /// Takes bytes as they came.
    mutating func feed(_ bytes: some Sequence<UInt8>) -> [TerminalEvent] {
        pending.append(contentsOf: bytes)
        var events: [TerminalEvent] = []
        var position = 0
        while position < pending.count {
            let (length, event) = next(pending[position...])
            guard length > 0 else { break }
            position += length
            if let event { events.append(event) }
        }
        pending.removeFirst(position)
        return events
    }

    /// Ends the wait for the rest of a sequence.
    mutating func settle() -> [TerminalEvent] {
        isPasting = false
        isDiscarding = false
        let rest = pending
        pending = []
        guard rest.first == Byte.escape else { return [] }
        switch rest.count {
        case 1: return [.key(.escape)]
        case 2:
            // Escape and then a letter that also opens a sequence, such as `O`.
            let key = Self.key(of: Unicode.Scalar(rest[1]))
            return [.key(.escape)] + (key.map { [.key($0)] } ?? [])
        default: return []
        }
    }

    /// The first thing in the bytes and how many of them it takes; 0 where its end has not come yet.
    private mutating func next(_ bytes: ArraySlice<UInt8>) -> (length: Int, event: TerminalEvent?) {
        if isPasting { return skipPaste(bytes) }
        if isDiscarding { return discard(bytes) }
        guard let first = bytes.first else { return (0, nil) }
        if first != Byte.escape { return text(bytes) }
        guard let length = SequenceShape.length(bytes) else {
            isDiscarding = bytes.count > Self.longest
            return (isDiscarding ? bytes.count : 0, nil)
        }
        let sequence = Array(bytes.prefix(length))
        if let key = keys[sequence]?.key { return (length, .key(key)) }
        if sequence == Byte.pasteStart {
            isPasting = true
            return (length, nil)
        }
        if length == 1 {
            // The arrows of a VT52 have two bytes. Before anything else that opens no sequence Escape is a key.
            if let key = keys[Array(bytes.prefix(2))]?.key { return (2, .key(key)) }
            return (1, .key(.escape))
        }
        return (length, SequenceMeaning.of(sequence))
    }

    /// Drops pasted bytes up to the mark of their end, of which a part may still be to come.
    private mutating func skipPaste(_ bytes: ArraySlice<UInt8>) -> (length: Int, event: TerminalEvent?) {
        let mark = Byte.pasteEnd
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let rest = bytes[index...].prefix(mark.count)
            if rest.elementsEqual(mark) {
                isPasting = false
                return (index - bytes.startIndex + mark.count, nil)
            }
            if rest.count < mark.count, mark.starts(with: rest) { break }
            index += 1
        }
        return (index - bytes.startIndex, nil)
    }

    /// Drops bytes up to one that ends a string, or up to Escape, which begins something else.
    private mutating func discard(_ bytes: ArraySlice<UInt8>) -> (length: Int, event: TerminalEvent?) {
        guard let end = bytes.firstIndex(where: { $0 == Byte.bell || $0 == Byte.escape }) else {
            return (bytes.count, nil)
        }
        isDiscarding = false
        let rest = bytes[end...].prefix(2)
        let taken = rest.first == Byte.bell ? 1 : rest.last == UInt8(ascii: "\\") ? 2 : 0
        // Nothing taken at all would look like a sequence without its end.
        if end == bytes.startIndex, taken == 0 { return next(bytes) }
        return (end - bytes.startIndex + taken, nil)
    }

    /// One character of UTF-8, or a byte that is none.
    private func text(_ bytes: ArraySlice<UInt8>) -> (length: Int, event: TerminalEvent?) {
        let first = bytes[bytes.startIndex]
        let length: Int
        switch first {
        case ..<0x80: length = 1
        case 0xC2...0xDF: length = 2
        case 0xE0...0xEF: length = 3
        case 0xF0...0xF4: length = 4
        default: return (1, nil)
        }
        let character = bytes.prefix(length)
        let tail = character.dropFirst()
        if let wrong = tail.firstIndex(where: { $0 & 0xC0 != 0x80 }) { return (wrong - bytes.startIndex, nil) }
        guard character.count == length else { return (0, nil) }
        guard let text = String(validating: character, as: UTF8.self), let scalar = text.unicodeScalars.first else {
            return (length, nil)
        }
        return (length, Self.key(of: scalar).map { .key($0) })
    }

    /// The key that a character outside a sequence stands for.
    private static func key(of scalar: Unicode.Scalar) -> Key? {
        switch scalar.value {
        case 0x08, 0x7F: .backspace
        case 0x09: .tab
        case 0x0A, 0x0D: .enter
        case 0x20: .space
        default: CellWidth.of(String(scalar)) > 0 && !scalar.isControl ? .character(Character(scalar)) : nil
        }
    }
}

extension Unicode.Scalar {
    fileprivate var isControl: Bool { value < 0x20 || (0x7F..<0xA0).contains(value) }
}

/// Bytes with a meaning of their own.
enum Byte {
    static let escape: UInt8 = 0x1B
    static let bell: UInt8 = 0x07
    static let pasteStart = Array("\u{1B}[200~".utf8)
    static let pasteEnd = Array("\u{1B}[201~".utf8)
}
