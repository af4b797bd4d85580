import TinyLM

extension Expectation {
    /// The steps of `Q : where does the friend of P live ? think :` and the answer.
    static func steps(asked prompt: [Token]) -> [Token]? {
        let ending = [FunctionWord.think.token, FunctionWord.colon.token]
        guard prompt.suffix(2).elementsEqual(ending) else { return nil }
        for relation in Relation.allCases where relation != .friend {
            for person in 0..<Lexicon.little.known.count where prompt.contains(Lexicon.little.known[person]) {
                var question: [Token] = []
                relation.writeQuestion(of: Lexicon.little.known[person], friend: true, into: &question)
                guard prompt == question + ending else { continue }
                return Think.steps(to: relation, ofFriendOf: person)
            }
        }
        return nil
    }

    /// What goes with the last word of `show : fox foxes ; mouse mice ; bell` by the one rule that all its examples follow.
    static func byRule(_ prompt: [Token]) -> Token? {
        guard prompt.starts(with: [FunctionWord.show.token, FunctionWord.colon.token]) else { return nil }
        let pieces = prompt.dropFirst(2).split(separator: FunctionWord.semicolon.token).map(Array.init)
        guard let asked = pieces.last, asked.count == 1, pieces.count > 1 else { return nil }
        let answers = Show.Kind.allCases.compactMap { kind -> Token? in
            let pairs = (0..<kind.count).map(kind.pair)
            let followsAll = pieces.dropLast().allSatisfy { piece in
                piece.count == 2 && pairs.contains { $0.0 == piece[0] && $0.1 == piece[1] }
            }
            return followsAll ? pairs.first { $0.0 == asked[0] }?.1 : nil
        }
        return answers.count == 1 ? answers.first : nil
    }

    /// What `code : z 2 ; x z + 3 ; print x` prints.
    static func printed(by prompt: [Token]) -> Token? {
        guard prompt.starts(with: [FunctionWord.code.token, FunctionWord.colon.token]) else { return nil }
        let digits = Lexicon.little.digits
        var values: [Token: Int] = [:]
        let statements = prompt.dropFirst(2).split(separator: FunctionWord.semicolon.token).map(Array.init)
        for statement in statements.dropLast() {
            switch statement.count {
            case 2 where digits.contains(statement[1]): values[statement[0]] = digits.index(of: statement[1])
            case 4:
                guard let value = values[statement[1]], let change = digits.index(of: statement[3]) else { return nil }
                switch FunctionWord(rawValue: statement[2]) {
                case .plus?: values[statement[0]] = value + change
                case .minus?: values[statement[0]] = value - change
                default: return nil
                }
            default: return nil
            }
        }
        guard let last = statements.last, last.count == 2, last[0] == FunctionWord.print.token,
            let value = values[last[1]], (0..<digits.count).contains(value)
        else { return nil }
        return digits[value]
    }

    /// The remedy of the illness that most of the symptoms are of, at the end of a visit to the doctor; nil where two are as
    /// likely.
    static func remedy(in prompt: [Token]) -> Token? {
        let ending = [FunctionWord.the.token, FunctionWord.doctor.token, FunctionWord.gives.token]
        guard prompt.dropLast().suffix(ending.count).elementsEqual(ending) else { return nil }
        var counts = Array(repeating: 0, count: Lexicon.little.diseases.count)
        for token in prompt {
            if let symptom = Lexicon.little.symptoms.index(of: token) {
                counts[symptom / Lexicon.symptomsPerDisease] += 1
            }
        }
        guard let most = counts.max(), most > 0, counts.filter({ $0 == most }).count == 1 else { return nil }
        return counts.firstIndex(of: most).map { Lexicon.little.remedies[$0] }
    }
}
