import Cells
import Evidence

extension PromptingExhibit {
    var headline: Phrase {
        if isComparing { return comparison }
        if isTypingAnew { return "Type in the words of the little world; \(key: "Enter") asks the models." }
        if isLookingForOwn { return "Looking for models of yours …" }
        if let failure { return ("\(failure)." as Phrase).capitalized }
        if hasNoOwn { return "No model of yours is kept yet: \(key: "t") on panel Pretraining trains one." }
        guard let best = nextWords?.words.first else {
            return "A prompt steers a model: it goes on from what the prompt says."
        }
        let word: Phrase = best.isEnd ? "the end" : "“\(best)”"
        if temperature > 0, let text = asked.first(where: { $0.place == shelf.place })?.text,
            let drawn = text.text.split(separator: " ").first
        {
            let first = GeneratedText(prompt: text.prompt, text: String(drawn), model: text.model)
            return "It drew “\(first)”, by chance; the likeliest was \(word), \(best.probability)."
        }
        return circumstances + " \(word) is the likeliest next word, \(best.probability)."
    }

    private var circumstances: Phrase {
        if isExample, let finding { return "With \(words: finding.words):" }
        if isExample, exampleCount > 0, let point {
            let examples: Phrase =
                "\(name: point.accuracy.subject.shots, of: point.accuracy) \(words: point.examples == 1 ? "example" : "examples")"
            return "After \(examples) in the prompt:"
        }
        if isExample, example.isOpen { return "Without an example in the prompt:" }
        return isExample ? "A prompt that \(words: example.purpose):" : "Asked in words alone:"
    }

    private var comparison: Phrase {
        guard let scores = comparedScores else { return "The same model, asked weakly and asked well." }
        return
            "The same notes: \(scores.strong.choiceAccuracy) right in the form it read, \(scores.middle.choiceAccuracy) in a new form, \(scores.weak.choiceAccuracy) with new answers too (guessing \(name: scores.weak.choiceAccuracy.chance))."
    }

    func commentary(columns: Int) -> [[Phrase]] {
        if isComparing { return comparisonLines }
        if textField.isFocused { return typingLines }
        let same: Phrase = "\(strong: shelf.kind == .ages ? "The weights stay the same" : "One prompt, all models")"
        var lines: [[Phrase]] = [[same + ": \(words: remark)"]]
        if let text = asked.first(where: { $0.place == shelf.place })?.text, text.verdict == .wrong,
            let expected = text.expected
        {
            let right = GeneratedText(prompt: text.prompt, text: expected, model: text.model)
            // Why it is wrong comes first, where that is known.
            let place = exampleCount > Self.longestRow && example.isOpen ? 1 : 0
            let whose = finding == nil ? "the little world" : "the sentence"
            lines.insert(["It wrote something else: \(words: whose) says “\(right)”"], at: place)
        }
        if temperature > 0 { lines.insert([temperatureLine], at: 0) }
        if let line = readingLine { lines.append(line) }
        if isExample, finding == nil, let accuracy {
            lines.append(
                [
                    "Asked \(name: accuracy.subject.items, of: accuracy) such questions that it has not read, it gets \(accuracy) right"
                ] + (accuracy.chance.map { ["guessing gets \(name: $0)"] } ?? []))
        }
        if temperature == 0 { lines.append([temperatureLine]) }
        if let figure = PretrainingCosts.lesson("l3/pitfall/share"),
            let cost = PretrainingCosts.lesson("l3/prompt/cost")
        {
            lines.append(["\(strong: "Courses say"): good prompts handle \(figure) of tasks", "a prompt is \(cost)"])
        }
        return lines
    }

    /// What was measured of such questions, without sentences in front and with them.
    func readings(of finding: LookedUp) -> [AdaptationScores.Reading] {
        // Of a fact that its reading holds anyway nothing was measured.
        if finding.kind == .answer, findings.contains(where: { $0.kind == .change }) { return [] }
        return scores?.readings.filter { $0.id == finding.reading } ?? []
    }

    /// How often what was looked up is followed.
    private var readingLine: [Phrase]? {
        guard isExample, let finding, let figure = readings(of: finding).first(where: \.hasBook)?.accuracy else {
            return nil
        }
        return [
            "Asked \(name: figure.subject.items, of: figure) such questions, \(name: figure.subject.model, of: figure) after \(name: figure.place(along: .tokensSeen)) words follows the right sentence \(figure) of the time"
        ]
    }

    private var remark: String {
        if isExample, let finding { return finding.remark }
        if isExample, example.isOpen, example.task != "pairs", exampleCount > Self.longestRow {
            return nextWords?.words.first?.isEnd == true
                ? "no text that it read shows more than five in a row, and so it expects the end."
                : "no text that it read shows more than five in a row."
        }
        return isExample ? example.remark : "the prompt alone makes the difference."
    }

    /// Examples that a document of training shows at most.
    private static let longestRow = 5

    private var temperatureLine: Phrase {
        guard temperature > 0 else {
            return "It takes the likeliest word each time; \(key: "+") raises the temperature, and it draws more freely"
        }
        return
            "Temperature \(axis: .value(Self.temperatures[temperature], .index)): each word is drawn by these chances; \(key: "-") \(key: "+") draw anew"
    }

