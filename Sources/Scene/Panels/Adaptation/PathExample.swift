import Cells
import Evidence

/// What happens on a path to one case, step by step.
enum ExampleStep: Int, CaseIterable, Sendable {
    case input, network, answer, price

    var name: String {
        switch self {
        case .input: "goes in"
        case .network: "weights"
        case .answer: "answer"
        case .price: "catch"
        }
    }

    /// What stands in its row before it is walked.
    var promise: String {
        switch self {
        case .input: "what the model sees"
        case .network: "which of its weights change"
        case .answer: "what comes out, and how often that is right"
        case .price: "what goes wrong"
        }
    }
}

/// One case of the little world's clinic on one path, as it is recorded.
struct PathExample {
    let path: AdaptationPath
    let clinic: ClinicRecord
    /// Where the knob stands.
    let labels: Double

    /// A step in words of falling length.
    func wordings(_ step: ExampleStep) -> [Phrase] {
        switch step {
        case .input: input
        case .network: network
        case .answer: answer
        case .price: price
        }
    }

    /// What the model sees.
    private var input: [Phrase] {
        switch path {
        case .fineTune:
            let note = Phrase(words: RecordedPrompts.notes[0])
            let illness = Phrase(words: "its illness", isBold: true)
            return [
                "\(slider: .grouped(labels)) notes, each with its label: “\(note) \(illness)”",
                "notes with labels: “\(note) \(illness)”", "“\(note) \(illness)”",
                "notes, each with the name of its illness",
            ]
        case .prompt:
            let text = RecordedPrompts.visit
            let end = text.firstIndex(of: ".").map { "…" + text[text.index(after: $0)...] } ?? text
            return [
                "“\(strong: text)”, and it goes on", "“\(strong: text)”", "\(strong: end)",
                "a note in the words of what it read",
            ]
        case .rag:
            guard let prompt = clinic.prompt(.answer) else { return ["a looked-up sentence, then the question"] }
            return [
                "looked up, then the question: “\(strong: prompt)”", "“\(strong: prompt)”",
                "a looked-up sentence, then the question",
            ]
        }
    }

    private var network: [Phrase] {
        let weights: Phrase =
            clinic.scores.value?.prompts.first.map { prompt in
                "all \(name: prompt.accuracy.exactPlace(along: .parameters)) weights"
            } ?? "all weights"
        switch path {
        case .fineTune:
            return [
                "\(weights) of this little model change a little with every note",
                "\(weights) change with every note", "\(weights) change", "all weights change",
            ]
        case .prompt:
            return [
                "none changes: the same model, asked in the words of what it read",
                "none changes: the same model, asked", "none changes",
            ]
        case .rag:
            return [
                "none changes: the sentence stands in the prompt, for this one answer",
                "none changes: the sentence is in the prompt", "none changes",
            ]
        }
    }

    private var answer: [Phrase] {
        switch path {
        case .fineTune:
            guard let figure = clinic.reading(.pretrained, at: labels).text,
                let tests = clinic.accuracies(.pretrained).last?.mean
            else { return [] }
            let after: Phrase = "\(figure) of \(name: tests.subject.items, of: tests) new notes right"
            let before = clinic.firstWord(after: RecordedPrompts.notes[0])
            let untuned = before.map { word -> Phrase in
                "; before fine-tuning it goes on with \(word), at \(word.probability)"
            }
            return [untuned.map { after + $0 }, after, "\(figure) right"].compactMap { $0 }
        case .prompt:
            guard let word = clinic.firstWord(after: RecordedPrompts.visit), let figure = clinic.score(.known) else {
                return []
            }
            let said: Phrase = "\(word), the remedy, at \(word.probability)"
            return [
                said + ", recorded; \(figure) of \(name: figure.subject.items, of: figure) new visits right",
                said + "; \(figure) of new visits right", said, "\(word) \(word.probability)",
            ]
        case .rag: return lookedUpAnswer
        }
    }

    private var lookedUpAnswer: [Phrase] {
        guard let prompt = clinic.prompt(.answer), let word = clinic.firstWord(after: prompt) else { return [] }
        let said: Phrase = "\(word) at \(word.probability)"
        guard let with = clinic.reading("fresh", hasBook: true)?.accuracy,
            let without = clinic.reading("fresh", hasBook: false)?.accuracy
        else { return [said] }
        return [
            said
                + ", recorded; \(with) of \(name: with.subject.items, of: with) questions right, \(without) without the sentence",
            said + "; \(with) right, \(without) without it", said,
        ]
    }

