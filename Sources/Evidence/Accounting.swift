/// The check that stands between a text and the screen: a word with a digit passes only where a record bears it.
public enum Accounting {
    /// What stands for a digit that nothing accounts for. It is seen at once, and no number can be read from it.
    public static let unaccounted: Character = "▯"

    /// Whether a text has a decimal digit of any script.
    public static func hasDigit(_ text: some StringProtocol) -> Bool {
        text.utf8.contains { (0x30...0x39).contains($0) }
            || text.unicodeScalars.contains { $0.value > 0x7F && $0.properties.numericType == .decimal }
    }

    /// Words of the program's own, which carry no digit: each one becomes ``unaccounted``.
    public static func words(_ text: String) -> String { checked(text) { _ in false } }

    /// A text in which each word with a digit must be borne by a record; the digits of all others become ``unaccounted``.
    static func checked(_ text: String, isBorne: (Substring) -> Bool) -> String {
        guard hasDigit(text) else { return text }
        var checked = ""
        var rest = text[...]
        while let first = rest.first {
            let isSpace = first.isWhitespace
            let word = rest.prefix { $0.isWhitespace == isSpace }
            rest = rest[word.endIndex...]
            if isSpace || !hasDigit(word) || isBorne(bare(word)) {
                checked += word
            } else {
                checked += String(word.map { hasDigit(String($0)) ? unaccounted : $0 })
            }
        }
        return checked
    }

    /// A word without the marks that a sentence puts around it.
    private static func bare(_ word: Substring) -> Substring {
        let marks: Set<Character> = ["(", ")", ",", ";", ":", ".", "“", "”", "?", "!", "±"]
        var word = word
        while let first = word.first, marks.contains(first) { word.removeFirst() }
        while let last = word.last, marks.contains(last) { word.removeLast() }
        return word
    }

    /// Whether a word stands in a text and no letter or digit touches it there.
    static func stands(_ word: Substring, in text: String) -> Bool {
        // Most fields of a record are empty, and a table asks for thousands of names.
        guard text.utf8.count >= word.utf8.count else { return false }
        var rest = text[...]
        while let range = rest.firstRange(of: word) {
            let before = range.lowerBound > text.startIndex ? text[text.index(before: range.lowerBound)] : " "
            let after = range.upperBound < text.endIndex ? text[range.upperBound] : " "
            if !isPart(before), !isPart(after) { return true }
            rest = rest[rest.index(after: range.lowerBound)...]
        }
        return false
    }

    private static func isPart(_ character: Character) -> Bool { character.isLetter || character.isNumber }
}

extension Figure {
    /// A name or a number of the figure's own record, such as its model, its task, its shots or its size; digits that
    /// the record does not bear become ``Accounting/unaccounted``.
    public func name(_ text: String) -> String {
        Accounting.checked(text) { word in subject.bears(word, unit) || source.bears(word) }
    }
}

extension Source {
    /// Words of the source's record; digits that it does not bear become ``Accounting/unaccounted``.
    public func words(_ text: String) -> String { Accounting.checked(text, isBorne: bears) }

    func bears(_ word: Substring) -> Bool {
        [short, authors, year, title, place, address, licence, caution].contains { Accounting.stands(word, in: $0) }
    }
}

extension Subject {
    fileprivate func bears(_ word: Substring, _ unit: Unit) -> Bool {
        let words = [
            model, family, task, metric, shots, method, dataset, year, step, seed, items, plain, note, bound,
            accelerator, unitName,
        ]
        if words.contains(where: { Accounting.stands(word, in: $0) }) { return true }
        let numbers = [parameters, tokensSeen, labelledExamples].compactMap { $0 }
        return numbers.contains { Number.short($0) == word || Number.grouped($0) == word }
            || chance.map { Number.onAxis($0, unit) == word } ?? false
    }
}
