import Evidence

/// A prompt to begin with, and what it is for.
struct PromptExample: Hashable, Sendable {
    /// What the prompt makes the model do, after "a prompt that".
    let purpose: String
    let prompt: String

    /// From what was read to what stands in the prompt alone.
    static let all = [
        PromptExample(purpose: "begins a fact of its reading", prompt: "tolu lives in"),
        PromptExample(purpose: "asks a question", prompt: "Q : where does tolu live ? A :"),
        PromptExample(purpose: "begins a sentence", prompt: "the small fox"),
        PromptExample(purpose: "asks for Vell, its second language", prompt: "vell : the small fox sings >"),
        PromptExample(
            purpose: "asks what a story is about",
            prompt: "story : the crow sings . a key likes this star . the crow waits . topic :"),
        PromptExample(
            purpose: "shows a rule by examples",
            prompt: "show : fox foxes ; river rivers ; mouse mice ; bell"),
        PromptExample(
            purpose: "pairs words that nothing else pairs", prompt: "game : dax fox ; wug duck ; dax fox ; wug"),
        PromptExample(
            purpose: "asks for two steps, written out", prompt: "Q : where does the friend of tolu live ? think :"),
        PromptExample(purpose: "asks about somebody it never read of", prompt: "Q : where does arlo live ? A :"),
        PromptExample(
            purpose: "brings the looked-up sentence along",
            prompt: "book : arlo lives in pesk . Q : where does arlo live ? A :"),
        PromptExample(purpose: "asks what a program prints", prompt: "code : z 2 ; x z + 3 ; print x"),
    ]

    /// The example with a prompt; nil where the person wrote another.
    static func of(_ prompt: String) -> PromptExample? { all.first { $0.prompt == prompt } }
}
