import TinyLM

/// Three or four sentences, all but one about the same, and what they are about:
/// `story : the crow sings . … topic : crow`
public struct Summary: ExaminedKind {
    public let name = "summary"
    public let percentage = 8.0
    public let weight = 6.931
    public let abilities: [Ability] = [.summary]

    public init() {}

    public func write(into tokens: inout [Token], using random: inout RandomSource) {
        let (topic, other) = subjects(isHeldOut: false, using: &random)
        writeStory(about: topic, and: other, into: &tokens, using: &random)
        tokens.write(topic.nounToken)
        tokens.write(.end)
    }

    /// A story whose topic and other subject never meet in training's summaries in these parts.
    public func item(of ability: Ability, using random: inout RandomSource) -> ExaminationItem {
        let (topic, other) = subjects(isHeldOut: true, using: &random)
        return ExaminationItem {
            writeStory(about: topic, and: other, into: &$0, using: &random)
        } answer: {
            $0.write(topic.nounToken)
        }
    }

    static func isHeldOut(topic: Int, other: Int) -> Bool { HeldOut.summary.contains(topic, other) }

    /// The story and `topic :`. Its sentences are short and have no places, so that a noun before a verb is a subject;
    /// what is done to somebody is never done to the two, so that counting any mention finds the topic too.
    private func writeStory(
        about topic: NounPhrase, and other: NounPhrase, into tokens: inout [Token], using random: inout RandomSource
    ) {
        tokens.write(.story, .colon)
        let count = 3 + random.below(2)
        let exception = random.below(count)
        for index in 0..<count {
            let noun = index == exception ? other : topic
            let subject = NounPhrase.drawn(
                noun: noun.noun, isPlural: noun.isPlural, adjectiveChance: 0.25, using: &random)
            let sentence = redrawn {
                Sentence(subject: subject, place: nil, objectChance: 0.4, adjectiveChance: 0.25, using: &random)
            } until: {
                $0.object?.noun != topic.noun && $0.object?.noun != other.noun
            }
            sentence.write(into: &tokens)
            tokens.write(.period)
        }
        tokens.write(.topic, .colon)
    }

    /// What most sentences are about, and what one of them is about.
    private func subjects(isHeldOut: Bool, using random: inout RandomSource) -> (topic: NounPhrase, other: NounPhrase) {
        redrawn {
            (NounPhrase.drawn(using: &random), NounPhrase.drawn(using: &random))
        } until: {
            $0.noun != $1.noun && Summary.isHeldOut(topic: $0.noun, other: $1.noun) == isHeldOut
        }
    }
}
