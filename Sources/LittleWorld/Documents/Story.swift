import TinyLM

/// One to three sentences about animals and things.
public struct Story: ExaminedKind {
    public let name = "story"
    public let title = "stories of animals and things"
    public let heldOut = "some subjects are kept from some places"
    public let percentage = 10.0
    public let weight = 11.049
    public let abilities: [Ability] = [.agreement, .parse]

    public init() {}

    public func write(into tokens: inout [Token], using random: inout RandomSource) {
        for _ in 0...random.below(3) {
            Sentence.drawn(using: &random).write(into: &tokens)
            tokens.write(.period)
        }
        tokens.write(.end)
    }

    /// `the fox near the rivers` and the verb in both numbers: a subject, and another noun of the other number between
    /// it and its verb. Training has no sentence of any kind in which this subject is at this place.
    public func item(of ability: Ability, using random: inout RandomSource) -> ExaminationItem {
        let subject = NounPhrase.drawn(using: &random)
        let place = Sentence.place(of: subject.noun, isHeldOut: true, isPlural: !subject.isPlural, using: &random)
        let sentence = Sentence(subject: subject, place: place, objectChance: 0.6, using: &random)
        let right = Sentence.verbToken(sentence.verb, isPlural: subject.isPlural)
        let wrong = Sentence.verbToken(sentence.verb, isPlural: !subject.isPlural)
        func item(_ verb: Token) -> ExaminationItem {
            ExaminationItem {
                sentence.writeBeginning(into: &$0)
            } answer: {
                $0.write(verb)
            }
        }
        return ExaminationItem(question: item(right).question, rival: item(wrong).question)
    }

    /// How stories begin that are to be continued: an article that only stories begin with, and a noun.
    static func opening(using random: inout RandomSource) -> [Token] {
        var phrase = NounPhrase.drawn(adjectiveChance: 0, using: &random)
        let isNear = random.below(2) == 0
        phrase.determiner = phrase.isPlural ? (isNear ? .these : .some) : (isNear ? .this : .a)
        var tokens = [FunctionWord.end.token]
        phrase.write(into: &tokens)
        return tokens
    }
}
