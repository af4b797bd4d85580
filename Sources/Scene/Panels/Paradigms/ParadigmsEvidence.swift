import Evidence

/// A published score without pretraining and with it.
struct ParadigmsEvidence: Sendable {
    /// What is compared, and on which scale: rows of one kind share an axis, and no axis has two units that say different
    /// things.
    enum Kind: CaseIterable, Hashable, Sendable {
        /// One network; scores of a hundred.
        case scores
        /// One network; words shared with what a person wrote, of a hundred.
        case overlap
        /// One network; wrong answers in percent.
        case errors
        /// Another network before: progress, and not pretraining alone.
        case others

        var range: ClosedRange<Double> {
            switch self {
            case .scores, .others: 0...100
            case .overlap: 0...50
            case .errors: 0...15
            }
        }

        /// What the rows count, the longest form first.
        var titles: [Phrase] {
            switch self {
            case .scores: ["right answers, of a hundred", "right answers"]
            case .overlap: ["words shared with a person’s text", "words shared with a person", "shared words"]
            case .errors: ["wrong answers in percent: less is better", "wrong: less is better"]
            case .others: ["other networks before: not pretraining alone", "other networks"]
            }
        }
    }

    let kind: Kind
    /// What is asked in plain words, longest first; the last fits the narrowest picture.
    let names: [String]
    /// Model and benchmark.
    let exam: Phrase
    /// The score from scratch, or of the systems before.
    let before: Figure
    let after: Figure
    /// What is counted, in a word or two.
    let metric: Phrase
    /// What the benchmark asks.
    let question: Phrase
    /// What makes the two comparable or not, in few words, and in full.
    let condition: Phrase
    let caution: Phrase
    /// Everything published of the same comparison.
    let relatives: [Series]

    var isSameNetwork: Bool { kind != .others }
    var name: Phrase { "\(name: names[0], of: after)" }

    var dots: JoinedDots {
        JoinedDots(before: before, after: after, isSameNetwork: isSameNetwork, range: kind.range)
    }

    /// What is less than so many hundredths of the scale is no gain, and no loss.
    static let smallestGain = 0.1

    /// And what is a gain of less than so many is one by a hair.
    private static let hair = 0.3
    var isByAHair: Bool { gain >= ParadigmsEvidence.smallestGain && gain < ParadigmsEvidence.hair }

    /// How much better it is with pretraining, in the unit of the scores; negative where it is worse.
    var gain: Double {
        let difference = (after.value - before.value) * (after.unit.factor(to: .percent) ?? 1)
        return after.subject.higherIsBetter == false ? -difference : difference
    }

    /// Both scores, the longest form first; the second bears the letter of their kind for both.
    var values: [Phrase] {
        let pair: Phrase = "\(Phrase("\(before.withoutUnit)").withoutLetters) → \(after.withoutUnit)"
        let verdict: Phrase = abs(gain) < ParadigmsEvidence.smallestGain ? "no gain" : gain < 0 ? "a loss" : ""
        return (verdict.isEmpty ? [] : [pair + " " + verdict]) + [pair, "\(after.withoutUnit)"]
    }

    /// The comparisons of one network, and how many of them gain.
    static var ofOneNetwork: [ParadigmsEvidence] { all.filter(\.isSameNetwork) }

    /// BERT's mean, for where its name is said.
    static let bert = glueSeries.first { $0.id == "glue/average" }?.figures
        .first { $0.subject.model.hasPrefix("BERT") }

    /// How many times more labels training from scratch needs: two data sets, and the claim with unlabelled text too.
    static let fewLabels: [Figure] = ["imdb", "ag", "abstract"].compactMap {
        Archive.transfer.series("ulmfit/low-shot/" + $0)?.figures.first
    }

    // MARK: - Rows

