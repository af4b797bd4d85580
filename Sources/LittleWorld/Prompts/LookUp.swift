import Evidence
import TinyLM

extension LittleWorld {
    /// What can be looked up for a prompt that ends in a question about a person, each put in front of the question: a
    /// sentence that answers it; of a known person also one that says something else than training did; and two
    /// sentences, of which the other is about somebody else. Empty where the prompt asks for nothing of the kind.
    ///
    /// Of somebody training tells nothing of, any place or thing will do: what the book says is what is right.
    public static func lookedUp(for prompt: String) -> [LookedUp] {
        guard let tokens = try? Vocabulary.little.encode(prompt), let asked = PersonQuestion(endOf: tokens) else {
            return []
        }
        let truth = asked.truth
        let value = truth ?? asked.otherValue
        let other = LookedUpFact(person: asked.otherPerson, value: asked.value(after: value))
        var found = [asked.lookedUp(.answer, [LookedUpFact(person: asked.person, value: value)])]
        if truth != nil {
            found.append(asked.lookedUp(.change, [LookedUpFact(person: asked.person, value: asked.otherValue)]))
        }
        found.append(asked.lookedUp(.crowd, [LookedUpFact(person: asked.person, value: value), other]))
        return found
    }
}

/// What a looked-up sentence says.
private struct LookedUpFact {
    let person: Token
    let value: Token
}

/// A question about a person, with which a text ends: `Q : where does tolu live ? A :`
private struct PersonQuestion {
    let relation: Relation
    let person: Token
    /// From `Q` to `A :`.
    let tokens: [Token]

    /// Nil where the text ends otherwise.
    init?(endOf text: [Token]) {
        for relation in Relation.allCases {
            for person in Lexicon.little.people.range where text.contains(person) {
                var question: [Token] = []
                relation.writeQuestion(of: person, into: &question)
                question.write(.upperA, .colon)
                guard text.suffix(question.count).elementsEqual(question) else { continue }
                (self.relation, self.person, tokens) = (relation, person, question)
                return
            }
        }
        return nil
    }

    var truth: Token? {
        Lexicon.little.known.index(of: person).map { Facts.little.value(of: relation, person: $0) }
    }

    /// A value that is not the true one: the same for the same question.
    var otherValue: Token { value(after: truth ?? relation.values[Int(person) % relation.values.count]) }

    /// The value some places after another in its class: another one, for no class has so few.
    func value(after value: Token) -> Token {
        let index = relation.values.index(of: value) ?? 0
        let next = relation.values[(index + Self.stride) % relation.values.count]
        return next == person ? relation.values[(index + Self.stride + 1) % relation.values.count] : next
    }

    /// Somebody else whom books may tell of.
    var otherPerson: Token {
        let guests = Lexicon.little.guests
        let next = guests[Int(person) % guests.count]
        return next == person ? guests[(Int(person) + 1) % guests.count] : next
    }

    func lookedUp(_ kind: LookedUp.Kind, _ facts: [LookedUpFact]) -> LookedUp {
        var prompt: [Token] = []
        prompt.write(.book, .colon)
        for fact in facts {
            relation.writeStatement(of: fact.person, value: fact.value, isLong: false, into: &prompt)
        }
        return LookedUp(
            kind: kind, question: Vocabulary.little.decode(tokens),
            prompt: Vocabulary.little.decode(prompt + tokens))
    }

    private static let stride = 3
}
