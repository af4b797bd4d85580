import TinyLM

/// Reads the sentences of stories: the other direction of `Sentence`, written by itself so that each checks the other.
public enum Grammar {
    /// Is this one whole sentence of a story, without its period? Agreement of determiner, noun and verb included.
    public static func parses(_ tokens: some Collection<Token>) -> Bool { sentence(from: tokens) != nil }

    /// The sentence that the tokens are, or nil where they are none.
    static func sentence(from tokens: some Collection<Token>) -> Sentence? {
        var reader = SentenceReader(rest: Array(tokens)[...])
        guard let sentence = reader.sentence(), reader.rest.isEmpty else { return nil }
        return sentence
    }
}

/// A recursive descent without a step back: every word tells what it begins.
private struct SentenceReader {
    var rest: ArraySlice<Token>

    /// sentence = phrase [preposition phrase] verb [phrase], a phrase after the verb exactly where it is transitive.
    mutating func sentence() -> Sentence? {
        guard let subject = nounPhrase() else { return nil }
        var place: Sentence.Place?
        if let preposition = next(of: Lexicon.little.prepositions) {
            guard let phrase = nounPhrase() else { return nil }
            place = Sentence.Place(preposition: preposition, phrase: phrase)
        }
        let verbs = subject.isPlural ? Lexicon.little.pluralVerbs : Lexicon.little.singularVerbs
        guard let verb = next(of: verbs) else { return nil }
        guard verb < Lexicon.transitiveCount else {
            return Sentence(subject: subject, place: place, verb: verb, object: nil)
        }
        guard let object = nounPhrase() else { return nil }
        return Sentence(subject: subject, place: place, verb: verb, object: object)
    }

    /// phrase = determiner [adjective] noun, all of one number.
    mutating func nounPhrase() -> NounPhrase? {
        guard let first = rest.popFirst(), let determiner = FunctionWord(rawValue: first) else { return nil }
        let numbers: [Bool]
        switch determiner {
        case .a, .this: numbers = [false]
        case .these, .some: numbers = [true]
        case .the: numbers = [false, true]
        default: return nil
        }
        let adjective = next(of: Lexicon.little.adjectives)
        for isPlural in numbers {
            if let noun = next(of: isPlural ? Lexicon.little.pluralNouns : Lexicon.little.nouns) {
                return NounPhrase(determiner: determiner, adjective: adjective, noun: noun, isPlural: isPlural)
            }
        }
        return nil
    }

    /// Takes the next word if it is of a class, and gives its index there.
    private mutating func next(of words: WordClass) -> Int? {
        guard let token = rest.first, let index = words.index(of: token) else { return nil }
        rest.removeFirst()
        return index
    }
}
