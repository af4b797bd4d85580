import Algorithms
import Cells
import Evidence

extension AdaptationExhibit {
    // MARK: - Headline

    /// The best of each path among what is carried here.
    var scoresHeadline: Phrase {
        let names: [AdaptationPath: Phrase] = [
            .prompt: "the best prompt gets ", .fineTune: "fine-tuning ", .rag: "RAG ",
        ]
        let best = [AdaptationPath.prompt, .fineTune, .rag].compactMap { path -> (name: Phrase, figure: Figure)? in
            let figure = shownCase.rows(path).flatMap(\.figures).max { $0.value < $1.value }
            return figure.flatMap { figure in names[path].map { ($0, figure) } }
        }
        // The paths are not compared where the models differ.
        let models = Set(best.map(\.figure.subject.model)).count
        let guessing: Phrase = shownCase.isNearGuessing ? " (guessing \(words: shownCase.guessing))" : ""
        let end: Phrase =
            guessing + (models < 2 ? "." : models == best.count ? "; different models." : "; not all one model.")
        return "On \(words: shownCase.plain) " + Phrase.joined(best.map { $0 + "\($1)" }, by: ", ") + end
    }

    // MARK: - Commentary

    func scoresLines(columns: Int) -> [[Phrase]] {
        // Where the picture is too low for what stands beneath it, it is said here.
        let brief: [Phrase] = columns < Self.columnsForClosing ? [briefClosing] : []
        let lines: [[Phrase]] =
            shownCase.isMedical
            ? [knobRow, likeWithLike, brief, medicalTerms, retrievalPieces, [foundation], [shownCase.question]]
            : [knobRow, likeWithLike, [path.meaning], [noFrench]]
        return lines.filter { !$0.isEmpty }
    }

    /// The model at the knob, and how it was asked.
    private var knobRow: [Phrase] {
        let here = shownCase.rows.filter { $0.isAt(slider.value) }
        guard let row = here.first(where: { $0.path == path }) ?? here.first, let figure = row.figures.first else {
            return []
        }
        let value = Phrase.joined(row.figures.map { "\($0)" }, by: " to ")
        let labels: Phrase? = figure.exactPlace(along: .labelledExamples).map { "fine-tuned on \(name: $0) labels" }
        let guessing: Phrase? = shownCase.guessing.isEmpty ? nil : "guessing gets \(words: shownCase.guessing)"
        return [
            "\(name: row.model, of: figure) (\(words: row.path.name), \(name: row.how, of: figure)): \(value)",
            guessing,
            labels,
        ].compactMap { $0 }
    }

    /// Models that stand on several paths, though seldom asked and scored in the same way.
    private static let compared = ["Llama 3 70B", "Llama 2 70B", "GPT-4-32k-0613"]

    private var likeWithLike: [Phrase] {
        let lines = Self.compared.compactMap { model -> Phrase? in
            let rows = shownCase.rows.filter { $0.figures.first?.subject.model.contains(model) ?? false }
            guard Set(rows.map(\.path)).count > 1, let figure = rows.first?.figures.first else { return nil }
            let scores = rows.compactMap { row in
                row.figures.first.map { score -> Phrase in
                    let own: Phrase = row.model == model ? "" : " (\(name: row.model, of: score))"
                    return "\(score) \(words: row.path.asked)" + own
                }
            }
            return "\(name: model, of: figure) " + Phrase.joined(scores, by: ", ")
        }
        return (lines + [voters].compactMap { $0 }).enumerated().map { index, line in
            index == 0 ? "One model in each way, set-ups differ: " + line : line
        }
    }

    /// Models that were fine-tuned and asked in one way: the answer is the one that most of several tries agree on.
    private var voters: Phrase? {
        let rows = shownCase.rows(.fineTune).filter { $0.how == AdaptationCase.voters }
        guard rows.count > 1 else { return nil }
        let scores = rows.compactMap { row in
            row.figures.first.map { figure -> Phrase in "\(name: row.model, of: figure) \(figure)" }
        }
        return "by vote of several answers " + Phrase.joined(scores, by: ", ")
    }

