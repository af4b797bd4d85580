import Evidence

/// A prompt to begin with, what it is for, and what its answer shows.
struct PromptExample: Hashable, Sendable {
    /// What the prompt does, after "a prompt that".
    let purpose: String
    /// What is to be seen in the answer, in a sentence.
    let remark: String
    /// Without examples.
    let prompt: String
    /// Whether only examples can say what is wanted.
    var isOpen = false
    /// The program's word for the task that it is one of; nil where there is no right answer.
    var task: String?

    /// From what was read to what stands in the prompt alone.
    static let all = [
        PromptExample(
            purpose: "asks a question",
            remark: "it has read where Tolu lives, and is asked.",
            prompt: RecordedPrompts.question, task: "question"),
        PromptExample(
            purpose: "begins what its reading says",
            remark: "the same fact in another form.", prompt: RecordedPrompts.fact, task: "fact"),
        PromptExample(
            purpose: "asks about somebody who is not in its reading",
            remark: "it has not read the fact, so it makes one up; a looked-up sentence brings it.",
            prompt: RecordedPrompts.unknown, task: "unknown"),
        PromptExample(
            purpose: "begins a sentence", remark: "many words can follow, and it spreads its guess over them.",
            prompt: RecordedPrompts.sentence),
        PromptExample(
            purpose: "asks for Vell, its second language",
            remark: "a word in front asks the same model for a translation.",
            prompt: RecordedPrompts.translation, task: "translation"),
        PromptExample(
            purpose: "asks what a story is about", remark: "a word behind the story asks the same model to sum it up.",
            prompt: RecordedPrompts.summary, task: "summary"),
        PromptExample(
            purpose: "pairs words that nothing else pairs",
            remark: "nothing that it read pairs these, only the examples in the prompt do.",
            prompt: "game : dax", isOpen: true, task: "pairs"),
        PromptExample(
            purpose: "asks for the Vell of a word by example",
            remark: "examples alone say that Vell, its second language, is wanted.",
            prompt: "show : wolf", isOpen: true, task: "vell"),
        PromptExample(
            purpose: "asks for the plural of a word by example",
            remark: "examples say what is wanted; how far that helps is shown above.",
            prompt: "show : crow", isOpen: true, task: "plural"),
        PromptExample(
            purpose: "asks for two steps, written out",
            remark: "it writes the steps before the answer.",
            prompt: RecordedPrompts.steps, task: "steps"),
        PromptExample(
            purpose: "asks what a program prints", remark: "what a program prints is learned last, and only in part.",
            prompt: RecordedPrompts.code, task: "code"),
    ]
}

extension LookedUp {
    /// What stands in front, after "with".
    var words: String {
        switch kind {
        case .answer: "the looked-up sentence in front"
        case .change: "a sentence in front that says something new"
        case .crowd: "two sentences in front, one about somebody else"
        }
    }

    /// The record's word for questions of the kind.
    var reading: String {
        switch kind {
        case .answer: "fresh"
        case .change: "stale"
        case .crowd: "distracted"
        }
    }

    /// What is to be seen.
    var remark: String {
        switch kind {
        case .answer: "the fact stands in the prompt, for this one answer: that is retrieval, or RAG."
        case .change: "it says what the prompt says, true or not: kept up to date, and open to lies."
        case .crowd:
            "with somebody else in front it may take the wrong one: retrieval must be exact."
        }
    }
}
