import Evidence
import TinyLM

extension PromptTask {
    /// The prompt by which the task is shown, after so many examples: always the same question, and of the same examples
    /// always the first ones. Nil where they do not fit.
    public func prompt(examples count: Int) -> String? {
        if relation != nil || self == .pairs { return pairedPrompt(examples: count) }
        guard let question = try? LittleWorld.prompt(self.question), let examples = documents(count, after: question)
        else { return nil }
        return Vocabulary.little.decode(examples.joined() + question.dropFirst())
    }

    /// What is asked, without examples.
    private var question: String {
        switch self {
        case .fact: RecordedPrompts.fact
        case .question: RecordedPrompts.question
        case .unknown: RecordedPrompts.unknown
        case .translation: RecordedPrompts.translation
        case .summary: RecordedPrompts.summary
        case .steps: RecordedPrompts.steps
        case .code: RecordedPrompts.code
        case .pairs, .vell, .plural: ""
        }
    }

    /// So many solved examples before a question; nil where they do not fit. The first are the same whatever the number.
    private func documents(_ count: Int, after question: [Token]) -> [[Token]]? {
        var random = RandomSource(seed: Self.promptSeed, index: PromptTask.allCases.firstIndex(of: self) ?? 0)
        var shown: [[Token]] = []
        var seen: Set<[Token]> = [Array(question.dropFirst())]
        var room = LittleWorld.context - question.count
        while shown.count < count {
            guard let example = example(fitting: room, using: &random) else { return nil }
            guard seen.insert(example).inserted else { continue }
            shown.append(example)
            room -= example.count
        }
        return shown
    }

    /// `show : fox foxes ; bell` or `game : dax fox ; wug duck ; dax`.
    private func pairedPrompt(examples count: Int) -> String {
        var tokens: [Token] = []
        if let relation {
            tokens.write(.show, .colon)
            let shown = (0..<relation.count).filter { !relation.isHeldOut($0) }
            for index in 0..<count { write(relation.pair(shown[index * Self.stride % shown.count]), into: &tokens) }
            tokens.write(relation.pair((0..<relation.count).first(where: relation.isHeldOut) ?? 0).0)
        } else {
            tokens.write(.game, .colon)
            let glyphs = Lexicon.little.glyphs
            let animals = Lexicon.little.animals
            let pairs = (0..<Game.pairCount).map { (glyphs[$0], animals[$0 * Self.stride]) }
            for round in 0..<count { write(pairs[round % pairs.count], into: &tokens) }
            tokens.write(pairs[0].0)
        }
        return Vocabulary.little.decode(tokens)
    }

    private func write(_ pair: (Token, Token), into tokens: inout [Token]) {
        tokens.write(pair.0)
        tokens.write(pair.1)
        tokens.write(.semicolon)
    }

    private static let promptSeed: UInt64 = 5
    /// Has no divisor in common with the numbers of pairs, so that no example comes twice.
    private static let stride = 5
}
