import TinyLM

/// A question whose answer is two facts away, half of the time with the steps written out:
/// `Q : where does the friend of besk live ? think : the friend of besk is suri . suri lives in marn . A : marn`
public struct Think: ExaminedKind {
    public let name = "think"
    public let title = "questions of two steps"
    public let heldOut = "a quarter is kept back"
    public let percentage = 4.0
    public let weight = 3.719
    public let abilities: [Ability] = [.twoHopsWritten, .twoHopsDirect]

    public init() {}

    public func write(into tokens: inout [Token], using random: inout RandomSource) {
        let chain = Chain(isHeldOut: false, using: &random)
        chain.writeQuestion(into: &tokens)
        if random.below(2) == 0 {
            tokens.write(.think, .colon)
            chain.writeSteps(into: &tokens)
        }
        tokens.write(.upperA, .colon)
        tokens.write(chain.answer)
        tokens.write(.end)
    }

    /// A question that training asks in neither way. Written: the answer is every step and the last word. Direct: the
    /// last word at once.
    public func item(of ability: Ability, using random: inout RandomSource) -> ExaminationItem {
        let chain = Chain(isHeldOut: true, using: &random)
        let isWritten = ability == .twoHopsWritten
        return ExaminationItem {
            chain.writeQuestion(into: &$0)
            if isWritten { $0.write(.think, .colon) } else { $0.write(.upperA, .colon) }
        } answer: {
            if isWritten {
                chain.writeSteps(into: &$0)
                $0.write(.upperA, .colon)
            }
            $0.write(chain.answer)
        }
    }

    /// The written steps from a person, an index into the known people, to what is true of the person's friend, and the
    /// answer.
    static func steps(to relation: Relation, ofFriendOf person: Int) -> [Token] {
        let chain = Chain(relation: relation, person: person)
        var tokens: [Token] = []
        chain.writeSteps(into: &tokens)
        tokens.write(.upperA, .colon)
        tokens.write(chain.answer)
        return tokens
    }

    static func isHeldOut(_ relation: Relation, person: Int) -> Bool {
        HeldOut.think.contains(relation.rawValue, person)
    }
}

/// A person, the person's friend, and what is asked of the friend: home, food or job.
private struct Chain {
    let relation: Relation
    let person, friend, answer: Token

    init(isHeldOut: Bool, using random: inout RandomSource) {
        let known = Lexicon.little.known
        let (relation, person) = redrawn {
            (Relation(rawValue: random.below(3)) ?? .home, random.below(known.count))
        } until: {
            Think.isHeldOut($0, person: $1) == isHeldOut
        }
        self.init(relation: relation, person: person)
    }

    /// - Parameter person: An index into the known people.
    init(relation: Relation, person: Int) {
        let known = Lexicon.little.known
        self.relation = relation
        self.person = known[person]
        friend = Facts.little.value(of: .friend, person: person)
        answer = Facts.little.value(of: relation, person: known.index(of: friend) ?? person)
    }

    func writeQuestion(into tokens: inout [Token]) {
        relation.writeQuestion(of: person, friend: true, into: &tokens)
    }

    func writeSteps(into tokens: inout [Token]) {
        Relation.friend.writeStatement(of: person, value: friend, isLong: true, into: &tokens)
        relation.writeStatement(of: friend, value: answer, isLong: false, into: &tokens)
    }
}
