import Cells

/// What the terminal sent, decoded.
enum TerminalEvent: Hashable, Sendable {
    case key(Key)
    case pointer(Pointer)
    case paste(String)
    /// The answer to the question for the background's colour.
    case background(BackgroundColor)
    /// The answer to the question where the cursor stands.
    case cursor(Position)
    /// The answer to the question what the terminal is, which ends the wait for other answers.
    case attributes
}

/// Decodes the bytes that a terminal sends: UTF-8 text, key sequences, mouse reports, pastes, answers to questions.
///
/// What makes no sense is dropped as a whole, so that no part of it acts as a key. A sequence may come in any number
/// of pieces. Where one has begun and no more bytes come, the loop calls ``settle()`` after ``patience``: a lone Escape
/// is a key then.
struct InputDecoder: Sendable {
    /// What terminfo says the keys send.
    let keys: [[UInt8]: TerminfoKey]

    private(set) var pending: [UInt8] = []
    /// What was pasted so far, while a paste is under way.
    private var paste: PastedText?
    /// The rest of a sequence that grew too long is being dropped.
    private var isDiscarding = false
    /// An Escape was taken as a key, and what comes next may still turn out to be the rest of its sequence.
    private var mayHaveRest = false
    /// The Escape that the pending bytes begin with has already been a key.
    private var isEscapeSpent = false

    /// Longer than any sequence that means something here.
    private static let longest = 512

    init(keys: [[UInt8]: TerminfoKey] = [:]) { self.keys = keys }

    /// How many milliseconds to wait for the rest of what has begun; nil where nothing has.
    ///
    /// Nobody types the beginning of a sequence, so its rest may take as long as a bad link takes. Only a lone Escape
    /// is a key that somebody waits for, or presses another key after.
    var patience: Int? {
        if paste != nil { return 10_000 }
        if isDiscarding { return 5000 }
        switch pending.count {
        case 0: return mayHaveRest ? 1000 : nil
        case 1: return pending[0] == Byte.escape ? 60 : 1000
        case 2 where isEscapeSpent: return 100
        default: return 5000
        }
    }

    /// Takes bytes as they came.
    mutating func feed(_ bytes: some Sequence<UInt8>) -> [TerminalEvent] {
        let isRestExpected = mayHaveRest
        let isFirst = pending.isEmpty
        pending.append(contentsOf: bytes)
        guard !pending.isEmpty else { return [] }
        mayHaveRest = false
        if isRestExpected, isFirst, SequenceShape.mayBeRest(pending[...]) {
            pending.insert(Byte.escape, at: 0)
            isEscapeSpent = true
        }
        var events: [TerminalEvent] = []
        var position = 0
        while position < pending.count {
            let (length, event) = next(pending[position...])
            guard length > 0 else { break }
            position += length
            isEscapeSpent = false
            if let event { events.append(event) }
        }
        pending.removeFirst(position)
        return events
    }

    /// Ends the wait for the rest of a sequence.
    mutating func settle() -> [TerminalEvent] {
        let wasSpent = isEscapeSpent
        let rest = pending
        pending = []
        let wasPlain = paste == nil && !isDiscarding
        paste = nil
        isDiscarding = false
        isEscapeSpent = false
        mayHaveRest = false
        guard wasPlain, rest.first == Byte.escape else { return [] }
        switch rest.count {
        case 1:
            mayHaveRest = true
            return [.key(.escape)]
        case 2:
            // A letter that also opens a sequence, such as `O`: a key of its own, or one with Alt.
            let scalar = Unicode.Scalar(rest[1])
            let key = wasSpent ? KeyText.key(of: scalar) : Self.alt(scalar)
            return key.map { [.key($0)] } ?? []
        default: return []
        }
    }

    /// The first thing in the bytes and how many of them it takes; 0 where its end has not come yet.
    private mutating func next(_ bytes: ArraySlice<UInt8>) -> (length: Int, event: TerminalEvent?) {
        if paste != nil { return takePaste(bytes) }
        if isDiscarding { return discard(bytes) }
        guard let first = bytes.first else { return (0, nil) }
        if first != Byte.escape {
            let (length, scalar) = Self.character(bytes)
            return (length, scalar.flatMap(KeyText.key).map { .key($0) })
        }
        guard let length = SequenceShape.length(bytes) else {
            isDiscarding = bytes.count > Self.longest
            return (isDiscarding ? bytes.count : 0, nil)
        }
        let sequence = Array(bytes.prefix(length))
        if let key = keys[sequence]?.key { return (length, .key(key)) }
        if sequence == Byte.pasteStart {
            paste = PastedText()
            return (length, nil)
        }
        return length == 1 ? prefixed(bytes) : (length, SequenceMeaning.of(sequence))
    }

    /// Escape before something that it opens no sequence with.
    private func prefixed(_ bytes: ArraySlice<UInt8>) -> (length: Int, event: TerminalEvent?) {
        // The arrows of a VT52 have two bytes.
        if let key = keys[Array(bytes.prefix(2))]?.key { return (2, .key(key)) }
        let rest = bytes.dropFirst()
        if rest.first == Byte.escape { return (1, .key(.escape)) }
        let (length, scalar) = Self.character(rest)
        guard length > 0 else { return (0, nil) }
        return (1 + length, scalar.flatMap(Self.alt).map { .key($0) })
    }

    /// Alt with a character; with anything else it means nothing here.
    private static func alt(_ scalar: Unicode.Scalar) -> Key? {
        guard case .character(let character) = KeyText.key(of: scalar) else { return nil }
        return .alt(character)
    }

    /// Takes pasted bytes up to the mark of their end.
    private mutating func takePaste(_ bytes: ArraySlice<UInt8>) -> (length: Int, event: TerminalEvent?) {
        guard let (length, isWhole) = paste?.take(bytes) else { return (0, nil) }
        guard isWhole else { return (length, nil) }
        let line = paste?.line ?? ""
        paste = nil
        return (length, line.isEmpty ? nil : .paste(line))
    }

    /// Drops bytes up to one that ends a string, or up to Escape, which begins something else.
    private mutating func discard(_ bytes: ArraySlice<UInt8>) -> (length: Int, event: TerminalEvent?) {
        guard let end = bytes.firstIndex(where: { $0 == Byte.bell || $0 == Byte.escape }) else {
            return (bytes.count, nil)
        }
        let rest = bytes[end...].prefix(2)
        // The end of a string has two bytes, of which the second may still be to come.
        if rest.count == 1, rest.first == Byte.escape { return (end - bytes.startIndex, nil) }
        isDiscarding = false
        let taken = rest.first == Byte.bell ? 1 : rest.last == UInt8(ascii: "\\") ? 2 : 0
        // Nothing taken at all would look like a sequence without its end.
        if end == bytes.startIndex, taken == 0 { return next(bytes) }
        return (end - bytes.startIndex + taken, nil)
    }

    /// One character of UTF-8, nil where the bytes are none; a length of 0 says that its end has not come yet.
    private static func character(_ bytes: ArraySlice<UInt8>) -> (length: Int, scalar: Unicode.Scalar?) {
        guard let first = bytes.first else { return (0, nil) }
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
        return (length, String(validating: character, as: UTF8.self)?.unicodeScalars.first)
    }
}

/// Bytes with a meaning of their own.
enum Byte {
    static let escape: UInt8 = 0x1B
    static let bell: UInt8 = 0x07
    static let pasteStart = Array("\u{1B}[200~".utf8)
    static let pasteEnd = Array("\u{1B}[201~".utf8)
}
