import Cells
import Evidence

/// The tasks that Pythia was examined in while it read, easiest first.
enum PretrainingTask: Int, CaseIterable, Sendable {
    case lastWord, science, physics, easyExam, whoIsMeant, hardExam, subjects

    /// The task in the identifiers of the tables.
    var slug: String {
        switch self {
        case .lastWord: "lambada_openai"
        case .science: "sciq"
        case .physics: "piqa"
        case .easyExam: "arc_easy"
        case .whoIsMeant: "winogrande"
        case .hardExam: "arc_challenge"
        case .subjects: "mmlu_mean57"
        }
    }

    /// The plain name, and a shorter one for where it does not fit.
    var names: [String] {
        switch self {
        case .lastWord: ["last word of a story", "last word"]
        case .science: ["science with a text", "science"]
        case .physics: ["everyday physics", "physics"]
        case .easyExam: ["school science, easy", "easy science"]
        case .whoIsMeant: ["who is meant"]
        case .hardExam: ["school science, hard", "hard science"]
        case .subjects: ["exams in many subjects", "many subjects"]
        }
    }

    var name: String { names[0] }

    var shortName: String { names[names.count - 1] }

    var benchmark: String {
        switch self {
        case .lastWord: "LAMBADA"
        case .science: "SciQ"
        case .physics: "PIQA"
        case .easyExam: "ARC easy"
        case .whoIsMeant: "WinoGrande"
        case .hardExam: "ARC challenge"
        case .subjects: "MMLU mean"
        }
    }

    /// What is asked.
    var question: Phrase {
        switch self {
        case .lastWord:
            "A passage of a novel without its last word; only the very word counts, so guessing gets nothing."
        case .science: "A science question with a passage that holds the answer, and four answers to choose from."
        case .physics: "An everyday aim and two ways to it, one of which would not work."
        case .easyExam: "Science questions from school exams, four answers to choose from, nothing to look it up in."
        case .whoIsMeant: "A sentence with a blank and two names: which one is meant? Choosing needs common sense."
        case .hardExam:
            "The school questions that word statistics get wrong: more reading makes a model worse at first, not better."
        case .subjects:
            "Exams from law to medicine, four answers to choose from; the mean counts each subject alike, so it is computed."
        }
    }
}

/// One task of one size over the tokens read, and when it left chance.
struct LearningCurve: Sendable {
    var task: PretrainingTask
    var series: Series
    /// What guessing gets, in the unit of the values.
    var chance: Double
    /// The first checkpoint that is clear of chance for good; nil where none is.
    var leavesChanceAt: Figure?

    init?(_ size: PythiaSize, _ task: PretrainingTask) {
        guard let series = Archive.pythia.series("pythia/\(size.rawValue)/\(task.slug)/0"), !series.figures.isEmpty
        else { return nil }
        self.task = task
        self.series = series
        chance = series.subject.chance ?? 0
        leavesChanceAt = LearningCurve.leavesChanceAt(of: series, chance: chance)
    }

    /// How many of its own standard errors a score must lie beyond another number to be clear of it.
    static let clearance = 3.0

    /// The first checkpoint from which on every score lies above chance and above the curve's own first score, each by
    /// three standard errors. Chance alone would not do: with random weights some models sit above it by luck.
    static func leavesChanceAt(of series: Series, chance: Double) -> Figure? {
        let figures = series.figures(over: .tokensSeen).map(\.figure)
        guard let start = figures.first else { return nil }
        return figures.reversed().prefix { figure in
            guard let error = figure.subject.standardError else { return false }
            return figure.value - max(chance, start.value) > clearance * error
        }.last
    }

    /// The first checkpoint from which on every value lies below the curve's own first one by three standard errors,
    /// for a measure of which less is better.
    static func firstRelief(of series: Series) -> Figure? {
        let figures = series.figures(over: .tokensSeen).map(\.figure)
        guard let start = figures.first else { return nil }
        return figures.reversed().prefix { figure in
            guard let error = figure.subject.standardError else { return false }
            return start.value - figure.value > clearance * error
        }.last
    }

    /// Whether the task has left chance after so many tokens.
    func hasLeftChance(at tokens: Double) -> Bool {
        guard let place = leavesChanceAt?.subject.tokensSeen else { return false }
        return tokens.reaches(place)
    }

    /// The best score before a place from which the latest checkpoint there has clearly fallen, by three standard errors
    /// of the difference; nil where nothing was lost.
    func lostBest(at tokens: Double) -> Figure? {
        let passed = passed(tokens)
        guard let last = passed.last, let best = passed.max(by: { $0.value < $1.value }),
            let error = last.subject.standardError, let bestError = best.subject.standardError,
            let shown = series.reading(at: tokens, over: .tokensSeen).figure, shown.value < best.value
        else { return nil }
        let fall = best.value - last.value
        return fall > 0
            && fall * fall > LearningCurve.clearance * LearningCurve.clearance
                * (error * error + bestError * bestError)
            ? best : nil
    }

    /// Whether the latest checkpoint lies below chance by three standard errors.
    func isWorseThanGuessing(at tokens: Double) -> Bool {
        guard let last = passed(tokens).last, let error = last.subject.standardError,
            let shown = series.reading(at: tokens, over: .tokensSeen).figure
        else { return false }
        return shown.value < chance && chance - last.value > LearningCurve.clearance * error
    }

    /// The figures up to a place.
    private func passed(_ tokens: Double) -> [Figure] {
        series.figures(over: .tokensSeen)
            .filter { tokens.reaches($0.position) }.map(\.figure)
    }
}
