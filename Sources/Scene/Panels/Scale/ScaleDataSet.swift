import Evidence

/// Whose measurements the strips of the panel of scale show.
enum ScaleDataSet: Int, CaseIterable, Sendable {
    case best, gpt3, bigG, pythia, codexAndPaLM, openModels, moves, littleWorld

    var name: String {
        switch self {
        case .best: "a family for each ability"
        case .gpt3: "GPT-3"
        case .bigG: "BIG-G on BIG-bench"
        case .pythia: "Pythia"
        case .codexAndPaLM: "Codex and PaLM"
        case .openModels: "open models"
        case .moves: "the bar moves"
        case .littleWorld: "the little world"
        }
    }

    /// Whether its axis is that of published models, and its rows are the abilities of one or more families.
    var isOfFamilies: Bool { self != .moves && self != .littleWorld && self != .openModels }

    /// The curve of an ability, or nil where no score of this family in it is carried.
    func curve(_ ability: LessonAbility, shots: Shots) -> MeasuredCurve? {
        switch self {
        case .best: ScaleDataSet.best(ability)
        case .gpt3: ScaleDataSet.gpt3(ability, shots)
        case .bigG: ScaleDataSet.bigG(ability)
        case .pythia: ScaleDataSet.pythia(ability)
        case .codexAndPaLM: ScaleDataSet.codexAndPaLM(ability)
        case .openModels, .moves, .littleWorld: nil
        }
    }

    /// Points of models that belong to no one family.
    func points(_ ability: LessonAbility) -> Series? {
        guard self == .openModels else { return nil }
        return switch ability {
        case .questionAnswering: Archive.openmodels.series("open/arc-c")
        case .reasoning: Archive.openmodels.series("open/gsm8k")
        case .code: Archive.openmodels.series("open/humaneval")
        case .grammar, .translation, .summarization, .inContext: nil
        }
    }

    /// A figure of the data set, which bears its name; nil where the data set is of no one family.
    var anyFigure: Figure? {
        guard self != .best else { return nil }
        return LessonAbility.allCases.lazy.compactMap { ability in
            (curve(ability, shots: .few)?.series ?? points(ability))?.figures.first
        }.first
    }

    /// How many examples stand in the prompt, where the data set has more than one way.
    enum Shots: String, CaseIterable, Sendable {
        case zero, one, few

        /// In the words of a line's name, and of a sentence.
        var brief: String {
            switch self {
            case .zero: "no example"
            case .one: "one example"
            case .few: "more examples"
            }
        }
        var words: String {
            switch self {
            case .zero: "no example in the prompt"
            case .one: "one example in the prompt"
            case .few: "examples in the prompt"
            }
        }

        /// How a sentence of it begins.
        var opening: String {
            switch self {
            case .zero: "Without examples, "
            case .one: "Shown one example, "
            case .few: "Shown examples, "
            }
        }
    }

    private static func best(_ ability: LessonAbility) -> MeasuredCurve? {
        switch ability {
        case .grammar: pythia(.grammar)
        case .questionAnswering, .translation, .inContext, .reasoning: gpt3(ability, .few)
        case .summarization, .code: codexAndPaLM(ability)
        }
    }

    static func make(
        _ series: Series?, _ benchmark: String, _ family: String, shots: String = "", upTo ceiling: Double,
        _ verb: (Phrase, Phrase), asks: [String], _ question: Phrase
    ) -> MeasuredCurve? {
        guard let series, !series.figures.isEmpty else { return nil }
        return MeasuredCurve(
            series: series, benchmark: benchmark, family: family, shots: shots, ceiling: ceiling, verb: verb,
            asks: asks, question: question)
    }
}
