/// The three challenges, in the order of the list.
enum Challenge: Int, CaseIterable, Sendable {
    case path, guess, prompt

    var title: String {
        switch self {
        case .path: "Choose the path"
        case .guess: "Predict, then see"
        case .prompt: "Prompt the model"
        }
    }

    /// What it asks of the person, longest first.
    var asks: [String] {
        switch self {
        case .path:
            [
                "Read a case and say which path fits it: a prompt, RAG, fine-tuning or both, and why.",
                "Which path fits a case, and why?",
            ]
        case .guess:
            [
                "With the slider, say where a curve turns, before it is drawn over your guess.",
                "Say where a curve turns before it is drawn.",
            ]
        case .prompt:
            [
                "A small real model fails at the first prompt. Rewrite it until the model passes the bar.",
                "Rewrite a prompt until the model passes.",
            ]
        }
    }

    /// How it is checked, longest first.
    var check: [String] {
        switch self {
        case .path:
            ["Checked by the rules that courses teach; the figures beside them are measured.", "Checked by rules."]
        case .guess:
            ["Checked by curves; what counts is the factor you are off by.", "Checked by curves."]
        case .prompt:
            ["Checked by running the model on up to twenty questions that it has not read.", "Checked by the model."]
        }
    }

    /// What is counted of it.
    var counted: String {
        switch self {
        case .path: "cases"
        case .guess: "guesses"
        case .prompt: "prompts"
        }
    }
}