    /// What looking things up did to one model in two exams.
    private var retrievalPieces: [Phrase] {
        let pair = { (exam: AdaptationCase) -> (plain: Figure, rag: Figure)? in
            guard let plain = exam.rows(.prompt).first(where: { $0.model == Self.compared[0] })?.figures.first,
                let rag = exam.rows(.rag).first(where: { $0.model == Self.compared[0] })?.figures.first
            else { return nil }
            return (plain, rag)
        }
        guard let exam = pair(.medqa), let paper = pair(.pubmedqa) else { return [] }
        // One piece: the gain is not told without the loss.
        return [
            "RAG takes \(name: Self.compared[0], of: exam.plain) from \(paper.plain) to \(paper.rag) where the answer lies in a paper, from \(exam.plain) to \(exam.rag) on the doctors' exam"
        ]
    }

    /// Like with like: of those that were fine-tuned, the one that looks things up and the best that answers from memory.
    private var memoryNote: Phrase {
        guard let rag = shownCase.rows(.rag).first?.figures.first,
            let prompt = shownCase.rows(.prompt).first?.figures.first,
            let memory = shownCase.rows(.fineTune).flatMap(\.figures).max(by: { $0.value < $1.value })
        else { return "" }
        return
            "Like with like: both fine-tuned, the one that looks things up has \(rag), the best from memory here \(memory). The prompt changed no weight of \(name: prompt.subject.model, of: prompt)."
    }

    // MARK: - What is taught

    /// What is taught that the chosen path takes in the medical case, a piece each.
    var medicalTerms: [Phrase] {
        let pieces = terms(of: path)
        return pieces.enumerated().map { $0 == 0 ? "Courses teach of \(words: path.activity): " + $1 : $1 }.map {
            $0.inked(.amber)
        }
    }

    /// What goes in, what it costs, what speaks for it and against it.
    private func terms(of path: AdaptationPath) -> [Phrase] {
        let figure = { (name: String) in Archive.lesson.series("l7/\(path.slug)/\(name)")?.figures.first }
        let source = Source.named("lesson-L7")
        switch path {
        case .fineTune:
            return [
                figure("examples").map { "\($0) of symptoms and diagnosis" },
                figure("cost").map { "\($0) on \(name: $0.subject.accelerator, of: $0)" },
                figure("time").map { "\($0)" }, "for: \("highest accuracy on a narrow task", of: source)",
                "against: \("labelled medical data, compliance", of: source)",
            ].compactMap { $0 }
        case .prompt:
            let count: Phrase =
                figure("diagnoses").map { "a role, the symptoms, a request for the \($0) most likely diagnoses" }
                ?? "a role and the symptoms"
            return [
                figure("examples").map { "labelled data (\($0))" }, count, figure("cost").map { "\($0)" },
                figure("time").map { "\($0)" },
                "for: \("deployed at once", of: source)",
                "against: \("uneven quality, no current protocols", of: source)",
            ].compactMap { $0 }
        case .rag:
            return [
                "\("guidelines (UpToDate, PubMed) looked up", of: source)",
                figure("cost").map { "\($0) for the vector database of guidelines" },
                "for: \("always current, cites sources", of: source)",
                "against: \("needs the vector database", of: source)",
            ].compactMap { $0 }
        }
    }

    /// The base of the case that is taught, and what it already knows.
    private var foundation: Phrase {
        let figure = { (name: String) in Archive.lesson.series("l7/llama3/\(name)")?.figures.first }
        guard let size = figure("parameters"), let tokens = figure("tokens"), let cost = figure("cost") else {
            return ""
        }
        return
            "Courses say that the base, \(name: size.subject.model, of: size), read \(tokens) tokens for \(cost) and knows medical terms from Wikipedia and PubMed, reasoning, and the shape of question and answer."
    }

