import TinyLM

/// A question about a known person, and its answer: `Q : where does tolu live ? A : marn`
public struct QuestionAnswer: ExaminedKind {
    public let name = "question"
    public let title = "questions about people, and answers"
    public let heldOut = "a quarter of the questions are kept back"
    public let percentage = 8.0
    public let weight = 9.563
    public let abilities: [Ability] = [.question]

    public init() {}

    public func write(into tokens: inout [Token], using random: inout RandomSource) {
        let (relation, person) = content(isHeldOut: false, using: &random)
        relation.writeQuestion(of: Lexicon.little.known[person], into: &tokens)
        tokens.write(.upperA, .colon)
        tokens.write(Facts.little.value(of: relation, person: person))
        tokens.write(.end)
    }

    /// A question that training never asks; the fact itself is stated there.
    public func item(of ability: Ability, using random: inout RandomSource) -> ExaminationItem {
        let (relation, person) = content(isHeldOut: true, using: &random)
        return ExaminationItem {
            relation.writeQuestion(of: Lexicon.little.known[person], into: &$0)
            $0.write(.upperA, .colon)
        } answer: {
            $0.write(Facts.little.value(of: relation, person: person))
        }
    }

    /// Does training never ask this of this person, an index into the known people?
    static func isHeldOut(_ relation: Relation, person: Int) -> Bool {
        HeldOut.question.contains(relation.rawValue, person)
    }

    private func content(isHeldOut: Bool, using random: inout RandomSource) -> (Relation, Int) {
        redrawn {
            (Relation.drawn(using: &random), random.below(Lexicon.little.known.count))
        } until: {
            QuestionAnswer.isHeldOut($0, person: $1) == isHeldOut
        }
    }
}
