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

    /// What was written beside what would be right, each in columns of its own. Of a right text that is too long its end is
    /// shown, where the answer stands; of a wrong one what comes from the first word on in which the two differ.
    func fitting(_ columns: Int, besides rightColumns: Int) -> (written: GeneratedText, right: GeneratedText?) {
        func with(_ text: String, _ columns: Int) -> GeneratedText {
            GeneratedText(prompt: prompt, text: text, model: model, verdict: verdict).fitting(columns)
        }
        if isGood { return (with(text.lastWords(fitting: columns), columns), nil) }
        guard let expected else { return (fitting(columns), nil) }
        if CellWidth.of(text) <= columns, CellWidth.of(expected) <= rightColumns {
            return (with(text, columns), with(expected, rightColumns))
        }
        let (ours, theirs) = (text.split(separator: " "), expected.split(separator: " "))
        let common = min(zip(ours, theirs).prefix { $0 == $1 }.count, max(0, min(ours.count, theirs.count) - 1))
        func rest(_ words: [Substring]) -> String {
            (common > 0 ? "… " : "") + words.dropFirst(common).joined(separator: " ")
        }
        return (with(rest(ours), columns), with(rest(theirs), rightColumns))
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

    /// The last words that fit whole, with dots before them where some are left out.
    func lastWords(fitting columns: Int) -> String {
        guard CellWidth.of(self) > columns else { return self }
        var kept = ""
        for word in split(separator: " ").reversed() {
            let longer = kept.isEmpty ? String(word) : word + " " + kept
            guard CellWidth.of(longer) + 2 <= columns else { break }
            kept = longer
        }
        return "… " + kept
    }

    private static let leftOut = " […]"
}
