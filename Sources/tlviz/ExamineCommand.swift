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
    @Option(help: "Items an ability; some have fewer.") var items = 200
    @Option(help: "The seed of the items.") var seed: UInt64 = 0

    func run() throws {
        guard (1...100_000).contains(items) else { throw UsageError("--items \(items) is not 1 to 100000") }
        let pool = WorkerPool(threadCount: WorkerPool.processorCount)
        defer { pool.end() }
        let (model, language) = try trainedModel(at: path, pool)
        guard case .world = language else {
            throw UsageError(
                "\(path) learned a text of its own; only runs of the little world are examined", exitCode: 65)
        }
        let scores = Examination.run(abilities: Ability.allCases, model: model, itemCount: items, seed: seed)
        try OutputFile.write(format == .json ? json(scores) : text(scores), to: nil)
    }

    private func text(_ scores: [AbilityScore]) -> String {
        let width = (scores.map(\.ability.name.count).max() ?? 0) + 2
        var lines = ["".padded(to: width) + "exact match      chance  probability  nats/token  similarity  items"]
        for score in scores {
            lines.append(
                score.ability.name.padded(to: width)
                    + "\(decimalText(score.exactMatch, 3)) ± \(decimalText(score.standardError, 3))".padded(to: 17)
                    + decimalText(score.chance, 3).padded(to: 8)
                    + (score.probability.map { decimalText($0, 3) } ?? "").padded(to: 13)
                    + (score.crossEntropy.map { decimalText($0, 3) } ?? "").padded(to: 12)
                    + (score.editSimilarity.map { decimalText($0, 3) } ?? "").padded(to: 12) + "\(score.itemCount)")
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
