import Evidence
import TinyLM

/// How often the endings of a prompt stand in a text, and which word came next.
///
/// It holds one number for each word of the vocabulary and each length of an ending, whatever it reads.
public struct ContextCount: Sendable {
    /// The prompt's tokens (T), the last first.
    private let reversed: [Token]
    /// (T, V): after how many places where the last so many tokens stood each word came.
    private var counts: [Int]
    private let vocabularyCount: Int

    /// Endings that are longer are not looked for: no row of the text is.
    private static let longest = 64

    /// - Parameter prompt: One token or more; of a longer one than a row of the text, its end.
    public init(prompt: [Token], vocabularyCount: Int = Vocabulary.little.count) {
        reversed = prompt.suffix(Self.longest).reversed()
        self.vocabularyCount = vocabularyCount
        counts = Array(repeating: 0, count: reversed.count * vocabularyCount)
    }

    /// Reads one row, each place that has a word after it.
    public mutating func read(_ row: [Token]) {
        guard let last = reversed.first else { return }
        for place in row.indices.dropLast() where row[place] == last {
            let next = Int(row[place + 1])
            for length in 1...reversed.count {
                guard place - length + 1 >= 0, row[place - length + 1] == reversed[length - 1] else { break }
                counts[(length - 1) * vocabularyCount + next] += 1
            }
        }
    }

    /// The words that came after the last so many tokens, 1 or more, the most frequent first.
    func followers(ofLast length: Int) -> [(token: Token, count: Int)] {
        let row = counts[(length - 1) * vocabularyCount..<length * vocabularyCount]
        return row.enumerated().filter { $0.element > 0 }
            .sorted { ($1.element, $0.offset) < ($0.element, $1.offset) }
            .map { (Token($0.offset), $0.element) }
    }

    /// The endings that stand in what was read, as figures of the model that has read it.
    public func contexts(of model: MeasuredModel, prompt: String) -> ReadContexts {
        var endings: [ReadContexts.Ending] = []
        for length in stride(from: 1, through: reversed.count, by: 1) {
            let followers = followers(ofLast: length)
            let text = Vocabulary.little.decode(reversed.prefix(length).reversed())
            guard !followers.isEmpty,
                let count = figure(followers.reduce(0) { $0 + $1.count }, "times that it has read these words", model)
            else { break }
            endings.append(
                ReadContexts.Ending(
                    text: TrainingDocument(text: text), count: count,
                    followers: followers.prefix(Self.mostFollowers).compactMap { token, count in
                        figure(count, "times that it has read this word after them", model).map {
                            ReadContexts.Follower(
                                word: TrainingDocument(text: Vocabulary.little.word(of: token) ?? ""),
                                isEnd: token == LittleWorld.end, count: $0)
                        }
                    }))
        }
        return ReadContexts(of: model, prompt: prompt, endings: endings, isWhole: endings.count == reversed.count)
    }

    /// The most words that are told of those that came next.
    private static let mostFollowers = 12

    private func figure(_ count: Int, _ plain: String, _ model: MeasuredModel) -> Figure? {
        Figure(
            measured: Double(count),
            Measurement(task: "contexts", plain: plain, metric: "places in the text", unit: .count), of: model)
    }
}
