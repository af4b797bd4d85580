import TinyLM

extension Relation {
    /// States a value, in few words (`besk lives in quarry .`) or in many (`the home of besk is quarry .`).
    func writeStatement(of person: Token, value: Token, isLong: Bool, into tokens: inout [Token]) {
        writeStatementBeginning(of: person, isLong: isLong, into: &tokens)
        tokens.write(value)
        tokens.write(.period)
    }

    /// A statement up to its value.
    func writeStatementBeginning(of person: Token, isLong: Bool, into tokens: inout [Token]) {
        if isLong {
            tokens.write(.the, noun, .of)
            tokens.write(person)
            tokens.write(.is)
            return
        }
        tokens.write(person)
        switch self {
        case .home: tokens.write(.lives, .in)
        case .food: tokens.write(.eats)
        case .job: tokens.write(.works, .as)
        case .friend: tokens.write(.visits)
        }
    }

    /// Asks for a value, with `Q :` before: `where does besk live ?`, of the person or of the person's friend.
    func writeQuestion(of person: Token, friend isOfFriend: Bool = false, into tokens: inout [Token]) {
        tokens.write(.upperQ, .colon)
        switch self {
        case .home: tokens.write(.where, .does)
        case .food: tokens.write(.what, .does)
        case .job: tokens.write(.what, .is, .the, .job, .of)
        case .friend: tokens.write(.who, .is, .the, .friend, .of)
        }
        if isOfFriend { tokens.write(.the, .friend, .of) }
        tokens.write(person)
        switch self {
        case .home: tokens.write(.live)
        case .food: tokens.write(.eat)
        case .job, .friend: break
        }
        tokens.write(.questionMark)
    }

    private var noun: FunctionWord {
        switch self {
        case .home: .home
        case .food: .food
        case .job: .job
        case .friend: .friend
        }
    }
}
