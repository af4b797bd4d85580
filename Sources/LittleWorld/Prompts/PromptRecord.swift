import Evidence
import TinyLM

/// What recorded models answer to the prompts that the program shows: the prompts, and a line of each model.
public struct PromptRecord: Sendable {
    /// Every prompt that is shown without anybody typing: each task after each number of examples, what is looked up for
    /// those that ask about a person, the beginning of a sentence, and the same note in two forms.
    public static let prompts: [String] = {
        let ofTasks = PromptTask.allCases.flatMap { task in PromptTask.exampleCounts.compactMap(task.prompt) }
        let lookedUp = [RecordedPrompts.question, RecordedPrompts.unknown].flatMap {
            LittleWorld.lookedUp(for: $0).map(\.prompt)
        }
        return ofTasks + lookedUp + [RecordedPrompts.sentence] + RecordedPrompts.notes
    }()

    /// A model, and what it answers.
    public struct Model: Codable, Equatable, Sendable {
        /// As `M-12.3M-1`, and the step of its training.
        public var run: String
        public var step: Int
        /// In the order of `prompts`.
        public var answers: [Response]
        /// By the task's word.
        public var scores: [String: [PromptTask.Score]]
    }

    /// What a model makes of a prompt.
    public struct Response: Codable, Equatable, Sendable {
        /// What it writes, the most probable word each time.
        public var text: String
        /// The most probable next words, the first of them first, and their probabilities in ten-thousandths.
        public var words: [String]
        public var probabilities: [Int]

        // The names stand in the file some hundred times, and it is part of the program.
        enum CodingKeys: String, CodingKey {
            case text = "t"
            case words = "w"
            case probabilities = "p"
        }
    }
}

extension PromptRecord.Model {
    /// Asks a model everything that is recorded of one. Nil where `isStopped`, which is asked between the prompts. Throws
    /// where a prompt has a word that the world has not.
    public init?(
        of model: GPT, run: String, step: Int, itemCount: Int = 100, isStopped: () -> Bool = { false }
    ) throws(UnknownWord) {
        (self.run, self.step, answers, scores) = (run, step, [], [:])
        for prompt in PromptRecord.prompts {
            if isStopped() { return nil }
            answers.append(PromptRecord.Response(of: model, to: try LittleWorld.prompt(prompt)))
        }
        for task in PromptTask.allCases {
            guard let found = task.scores(of: model, itemCount: itemCount, isStopped: isStopped) else { return nil }
            scores[task.rawValue] = found
        }
    }
}

extension PromptRecord.Response {
    init(of model: GPT, to tokens: [Token]) {
        var greedy = Sampler(temperature: 0, seed: 0)
        let written = model.generate(
            after: tokens, count: RecordedPrompts.textWordCount, end: LittleWorld.end, sampler: &greedy
        ) { _ in true }
        text = Vocabulary.little.decode(written)
        let best = model.nextTokenProbabilities(after: tokens).enumerated().sorted { $0.element > $1.element }
            .prefix(RecordedPrompts.shownWordCount)
        words = LittleWorld.words(of: best.map { Token($0.offset) })
        probabilities = best.map { Int((Double($0.element) * Self.parts).rounded()) }
    }

    static let parts = 10_000.0
}
