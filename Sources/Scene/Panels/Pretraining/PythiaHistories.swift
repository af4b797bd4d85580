import Evidence

/// The training histories of Pythia's eight sizes, from the published tables, and what its benchmarks are called.
enum PythiaHistories {
    static let all: [(size: PythiaSize, curves: HistoryCurves)] = PythiaSize.allCases.compactMap { size in
        history(of: size).map { (size, HistoryCurves($0)) }
    }

    static func of(_ size: PythiaSize) -> HistoryCurves? { all.first { $0.size == size }?.curves }

    private static func history(of size: PythiaSize) -> TrainingHistory? {
        func series(_ task: String) -> Series? { Archive.pythia.series("pythia/\(size.rawValue)/\(task)/0") }
        return TrainingHistory(
            published: benchmarks.compactMap { task in
                series(task.id).map { (task.ability, $0, task.smooth.flatMap(series)) }
            })
    }

    /// What each task is called, by its identifier.
    static let words: [String: AbilityWords] = Dictionary(
        benchmarks.map { ($0.id, $0.words) }, uniquingKeysWith: { first, _ in first })

    /// A benchmark as the tables identify it, and its words.
    private struct Benchmark {
        let id: String
        /// The series of its smooth measure.
        var smooth: String?
        let names: [String]
        let exam: String
        let asks: String

        var ability: ExaminedAbility {
            ExaminedAbility(
                id: id, name: names[0], asks: asks, scoring: "The answer that it finds most probable is the right one.",
                chance: nil)
        }

        var words: AbilityWords {
            AbilityWords(
                names: names, exam: exam, sharp: PythiaHistories.sharp,
                smooth: PythiaHistories.smooth)
        }
    }

    /// Those that are shown, easiest first.
    private static let benchmarks = [
        Benchmark(
            id: "lambada_openai", smooth: "lambada_openai_ppl", names: ["last word of a story", "last word"],
            exam: "LAMBADA",
            asks: "A passage of a novel without its last word; only the very word counts, so guessing gets nothing."),
        Benchmark(
            id: "sciq", names: ["science with a text", "science"], exam: "SciQ",
            asks: "A science question with a passage that holds the answer, and four answers to choose from."),
        Benchmark(
            id: "piqa", names: ["everyday physics", "physics"], exam: "PIQA",
            asks: "An everyday aim and two ways to it, one of which would not work."),
        Benchmark(
            id: "arc_easy", names: ["school science, easy", "easy science"], exam: "ARC easy",
            asks: "Science questions from school exams, four answers to choose from, nothing to look it up in."),
        Benchmark(
            id: "winogrande", names: ["who is meant"], exam: "WinoGrande",
            asks: "A sentence with a blank and two names: which one is meant? Choosing needs common sense."),
        Benchmark(
            id: "arc_challenge", names: ["school science, hard", "hard science"], exam: "ARC challenge",
            asks:
                "The school questions that two simple methods, looking up and counting words, both got wrong."
        ),
        Benchmark(
            id: "mmlu_mean57", names: ["exams in many subjects", "many subjects"], exam: "MMLU mean",
            asks:
                "Exams from law to medicine, four answers to choose from; the mean, computed here, counts each subject alike."
        ),
    ]

    /// Of the last word alone a smooth measure was published, and so the two measures are shown of it alone.
    private static let sharp = AbilityWords.SharpWords(
        names: ["the very word"], subtitles: ["LAMBADA, accuracy: sharp", "LAMBADA accuracy", "accuracy"],
        entry: "the very word (accuracy)", claim: "exactly right")
    private static let smooth = AbilityWords.SmoothWords(
        names: ["its surprise"], subtitles: ["LAMBADA, perplexity: smooth", "LAMBADA perplexity", "perplexity"],
        entry: "surprise at it (perplexity)", claim: "its perplexity is",
        title: "surprise at the last word (less is better)",
        about:
            "Perplexity: among how many equally likely words the model seems to hesitate. It falls long before the right word comes first.",
        relief: "the right word surprises it less")
}
