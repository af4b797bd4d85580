import Evidence
import TinyLM

extension LittleWorld {
    /// What the world's own grammar and facts say of a text that was written after a prompt.
    ///
    /// A translation is right word for word; an answer, a fact, the topic of a story and the value of a game's key by
    /// their first word, as is what an example's rule, a program or a visit to the doctor asks for, an answer by what the
    /// prompt's own book says where it says something; written steps as far as they go; sentences where each of them up to
    /// its period is one of the grammar's. Nil where the prompt is none of these, or has a word that is none.
    public static func verdict(on text: String, after prompt: String) -> GeneratedText.Verdict? {
        guard let asked = try? Vocabulary.little.encode(prompt) else { return nil }
        // A token past the last word has no word, and makes any text wrong.
        let written = try? Vocabulary.little.encode(text)
        if let expected = Expectation(of: asked) {
            switch expected {
            case .whole(let tokens): return written == tokens ? .right : .wrong
            case .beginning(let tokens):
                // What is written may have been cut short.
                guard let written, !written.isEmpty else { return .wrong }
                return tokens.starts(with: written) ? .right : .wrong
            case .first(let token): return written?.first == token ? .right : .wrong
            }
        }
        guard asked.first.flatMap(FunctionWord.init(rawValue:))?.beginsPhrase ?? false else { return nil }
        return areSentences(asked + (written ?? [])) ? .sentence : .noSentence
    }

    /// What must follow a prompt, in words; nil where nothing says so.
    static func expectation(after prompt: String) -> String? {
        guard let asked = try? Vocabulary.little.encode(prompt), let expected = Expectation(of: asked) else {
            return nil
        }
        switch expected {
        case .whole(let tokens), .beginning(let tokens): return Vocabulary.little.decode(tokens)
        case .first(let token): return Vocabulary.little.word(of: token)
        }
    }

    /// Whether there is a whole sentence, and all that are whole are the grammar's.
    private static func areSentences(_ tokens: [Token]) -> Bool {
        var sentences = tokens.split(separator: FunctionWord.period.token, omittingEmptySubsequences: false)
        // What stands after the last period is not at its end.
        sentences.removeLast()
        return !sentences.isEmpty && sentences.allSatisfy { Grammar.parses($0) }
    }
}

extension FunctionWord {
    /// Whether a sentence of a story can begin with it.
    fileprivate var beginsPhrase: Bool { [.a, .this, .the, .these, .some].contains(self) }
}