    /// All comparisons, those of a kind one after another.
    static let all: [ParadigmsEvidence] = [
        t5(
            "squad", "SQuAD", .scores, ["find the answer in a text", "find the answer", "an answer"], "exact match",
            "Find the answer to a question in a text; it must match word for word."),
        t5(
            "glue", "GLUE mean", .scores, ["understanding, many tasks", "understanding"], "mean score",
            "The mean over the tasks of a benchmark of understanding."),
        t5(
            "superglue", "SuperGLUE", .scores, ["harder understanding", "harder ones"], "mean score",
            "The mean over the tasks of a harder benchmark of understanding."),
        t5(
            "wmt-enfr", "WMT En-Fr", .overlap, ["English to French", "to French"], "BLEU",
            "Translate news; BLEU counts runs of words shared with a person's.", condition: plentyOfPairs,
            caution: whyNoGain),
        t5(
            "wmt-ende", "WMT En-De", .overlap, ["English to German", "to German"], "BLEU",
            "Translate news; BLEU counts runs of words shared with a person's."),
        t5(
            "wmt-enro", "WMT En-Ro", .overlap, ["English to Romanian", "to Romanian"], "BLEU",
            "Translate news, with few translated pairs to learn from."),
        t5(
            "cnn-dailymail", "CNN/DailyMail", .overlap, ["shorten an article", "shorten it"], "ROUGE-2",
            "Shorten an article; pairs of words shared with the summary."),
        ulmfit(
            "trec-6", "TREC-6", ["kind of question", "question kind"], "What kind of thing does a question ask for?"),
        ulmfit(
            "imdb", "IMDb", ["film reviews", "reviews"],
            "Does a film review praise or blame?"),
        ulmfit("ag", "AG News", ["sort the news"], "Which section of the news is it?"),
        glue(
            "average", "BERT-Large", "GLUE mean", ["BERT, understanding", "BERT, mean"],
            "The mean over the tasks of a benchmark of understanding."),
        glue(
            "average", "OpenAI GPT (GPT-1)", "GLUE mean", ["GPT-1, understanding", "GPT-1, mean"],
            "The mean over the tasks of a benchmark of understanding."),
        glue(
            "rte", "OpenAI GPT (GPT-1)", "RTE", ["GPT-1, does it follow", "GPT-1, infers"],
            "Does one sentence follow from another? Few labels, and here it does worse."),
    ].compactMap { $0 }

    private static func t5(
        _ id: String, _ benchmark: String, _ kind: Kind, _ names: [String], _ metric: String, _ question: Phrase,
        condition: Phrase = "same network, same fine-tuning steps", caution: Phrase? = nil
    ) -> ParadigmsEvidence? {
        guard let series = Archive.transfer.series("t5/" + id),
            let after = series.figures.first(where: { $0.subject.method.hasPrefix("pretrained") }),
            let before = series.figures.first(where: { $0.subject.method.hasPrefix("from scratch") })
        else { return nil }
        return ParadigmsEvidence(
            kind: kind, names: names, exam: "\(name: "T5 on " + benchmark, of: after)", before: before, after: after,
            metric: "\(name: metric, of: after)", question: question, condition: condition,
            caution: caution
                ?? "The one from scratch had as many fine-tuning steps, but not the compute of pretraining on top.",
            relatives: [series])
    }

    private static let plentyOfPairs: Phrase = {
        guard let pairs = ParadigmsTask.all.first(where: { $0.labels.subject.task == "translationFrench" }) else {
            return "labels are plenty"
        }
        return "about \(pairs.labels) pairs are plenty"
    }()

    private static let whyNoGain: Phrase =
        "With so many translated pairs pretraining adds next to nothing; the test was chosen for that."

    private static func ulmfit(_ id: String, _ benchmark: String, _ names: [String], _ question: Phrase)
        -> ParadigmsEvidence?
    {
        guard let series = Archive.transfer.series("ulmfit/pretraining/" + id),
            let after = series.figures.first(where: { $0.subject.method.hasPrefix("pretrained") }),
            let before = series.figures.first(where: { $0.subject.method.hasPrefix("from scratch") })
        else { return nil }
        let others = ["ulmfit/classifier/", "ulmfit/test/", "ulmfit/low-shot/"]
        return ParadigmsEvidence(
            kind: .errors, names: names, exam: "\(name: "ULMFiT on " + benchmark, of: after)", before: before,
            after: after, metric: "errors in %", question: question,
            condition: "the first not pretrained on Wikipedia",
            caution:
                "From scratch: without pretraining on Wikipedia; a classifier from scratch is in the zoom.",
            relatives: [series] + others.compactMap { Archive.transfer.series($0 + id) })
    }

    private static let glueSeries = Archive.transfer.identifiers(under: "glue/")
        .compactMap { Archive.transfer.series($0) }

    private static func glue(
        _ id: String, _ model: String, _ benchmark: String, _ names: [String], _ question: Phrase
    ) -> ParadigmsEvidence? {
        guard let series = glueSeries.first(where: { $0.id == "glue/" + id }),
            let after = series.figures.first(where: { $0.subject.model == model }),
            let before = series.figures.first(where: { $0.subject.method.hasPrefix("task-specific systems") })
        else { return nil }
        let short = model.hasPrefix("BERT") ? "BERT" : "GPT-1"
        let first = series.figures.first { $0.subject.model == "OpenAI GPT (GPT-1)" } ?? after
        return ParadigmsEvidence(
            kind: .others, names: names, exam: "\(name: "\(short) on \(benchmark)", of: after)", before: before,
            after: after, metric: "\(name: after.subject.metric, of: after)", question: question,
            condition: "other networks before",
            caution:
                "Before: the best systems made for each task, up to \(name: "GPT-1", of: first); they are other networks.",
            relatives: [series])
    }
}
