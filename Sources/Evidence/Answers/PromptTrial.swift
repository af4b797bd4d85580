/// What a model makes of a person's prompt, put to it with each of a task's items.
public struct PromptTrial: Hashable, Sendable {
    /// The task by its word, as ``ChallengePrompt``.
    public let task: String
    /// What the person wrote.
    public let template: String
    /// What was written so far after the whole prompt of each item, each judged; in the order of the items.
    public let texts: [GeneratedText]
    /// Items in all.
    public let itemCount: Int

    /// A trial, as far as it has come.
    public init(task: String, template: String, texts: [GeneratedText], itemCount: Int) {
        self.task = task
        self.template = template
        self.texts = texts
        self.itemCount = itemCount
    }

    /// Whether every item was asked.
    public var isWhole: Bool { texts.count >= itemCount }

    /// Items whose answer is right so far.
    public var rightCount: Int { texts.count { $0.verdict == .right } }

    /// How many were right, of the items that were asked so far; nil before the first.
    public var right: Figure? {
        texts.first.flatMap { first in
            Figure(
                measured: Double(rightCount),
                Measurement(
                    task: "prompt/\(task)", plain: "right answers", metric: "right answers", unit: .count,
                    higherIsBetter: true, items: texts.count, method: "prompt"), of: first.model)
        }
    }
}
