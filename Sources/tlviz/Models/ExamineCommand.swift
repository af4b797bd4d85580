import ArgumentParser
import LittleWorld
import TinyLM

/// `tlviz examine RUN`: every ability of a trained model.
struct ExamineCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "examine",
        abstract: "Examine every ability of a trained model, on items that training never showed.")

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    @Argument(help: "A run's folder.") var path: String
    @Option(help: "text or json.") var format = Format.text
    @Option(parsing: .unconditional, help: "Items an ability; some have fewer.") var items = 200
    @Option(parsing: .unconditional, help: "The seed of the items.") var seed: UInt64 = 0

    func run() throws {
        guard (1...100_000).contains(items) else { throw CommandError("--items \(items) is not 1 to 100000") }
        let pool = WorkerPool(threadCount: WorkerPool.processorCount)
        defer { pool.end() }
        let (model, vocabulary) = try trainedModel(at: path, pool)
        guard case .world = vocabulary else {
            throw CommandError(
                "\(path) learned a text of its own; only runs of the little world are examined", exitCode: 65)
        }
        let scores = Examination.run(abilities: Ability.allCases, model: model, itemCount: items, seed: seed)
        try OutputFile.write(format == .json ? json(scores) : text(scores), to: nil)
    }

    private func text(_ scores: [AbilityScore]) -> String {
        let width = (scores.map(\.ability.name.count).max() ?? 0) + 1
        func cell(_ value: Double?) -> String { (value.map { decimalText($0, 2) } ?? "").padded(to: 6) }
        var lines = [
            "Exact match ± its standard error, and the level of chance; of the same answers",
            "the right one's probability, cross-entropy in nats a token, edit similarity.", "",
            "".padded(to: width) + "exact ±     chance p     nats  edit  items",
        ]
        for score in scores {
            lines.append(
                score.ability.name.padded(to: width)
                    + "\(decimalText(score.exactMatch, 2)) ± \(decimalText(score.standardError, 2))".padded(to: 12)
                    + cell(score.chance) + cell(score.probability) + cell(score.crossEntropy)
                    // The better of two forms has nothing to do with what would be written.
                    + cell(score.ability == .agreement ? nil : score.editSimilarity) + "\(score.itemCount)")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func json(_ scores: [AbilityScore]) -> String {
        let objects = scores.map { score in
            let numbers = [
                ("exactMatch", score.exactMatch), ("standardError", score.standardError), ("chance", score.chance),
                ("probability", score.probability), ("crossEntropy", score.crossEntropy),
                ("editSimilarity", score.editSimilarity),
            ].compactMap { name, value in value.map { "\"\(name)\": \($0)" } }
            return "  {\"ability\": \"\(score.ability.rawValue)\", " + numbers.joined(separator: ", ")
                + ", \"itemCount\": \(score.itemCount)}"
        }
        return "[\n" + objects.joined(separator: ",\n") + "\n]\n"
    }
}
