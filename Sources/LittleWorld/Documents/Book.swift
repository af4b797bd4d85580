import TinyLM

/// A book and questions that only it answers.
///
/// Half of the books state one to three facts that are true in this book only; the other half say who has a thing and
/// where they are, twice, so that the answer is two steps away. A book never states two facts of one relation: small
/// models learn to look for the relation long before they look for the person: ask `retrievalDistracted`.
public struct Book: ExaminedKind {
    public let name = "book"
    public let title = "books of other facts, and questions on them"
    public let heldOut = "some people are in no book"
    public let percentage = 11.0
    public let weight = 8.97
    public let abilities: [Ability] = [.retrievalFresh, .retrievalStale, .retrievalDistracted]

    public init() {}

    public func write(into tokens: inout [Token], using random: inout RandomSource) {
        tokens.write(.book, .colon)
        if random.below(2) == 0 {
            let facts = BookFacts(count: 1 + random.below(3), people: Lexicon.little.written, using: &random)
            facts.writeStatements(into: &tokens, using: &random)
            let start = random.below(facts.count)
            for question in 0..<min(1 + random.below(2), facts.count) {
                facts.writeQuestion((start + question) % facts.count, into: &tokens)
                tokens.write(facts.value((start + question) % facts.count))
            }
        } else {
            writeThings(into: &tokens, using: &random)
        }
        tokens.write(.end)
    }

    /// Fresh: about people of whom training tells nothing. Stale: about known people whom training's books never name,
    /// with a fact that is not the true one. Distracted: about guests, of whom two have the same relation.
    public func item(of ability: Ability, using random: inout RandomSource) -> ExaminationItem {
        switch ability {
        case .retrievalFresh: item(about: Lexicon.little.fresh, using: &random)
        case .retrievalStale: item(about: Lexicon.little.unwritten, using: &random)
        default: distracted(using: &random)
        }
    }

    /// One question about some people; with the book closed, the question alone.
    public func item(
        about people: WordClass, isOpen: Bool = true, using random: inout RandomSource
    ) -> ExaminationItem {
        let facts = BookFacts(count: 1 + random.below(3), people: people, using: &random)
        let asked = random.below(facts.count)
        return ExaminationItem {
            if isOpen {
                $0.write(.book, .colon)
                facts.writeStatements(into: &$0, using: &random)
            }
            facts.writeQuestion(asked, into: &$0)
        } answer: {
            $0.write(facts.value(asked))
        }
    }

    /// Two guests and one relation, with different values: only the person in the question tells which is asked.
    private func distracted(using random: inout RandomSource) -> ExaminationItem {
        let relation = Relation.drawn(using: &random)
        var people = ShortList()
        for _ in 0..<2 { people.appendNew(from: Lexicon.little.guests, using: &random) }
        let values = redrawn {
            (relation.values.drawn(using: &random), relation.values.drawn(using: &random))
        } until: {
            $0 != $1
        }
        let asked = random.below(2)
        return ExaminationItem {
            $0.write(.book, .colon)
            relation.writeStatement(of: people[0], value: values.0, isLong: random.below(2) == 0, into: &$0)
            relation.writeStatement(of: people[1], value: values.1, isLong: random.below(2) == 0, into: &$0)
            relation.writeQuestion(of: people[asked], into: &$0)
            $0.write(.upperA, .colon)
        } answer: {
            $0.write(asked == 0 ? values.0 : values.1)
        }
    }

    /// `the lamp is with nils . nils is in pesk .` for two things, shuffled, and a question for each.
    private func writeThings(into tokens: inout [Token], using random: inout RandomSource) {
        var things = ShortList()
        var people = ShortList()
        var places = ShortList()
        for _ in 0..<2 {
            things.appendNew(from: Lexicon.little.objects, using: &random)
            people.appendNew(from: Lexicon.little.written, using: &random)
            places.appendNew(from: Lexicon.little.places, using: &random)
        }
        var order = ShortList(countingTo: 4)
        order.shuffle(using: &random)
        for index in 0..<4 {
            let pair = Int(order[index] / 2)
            if order[index] % 2 == 0 {
                tokens.write(.the)
                tokens.write(things[pair])
                tokens.write(.is, .with)
                tokens.write(people[pair])
            } else {
                tokens.write(people[pair])
                tokens.write(.is, .in)
                tokens.write(places[pair])
            }
            tokens.write(.period)
        }
        let first = random.below(2)
        for pair in [first, 1 - first] {
            tokens.write(.upperQ, .colon, .where, .is, .the)
            tokens.write(things[pair])
            tokens.write(.questionMark, .upperA, .colon)
            tokens.write(places[pair])
        }
    }
}

/// Facts of different relations, about one person or several, none of them true.
private struct BookFacts {
    private var relations = ShortList(countingTo: Relation.allCases.count)
    private var people = ShortList()
    private var values = ShortList()

    var count: Int { values.count }

    init(count: Int, people source: WordClass, using random: inout RandomSource) {
        relations.shuffle(using: &random)
        let isAboutOne = random.below(2) == 0
        for index in 0..<count {
            let person = isAboutOne && index > 0 ? people[0] : source.drawn(using: &random)
            let relation = relation(index)
            let truth = Lexicon.little.known.index(of: person).map { Facts.little.value(of: relation, person: $0) }
            people.append(person)
            values.append(
                redrawn {
                    relation.values.drawn(using: &random)
                } until: {
                    $0 != truth && $0 != person
                })
        }
    }

    func value(_ index: Int) -> Token { values[index] }

    func writeStatements(into tokens: inout [Token], using random: inout RandomSource) {
        for index in 0..<count {
            relation(index).writeStatement(
                of: people[index], value: values[index], isLong: random.below(2) == 0, into: &tokens)
        }
    }

    /// A question up to its answer.
    func writeQuestion(_ index: Int, into tokens: inout [Token]) {
        relation(index).writeQuestion(of: people[index], into: &tokens)
        tokens.write(.upperA, .colon)
    }

    private func relation(_ index: Int) -> Relation { Relation(rawValue: Int(relations[index])) ?? .home }
}
