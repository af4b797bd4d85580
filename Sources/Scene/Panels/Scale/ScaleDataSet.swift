import Evidence

/// Whose measurements the strips of the panel of scale show.
enum ScaleDataSet: Int, CaseIterable, Sendable {
    case best, gpt3, bigG, pythia, codexAndPaLM, openModels

    var name: String {
        switch self {
        case .best: "the best measured of each"
        case .gpt3: "GPT-3"
        case .bigG: "BIG-G on BIG-bench"
        case .pythia: "Pythia"
        case .codexAndPaLM: "Codex and PaLM"
        case .openModels: "open models"
        }
    }

    /// Whether the name takes a plural verb.
    var isPlural: Bool { self == .openModels || self == .codexAndPaLM }

    /// The curve of an ability, or nil where this family was not measured in it.
    func curve(_ ability: LessonAbility, shots: Shots) -> MeasuredCurve? {
        switch self {
        case .best: ScaleDataSet.best(ability)
        case .gpt3: ScaleDataSet.gpt3(ability, shots)
        case .bigG: ScaleDataSet.bigG(ability)
        case .pythia: ScaleDataSet.pythia(ability)
        case .codexAndPaLM: ScaleDataSet.codexAndPaLM(ability)
        case .openModels: nil
        }
    }

    /// Points of models that belong to no one family.
    func points(_ ability: LessonAbility) -> (series: Series, floor: Double, ceiling: Double)? {
        guard self == .openModels else { return nil }
        let found: (String, Double)? =
            switch ability {
            case .questionAnswering: ("open/arc-c", 0.25)
            case .reasoning: ("open/gsm8k", 0)
            case .code: ("open/humaneval", 0)
            case .grammar, .translation, .summarization, .inContext: nil
            }
        guard let (id, floor) = found, let series = Archive.openmodels.series(id) else { return nil }
        return (series, floor, 1)
    }

    /// A figure of the data set, which bears its name; nil where the data set is of no one family.
    var anyFigure: Figure? {
        guard self != .best else { return nil }
        return LessonAbility.allCases.lazy.compactMap { ability in
            (curve(ability, shots: .few)?.series ?? points(ability)?.series)?.figures.first
        }.first
    }

    /// How many examples stand in the prompt, where the data set has more than one way.
    enum Shots: String, CaseIterable, Sendable {
        case zero, one, few

        var name: String { rawValue + "-shot" }
    }

    private static func best(_ ability: LessonAbility) -> MeasuredCurve? {
        switch ability {
        case .grammar: pythia(.grammar)
        case .questionAnswering, .translation, .inContext, .reasoning: gpt3(ability, .few)
        case .summarization, .code: codexAndPaLM(ability)
        }
    }

    private static func gpt3(_ ability: LessonAbility, _ shots: Shots) -> MeasuredCurve? {
        let family = "GPT-3 \(shots.name)"
        switch ability {
        case .questionAnswering:
            return make(
                Archive.gpt3.series("gpt3/triviaqa/\(shots.rawValue)"), "TriviaQA", family, 0...100,
                ("answers", "of trivia questions"),
                "Questions from quizzes, answered from memory; the answer must match word for word.")
        case .translation:
            return make(
                Archive.gpt3.series("gpt3/fren-14-bleu-mb/\(shots.rawValue)"), "French→English", family, 0...50,
                ("translates French at", ""),
                "News sentences from French into English; BLEU counts the runs of words shared with a human translation."
            )
        case .inContext:
            guard shots != .zero else { return nil }
            return make(
                shots == .few ? ScaleFigures.fewShotGain : ScaleFigures.oneShotGain, "examples' gain", family,
                0...20, ("gains", "from examples in its prompt"),
                "The mean score over all accuracy benchmarks of the paper with examples in the prompt, less the mean without: what the examples add while no weight moves."
            )
        case .reasoning:
            return make(
                Archive.gpt3.series("gpt3/3d-plus/\(shots.rawValue)"), "three-digit sums", family, 0...100,
                ("gets", "of three-digit sums right"),
                "Sums of two numbers of three digits, in words; every digit of the answer must be right.")
        case .code:
            return make(
                Archive.code.series("humaneval/pass-1/gpt-3"), "HumanEval", "GPT-3", 0...50,
                ("solves", "of programming tasks at the first try"),
                "Functions written from their description, run against tests; this model was not trained on code for it."
            )
        case .grammar, .summarization: return nil
        }
    }

