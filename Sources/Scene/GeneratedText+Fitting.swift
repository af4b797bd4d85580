import Cells
import Evidence

extension GeneratedText {
    /// The verdict in a word.
    var verdictWord: Phrase {
        switch verdict {
        case .right?: "● right"
        case .wrong?: "○ wrong"
        case .sentence?: "● sentence"
        case .noSentence?: "○ broken"
        case nil: ""
        }
    }

    /// Whether it is as it should be, where anything says so.
    var isGood: Bool { verdict?.isGood ?? false }

    /// The same with its text up to the last word that fits whole.
    func fitting(_ columns: Int) -> GeneratedText {
        GeneratedText(
            prompt: prompt, text: text.isEmpty ? "(nothing)" : text.words(fitting: columns), model: model,
            verdict: verdict)
    }

    /// The same with its prompt up to the last word that fits whole.
    func fitting(prompt columns: Int) -> GeneratedText {
        GeneratedText(prompt: prompt.words(fitting: columns), text: text, model: model, verdict: verdict)
    }
}

extension String {
    /// The words that fit whole, with dots in brackets where some are left out: dots alone, as a period in ASCII, would end
    /// a sentence.
    func words(fitting columns: Int) -> String {
        guard CellWidth.of(self) > columns else { return self }
        var kept = ""
        for word in split(separator: " ") {
            let longer = kept.isEmpty ? String(word) : kept + " " + word
            guard CellWidth.of(longer) + CellWidth.of(String.leftOut) <= columns else { break }
            kept = longer
        }
        return kept.isEmpty ? "…" : kept + String.leftOut
    }

    private static let leftOut = " […]"
}
