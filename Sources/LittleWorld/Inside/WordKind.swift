import TinyLM

/// The kinds of words that a map of the words tells apart.
enum WordKind: Int, CaseIterable, Sendable {
    case people, things, places, foods, verbs, vell, symptoms

    /// What it is, in plain words.
    var name: String {
        switch self {
        case .people: "people"
        case .things: "animals and things"
        case .places: "places"
        case .foods: "foods"
        case .verbs: "verbs"
        case .vell: "Vell"
        case .symptoms: "symptoms"
        }
    }

    /// The classes of words that are of this kind.
    var classes: [WordClass] {
        let words = Lexicon.little
        return switch self {
        case .people: [words.people]
        case .things: [words.nouns, words.pluralNouns]
        case .places: [words.places]
        case .foods: [words.foods]
        case .verbs: [words.singularVerbs, words.pluralVerbs]
        case .vell:
            [
                words.vellNouns, words.vellAdjectives, words.vellVerbs, words.vellPrepositions,
                WordClass(first: words.vellPlural, count: 1),
            ]
        case .symptoms: [words.symptoms]
        }
    }

    /// The kind of a word; nil where it is of none.
    static func of(_ token: Token) -> WordKind? {
        allCases.first { $0.classes.contains { $0.contains(token) } }
    }
}

extension LittleWorld {
    /// The words that stand in the text, in their order. The others have numbers too, but nothing is ever learned of
    /// them but that they do not come, which drives them far from everything.
    static let wordsOfText: [Token] = {
        let text = LittleWorldText(seed: 1)
        let read = Set((0..<rowsThatHoldEveryWord).flatMap { text.row(at: $0, length: 65).tokens })
        return (0..<Token(Vocabulary.little.count)).filter(read.contains)
    }()

    /// In so many rows each word that ever comes has come a dozen times and more.
    private static let rowsThatHoldEveryWord = 4000
}
