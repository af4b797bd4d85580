import Cells
import Evidence

extension GeneratedText {
    /// What the world's own grammar and facts say of it: of what begins as a sentence, whether it became one.
    var verdict: Phrase {
        let begins =
            prompt.split(separator: " ").first.map { ["a", "this", "the", "these", "some"].contains($0) } ?? false
        return switch isRight {
        case true?: begins ? "● a sentence" : "● right"
        case false?: begins ? "○ no sentence" : "○ wrong"
        case nil: ""
        }
    }

    /// The same with its text up to the last word that fits whole.
    func fitting(_ columns: Int) -> GeneratedText {
        GeneratedText(
            prompt: prompt, text: text.isEmpty ? "(nothing)" : text.words(fitting: columns), model: model,
            isRight: isRight)
    }

    /// The same with its prompt up to the last word that fits whole.
    func fitting(prompt columns: Int) -> GeneratedText {
        GeneratedText(prompt: prompt.words(fitting: columns), text: text, model: model, isRight: isRight)
    }
}

extension String {
    /// The words that fit whole, with dots where some are left out.
    func words(fitting columns: Int) -> String {
        guard CellWidth.of(self) > columns else { return self }
        var kept = ""
        for word in split(separator: " ") {
            let longer = kept.isEmpty ? String(word) : kept + " " + word
            guard CellWidth.of(longer) + 2 <= columns else { break }
            kept = longer
        }
        return kept.isEmpty ? "…" : kept + " …"
    }
}
