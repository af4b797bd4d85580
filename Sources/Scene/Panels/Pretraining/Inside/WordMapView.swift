import Cells
import Evidence

/// The words as a map: words that the model's numbers point the same way for stand together.
struct WordMapView: InsideView {
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
        return "Its words as a map, \(state.model.when(state.spread))"
    }

    /// How many times better than guessing the neighbours must be for words of a kind to stand together.
    private static let clearly = 3.0
    private static let mostly = 0.5

    var headline: Phrase {
        guard let state else {
            return notice.phrase(waiting: "One moment: every word of the model gets its place on a map.")
        }
        let share: Phrase = "\(state.sameKind)"
        let guessing: Phrase = "\(name: state.sameKind.chance)"
        let value = state.sameKind.value
        if value >= Self.mostly {
            return
                "Words of a kind stand together: the nearest word of \(share) is of its own kind, by guessing of \(guessing)."
        }
        if value >= Self.clearly * (state.sameKind.subject.chance ?? 0) {
            return
                "The words begin to sort themselves: the nearest word of \(share) is of its own kind, by guessing of \(guessing)."
        }
        return
            "A cloud without order: the nearest word of \(share) is of its own kind, little more than the \(guessing) of guessing."
    }

    var lines: [[Phrase]] {
        guard let state else { return [] }
        let last: Phrase =
            isNewestOnly
            ? "\(strong: "Only the last weights are kept"), wherever the knob stands."
            : "\(strong: "Nobody told it the kinds"): they come from guessing the next word. The map stays the same, and the words move with the knob."
        return [
            [last],
            [
                "To the model a word is a list of numbers",
                "of their spread the map's two directions hold \(state.spread)",
            ],
            ["Each mark is a word", "where several fall on one place, the kind with the most is drawn"],
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
                heading: "Nearest words, \(state.model.when(state.spread))", columns: ["word", "kind", "nearest word"],
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