    private var recommendation: [Phrase] {
        let source = Source.named("lesson-L7")
        return [
            "Courses say: \("RAG with fine-tuning", of: source), RAG for freshness and checkable sources, fine-tuning for terms and format.",
            "Courses say: \("RAG with fine-tuning", of: source), for fresh sources, and for terms and format.",
            "Courses say: \("RAG with fine-tuning", of: source).",
        ].map { ($0 as Phrase).inked(.amber) }
    }

    private var notTheSameTask: [Phrase] {
        [
            "Not the same task: an exam lists the answers to choose from, the case in the courses goes from symptoms to a diagnosis. So the claims are neither shown nor refuted.",
            "An exam is no diagnosis: the claims are neither shown nor refuted.",
        ]
    }

    private static let columnsForClosing = 90

    private var briefClosing: Phrase {
        "No exam is a diagnosis; courses say: "
            + Phrase("\("RAG with fine-tuning", of: Source.named("lesson-L7"))").inked(.amber)
            + "."
    }

    /// What stands beneath the points, each in words of falling length.
    var closingLines: [[Phrase]] {
        shownCase.isMedical ? [notTheSameTask, recommendation] : [[shownCase.question], [memoryNote]]
    }

    // MARK: - Provenance

    var scoresProvenance: [Phrase] {
        // People first: one table has no author but the name of its account.
        let sources = shownCase.rows.flatMap(\.figures).map(\.source).uniqued()
            .sorted { $0.authors.contains(" ") && !$1.authors.contains(" ") }
        let first: [Phrase] = sources.prefix(1).map { source in "\("\(source.authors) \(source.year)", of: source)" }
        let more: [Phrase] = sources.count > 1 ? ["more sources: \(key: "s")"] : []
        let points = Phrase("● published").inked(.blue)
        let legend = shownCase.isMedical ? Phrase("┣━┫ ┊ taught range").inked(.amber) + "\u{A0} " + points : points
        let isJoined = shownCase.rows.contains { $0.figures.count > 1 }
        let joined = isJoined ? [Phrase("●━● by better prompts").inked(.blue)] : []
        return first + [legend] + joined + more
    }

    // MARK: - Zoom

    var scoresDetail: Detail {
        let about: [Phrase] =
            shownCase.isMedical
            ? [shownCase.question, notTheSameTask[0], recommendation[0], foundation] : [shownCase.question, memoryNote]
        return Detail(
            title: "\(strong: path.name): \(words: shownCase.name)", about: about,
            picture: ScoresPicture(shown: shownCase, chosen: path, slider: slider),
            tables: [publishedTable] + (shownCase.isMedical ? [claimTable] : []) + [traitTable])
    }

    private var claimTable: Table {
        Table(
            heading: "What courses teach of a diagnosis from symptoms", columns: ["path", "accuracy", "what it takes"],
            rows: AdaptationPath.allCases.compactMap { path in
                AdaptationCase.taught(path).map {
                    [Phrase(words: path.name), "\($0)", Phrase.joined(terms(of: path), by: "; ")]
                }
            })
    }

    private var publishedTable: Table {
        Table(
            heading: "Published: \(words: shownCase.name)",
            columns: ["path", "model", "exam", "how", "examples in the prompt", "labels", "right answers", "source"],
            rows: shownCase.rows.flatMap { row in
                row.figures.map { figure in
                    [
                        Phrase(words: row.path.name), "\(name: figure.subject.model, of: figure)",
                        "\(name: row.exam, of: figure)", "\(name: figure.subject.method, of: figure)",
                        "\(name: figure.subject.shots.isEmpty ? "—" : figure.subject.shots, of: figure)",
                        "\(name: figure.exactPlace(along: .labelledExamples))", "\(figure)",
                        "\(figure.source)",
                    ]
                }
            })
    }
}