    private static func bigG(_ ability: LessonAbility) -> MeasuredCurve? {
        func series(_ task: String, _ rest: String) -> Series? { Archive.bigbench.series("bigg/\(task)/\(rest)") }
        let family = "BIG-G"
        switch ability {
        case .grammar:
            return make(
                series("linguistic_mappings", "exact_str_match_sample-lass-q6"), "linguistic mappings", family, 0...1,
                ("forms", "of words and sentences right"), "Plurals, past tenses and questions formed by rule.")
        case .questionAnswering:
            return make(
                series("general_knowledge", "multiple_choice_grade-bb-audit"), "general knowledge", family, 0...1,
                ("answers", "of easy questions"), "Easy questions of general knowledge, several answers to choose from."
            )
        case .translation:
            return make(
                series("english_russian_proverbs", "multiple_choice_grade-bb-audit"), "Russian proverbs", family,
                0.25...1, ("matches", "of proverbs to Russian ones"),
                "Choose the Russian proverb that means the same as an English one.")
        case .inContext:
            return make(
                series("list_functions", "exact_str_match_sample-lass-q6"), "list functions", family, 0...1,
                ("continues", "of list rules from examples"), "A rule on lists of numbers, shown by examples alone.")
        case .reasoning:
            return make(
                series("logical_deduction", "accuracy_sample-lass-q6"), "logical deduction", family, 0...1,
                ("deduces", "of orders right"), "The order of things from a few statements about them.")
        case .code:
            return make(
                series("code_line_description", "multiple_choice_grade-bb-audit"), "code line description", family,
                0.25...1, ("describes", "of code lines rightly"), "Choose what a short piece of code does.")
        case .summarization: return nil
        }
    }

    private static func pythia(_ ability: LessonAbility) -> MeasuredCurve? {
        switch ability {
        case .grammar:
            make(
                ScaleFigures.grammar, "BLiMP", "Pythia", 0.5...1, ("picks the grammatical sentence", "of the time"),
                "Two sentences that differ in one point of grammar: which one does the model find likelier? Guessing gets half."
            )
        case .questionAnswering:
            make(
                ScaleFigures.pythiaBySize("sciq"), "SciQ", "Pythia", 0.25...1, ("answers", "of science questions"),
                "School science with four answers to choose from and no example in the prompt.")
        case .translation:
            make(
                Archive.mirage.series("mirage/international_phonetic_alphabet_transliterate/bleu/pythia"),
                "phonetic script", "Pythia", 0...50, ("writes phonetic script at", ""),
                "English sentences written in the phonetic alphabet.")
        case .reasoning:
            make(
                Archive.bigbench.series("obs/arithmetic_3_digit_addition/accuracy/pythia"), "three-digit sums",
                "Pythia", 0...1, ("gets", "of three-digit sums right"), "Sums of two numbers of three digits.")
        case .summarization, .inContext, .code: nil
        }
    }

    private static func codexAndPaLM(_ ability: LessonAbility) -> MeasuredCurve? {
        switch ability {
        case .summarization:
            make(
                Archive.summarization.series("summarization/xsum-en/1-shot/palm"), "XSum", "PaLM one-shot", 0...25,
                ("summarizes at", ""),
                "News articles in one sentence, after one example; the score counts pairs of words shared with a human summary."
            )
        case .reasoning:
            make(
                Archive.bigbench.series("palm/logical_sequence/normalized_accuracy"), "logical sequence",
                "PaLM few-shot", 0...1, ("orders", "of sequences, chance taken off"),
                "Put events or sizes into their order; nought is what guessing gets.")
        case .code:
            make(
                Archive.code.series("humaneval/pass-1/codex"), "HumanEval", "Codex", 0...50,
                ("solves", "of programming tasks at the first try"),
                "Functions written from their description, run against tests; Codex is trained on code.")
        case .grammar, .questionAnswering, .translation, .inContext: nil
        }
    }

    private static func make(
        _ series: Series?, _ benchmark: String, _ family: String, _ range: ClosedRange<Double>,
        _ verb: (Phrase, Phrase), _ question: Phrase
    ) -> MeasuredCurve? {
        guard let series, !series.figures.isEmpty else { return nil }
        return MeasuredCurve(
            series: series, benchmark: benchmark, family: family, floor: range.lowerBound, ceiling: range.upperBound,
            verb: verb, question: question)
    }
}
