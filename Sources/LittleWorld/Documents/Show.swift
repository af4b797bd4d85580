import TinyLM

/// Examples of one relation that is never named: `show : fox foxes ; mouse mice ; key keys`
public struct Show: ExaminedKind {
    /// What the second word of an example is to the first.
    public enum Kind: Int, CaseIterable, Sendable {
        case plural, vell, opposite, home, food, successor

        /// The number of different examples.
        public var count: Int {
            switch self {
            case .plural: Lexicon.little.nouns.count
            case .vell:
                Lexicon.little.vellNouns.count + Lexicon.little.vellAdjectives.count
                    + Lexicon.little.vellVerbs.count + Lexicon.little.vellPrepositions.count
            case .opposite: Lexicon.oppositeCount
            case .home, .food: Lexicon.little.known.count
            case .successor: Lexicon.little.digits.count - 1
            }
        }

        /// The two words of an example.
        func pair(_ index: Int) -> (Token, Token) {
            let words = Lexicon.little
            switch self {
            case .plural: return (words.nouns[index], words.pluralNouns[index])
            case .vell: return (english(index), words.vellNouns[index])
            case .opposite: return (words.adjectives[index], words.adjectives[index ^ 1])
            case .home: return (words.known[index], Facts.little.value(of: .home, person: index))
            case .food: return (words.known[index], Facts.little.value(of: .food, person: index))
            case .successor: return (words.digits[index], words.digits[index + 1])
            }
        }

        /// The English of the words of Vell, which stand in the order of nouns, adjectives, verbs, prepositions.
        private func english(_ index: Int) -> Token {
            var index = index
            for words in [Lexicon.little.nouns, Lexicon.little.adjectives, Lexicon.little.pluralVerbs] {
                if index < words.count { return words[index] }
                index -= words.count
            }
            return Lexicon.little.prepositions[index]
        }

        /// The last number has no meaning: with it, the hash takes a quarter of the short kinds too, not none or half.
        func isHeldOut(_ index: Int) -> Bool { HeldOut.show.contains(rawValue, index, 68) }
    }

    public let name = "show"
    public let title = "examples of a rule that is not named"
    public let heldOut = "a quarter of the pairs are kept back"
    public let percentage = 5.0
    public let weight = 5.51
    public let abilities: [Ability] = [.fewShotZero, .fewShotOne, .fewShotTwo, .fewShotFour]

    public init() {}

    public func write(into tokens: inout [Token], using random: inout RandomSource) {
        let kind = Kind.allCases[random.below(Kind.allCases.count)]
        writeExamples(3 + random.below(3), of: kind, into: &tokens, using: &random)
        tokens[tokens.count - 1] = FunctionWord.end.token
    }

    /// An item that training never shows, of any kind, after examples that it may show.
    public func item(of ability: Ability, using random: inout RandomSource) -> ExaminationItem {
        let examples =
            switch ability {
            case .fewShotZero: 0
            case .fewShotOne: 1
            case .fewShotTwo: 2
            default: 4
            }
        let kind = Kind.allCases[random.below(Kind.allCases.count)]
        return item(of: kind, examples: examples, using: &random)
    }

    /// An item of one kind after at most eight examples.
    public func item(of kind: Kind, examples: Int, using random: inout RandomSource) -> ExaminationItem {
        let asked = redrawn {
            random.below(kind.count)
        } until: {
            kind.isHeldOut($0)
        }
        let (first, second) = kind.pair(asked)
        return ExaminationItem {
            writeExamples(min(max(examples, 0), 8), of: kind, into: &$0, using: &random)
            $0.write(first)
        } answer: {
            $0.write(second)
        }
    }

    /// `show :` and different examples, each with a semicolon after it.
    private func writeExamples(
        _ count: Int, of kind: Kind, into tokens: inout [Token], using random: inout RandomSource
    ) {
        tokens.write(.show, .colon)
        var shown = ShortList()
        for _ in 0..<count {
            let index = redrawn {
                random.below(kind.count)
            } until: {
                !kind.isHeldOut($0) && !shown.contains(Token($0))
            }
            shown.append(Token(index))
            let (first, second) = kind.pair(index)
            tokens.write(first)
            tokens.write(second)
            tokens.write(.semicolon)
        }
    }
}
