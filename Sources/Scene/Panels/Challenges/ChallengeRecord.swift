import Evidence

/// What a person solved on the panel of challenges, and how near their guesses came: it outlives the panel's own state.
///
/// Whatever a file of it holds, it decodes to a record that can be shown: what is missing is empty, and what no try can
/// be is left out.
public struct ChallengeRecord: Codable, Hashable, Sendable {
    /// One guess of a quantity, made before the curve was drawn.
    public struct Guess: Codable, Hashable, Sendable {
        /// The question's word.
        public let question: String
        /// The common logarithm of guess over answer: above zero where the guess was too high.
        public let logError: Double

        /// A guess that is off by a power of ten.
        public init(question: String, logError: Double) {
            self.question = question
            self.logError = logError
        }
    }

    /// The best that a prompt of the person's got in one task.
    public struct PromptScore: Codable, Hashable, Sendable {
        /// Items that the model got right, and those that it was asked.
        public let right, asked: Int
        /// Whether that passed the bar.
        public let passes: Bool

        /// A score of one trial.
        public init(right: Int, asked: Int, passes: Bool) {
            self.right = right
            self.asked = asked
            self.passes = passes
        }
    }

    /// The cases that were answered, by their words: whether rightly at any time.
    public private(set) var cases: [String: Bool] = [:]
    /// Every guess, the latest last.
    public private(set) var guesses: [Guess] = []
    /// The best score of each task of prompting, by the task's word.
    public private(set) var prompts: [String: PromptScore] = [:]

    /// The most guesses that are kept: the oldest give way.
    public static let mostGuesses = 500
    /// A guess that lies no farther off, up or down, is a hit.
    public static let widestHit = 3.0

    /// Nothing solved yet.
    public init() {}

    /// - Throws: Where what is there is of another type.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        cases = try values.decodeIfPresent([String: Bool].self, forKey: .cases) ?? [:]
        let guesses = try values.decodeIfPresent([Guess].self, forKey: .guesses) ?? []
        self.guesses = guesses.filter { abs($0.logError) <= ChallengeRecord.largestError }.suffix(
            ChallengeRecord.mostGuesses)
        prompts = (try values.decodeIfPresent([String: PromptScore].self, forKey: .prompts) ?? [:]).filter {
            $0.value.asked > 0 && (0...$0.value.asked).contains($0.value.right)
        }
    }

    /// No axis spans more decades.
    private static let largestError = 30.0

    // MARK: - What happens

    /// A case was answered; once solved it stays so.
    mutating func answered(case id: String, rightly: Bool) {
        cases[id] = rightly || cases[id] == true
    }

    /// A guess was made. Where the answer has been shown before it is none; anything that is no number above zero counts for
    /// nothing.
    mutating func guessed(_ guess: Double, of question: String, answer: Double) {
        guard guess > 0, answer > 0, guess.isFinite, answer.isFinite, !hasGuessed(question) else { return }
        guesses.append(Guess(question: question, logError: Logarithm.base10(guess / answer)))
        guesses.removeFirst(max(0, guesses.count - ChallengeRecord.mostGuesses))
    }

    /// A prompt was tried; the best score stays, and a passed bar before any other.
    mutating func tried(prompt task: String, _ score: PromptScore) {
        guard let best = prompts[task] else {
            prompts[task] = score
            return
        }
        let isBetter = score.passes == best.passes ? score.right > best.right : score.passes
        if isBetter { prompts[task] = score }
    }

    // MARK: - What was solved

    /// Whether a case was ever answered rightly.
    public func hasSolved(case id: String) -> Bool { cases[id] == true }

    /// Whether the question was ever guessed: its answer has been shown.
    func hasGuessed(_ question: String) -> Bool { guesses.contains { $0.question == question } }

    /// Whether a guess of the question ever came near enough.
    public func hasHit(_ question: String) -> Bool {
        guesses.contains { $0.question == question && ChallengeRecord.isHit($0.logError) }
    }

    /// Whether a prompt of the person's ever passed in a task.
    public func hasPassed(prompt task: String) -> Bool { prompts[task]?.passes == true }

    static func isHit(_ logError: Double) -> Bool {
        abs(logError) <= Logarithm.base10(widestHit) + 1e-9
    }

    /// The factor by which guesses are off, up or down: the middle one of all; nil before the first.
    var medianFactor: Double? {
        let errors = guesses.map { abs($0.logError) }.sorted()
        guard !errors.isEmpty else { return nil }
        let middle = errors.count / 2
        let median = errors.count % 2 == 1 ? errors[middle] : (errors[middle - 1] + errors[middle]) / 2
        return Logarithm.power10(median)
    }
}
