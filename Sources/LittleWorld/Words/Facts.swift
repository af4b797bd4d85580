import TinyLM

/// What is known of a person.
public enum Relation: Int, CaseIterable, Sendable {
    case home, food, job, friend

    static func drawn(using random: inout RandomSource) -> Relation {
        Relation(rawValue: random.below(allCases.count)) ?? .home
    }

    /// The words a value may be.
    public var values: WordClass {
        switch self {
        case .home: Lexicon.little.places
        case .food: Lexicon.little.foods
        case .job: Lexicon.little.jobs
        case .friend: Lexicon.little.known
        }
    }
}

/// The truth of the little world: where each known person lives, what they eat, do, and whom they visit. The same in
/// every run, so that two runs can be asked the same question.
public struct Facts: Sendable {
    public static let little = Facts(seed: 0x7011)

    /// The value of each relation for each known person, by relation, then person.
    private let values: [Token]

    init(seed: UInt64) {
        let people = Lexicon.little.known
        var random = RandomSource(seed: seed)
        var drawn: [Token] = []
        for relation in [Relation.home, .food, .job] {
            for _ in 0..<people.count { drawn.append(relation.values.drawn(using: &random)) }
        }
        // One cycle through everyone: each person is the friend of exactly one, and nobody of themselves.
        var circle = Array(0..<people.count)
        for index in circle.indices.reversed() { circle.swapAt(index, random.below(index + 1)) }
        var friends = Array(repeating: 0, count: people.count)
        for (index, person) in circle.enumerated() { friends[person] = circle[(index + 1) % circle.count] }
        values = drawn + friends.map { people[$0] }
    }

    /// The true value for a known person; `person` is an index into the known people.
    public func value(of relation: Relation, person: Int) -> Token {
        values[relation.rawValue * Lexicon.little.known.count + person]
    }
}
