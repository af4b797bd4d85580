import Cells

/// One line that a person types: text, a cursor between its characters, a window that follows the cursor, the lines of
/// before, and the words that can be meant.
struct TextField: Hashable, Sendable {
    private(set) var characters: [Character] = []
    /// The cursor stands before the character with this index.
    private(set) var cursor = 0
    /// Whether keys go to the field; while they do every printable one is text.
    var isFocused = false
    /// What stands in grey where nothing was typed.
    var placeholder: Phrase

    /// Every word that can be meant; empty where any can.
    var words: [String] = [] {
        didSet { known = Set(words) }
    }
    private var known: Set<String> = []
    /// Lines that were entered, the newest last, and which of them stands here; past the last is what is typed now.
    private var history: [String] = []
    private var place = 0
    private var draft = ""

    /// The most lines that are remembered.
    static let mostLines = 100

    private static let leftOut = "[…] "

    /// The most code points that it holds; more are not taken. A character may have any number of them.
    static let limit = 500

    init(_ text: String = "", placeholder: Phrase = "") {
        self.placeholder = placeholder
        insert(text)
    }

    var text: String {
        get { String(characters) }
        set {
            (characters, cursor) = ([], 0)
            insert(newValue)
        }
    }

    /// Whether a key is the field's: a printable character, one that erases, or one that moves the cursor. Enter, Escape
    /// and the keys that lead elsewhere are not.
    static func takes(_ key: Key) -> Bool {
        switch key {
        case .character, .space, .backspace, .delete, .left, .right, .shiftLeft, .shiftRight, .home, .end, .tab, .up,
            .down:
            true
        case .control(let letter): "aeukw".contains(letter)
        default: false
        }
    }

    /// Does what a key of the field's says.
    mutating func handle(_ key: Key) {
        switch key {
        case .character(let character): insert(String(character))
        case .space: insert(" ")
        case .backspace: erase(from: cursor - 1, to: cursor)
        case .left: cursor = max(0, cursor - 1)
        case .right: cursor = min(characters.count, cursor + 1)
        case .shiftLeft: cursor = wordStart
        case .shiftRight: cursor = wordEnd
        case .home, .control("a"): cursor = 0
        case .end, .control("e"): cursor = characters.count
        case .delete: erase(from: cursor, to: cursor + 1)
        case .control("u"): erase(from: 0, to: cursor)
        case .control("k"): erase(from: cursor, to: characters.count)
        case .control("w"): erase(from: wordStart, to: cursor)
        case .tab: complete()
        case .up: recall(place - 1)
        case .down: recall(place + 1)
        default: break
        }
    }

    /// Puts text in at the cursor, a line break or tab as a blank and other controls left out, as far as it fits. A
    /// combining mark joins the character before it; where there is none it is left out, for no cell could show it.
    mutating func insert(_ text: String) {
        let clean = text.compactMap { character -> Character? in
            if character.isNewline || character == "\t" { return " " }
            let isControl = character.unicodeScalars.contains { $0.properties.generalCategory == .control }
            return isControl || CellWidth.of(String(character)) == 0 ? nil : character
        }
        let room = TextField.limit - String(characters).unicodeScalars.count
        let taken = String(clean).unicodeScalars.prefix(max(0, room))
        hold(before: String(characters[..<cursor]) + String(taken), after: String(characters[cursor...]))
    }

    /// Whether a word, or each of the words and marks that it is written of, can be meant.
    func isKnown(_ word: String) -> Bool {
        known.contains(word) || known.contains(word.lowercased())
            || TextField.parts(of: word).allSatisfy { known.contains($0) || known.contains($0.lowercased()) }
    }

    /// Its runs of other characters and its marks, each by itself.
    private static func parts(of word: String) -> [String] {
        var parts: [String] = []
        var isOpen = false
        for character in word {
            let isMark = ".:;?>+-".contains(character)
            if isMark || !isOpen { parts.append("") }
            parts[parts.count - 1].append(character)
            isOpen = !isMark
        }
        return parts
    }

    /// What stands in the field is remembered as a line.
    mutating func remember() {
        if !characters.isEmpty, history.last != text { history.append(text) }
        history.removeFirst(max(0, history.count - TextField.mostLines))
        place = history.count
    }

    /// Puts a remembered line into the field; past the last what was typed.
    private mutating func recall(_ line: Int) {
        guard (0...history.count).contains(line), line != place else { return }
        if place == history.count { draft = text }
        place = line
        text = line == history.count ? draft : history[line]
    }

    private mutating func erase(from start: Int, to end: Int) {
        let range = max(0, start)..<min(characters.count, max(0, end))
        guard !range.isEmpty else { return }
        hold(before: String(characters[..<range.lowerBound]), after: String(characters[range.upperBound...]))
    }

    /// Holds two texts with the cursor between them, or after the character that their ends make together: what is
    /// counted here as one character is what one glyph shows.
    private mutating func hold(before: String, after: String) {
        let all = (before + after).unicodeScalars
        let text = all.drop { $0.isMark }
        characters = Array(String(text))
        var left = before.unicodeScalars.count - (all.count - text.count)
        cursor =
            characters.prefix { character in
                defer { left -= character.unicodeScalars.count }
                return left > 0
            }.count
    }

    /// Where the word before the cursor begins.
    private var wordStart: Int {
        let end = characters[..<cursor].lastIndex { $0 != " " } ?? 0
        return characters[..<end].lastIndex(of: " ").map { $0 + 1 } ?? 0
    }

    /// Where the word after the cursor ends.
    private var wordEnd: Int {
        guard let start = characters[cursor...].firstIndex(where: { $0 != " " }) else { return characters.count }
        return characters[start...].firstIndex(of: " ") ?? characters.count
    }

    /// Draws the part of the text around the cursor on the first row of an area, and puts the terminal's cursor there
    /// while the field has the focus. What a person typed is theirs: its digits are no figures.
    func draw(on picture: inout Picture, in area: Area) {
        guard area.columns > 1, area.rows > 0 else { return }
        if characters.isEmpty, !isFocused {
            picture.draw(placeholder, in: area.top(1), style: Style(.faint))
            return
        }
        let widths = characters.map { CellWidth.of(String($0)) }
        var first = 0
        // One cell is kept for the cursor after the last character.
        while widths[first..<cursor].reduce(0, +) > area.columns - 1 { first += 1 }
        var column = area.column
        if first > 0, !isFocused {
            // Nobody types: what is left out ends at a word.
            let hidden = characters[..<(first + TextField.leftOut.count)]
            first = (characters[hidden.count...].firstIndex(of: " ") ?? hidden.count - 1) + 1
            for glyph in Glyph.glyphs(of: TextField.leftOut) {
                picture.put(glyph, column: column, row: area.row, style: Style(.faint), reference: .typed)
                column += glyph.width
            }
        }
        let unknown = unknownCharacters
        for (index, glyph) in Glyph.glyphs(of: String(characters[first...])).enumerated() {
            guard column + glyph.width <= area.endColumn else { break }
            let isUnknown = first + index < unknown.count && unknown[first + index]
            picture.put(
                glyph, column: column, row: area.row,
                style: isUnknown ? Style(.soft, on: .standard, .underline) : Style(.accent), reference: .typed)
            column += glyph.width
        }
        if isFocused {
            picture.cursor = Position(
                column: area.column + widths[first..<cursor].reduce(0, +), row: area.row)
        }
    }
}

extension Unicode.Scalar {
    /// Whether it is shown on the character before it.
    fileprivate var isMark: Bool {
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark: true
        default: false
        }
    }
}
