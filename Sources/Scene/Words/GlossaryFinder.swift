import Evidence

/// Finds the words of the glossary in a row of words.
struct GlossaryFinder: Sendable {
    /// A word of a text, in small letters, and whether one blank alone parts it from the next.
    struct Word: Sendable {
        var text: String
        var isFollowed = false
    }

    /// Where an entry stands among words.
    struct Use: Sendable {
        let entry: Glossary.Entry
        let words: Range<Int>
    }

    static let carried = GlossaryFinder(.carried)

    /// The forms that begin with a word, the longest first.
    private var forms: [String: [(words: [String], entry: Glossary.Entry)]] = [:]

    init(_ glossary: Glossary) {
        for entry in glossary.entries {
            for form in [entry.word] + entry.forms {
                let words = form.lowercased().split(separator: " ").map(String.init)
                guard let first = words.first else { continue }
                forms[first, default: []].append((words, entry))
            }
        }
        for first in forms.keys { forms[first]?.sort { $0.words.count > $1.words.count } }
    }

    /// The entries that stand among the words, from left to right; none overlaps another.
    func uses(in words: [Word]) -> [Use] {
        var found: [Use] = []
        var index = 0
        while index < words.count {
            let form = forms[words[index].text]?.first { form in
                index + form.words.count <= words.count
                    && form.words.indices.allSatisfy { offset in
                        words[index + offset].text == form.words[offset]
                            && (offset == form.words.count - 1 || words[index + offset].isFollowed)
                    }
            }
            if let form { found.append(Use(entry: form.entry, words: index..<index + form.words.count)) }
            index += form?.words.count ?? 1
        }
        return found
    }

    /// The entries that stand in a text, in the order of their first use.
    func entries(in text: String) -> [Glossary.Entry] {
        var seen: Set<Glossary.Entry> = []
        return text.split(separator: "\n").flatMap { line in uses(in: Self.words(of: line)).map(\.entry) }
            .filter { seen.insert($0).inserted }
    }

    private static func words(of line: Substring) -> [Word] {
        var words: [Word] = []
        var rest = line
        while let start = rest.firstIndex(where: isPart) {
            rest = rest[start...]
            let word = rest.prefix(while: isPart)
            rest = rest[word.endIndex...]
            words.append(
                Word(
                    text: word.lowercased(), isFollowed: rest.first == " " && rest.dropFirst().first.map(isPart) == true
                ))
        }
        return words
    }

    /// Whether a character is a part of a word; a hyphen joins two into one.
    private static func isPart(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || character == "-"
    }

    /// The same of a scalar.
    static func isPart(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D: true
        // No words: punctuation, arrows, lines, bars and dots of which pictures are made.
        case ..<0x80, 0x2000..<0x3000: false
        default: scalar.properties.isAlphabetic
        }
    }
}
