import Evidence

extension PromptingExhibit {
    var headline: Phrase {
        if isLookingForOwn { return "Looking for models of yours …" }
        if let failure { return "\(failure)." }
        if hasNoOwn { return "No model of yours is kept yet: \(key: "t") on panel Pretraining trains one." }
        guard let best = nextWords?.words.first else {
            return "A prompt is all it takes: the model goes on with whatever stands in it."
        }
        let word: Phrase = best.isEnd ? "the end" : "“\(best)”"
        let purpose = PromptExample.of(prompt)?.purpose
        let asked: Phrase = purpose.map { "A prompt that \(words: $0):" } ?? "Asked in words alone:"
        return asked + " \(word) is the likeliest to come next, \(best.probability)."
    }

    func commentary(columns: Int) -> [[Phrase]] {
        let remark = PromptExample.of(prompt)?.remark ?? "the prompt alone makes the difference."
        var lines: [[Phrase]] = [["\(strong: "The weights stay the same"): \(words: remark)"]]
        if textField.isFocused {
            lines.append([
                "\(key: "Enter") asks the model", "\(key: "Esc") leaves the field", "words of the little world alone",
            ])
        } else {
            lines.append([
                "It writes by taking the likeliest word again and again",
                "\(key: "Space") does it by hand, with the word you choose",
            ])
        }
        if let figure = PretrainingCosts.lesson("l3/pitfall/share"),
            let cost = PretrainingCosts.lesson("l3/prompt/cost")
        {
            lines.append(["\(strong: "Says the lesson"): good prompts handle \(figure) of tasks", "they are \(cost)"])
        }
        return lines
    }

    var provenance: [Phrase] {
        guard let text = asked.compactMap(\.text).last, let figure = nextWords?.words.first?.probability else {
            return []
        }
        return [
            "\(figure.source)",
            "\(name: text.model.name, of: figure): \(axis: .short(Double(text.model.parameters))) weights, seed \(name: figure.subject.seed, of: figure)",
            .legend(of: [.measured]),
        ]
    }

    /// Beside the picture stand the prompts to begin with.
    var detail: Detail {
        Detail(
            title: "Prompts to begin with", about: ["\(key: "[") and \(key: "]") go from one to the next."],
            tables: [
                Table(
                    heading: "", columns: ["prompt"], rows: PromptExample.all.map { ["\(typed: $0.prompt)"] })
            ])
    }

    var narration: [Paragraph] {
        var paragraphs: [Paragraph] = [
            .heading("\(strong: "Prompting"): a model asked in words alone"), .text(headline),
            .text("The prompt: \(typed: textField.text)"),
        ]
        if let words = nextWords?.words {
            paragraphs.append(
                .table(
                    Table(
                        heading: "The next word", columns: ["word", "probability"],
                        rows: words.map { [$0.isEnd ? "(the end)" : "\($0)", "\($0.probability)"] })))
        }
        let texts = asked.compactMap(\.text)
        if !texts.isEmpty {
            paragraphs.append(
                .table(
                    Table(
                        heading: "What it writes", columns: ["words read", "it writes", ""],
                        rows: texts.map {
                            ["\(axis: .short(Double($0.model.tokensSeen)))", "\($0)", $0.verdictWord]
                        })))
        }
        return paragraphs + commentary(columns: .max).map { .text(Phrase.joined($0, by: "; ")) }
    }
}
