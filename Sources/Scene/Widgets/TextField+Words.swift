/// What a field knows of words and of lines.
extension TextField {
    /// The word that the cursor stands in or behind, up to the cursor; empty where there is none.
    private var beginning: String { String(characters[..<cursor].reversed().prefix { $0 != " " }.reversed()) }

    /// Words that begin as the one at the cursor does, and are longer; none where nothing of it is typed.
    var completions: [String] {
        let beginning = beginning
        return beginning.isEmpty ? [] : words.filter { $0.hasPrefix(beginning) && $0 != beginning }.sorted()
    }

    /// Goes on with the word at the cursor as far as all words that begin so agree, and with a blank where there is one
    /// alone.
    mutating func complete() {
        let completions = completions
        guard let first = completions.first else { return }
        let beginning = beginning
        let agreed = completions.dropFirst().reduce(first) { $0.commonPrefix(with: $1) }
        let isWhole = completions.count == 1 && !words.contains(beginning)
        insert(String(agreed.dropFirst(beginning.count)) + (isWhole ? " " : ""))
    }

    /// Words that cannot be meant, in their order, each once. The one that is being typed is none of them as long as it may
    /// become one.
    var unknownWords: [String] {
        guard !words.isEmpty else { return [] }
        var found: [String] = []
        for word in text.split(separator: " ").map(String.init) where !isKnown(word) && !found.contains(word) {
            if word == beginning, isFocused, words.contains(where: { $0.hasPrefix(word) }) { continue }
            found.append(word)
        }
        return found
    }

    /// Whether each character is one of a word that cannot be meant.
    var unknownCharacters: [Bool] {
        let unknown = Set(unknownWords)
        return characters.split(separator: " ", omittingEmptySubsequences: false).map { word in
            Array(repeating: unknown.contains(String(word)), count: word.count)
        }.joined(separator: [false]).map { $0 }
    }
}

extension String {
    fileprivate func commonPrefix(with other: String) -> String {
        String(zip(self, other).prefix { $0 == $1 }.map(\.0))
    }
}
