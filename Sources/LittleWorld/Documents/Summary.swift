import TinyLM

/// Three or four sentences, all but one about the same, and what they are about:
/// `story : the crow sings . … topic : crow`
public struct Summary: ExaminedKind {
    public let name = "summary"
    public let title = "stories, and what they are about"
    public let heldOut = "some topics are kept from standing beside some others"
    public let percentage = 8.0
    public let weight = 6.931
    public let abilities: [Ability] = [.summary]

    public init() {}

    public func write(into tokens: inout [Token], using random: inout RandomSource) {
        let subjects = subjects(isHeldOut: false, using: &random)
        writeStory(about: subjects, into: &tokens, using: &random)
        tokens.write(subjects.topic.nounToken)
        tokens.write(.end)
    }

    /// A story whose topic and other subject never meet in training's summaries in these parts.
    public func item(of ability: Ability, using random: inout RandomSource) -> ExaminationItem {
        let subjects = subjects(isHeldOut: true, using: &random)
        return ExaminationItem {
            writeStory(about: subjects, into: &$0, using: &random)
        } answer: {
            $0.write(subjects.topic.nounToken)
        }
    }

    static func isHeldOut(topic: Int, other: Int) -> Bool { HeldOut.summary.contains(topic, other) }

    /// The story and `topic :`. Its sentences are short and have no places, so that a noun before a verb is a subject;
    /// what is done to somebody is never done to the two, so that counting any mention finds the topic too.
    private func writeStory(
        about subjects: Subjects, into tokens: inout [Token], using random: inout RandomSource
    ) {
        tokens.write(.story, .colon)
        let count = 3 + random.below(2)
        let exception = random.below(count)
        for index in 0..<count {
            let noun = index == exception ? subjects.other : subjects.topic
            let subject = NounPhrase.drawn(
                noun: noun.noun, isPlural: noun.isPlural, adjectiveChance: 0.25, using: &random)
            let sentence = redrawn {
                Sentence(subject: subject, place: nil, objectChance: 0.4, adjectiveChance: 0.25, using: &random)
            } until: {
                $0.object?.noun != subjects.topic.noun && $0.object?.noun != subjects.other.noun
            }
            sentence.write(into: &tokens)
            tokens.write(.period)
        }
        tokens.write(.topic, .colon)
    }

    /// What most sentences of a story are about, and what one of them is about.
    private struct Subjects {
        let topic: NounPhrase
        let other: NounPhrase
    }

    // A value with names and not a pair: a pair that the condition takes apart was checked in debug builds only, with
    // the optimizer of Swift 6.3, and a text that depends on the build is no text to compare runs on.
    private func subjects(isHeldOut: Bool, using random: inout RandomSource) -> Subjects {
        redrawn {
            Subjects(topic: NounPhrase.drawn(using: &random), other: NounPhrase.drawn(using: &random))
        } until: { subjects in
            subjects.topic.noun != subjects.other.noun
                && Summary.isHeldOut(topic: subjects.topic.noun, other: subjects.other.noun) == isHeldOut
        }
    }
}
