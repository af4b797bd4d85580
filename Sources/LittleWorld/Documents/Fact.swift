import TinyLM

/// One to three facts of one person: `besk lives in quarry . the food of besk is rice .`
public struct Fact: ExaminedKind {
    public let name = "fact"
    public let title = "true facts about people"
    public let heldOut = "some facts are kept from standing after some others"
    public let percentage = 8.0
    public let weight = 9.938
    public let abilities: [Ability] = [.fact]

    public init() {}

    public func write(into tokens: inout [Token], using random: inout RandomSource) {
        let person = random.below(Lexicon.little.known.count)
        var relations = ShortList(countingTo: Relation.allCases.count)
        relations.shuffle(using: &random)
        let count = 1 + random.below(3)
        var previous: Relation?
        var written = 0
        for index in 0..<relations.count where written < count {
            guard let relation = Relation(rawValue: Int(relations[index])) else { continue }
            if let previous, isHeldOut(previous, relation, person: person) { continue }
            relation.writeStatement(
                of: Lexicon.little.known[person], value: Facts.little.value(of: relation, person: person),
                isLong: random.below(2) == 0, into: &tokens)
            previous = relation
            written += 1
        }
        tokens.write(.end)
    }

    /// Two facts of a person one after the other, the second to be completed. Each is stated in training, for else it
    /// could not be known, but never the second after the first.
    public func item(of ability: Ability, using random: inout RandomSource) -> ExaminationItem {
        let (person, first, second) = redrawn {
            (
                random.below(Lexicon.little.known.count), Relation.drawn(using: &random),
                Relation.drawn(using: &random)
            )
        } until: {
            $1 != $2 && isHeldOut($1, $2, person: $0)
        }
        let name = Lexicon.little.known[person]
        return ExaminationItem {
            first.writeStatement(
                of: name, value: Facts.little.value(of: first, person: person), isLong: random.below(2) == 0,
                into: &$0)
            second.writeStatementBeginning(of: name, isLong: random.below(2) == 0, into: &$0)
        } answer: {
            $0.write(Facts.little.value(of: second, person: person))
        }
    }

    private func isHeldOut(_ first: Relation, _ second: Relation, person: Int) -> Bool {
        HeldOut.fact.contains(person, first.rawValue, second.rawValue)
    }
}
