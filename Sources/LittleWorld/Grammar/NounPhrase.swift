import TinyLM

/// A determiner, perhaps an adjective, and a noun: `these quick hares`.
struct NounPhrase: Equatable {
    var determiner: FunctionWord
    /// An index into the adjectives.
    var adjective: Int?
    /// An index into the nouns, of either number.
    var noun: Int
    var isPlural: Bool

    /// The determiners of each number.
    static func determiner(isPlural: Bool, using random: inout RandomSource) -> FunctionWord {
        switch random.below(3) {
        case 0: .the
        case 1: isPlural ? .these : .this
        default: isPlural ? .some : .a
        }
    }

    /// A phrase about some noun, or about any.
    static func drawn(
        noun: Int? = nil, isPlural: Bool? = nil, adjectiveChance: Double = 0.5, using random: inout RandomSource
    ) -> NounPhrase {
        let isPlural = isPlural ?? (random.below(2) == 0)
        let words = Lexicon.little
        return NounPhrase(
            determiner: determiner(isPlural: isPlural, using: &random),
            adjective: random.unit() < adjectiveChance ? random.below(words.adjectives.count) : nil,
            noun: noun ?? random.below(words.nouns.count), isPlural: isPlural)
    }

    /// The noun in its number.
    var nounToken: Token { isPlural ? Lexicon.little.pluralNouns[noun] : Lexicon.little.nouns[noun] }

    func write(into tokens: inout [Token]) {
        tokens.write(determiner)
        if let adjective { tokens.write(Lexicon.little.adjectives[adjective]) }
        tokens.write(nounToken)
    }

    /// In Vell the noun comes first, then its adjective, then the sign of more than one; there are no articles.
    func writeVell(into tokens: inout [Token]) {
        tokens.write(Lexicon.little.vellNouns[noun])
        if let adjective { tokens.write(Lexicon.little.vellAdjectives[adjective]) }
        if isPlural { tokens.write(Lexicon.little.vellPlural) }
    }
}