    private var typingLines: [[Phrase]] {
        let unknown = textField.unknownWords
        var lines: [[Phrase]] = []
        if let word = unknown.first {
            lines.append(["“\(typed: word)” is no word of the little world; it has its own few hundred"])
        } else {
            let found = textField.completions
            if found.isEmpty {
                lines.append(["Words of the little world: people, places, animals, things"])
            } else {
                let names = found.map { word -> Phrase in "\(typed: word)" }
                lines.append(["\(key: "Tab") goes on with \(names[0])"] + names.dropFirst())
            }
        }
        lines.append(["\(strong: "The weights stay the same"), whatever the prompt says"])
        return lines
    }

    private var comparisonLines: [[Phrase]] {
        guard let scores = comparedScores else { return [] }
        return [
            [
                "\(strong: "A prompt changes no weight"): it directs what is there. Courses say that a case and a comparison direct a large model; this small one is directed best by a form that it read"
            ],
            [
                "\(name: scores.strong.choiceAccuracy.subject.items, of: scores.strong.choiceAccuracy) notes that it has not read",
                "guessing one of eight answers gets \(name: scores.strong.choiceAccuracy.chance)",
            ],
            ["The two questions at the top, and what each gets, are from courses; no model was asked them here"],
        ]
    }

    var provenance: [Phrase] {
        if isComparing {
            guard let figure = scores?.prompts.first?.accuracy else { return [] }
            return ["\(figure.source)", who(scores?.model, figure), .legend(of: [.measured])]
        }
        guard let text = asked.first(where: { $0.place == shelf.place })?.text,
            let figure = nextWords?.words.first?.probability
        else { return [] }
        // These were measured of another model than the one that is asked here.
        let others: [Phrase] =
            isExample
            ? finding.flatMap { readings(of: $0).first?.accuracy }.map { reading in
                [
                    "the last bars: \(name: reading.subject.model, of: reading) after \(name: reading.place(along: .tokensSeen)) words"
                ]
            } ?? [] : []
        return ["\(figure.source)"] + others + [who(text.model, figure), "(…) guessing", .legend(of: [.measured])]
    }

    private func who(_ model: MeasuredModel?, _ figure: Figure) -> Phrase {
        guard let model else { return "" }
        return
            "\(name: model.name, of: figure): \(axis: .short(Double(model.parameters))) parameters, \(axis: .short(Double(model.tokensSeen))) words read, seed \(name: figure.subject.seed, of: figure)"
    }

    /// Beside the picture stands what examples are worth.
    var detail: Detail {
        Detail(
            title: "What examples in the prompt are worth",
            about: ["The same model, the same weights: only the prompt grows. Right means every word of the answer."],
            tables: [curveTable].compactMap { $0 })
    }

    private var curveTable: Table? {
        ownCurve.map { curve in
            Table(
                heading: "A prompt that \(words: example.purpose)",
                columns: ["examples", "right", "standard error", "guessing", "questions"],
                rows: curve.points.map { point in
                    [
                        "\(name: point.accuracy.subject.shots, of: point.accuracy)", "\(point.accuracy)",
                        point.accuracy.deviation.map { "\(name: $0)" } ?? "—", "\(name: point.accuracy.chance)",
                        "\(name: point.accuracy.subject.items, of: point.accuracy)",
                    ]
                })
        }
    }

    var narration: [Paragraph] {
        var paragraphs: [Paragraph] = [
            .heading("\(strong: "Prompting"): a model asked in words alone"), .text(headline),
        ]
        if !isComparing { paragraphs.append(.text("The prompt: \(typed: textField.text)")) }
        if !isComparing, let words = nextWords?.words {
            paragraphs.append(
                .table(
                    Table(
                        heading: "The next word", columns: ["word", "probability"],
                        rows: words.map { [$0.isEnd ? "(the end)" : "\($0)", "\($0.probability)"] })))
        }
        let texts = isComparing ? notes : asked.compactMap(\.text)
        if !texts.isEmpty {
            paragraphs.append(
                .table(
                    Table(
                        heading: "What it writes",
                        columns: isComparing
                            ? ["prompt", "it writes", ""] : ["weights", "words read", "it writes", ""],
                        rows: texts.map { text in
                            isComparing
                                ? ["\(prompt: text)", "\(text)", text.verdictWord]
                                : [
                                    "\(axis: .short(Double(text.model.parameters)))",
                                    "\(axis: .short(Double(text.model.tokensSeen)))", "\(text)", text.verdictWord,
                                ]
                        })))
        }
        if isComparing { paragraphs += [scoreTable].compactMap { $0 }.map { .table($0) } }
        if !isComparing, isExample, let curveTable { paragraphs.append(.table(curveTable)) }
        paragraphs.append(
            .table(
                Table(
                    heading: "Prompts to begin with", columns: ["a prompt that", "prompt"],
                    rows: PromptExample.all.map { [Phrase(words: $0.purpose), "\(typed: $0.prompt)"] })))
        return paragraphs + commentary(columns: .max).map { .text(Phrase.sentences($0)) }
    }

    private var scoreTable: Table? {
        scores.map { scores in
            Table(
                heading: "The same notes, by how they are asked",
                columns: ["the prompt", "examples", "right of eight", "guessing"],
                rows: scores.prompts.map { prompt in
                    [
                        Phrase(words: prompt.name),
                        "\(name: prompt.choiceAccuracy.subject.shots, of: prompt.choiceAccuracy)",
                        "\(prompt.choiceAccuracy)",
                        "\(name: prompt.choiceAccuracy.chance)",
                    ]
                })
        }
    }
}
