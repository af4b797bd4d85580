import Evidence

/// A task whose same answers were scored by two measures: all or nothing, and with partial credit.
struct MeasurePair: Sendable {
    var name: String
    /// For where it does not fit.
    var shortName = ""
    /// What is asked in a few words, longest first.
    var asks: [String]
    var family: String
    var sharp: Scored
    var smooth: Scored
    /// What to beware of in comparing the two; empty where there is nothing.
    var caution: Phrase = ""

    struct Scored: Sendable {
        var series: Series
        var metric: String
        /// From the worst value to the best.
        var scale: StripScale

        var isLessBetter: Bool { scale.ceiling < scale.floor }
        /// How much of the way from the worst value to the best a figure has gone.
        func fraction(of figure: Figure) -> Double { min(1, max(0, scale.fraction(of: figure.value))) }
    }

    /// The largest step of the sharp measure between neighbouring sizes, and what both measures make of it.
    struct Step: Sendable {
        var sharp: (before: Figure, after: Figure)
        var smooth: (before: Figure, after: Figure)
        var verdict: Verdict
        /// Whether the sharp measure rises so far in it that it is no even climb.
        var isLarge: Bool
    }

    /// What the two measures show beside each other.
    enum Verdict: Sendable {
        /// The sharp one leaps and the smooth one climbs before; both leap; the sharp one leaps and the smooth one hardly
        /// moves.
        case onlySharp, both, smoothIsStill
        /// Neither leaps; the sharp one hardly moves and the smooth one does; both hardly move.
        case neither, sharpIsStill, still
    }

    /// A leap is a step of at least half of the whole way from the first size to the last.
    private static let leap = 0.5
    /// A rise of so much of the scale in one size is large, however long the whole way.
    private static let largeRise = 0.15
    /// With less of a whole way than this part of its scale a measure hardly moves.
    private static let movement = 0.2

    /// Nil where there are no two sizes.
    var step: Step? {
        let pairs = zip(sharp.series.figures(over: .parameters), smooth.series.figures(over: .parameters))
            .map { (sharp: $0.figure, smooth: $1.figure) }
        guard let first = pairs.first, let last = pairs.last, pairs.count > 1 else { return nil }
        let steps = zip(pairs, pairs.dropFirst())
        guard
            let largest = steps.max(by: {
                sharp.fraction(of: $0.1.sharp) - sharp.fraction(of: $0.0.sharp)
                    < sharp.fraction(of: $1.1.sharp) - sharp.fraction(of: $1.0.sharp)
            })
        else { return nil }
        func way(_ scored: Scored, _ part: KeyPath<(sharp: Figure, smooth: Figure), Figure>) -> Double {
            scored.fraction(of: last[keyPath: part]) - scored.fraction(of: first[keyPath: part])
        }
        func leaps(_ scored: Scored, _ part: KeyPath<(sharp: Figure, smooth: Figure), Figure>) -> Bool {
            scored.fraction(of: largest.1[keyPath: part]) - scored.fraction(of: largest.0[keyPath: part])
                >= way(scored, part) * Self.leap
        }
        let isSmoothStill = way(smooth, \.smooth) < Self.movement
        let verdict: Verdict =
            if way(sharp, \.sharp) < Self.movement {
                isSmoothStill ? .still : .sharpIsStill
            } else if !leaps(sharp, \.sharp) {
                .neither
            } else if isSmoothStill {
                .smoothIsStill
            } else {
                leaps(smooth, \.smooth) ? .both : .onlySharp
            }
        let rise = sharp.fraction(of: largest.1.sharp) - sharp.fraction(of: largest.0.sharp)
        return Step(
            sharp: (largest.0.sharp, largest.1.sharp), smooth: (largest.0.smooth, largest.1.smooth), verdict: verdict,
            isLarge: rise >= Self.largeRise)
    }

    /// How often a larger size has less than the one before, by the sharp measure.
    var falls: Int {
        let values = sharp.series.figures(over: .parameters).map { sharp.fraction(of: $0.figure) }
        return zip(values, values.dropFirst()).count { $1 < $0 }
    }

    /// The published tasks of which both measures are carried.
    static let published: [MeasurePair] = [
        make(
            "find the answer", "find answers", ["in a given text", "in a text"], "GPT-3", "squadv2",
            ("em/gpt-3/16", "every word right", 0, 100), ("f1/gpt-3/16", "words in common", 0, 100)),
        make(
            "spelling by sound", "spelling", ["into phonetic signs", "phonetic"], "Llama",
            "international_phonetic_alphabet_transliterate", ("exact_str_match/llama", "every sign right", 0, 1),
            ("bleu/llama", "runs of signs shared", 0, 100)),
        make(
            "analogies", "analogies", ["this is to that as …", "this is to that"], "Qwen1.5", "analogical_similarity",
            ("accuracy/qwen1.5", "right choice", 0, 1), ("tc_brier/qwen1.5", "squared error", 1, 0)),
        make(
            "Persian questions", "in Persian", ["with four answers", "choices"], "Pythia", "parsinlu_qa_mc",
            ("accuracy/pythia", "right choice", 0, 1), ("tc_brier_raw/pythia", "squared error", 1, 0),
            caution:
                "A quarter on each answer would err less than any of these sizes: nearly all of the fall is learning to answer with a choice at all."
        ),
        make(
            "many right answers", "many right", ["all of them, or each", "all, or each"], "GPT-3", "multirc",
            ("acc/gpt-3/32", "all of a question", 0, 100), ("f1a/gpt-3/32", "answers in common", 0, 100),
            caution:
                "Answers in common: how well its picks and the right answers agree, in one number for all."
        ),
        make(
            "fill the blank", "fill blanks", ["a name in the news", "a name"], "GPT-3", "record",
            ("acc/gpt-3/32", "the very name", 0, 100), ("f1/gpt-3/32", "words in common", 0, 100)),
        make(
            "the last word", "last word", ["of a story", "of a story"], "GPT-3", "lambada",
            ("acc/gpt-3/15", "the very word", 0, 100),
            ("ppl/gpt-3/15", "perplexity", 180, 1), isLogarithmic: true,
            caution: "Perplexity is how unsure the model is: as if among so many equally likely words."),
    ].compactMap { $0 }

    private static func make(
        _ name: String, _ shortName: String, _ asks: [String], _ family: String, _ task: String,
        _ sharp: (String, String, Double, Double),
        _ smooth: (String, String, Double, Double), isLogarithmic: Bool = false, caution: Phrase = ""
    ) -> MeasurePair? {
        guard let first = Archive.mirage.series("mirage/\(task)/\(sharp.0)"),
            let second = Archive.mirage.series("mirage/\(task)/\(smooth.0)")
        else { return nil }
        return MeasurePair(
            name: name, shortName: shortName, asks: asks, family: family,
            sharp: Scored(series: first, metric: sharp.1, scale: StripScale(floor: sharp.2, ceiling: sharp.3)),
            smooth: Scored(
                series: second, metric: smooth.1,
                scale: StripScale(floor: smooth.2, ceiling: smooth.3, isLogarithmic: isLogarithmic)), caution: caution)
    }
}

extension LessonAbility {
    /// The published task with two measures that comes nearest to the ability; nil where none is carried.
    var nearestPair: Int? {
        let name: String? =
            switch self {
            case .questionAnswering: "find the answer"
            case .translation: "spelling by sound"
            case .reasoning: "analogies"
            case .grammar, .summarization, .inContext, .code: nil
            }
        return name.flatMap { name in MeasurePair.published.firstIndex { $0.name == name } }
    }
}
