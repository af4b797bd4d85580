/// A text whose end is an answer: the tokens before `answerStart` are given, the others are predicted. The answer need not
/// be the right one.
public struct AnsweredQuestion: Equatable, Sendable {
    public var tokens: [Token]
    /// The index of the answer's first token, 1 or more.
    public var answerStart: Int

    public init(tokens: [Token], answerStart: Int) {
        self.tokens = tokens
        self.answerStart = answerStart
    }

    public var answer: ArraySlice<Token> { tokens[answerStart...] }
}

/// What a model makes of a question's answer in one pass over the whole text (teacher-forced).
public struct AnswerScore: Equatable, Sendable {
    /// The logarithm (natural) of the probability of each of the answer's tokens, after all tokens before it.
    public var logProbabilities: [Float]
    /// The most probable token at each position of the answer: if all are the answer's own, greedy decoding gives the answer.
    public var mostProbable: [Token]

    public init(logProbabilities: [Float], mostProbable: [Token]) {
        self.logProbabilities = logProbabilities
        self.mostProbable = mostProbable
    }
}

/// What can be examined: anything that predicts the next token.
public protocol LanguageModel {
    /// The scores of the questions' answers, in the questions' order.
    func scores(of questions: [AnsweredQuestion]) -> [AnswerScore]

    /// Continues each prompt (one token or more, the same number for all) until `end` or `count` new tokens, drawing each
    /// token with its probability at temperature 1; the same seed draws the same. The prompt and `end` are left out.
    func continuations(of prompts: [[Token]], count: Int, end: Token, seed: UInt64) -> [[Token]]
}
