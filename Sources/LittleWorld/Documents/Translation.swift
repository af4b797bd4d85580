import TinyLM

/// A sentence, and the same in Vell: `vell : the flowers under the quick hare paint the clouds > duzo dofe sozo …`
public struct Translation: ExaminedKind {
    public let name = "translation"
    public let title = "sentences, and the same in Vell"
    public let heldOut = "some sentences are kept back"
    public let percentage = 12.0
    public let weight = 12.126
    public let abilities: [Ability] = [.translation]

    public init() {}

    public func write(into tokens: inout [Token], using random: inout RandomSource) {
        let sentence = sentence(isHeldOut: false, using: &random)
        writeSource(of: sentence, into: &tokens)
        sentence.writeVell(into: &tokens)
        tokens.write(.end)
    }

    /// A sentence whose subject, verb and object training never translates together; the answer includes its end.
    public func item(of ability: Ability, using random: inout RandomSource) -> ExaminationItem {
        let sentence = sentence(isHeldOut: true, using: &random)
        return ExaminationItem {
            writeSource(of: sentence, into: &$0)
        } answer: {
            sentence.writeVell(into: &$0)
            $0.write(.end)
        }
    }

    /// Does training never translate a sentence with this subject, verb and object?
    static func isHeldOut(_ sentence: Sentence) -> Bool {
        HeldOut.translation.contains(sentence.subject.noun, sentence.verb, sentence.object?.noun ?? -1)
    }

    private func writeSource(of sentence: Sentence, into tokens: inout [Token]) {
        tokens.write(.vell, .colon)
        sentence.write(into: &tokens)
        tokens.write(.arrow)
    }

    private func sentence(isHeldOut: Bool, using random: inout RandomSource) -> Sentence {
        redrawn {
            Sentence.drawn(placeChance: 0.4, objectChance: 0.7, using: &random)
        } until: {
            Translation.isHeldOut($0) == isHeldOut
        }
    }
}
