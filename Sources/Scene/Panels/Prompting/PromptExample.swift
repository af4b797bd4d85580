import Evidence

/// A prompt to begin with, what it is for, and what its answer shows.
struct PromptExample: Hashable, Sendable {
    /// What the prompt does, after "a prompt that".
    let purpose: String
    /// What is to be seen in the answer, in a sentence.
    let remark: String
    let prompt: String

    /// From what was read to what stands in the prompt alone.
    static let all = [
        PromptExample(
            purpose: "begins what its reading says", remark: "its reading told where tolu lives.",
            prompt: RecordedPrompts.fact),
        PromptExample(
            purpose: "asks a question", remark: "the same fact, asked for in another form.",
            prompt: RecordedPrompts.question),
        PromptExample(
            purpose: "begins a sentence", remark: "many words can follow, and it spreads its guess over them.",
            prompt: RecordedPrompts.sentence),
        PromptExample(
            purpose: "asks for Vell, its second language",
            remark: "a word in front turns the same model into a translator.",
            prompt: RecordedPrompts.translation),
        PromptExample(
            purpose: "asks what a story is about", remark: "and two words behind into one that sums up.",
            prompt: RecordedPrompts.summary),
        PromptExample(
            purpose: "gives a word and no example", remark: "without an example it can not know what is wanted.",
            prompt: "show : bell"),
        PromptExample(
            purpose: "shows a rule by examples", remark: "three examples say what is wanted; nobody names the rule.",
            prompt: RecordedPrompts.examples),
        PromptExample(
            purpose: "pairs words that nothing else pairs",
            remark: "no text pairs these; it learned that from this prompt.",
            prompt: RecordedPrompts.game),
        PromptExample(
            purpose: "asks for two steps, written out",
            remark: "it writes the steps before the answer, and so finds it.",
            prompt: RecordedPrompts.steps),
        PromptExample(
            purpose: "asks about somebody it never read of",
            remark: "no answer can be right, and it invents one. The next prompt brings the fact along.",
            prompt: "Q : where does arlo live ? A :"),
        PromptExample(
            purpose: "brings the looked-up sentence along",
            remark: "the fact stands in the prompt, for this one answer: that is retrieval (RAG).",
            prompt: RecordedPrompts.book),
        PromptExample(
            purpose: "asks what a program prints", remark: "the last that it learns, and not well.",
            prompt: RecordedPrompts.code),
    ]

    /// The example with a prompt; nil where the person wrote another.
    static func of(_ prompt: String) -> PromptExample? { all.first { $0.prompt == prompt } }
}