    /// What it costs beside money: what is forgotten, what a prompt can not, what a second sentence does.
    private var price: [Phrase] {
        switch path {
        case .fineTune: forgotten
        case .prompt:
            clinic.score(.newWords).map { figure in
                [
                    "with the illnesses' names, which it has not read, \(figure) right: guessing gets \(name: figure.chance)",
                    "in words it has not read \(figure), guessing \(name: figure.chance)", "new words: \(figure)",
                ]
            } ?? []
        case .rag:
            clinic.reading("distracted", hasBook: true).map { reading in
                let right = reading.accuracy
                let other: Phrase = reading.other.map { ", the other's \($0)" } ?? ""
                return [
                    "with a second sentence, about somebody else, \(right) right\(other): a coin flip between the two",
                    "one sentence more, of somebody else: \(right) right\(other)", "a second sentence: \(right) right",
                ]
            } ?? []
        }
    }

    private var forgotten: [Phrase] {
        guard let translation = clinic.change(of: "translation", by: "diagnosis") else { return [] }
        let labels: Phrase = "after \(name: clinic.labels(of: "diagnosis")) labels"
        let short: Phrase =
            "\(labels) it has forgotten: translation falls from \(translation.before) to \(translation.after)"
        guard let facts = clinic.change(of: "fact", by: "allTasks") else { return [short] }
        let full: Phrase =
            short + "; trained on three tasks, its facts fall from \(facts.before) to \(facts.after)"
        return [full, short, "\(labels) translation falls to \(translation.after)"]
    }
}

extension AdaptationExhibit {
    var example: PathExample { PathExample(path: path, clinic: clinic, labels: slider.value) }

    /// Columns of the names of the steps, and right of the network's picture.
    private static let stepColumns = 12
    private static let networkGap = 3
    private static let columnsForNetwork = 90

    /// The steps of the chosen path's example: a row each, of those that were not walked yet the name alone; where there are
    /// fewer rows than steps, those that were walked last.
    func drawExample(on picture: inout Picture, in area: Area) {
        guard area.rows > 0 else { return }
        let walked = max(1, min(walked, ExampleStep.allCases.count))
        let last = max(walked, area.rows)
        let shown = ExampleStep.allCases.prefix(last).suffix(max(1, area.rows))
        let hasNetwork =
            area.rows > NetworkPicture.rows && area.columns >= AdaptationExhibit.columnsForNetwork
            && walked > ExampleStep.network.rawValue
        if hasNetwork {
            let place = Area(
                column: area.endColumn - NetworkPicture.columns - 1, row: area.row + ExampleStep.network.rawValue,
                columns: NetworkPicture.columns, rows: NetworkPicture.rows)
            network.draw(on: &picture, in: place)
        }
        for (offset, step) in shown.enumerated() {
            let row = Area(column: area.column + 1, row: area.row + offset, columns: area.columns - 2, rows: 1)
            let isLast = step.rawValue == walked - 1
            picture.draw(
                Phrase(words: step.name), in: row, style: isLast ? Style(.accent, on: .standard, .bold) : Style(.faint))
            let right = hasNetwork && step != .input ? NetworkPicture.columns + AdaptationExhibit.networkGap : 0
            let place = row.inset(left: AdaptationExhibit.stepColumns - 1, right: right)
            if step.rawValue < walked {
                let wordings =
                    step != .network ? example.wordings(step) : hasNetwork ? legendWordings : networkWordings
                picture.drawFirstFitting(wordings, in: place, style: Style(isLast ? .standard : .soft))
            } else {
                let key: Phrase = step.rawValue == walked && !picture.isOnTour ? "\(key: "Space") shows " : ""
                picture.drawFirstFitting(
                    [key + "\(words: step.promise)", key + "\(words: step.name)"], in: place, style: Style(.faint))
            }
        }
    }

    private var network: NetworkPicture { NetworkPicture(isMoving: path == .fineTune) }

    /// The words of the step, and what the lines of the network's picture beside them are.
    private var legendWordings: [Phrase] {
        let legend: [String] =
            path == .fineTune
            ? [" (━ a weight that changes)", " (━ changes)"] : [" (─ a weight that stays)", " (─ stays)"]
        return example.wordings(.network).flatMap { words in
            legend.map { words + Phrase(words: $0, ink: path.ink) } + [words]
        }
    }

    /// The words of the step with the network in front of them, where it has no room of its own.
    private var networkWordings: [Phrase] {
        example.wordings(.network).map { Phrase(words: network.line, ink: path.ink) + "\u{A0} " + $0 }
    }
}
