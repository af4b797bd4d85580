/// A text of which a part is never trained, cut into rows that follow on one another.
public protocol HeldOutText {
    var heldOutRowCount: Int { get }

    /// The tokens of a row, two or more; all but the first are predicted.
    func heldOutRow(at index: Int) -> [Token]

    /// The bytes that tokens stand for.
    func byteCount(of tokens: some Sequence<Token>) -> Int
}

extension HeldOutText {
    /// The indices of `count` rows (of all, where there are fewer), evenly spread: the same for the same count.
    public func heldOutRows(_ count: Int) -> [Int] {
        let all = heldOutRowCount
        guard count < all else { return Array(0..<all) }
        return (0..<max(count, 0)).map { (2 * $0 + 1) * all / (2 * count) }
    }
}

/// How well a model predicts text that it was not trained on.
public struct HeldOutLoss: Codable, Equatable, Sendable {
    /// The mean over the predicted tokens, in nats a token.
    public var crossEntropy: Double
    /// The standard error of `crossEntropy`, from how far the rows lie apart (rows, not tokens, are drawn: neighbours are
    /// alike); nil for a single row.
    public var standardError: Double?
    /// The same loss in bits a byte of text, which compares models of different tokenizers.
    public var bitsPerByte: Double
    /// Tokens predicted.
    public var tokenCount: Int
    public var rowCount: Int

    public init(
        crossEntropy: Double, standardError: Double?, bitsPerByte: Double, tokenCount: Int, rowCount: Int
    ) {
        self.crossEntropy = crossEntropy
        self.standardError = standardError
        self.bitsPerByte = bitsPerByte
        self.tokenCount = tokenCount
        self.rowCount = rowCount
    }
}

/// Sums over the rows that a model has read.
public struct HeldOutSums: Equatable, Sendable {
    private var nats: [Double] = []
    private var tokens: [Double] = []
    private var bytes = 0.0

    public init() {}

    /// Adds rows of a text.
    public mutating func add(_ rows: some Sequence<Int>, of text: some HeldOutText, readBy model: some LanguageModel) {
        let questions = rows.map { AnsweredQuestion(tokens: text.heldOutRow(at: $0), answerStart: 1) }
        for (question, score) in zip(questions, model.scores(of: questions)) {
            nats.append(score.logProbabilities.reduce(0) { $0 - Double($1) })
            tokens.append(Double(score.logProbabilities.count))
            bytes += Double(text.byteCount(of: question.answer))
        }
    }

    /// Nil before there is a row.
    public var loss: HeldOutLoss? {
        let (sum, count) = (nats.reduce(0, +), tokens.reduce(0, +))
        guard count > 0 else { return nil }
        let mean = sum / count
        // The error of a ratio of two sums over rows (Cochran 1977, "Sampling techniques", section 2.11).
        let squares = zip(nats, tokens).reduce(0) { $0 + ($1.0 - mean * $1.1) * ($1.0 - mean * $1.1) }
        let rows = Double(nats.count)
        let error = rows > 1 ? (squares * rows / (rows - 1)).squareRoot() / count : nil
        return HeldOutLoss(
            crossEntropy: mean, standardError: error, bitsPerByte: sum / Self.natsPerBit / max(bytes, 1),
            tokenCount: Int(count), rowCount: nats.count)
    }

    private static let natsPerBit = 0.693_147_180_559_945_3
}
