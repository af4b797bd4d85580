import Evidence

/// A published score without and with pretraining.
struct ParadigmsEvidence: Sendable {
    /// Model and benchmark in at most 22 columns.
    var name: Phrase
    /// The score from scratch, or of the systems before.
    var before: Figure
    var after: Figure
    /// Whether one network stands at both ends; else only the task is the same.
    var isSameNetwork: Bool
    /// What is counted, in a word or two.
    var metric: Phrase
    /// What the benchmark asks.
    var question: Phrase
    /// What makes the two comparable or not, in few words, and in full.
    var condition: Phrase
    var caution: Phrase
    /// A word beside the dots, where the score alone would puzzle.
    var note: Phrase?
    /// Everything published of the same comparison.
    var relatives: [Series]

    var dots: JoinedDots { JoinedDots(before: before, after: after, isSameNetwork: isSameNetwork, note: note) }

    /// What is less than so many hundredths of the scale is no gain, and no loss.
    static let smallestGain = 0.1

    /// How much better the score is with pretraining, in the unit of the scores; negative where it is worse.
    var gain: Double {
        (JoinedDots.fraction(of: after) - JoinedDots.fraction(of: before)) * JoinedDots.scale.upperBound
    }

    /// The comparisons of the same source, for the zoom.
    var siblings: [ParadigmsEvidence] {
        let same = ParadigmsEvidence.all.filter {
            $0.after.source == after.source && $0.after.subject.model == after.subject.model
        }
        return same + moreOfGLUE
    }

    /// The tasks of the benchmark that have no row of their own in the picture.
    private var moreOfGLUE: [ParadigmsEvidence] {
        guard !isSameNetwork else { return [] }
        let shown = ParadigmsEvidence.all.filter { $0.after.subject.model == after.subject.model }.map(\.before)
        return relatives.compactMap { series in
            guard series.id.hasPrefix("glue/"), let task = series.figures.first?.subject.task,
                !shown.contains(series.figures[0])
            else { return nil }
            let name = task.hasPrefix("GLUE ") ? String(task.dropFirst(5)) : task
            return ParadigmsEvidence.glue(String(series.id.dropFirst(5)), after.subject.model, name, question)
        }
    }

    /// All comparisons: one of each kind first, for where few rows fit.
    static let all: [ParadigmsEvidence] = [
        t5("squad", "SQuAD", "exact match", "Find the answer to a question in a text; it must match word for word."),
        t5(
            "wmt-enfr", "English to French", "BLEU",
            "Translate news; BLEU counts runs of words shared with a person’s.",
            condition: plentyOfPairs, caution: whyNoGain),
        ulmfit("trec-6", "TREC-6", "What kind of thing does a question ask for?"),
        glue("average", "BERT-Large", "GLUE mean", "The mean over the tasks of a benchmark of understanding."),
        t5("glue", "GLUE mean", "mean score", "The mean over the tasks of a benchmark of understanding."),
        t5("superglue", "SuperGLUE", "mean score", "The mean over the tasks of a harder benchmark of understanding."),
        glue("average", "OpenAI GPT (GPT-1)", "GLUE mean", "The mean over the tasks of a benchmark of understanding."),
        glue("rte", "OpenAI GPT (GPT-1)", "RTE", "Does one sentence follow from another? Few labels, and here a loss."),
        t5("cnn-dailymail", "CNN/DailyMail", "ROUGE-2", "Shorten an article; pairs of words shared with the summary."),
        t5(
            "wmt-ende", "English to German", "BLEU", "Translate news; BLEU counts runs of words shared with a person’s."
        ),
        t5("wmt-enro", "English to Romanian", "BLEU", "Translate news, with few translated pairs to learn from."),
        ulmfit("imdb", "IMDb", "Is a film review happy or angry?"),
        ulmfit("ag", "AG News", "Which section of the news is it?"),
    ].compactMap { $0 }

    private static func t5(
        _ id: String, _ benchmark: String, _ metric: String, _ question: Phrase,
        condition: Phrase = "same network, same fine-tuning steps", caution: Phrase? = nil
    ) -> ParadigmsEvidence? {
        guard let series = Archive.transfer.series("t5/" + id),
            let after = series.figures.first(where: { $0.subject.method.hasPrefix("pretrained") }),
            let before = series.figures.first(where: { $0.subject.method.hasPrefix("from scratch") })
        else { return nil }
        return ParadigmsEvidence(
            name: "\(name: "T5 " + benchmark, of: after)", before: before, after: after, isSameNetwork: true,
            metric: "\(name: metric, of: after)", question: question, condition: condition,
            caution: caution
                ?? "\(name: "T5", of: after) from scratch has the same number of fine-tuning steps, not the compute of pretraining too: more steps might bring it nearer.",
            note: caution == nil ? nil : "labels are plenty",
            relatives: [series])
    }

    private static let plentyOfPairs: Phrase = {
        guard let pairs = ParadigmsTask.all.first(where: { $0.labels.subject.task == "translationFrench" }) else {
            return "labels are plenty"
        }
        return "about \(pairs.labels) pairs are plenty"
    }()

    private static let whyNoGain: Phrase =
        "Pretraining helps where labels are few. English to French has so many translated pairs of its own that pretraining adds next to nothing; its authors put it in to show just that."

    /// How many times more labels training from scratch needs: two data sets, and the claim with unlabelled text too.
    static let fewLabels: [Figure] = ["imdb", "ag", "abstract"].compactMap {
        Archive.transfer.series("ulmfit/low-shot/" + $0)?.figures.first
    }

    private static func ulmfit(_ id: String, _ benchmark: String, _ question: Phrase) -> ParadigmsEvidence? {
        guard let series = Archive.transfer.series("ulmfit/pretraining/" + id),
            let after = series.figures.first(where: { $0.subject.method.hasPrefix("pretrained") }),
            let before = series.figures.first(where: { $0.subject.method.hasPrefix("from scratch") })
        else { return nil }
        let others = ["ulmfit/classifier/", "ulmfit/test/", "ulmfit/low-shot/"]
        return ParadigmsEvidence(
            name: "\(name: "ULMFiT " + benchmark, of: after)", before: before, after: after, isSameNetwork: true,
            metric: "errors in %", question: question, condition: "from scratch: no language model read first",
            caution:
                "From scratch means here: no language model was pretrained on Wikipedia. The other meaning, an untrained classifier, is a table of its own. Errors are drawn from the right end, so that right is better on every row.",
            relatives: [series] + others.compactMap { Archive.transfer.series($0 + id) })
    }

    private static let glueSeries = Archive.transfer.identifiers(under: "glue/")
        .compactMap { Archive.transfer.series($0) }

    private static func glue(_ id: String, _ model: String, _ benchmark: String, _ question: Phrase)
        -> ParadigmsEvidence?
    {
        guard let series = glueSeries.first(where: { $0.id == "glue/" + id }),
            let after = series.figures.first(where: { $0.subject.model == model }),
            let before = series.figures.first(where: { $0.subject.method.hasPrefix("task-specific systems") })
        else { return nil }
        let short = model.hasPrefix("BERT") ? "BERT" : "GPT-1"
        let first = series.figures.first { $0.subject.model == "OpenAI GPT (GPT-1)" } ?? after
        return ParadigmsEvidence(
            name: "\(name: "\(short) \(benchmark)", of: after)", before: before, after: after, isSameNetwork: false,
            metric: "other network", question: question, condition: "not one network: others made for the task",
            caution:
                "The diamond is the best of the systems made for each task before \(name: "GPT-1", of: first), which are other networks: this shows progress, not pretraining alone.",
            relatives: glueSeries)
    }
}
