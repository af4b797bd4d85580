import TinyLM

extension Ability {
    /// An item and its right answer in a few words, by the world's own facts; empty where none is short enough.
    public var example: String {
        switch self {
        case .agreement: "a fox near the keys sings"
        case .fact: "tolu lives in ▸ \(Ability.home(of: "tolu"))"
        case .question: "tolu's home? ▸ \(Ability.home(of: "tolu"))"
        case .translation: Ability.translation(of: "the fox sleeps")
        case .summary: "a story ▸ its topic"
        case .inContextNovel: "key rice … key ▸ rice"
        case .twoHopsWritten: "friend's home ▸ \(Ability.home(of: Ability.friend(of: "tolu")))"
        case .codeOperation: "a program ▸ its output"
        default: ""
        }
    }

    private static func home(of person: String) -> String { value(of: .home, person) }
    private static func friend(of person: String) -> String { value(of: .friend, person) }

    private static func value(of relation: Relation, _ person: String) -> String {
        guard let token = Vocabulary.little.token(of: person), let index = Lexicon.little.known.index(of: token) else {
            return "…"
        }
        return Vocabulary.little.word(of: Facts.little.value(of: relation, person: index)) ?? "…"
    }

    private static func translation(of text: String) -> String {
        guard let tokens = try? Vocabulary.little.encode(text), let sentence = Grammar.sentence(from: tokens) else {
            return text
        }
        var vell: [Token] = []
        sentence.writeVell(into: &vell)
        return "fox sleeps ▸ " + Vocabulary.little.decode(vell)
    }
}
