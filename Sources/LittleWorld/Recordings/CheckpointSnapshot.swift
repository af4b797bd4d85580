import Evidence
import TinyLM

/// What a model in training is like at one step, for someone who looks at it.
public struct CheckpointSnapshot: Codable, Equatable, Sendable {
    /// A word and its probability.
    public struct NextWord: Codable, Equatable, Sendable {
        public var word: String
        public var probability: Double
    }

    /// Rows of numbers from 0 to 255, a row after the other, two hexadecimal digits a number.
    public struct Picture: Codable, Equatable, Sendable {
        public var rows: Int
        public var columns: Int
        public var cells: String

        init(rows: Int, columns: Int, values: [Double]) {
            self.rows = rows
            self.columns = columns
            let digits = Array("0123456789abcdef")
            cells = String(
                values.flatMap { value -> [Character] in
                    let byte = Int((min(max(value, 0), 1) * 255).rounded())
                    return [digits[byte / 16], digits[byte % 16]]
                })
        }

        /// The numbers, 0 to 1, row by row; empty where the digits are not those of the rows and columns.
        public var values: [Double] {
            let digits = cells.compactMap(\.hexDigitValue)
            guard digits.count == cells.count, digits.count == 2 * rows * columns else { return [] }
            return (0..<rows * columns).map { (cell: Int) -> Double in
                let byte: Int = 16 * digits[2 * cell] + digits[2 * cell + 1]
                return Double(byte) / 255
            }
        }
    }

    public var step: Int
    public var tokensSeen: Int
    /// What it writes after each of `RecordedPrompts.texts`, the most probable word each time.
    public var texts: [String]
    /// The eight most probable next words after each of `RecordedPrompts.nextWords`.
    public var nextWords: [[NextWord]]
    /// Each matrix of weights, in `ParameterLayout`'s order: the root mean square of its parts; 255 is 1 or more.
    public var weights: [Picture]
    /// Each head's attention on `RecordedPrompts.attention` (row: the word that looks), a layer's heads after the other's.
    public var attention: [Picture]

    /// The most rows and columns of a picture of weights.
    static let pictureCells = 8

    /// What `model` is like after so many steps; nil where `isStopped`, which is asked after each word it writes.
    public init?(
        of model: GPT, step: Int, tokensSeen: Int, isStopped: () -> Bool = { false }
    ) throws(UnknownWord) {
        self.step = step
        self.tokensSeen = tokensSeen
        texts = []
        for prompt in RecordedPrompts.texts {
            var greedy = Sampler(temperature: 0, seed: 0)
            let tokens = try LittleWorld.prompt(prompt)
            let written = model.generate(
                after: tokens, count: RecordedPrompts.textWordCount, end: LittleWorld.end, sampler: &greedy
            ) { _ in
                !isStopped()
            }
            guard !isStopped() else { return nil }
            texts.append(Vocabulary.little.decode(written))
        }
        nextWords = []
        for prompt in RecordedPrompts.nextWords {
            nextWords.append(Self.nextWords(model.nextTokenProbabilities(after: try LittleWorld.prompt(prompt))))
        }
        weights = model.weightPictures(cells: Self.pictureCells).map {
            Picture(rows: $0.rows, columns: $0.columns, values: $0.values)
        }
        attention = model.attention(on: try LittleWorld.prompt(RecordedPrompts.attention)).map {
            Picture(rows: $0.rows.count, columns: $0.rows.count, values: $0.rows.flatMap { $0.map(Double.init) })
        }
    }

    private static func nextWords(_ probabilities: [Float]) -> [NextWord] {
        probabilities.enumerated().sorted { $0.element > $1.element }.prefix(RecordedPrompts.nextWordCount).map {
            NextWord(
                word: Vocabulary.little.word(of: Token($0.offset)) ?? "",
                probability: (Double($0.element) * 10_000).rounded() / 10_000)
        }
    }
}
