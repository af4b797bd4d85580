import Cells
import Evidence

/// Why a word comes next: what the model finds probable beside what the text that it has read says.
struct ReasonsView: InsideView, DetailPicture {
    /// Nil before they came.
    let words: NextWords?
    let contexts: ReadContexts?
    let field: TextField
    let notice: Notice
    let wordsNotice: Notice

    /// The longest ending of the prompt that stands in what was read.
    var longest: ReadContexts.Ending? { contexts?.endings.last }

    var title: Phrase {
        guard let contexts, let figure = longest?.count ?? words?.words.first?.probability else {
            return "Why this word"
        }
        return "Why this word, \(contexts.model.step(figure))"
    }

    var headline: Phrase {
        guard let contexts else {
            return (notice.failure == nil ? wordsNotice : notice).phrase(
                waiting: "One moment: all that the model has read is read again.")
        }
        guard let longest else {
            return contexts.model.step == 0
                ? "It has read nothing yet, so nothing speaks for any word."
                : "The last word of this prompt is not in its reading: no text speaks for any word."
        }
        let answer: Phrase = words?.words.first.map { "; the model says \(quoted(named($0))), \($0.probability)" } ?? ""
        let start: Phrase = contexts.isWhole ? "" : "The whole prompt is not in its reading; "
        return start + "“\(longest.text)” was read \(longest.count) times, \(sequel(of: longest))" + answer + "."
    }

    /// What came after an ending.
    private func sequel(of ending: ReadContexts.Ending) -> Phrase {
        guard let first = ending.followers.first else { return "with nothing after it" }
        return first.count.value == ending.count.value
            ? "each time with \(quoted(named(first))) after it"
            : "with \(quoted(named(first))) after it \(first.count) times"
    }

    private func quoted(_ word: Phrase) -> Phrase { "“\(word)”" }

    func named(_ word: NextWords.Word) -> Phrase { word.isEnd ? "the end" : "\(word)" }

    func named(_ follower: ReadContexts.Follower) -> Phrase {
        follower.isEnd ? "the end" : "\(follower.word)"
    }

    var lines: [[Phrase]] {
        var lines: [[Phrase]] = []
        if field.isFocused {
            lines.append(["\(key: "Enter") asks the model", "\(key: "Esc") leaves the field"])
        } else {
            lines.append([
                "\(strong: "The text is the only teacher"): what followed often becomes probable",
                "what is not in its reading it can only make out from what is alike",
            ])
        }
        lines.append([
            "The model is asked as at the beginning of a document; the text is counted wherever the words stand."
        ])
        lines.append(["Its text is made anew from its seed and read up to the slider; nothing else is looked up."])
        return lines
    }

    var tables: [Table] {
        var tables: [Table] = []
        if let words {
            tables.append(
                Table(
                    heading: "What the model finds probable next", columns: ["word", "probability"],
                    rows: words.words.map { [named($0), "\($0.probability)"] }))
        }
        for ending in (contexts?.endings ?? []).reversed() {
            tables.append(
                Table(
                    heading: "What it has read after “\(ending.text)”, \(ending.count) times",
                    columns: ["word", "times"], rows: ending.followers.map { [named($0), "\($0.count)"] }))
        }
        return tables
    }
}
