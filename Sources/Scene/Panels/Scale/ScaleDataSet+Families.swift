import Evidence

/// What each family was asked, and how it is said.
extension ScaleDataSet {
    static func gpt3(_ ability: LessonAbility, _ shots: Shots) -> MeasuredCurve? {
        switch ability {
        case .questionAnswering:
            make(
                Archive.gpt3.series("gpt3/triviaqa/\(shots.rawValue)"), "TriviaQA", "GPT-3", shots: shots.words,
                upTo: 100, ("answers", "of quiz questions"), asks: ["quiz questions, by heart", "quiz questions"],
                "Questions from quizzes, answered from memory; the answer must match word for word.")
        case .translation:
            make(
                Archive.gpt3.series("gpt3/fren-14-bleu-mb/\(shots.rawValue)"), "French to English, BLEU", "GPT-3",
                shots: shots.words, upTo: 50, ("scores", "translating French"),
                asks: ["French into English", "from French"],
                "News sentences from French into English; the score, BLEU, counts the runs of words shared with a human translation; the very same words would have a hundred."
            )
        case .inContext:
            shots == .zero
                ? nil
                : make(
                    shots == .few ? ScaleFigures.fewShotGain : ScaleFigures.oneShotGain, "mean of forty tests", "GPT-3",
                    shots: shots.words, upTo: 20,
                    ("gains", shots == .few ? "with examples in its prompt" : "with one example in its prompt"),
                    asks: ["what examples add", "examples add"],
                    "The mean score over forty tests of the paper with examples in the prompt, less the mean without: what the examples add while no weight moves."
                )
        case .reasoning:
            make(
                Archive.gpt3.series("gpt3/3d-plus/\(shots.rawValue)"), "three-digit addition", "GPT-3",
                shots: shots.words, upTo: 100, ("gets", "of three-digit sums right"),
                asks: ["sums of three digits", "three-digit sums"],
                "Sums of two numbers of three digits; every digit of the answer must be right.")
        case .code:
            make(
                Archive.code.series("humaneval/pass-1/gpt-3"), "HumanEval", "GPT-3", upTo: 100,
                ("solves", "of programming tasks at the first try"), asks: ["write a function", "functions"],
                "Functions written from their description, run against tests; this model was not trained on code for it."
            )
        case .grammar, .summarization: nil
        }
    }

    static func bigG(_ ability: LessonAbility) -> MeasuredCurve? {
        func series(_ task: String, _ rest: String) -> Series? { Archive.bigbench.series("bigg/\(task)/\(rest)") }
        func made(
            _ series: Series?, _ benchmark: String, _ verb: (Phrase, Phrase), _ asks: [String], _ question: Phrase
        ) -> MeasuredCurve? {
            make(series, benchmark, "BIG-G", upTo: 1, verb, asks: asks, question)
        }
        return switch ability {
        case .grammar:
            made(
                series("linguistic_mappings", "exact_str_match_sample-lass-q6"), "linguistic mappings",
                ("forms", "of words and sentences right"), ["plurals, tenses, questions", "plurals, tenses"],
                "Plurals, past tenses and questions formed by rule.")
        case .questionAnswering:
            made(
                series("general_knowledge", "multiple_choice_grade-bb-audit"), "general knowledge",
                ("answers", "of easy questions"), ["easy, with choices", "with choices"],
                "Easy questions of general knowledge with several answers to choose from.")
        case .translation:
            made(
                series("english_russian_proverbs", "multiple_choice_grade-bb-audit"), "English-Russian proverbs",
                ("finds", "of Russian proverbs"), ["find the Russian proverb", "proverbs"],
                "Choose the Russian proverb that means the same as an English one.")
        case .inContext:
            made(
                series("list_functions", "exact_str_match_sample-lass-q6"), "list functions",
                ("follows the rule that examples show in", "of lists"), ["rules that examples show", "rules shown"],
                "A rule about lists of numbers, shown by examples alone.")
        case .reasoning:
            made(
                series("logical_deduction", "accuracy_sample-lass-q6"), "logical deduction",
                ("gets", "of orders right"), ["the order of things", "orders"],
                "The order of things from a few statements about them.")
        case .code:
            made(
                series("code_line_description", "multiple_choice_grade-bb-audit"), "code line description",
                ("gets", "of code lines right"), ["what a line of code does", "lines of code"],
                "Choose what a short piece of code does.")
        case .summarization: nil
        }
    }

    static func pythia(_ ability: LessonAbility) -> MeasuredCurve? {
        switch ability {
        case .grammar:
            make(
                ScaleFigures.grammar, "BLiMP", "Pythia", upTo: 1, ("picks the right sentence in", "of pairs"),
                asks: ["the right sentence of two", "right of two"],
                "Two sentences that differ in one point of grammar: which one does the model find likelier? Guessing gets half."
            )
        case .questionAnswering:
            make(
                ScaleFigures.pythiaBySize("sciq"), "SciQ", "Pythia", upTo: 1,
                ("answers", "of school science questions"), asks: ["school science, choices", "school science"],
                "School science with four answers to choose from and no example in the prompt.")
        case .reasoning:
            make(
                Archive.bigbench.series("obs/arithmetic_3_digit_addition/accuracy/pythia"), "three-digit addition",
                "Pythia", upTo: 1, ("gets", "of three-digit sums right"),
                asks: ["sums of three digits", "three-digit sums"],
                "Sums of two numbers of three digits, two examples in the prompt.")
        case .translation, .summarization, .inContext, .code: nil
        }
    }

    static func codexAndPaLM(_ ability: LessonAbility) -> MeasuredCurve? {
        switch ability {
        case .summarization:
            make(
                Archive.summarization.series("summarization/xsum-en/1-shot/palm"), "XSum, ROUGE", "PaLM",
                shots: "one example in the prompt", upTo: 25, ("scores", "summing up news"),
                asks: ["news in one sentence", "news"],
                "News articles in one sentence, after one example; the score, ROUGE, counts pairs of words shared with a human summary; the very same words would have a hundred."
            )
        case .reasoning:
            make(
                Archive.bigbench.series("palm/logical_sequence/normalized_accuracy"), "logical sequence",
                "PaLM", upTo: 1, ("goes", "of the way from guessing to perfect at ordering"),
                asks: ["which order makes sense", "sequences"],
                "Put events or sizes in order; guessing gets zero.")
        case .code:
            make(
                Archive.code.series("humaneval/pass-1/codex"), "HumanEval", "Codex", upTo: 100,
                ("solves", "of programming tasks at the first try"), asks: ["write a function", "functions"],
                "Functions written from their description, run against tests; Codex is trained on code.")
        case .grammar, .questionAnswering, .translation, .inContext: nil
        }
    }
}
