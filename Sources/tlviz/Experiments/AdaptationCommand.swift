import ArgumentParser
import LittleWorld

/// `tlviz experiment adaptation RUN`: what a trained model does when it is only asked.
struct AdaptationCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "adaptation",
        abstract: "Ask a trained model in words it knows, in a new form, with examples and with a book.")

    @Argument(help: "A run's folder.") var path: String
    @OptionGroup var options: ExperimentOptions

    func run() throws {
        let experiment = AdaptationExperiment(seed: options.seed)
        let pretrained = try pretrained(at: path)
        try options.write("adaptation", table: AdaptationTable.text) { pool, watch in
            experiment.run(on: pretrained, pool: pool, watch: watch)
        }
    }
}

/// The result of the adaptation experiment as a person reads it.
enum AdaptationTable {
    static func text(_ result: AdaptationResult) -> String {
        [finding(result), diagnosis(result), fewShot(result), retrieval(result)].joined(separator: "\n\n") + "\n"
    }

    private static func finding(_ result: AdaptationResult) -> String {
        let known = result.diagnosis.first { $0.form == .visit }?.choiceAccuracy ?? 0
        let new = result.diagnosis.filter { $0.form == .newFormNewWords }.map(\.choiceAccuracy).max() ?? 0
        return "Asked in the words of pretraining, the model gives the right one of eight answers in "
            + "\(percentText(known)) of patients; in a new form with new answers, in \(percentText(new)) at best."
    }

    private static func diagnosis(_ result: AdaptationResult) -> String {
        let lines = result.diagnosis.map {
            "  \($0.form.name)".padded(to: 32) + "\($0.examples)".padded(to: 10)
                + intervalText($0.accuracy, $0.itemCount).padded(to: 20)
                + intervalText($0.choiceAccuracy, $0.itemCount)
        }
        let guessing = result.diagnosis.first.map { percentText($0.choiceChance) } ?? ""
        return
            ([
                "diagnosis without training (guessing one of eight \(guessing), the best possible reader "
                    + "\(percentText(result.bestAccuracy)); right, and the 95 % interval)",
                "  prompt".padded(to: 32) + "examples".padded(to: 10) + "of all words".padded(to: 20) + "of the eight",
            ] + lines).joined(separator: "\n")
    }

    private static func fewShot(_ result: AdaptationResult) -> String {
        let counts = Set(result.fewShot.map(\.examples)).sorted()
        var relations: [String] = []
        for name in result.fewShot.map(\.relation) where !relations.contains(name) { relations.append(name) }
        let lines = relations.map { name in
            let points = result.fewShot.filter { $0.relation == name }
            let cells = counts.map { count in
                (points.first { $0.examples == count }.map { intervalText($0.accuracy, $0.pairCount) } ?? "")
                    .padded(to: 20)
            }
            return "  \(name)".padded(to: 16) + cells.joined() + "\(points.map(\.pairCount).max() ?? 0)"
        }
        let head = counts.map { "\($0) example\($0 == 1 ? "" : "s")".padded(to: 20) }.joined()
        return
            (["pairs that training never shows, after examples of the relation (right, and the 95 % interval)"]
            + ["  relation".padded(to: 16) + head + "pairs"] + lines).joined(separator: "\n")
    }

    private static func retrieval(_ result: AdaptationResult) -> String {
        let lines = result.retrieval.map { reading in
            let other = reading.otherShare.map(percentText) ?? ""
            return "  \(name(reading.people))".padded(to: 36) + (reading.hasBook ? "open" : "closed").padded(to: 8)
                + intervalText(reading.accuracy, reading.itemCount).padded(to: 24) + other
        }
        return
            (["questions with the book open or closed"]
            + [
                "  about".padded(to: 36) + "book".padded(to: 8) + "as the book says".padded(to: 24)
                    + "as training, or the book's other line, says"
            ] + lines).joined(separator: "\n")
    }

    private static func name(_ people: AdaptationResult.People) -> String {
        switch people {
        case .fresh: "somebody not in its reading"
        case .stale: "a known person, a changed fact"
        case .distracted: "one of two, the same relation"
        }
    }
}

/// A fraction of a number of items and where it lies, as `85 % (72–93)`.
func intervalText(_ fraction: Double, _ itemCount: Int) -> String {
    let interval = WilsonInterval(fraction: fraction, itemCount: itemCount)
    return
        "\(percentText(fraction)) (\(percentText(interval.lower).dropLast(2))–\(percentText(interval.upper).dropLast(2)))"
}
