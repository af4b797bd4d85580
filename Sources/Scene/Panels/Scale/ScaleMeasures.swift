import Evidence

/// A task whose same answers were scored by two measures: all or nothing, and with partial credit.
struct MeasurePair: Sendable {
    var name: String
    var family: String
    var sharp: Scored
    var smooth: Scored
    /// What the two show beside each other.
    var finding: Phrase

    struct Scored: Sendable {
        var series: Series
        var metric: String
        /// The values at the foot and the head of the strip; the foot is the worse one.
        var worst: Double
        var best: Double
    }

    static let all: [MeasurePair] = [
        make(
            "Persian questions", "Pythia", "parsinlu_qa_mc", ("accuracy/pythia", "exact choice", 0.2, 0.5),
            ("tc_brier_raw/pythia", "probability", 1, 0.5),
            "Scored by choice, eight sizes stay at chance; scored by the probability of the right answer they get better nearly step by step. Part of that is learning to answer with one of the choices at all."
        ),
        make(
            "phonetic script", "Llama", "international_phonetic_alphabet_transliterate",
            ("exact_str_match/llama", "every sign", 0, 0.5), ("bleu/llama", "shared signs", 0, 60),
            "With every sign right as the measure the smallest Llama seems to know nothing; shared runs of signs show that it was well on its way."
        ),
        make(
            "analogies", "Qwen1.5", "analogical_similarity", ("accuracy/qwen1.5", "exact choice", 0, 0.6),
            ("tc_brier/qwen1.5", "probability", 1, 0.5),
            "The counter-example: the last step is the largest in both measures. Not every jump is made by its measure."
        ),
        make(
            "find the answer", "GPT-3 few-shot", "squadv2", ("em/gpt-3/16", "every word", 0, 100),
            ("f1/gpt-3/16", "shared words", 0, 100),
            "SQuAD: shared words give a little more than exact answers at every size, and both climb together."),
        make(
            "many right answers", "GPT-3 few-shot", "multirc", ("acc/gpt-3/32", "all of them", 0, 100),
            ("f1a/gpt-3/32", "each of them", 0, 100),
            "MultiRC: a question counts only when every answer to it is right, and so few do; answer by answer the same model does far better."
        ),
        make(
            "fill the blank", "GPT-3 few-shot", "record", ("acc/gpt-3/32", "exact", 0, 100),
            ("f1/gpt-3/32", "shared words", 0, 100), "ReCoRD: answers are names, so the two measures hardly differ."),
        make(
            "last word", "GPT-3 few-shot", "lambada", ("acc/gpt-3/15", "the very word", 0, 100),
            ("ppl/gpt-3/15", "perplexity", 180, 1),
            "LAMBADA: perplexity, how surprised the model is by the right word, falls long before the word itself comes first."
        ),
    ].compactMap { $0 }

    private static func make(
        _ name: String, _ family: String, _ task: String, _ sharp: (String, String, Double, Double),
        _ smooth: (String, String, Double, Double), _ finding: Phrase
    ) -> MeasurePair? {
        guard let first = Archive.mirage.series("mirage/\(task)/\(sharp.0)"),
            let second = Archive.mirage.series("mirage/\(task)/\(smooth.0)")
        else { return nil }
        return MeasurePair(
            name: name, family: family,
            sharp: Scored(series: first, metric: sharp.1, worst: sharp.2, best: sharp.3),
            smooth: Scored(series: second, metric: smooth.1, worst: smooth.2, best: smooth.3), finding: finding)
    }
}
