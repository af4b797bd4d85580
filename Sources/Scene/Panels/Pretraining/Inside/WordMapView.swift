import Cells
import Evidence

/// The words as a map: words that the model's numbers point the same way for stand together.
struct WordMapView: InsideView, DetailPicture {
    /// Nil before it came.
    let map: WordMap?
    /// Where the knob stands, in tokens read.
    let tokens: Double
    /// Whether there is one state alone, wherever the knob stands.
    let isNewestOnly: Bool
    let notice: Notice

    /// The last state up to the knob, or the first.
    var state: WordMap.State? {
        map?.states.last { tokens.reaches(Double($0.model.tokensSeen)) } ?? map?.states.first
    }

    var title: Phrase {
        guard let state else { return "Its words as a map" }
        return "Its words as a map, \(state.model.step(state.spread))"
    }

    /// How many times as often as by guessing the nearest word must be of the same kind to be no cloud any more, and for
    /// what fraction it must be so for the kinds to stand together.
    private static let beginning = 1.5
    private static let mostly = 0.5

    var headline: Phrase {
        guard let state else {
            return notice.phrase(waiting: "One moment: every word of the model gets its place on a map.")
        }
        let figure = state.sameKind
        let guessing: Phrase = "\(name: figure.chance)"
        if figure.value < Self.beginning * (figure.subject.chance ?? 0) {
            return
                "A cloud without order: for \(figure) of the words the nearest is of the same kind; guessing gets \(guessing)."
        }
        let isSorted = figure.value >= Self.mostly
        let whole: Phrase = isSorted ? "Words of a kind stand together" : "The words begin to sort themselves"
        return whole + ": for \(figure) of them the nearest word is of the same kind (guessing: \(guessing))."
    }

    var lines: [[Phrase]] {
        guard let state else { return [] }
        let words: Phrase = "after \(name: state.spread.place(along: .tokensSeen)) words"
        let kept: Phrase =
            isNewestOnly
            ? "\(strong: "The newest weights alone are kept"), \(words): they are shown wherever the slider stands."
            : "\(strong: "The kinds were not told"): they come from guessing the next word."
        return [
            [kept],
            [
                "To the model a word is a list of numbers; the map shows the two directions in which the lists differ most, \(state.spread) of all their spread."
            ],
            ["Each mark is a word; where several fall on one place, the kind with the most is drawn."],
            ["The map stays as it is, and the words move with the slider. Nearest is meant in all the numbers."],
        ]
    }

    /// The nearest word of the first words of each kind, and the kinds step by step.
    var tables: [Table] {
        guard let map, let state else { return [] }
        let examples = map.kinds.indices.flatMap { kind in
            map.words.indices.filter { map.words[$0].kind == kind }.prefix(Self.examplesOfKind)
        }
        return [
            Table(
                heading: "Nearest words, \(state.model.step(state.spread))", columns: ["word", "kind", "nearest word"],
                rows: examples.map { index in
                    [
                        "\(map.words[index].text)", Phrase(words: map.words[index].kind.map { map.kinds[$0] } ?? ""),
                        "\(map.words[state.nearest[index]].text)",
                    ]
                }),
            Table(
                heading: isNewestOnly ? "The kept weights" : "Every step of which the weights are kept",
                columns: ["step", "words read", "nearest word of its kind", "guessing", "spread on the map"],
                rows: map.states.map { state in
                    [
                        "\(name: state.spread.subject.step, of: state.spread)",
                        "\(name: state.spread.place(along: .tokensSeen))", "\(state.sameKind)",
                        "\(name: state.sameKind.chance)", "\(state.spread)",
                    ]
                }),
        ]
    }

    private static let examplesOfKind = 3
}
