import ArgumentParser
import Evidence
import LittleWorld
import TinyLM

/// `tlviz examine RUN`: every ability of a trained model, or how well it predicts text it has not seen.
struct ExamineCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "examine",
        abstract: "Examine a trained model on what training never showed: every ability, or the loss on a text.")

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    @Argument(help: "A run's folder.") var path: String
    @Option(help: "text or json.") var format = Format.text
    @Option(
        parsing: .unconditional,
        help: """
            Items an ability, 200 where it is left out; some have fewer. Of a text, rows of 64 tokens, spread evenly; all \
            where it is left out.
            """) var items: Int?
    @Option(parsing: .unconditional, help: "The seed of the items.") var seed: UInt64 = 0
    @Option(
        parsing: .upToNextOption,
        help: """
            For a run of your own text, files to be predicted; where it is left out, or where the run began with them, \
            what was held out of the run's text.
            """) var corpus: [String] = []

    func run() throws {
        guard items.map({ (1...100_000_000).contains($0) }) ?? true else {
            throw CommandError("--items \(items ?? 0) is not 1 to 100000000")
        }
        let pool = WorkerPool(threadCount: WorkerPool.processorCount)
        defer { pool.end() }
        let contents = try runContents(at: path)
        let (model, vocabulary) = try trainedModel(contents, path, pool)
        Interruption.listen()
        if case .bytes(let tokenizer) = vocabulary {
            let examination = TextExamination(
                contents: contents, path: path, tokenizer: tokenizer, files: corpus, rowCount: items)
            return try OutputFile.write(examination.text(of: model, asJSON: format == .json), to: nil)
        }
        guard corpus.isEmpty else {
            throw CommandError("\(path) learned the little world, and has no tokens for a --corpus; leave it out")
        }
        let count = min(items ?? 200, 100_000)
        let scores = Examination.run(abilities: Ability.allCases, model: model, itemCount: count, seed: seed)
        guard format == .json else { return try OutputFile.write(text(scores), to: nil) }
        let json = try withCommandErrors { () throws(StorageError) in try readableJSON(scores.map(ExaminedScore.init)) }
        try OutputFile.write(json, to: nil)
    }

    private func text(_ scores: [AbilityScore]) -> String {
        let width = (scores.map(\.ability.name.count).max() ?? 0) + 1
        func cell(_ value: Double?) -> String { (value.map { Number.fixed($0, decimals: 2) } ?? "").padded(to: 6) }
        var lines = [
            "Exact match and where it lies with 95 % confidence (Wilson 1927), and the level of",
            "chance; of the same answers"
                + " the right one's probability, nats a token, edit similarity.", "",
            "".padded(to: width) + "exact from to    chance p     nats  edit  items",
        ]
        for score in scores {
            let interval = WilsonInterval(fraction: score.exactMatch, itemCount: score.itemCount)
            lines.append(
                score.ability.name.padded(to: width) + cell(score.exactMatch)
                    + "\(Number.fixed(interval.lower, decimals: 2)) \(Number.fixed(interval.upper, decimals: 2))"
                    .padded(to: 11)
                    + cell(score.chance) + cell(score.probability) + cell(score.crossEntropy)
                    // The better of two forms has nothing to do with what would be written.
                    + cell(score.ability == .agreement ? nil : score.editSimilarity) + "\(score.itemCount)")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

/// One ability in the JSON of `tlviz examine`.
private struct ExaminedScore: Encodable {
    var ability: Ability
    var exactMatch, standardError, lower95, upper95, chance: Double
    var probability, crossEntropy, editSimilarity: Double?
    var itemCount: Int

    init(_ score: AbilityScore) {
        let interval = WilsonInterval(fraction: score.exactMatch, itemCount: score.itemCount)
        ability = score.ability
        (exactMatch, standardError) = (score.exactMatch, score.standardError)
        (lower95, upper95, chance) = (interval.lower, interval.upper, score.chance)
        (probability, crossEntropy) = (score.probability, score.crossEntropy)
        editSimilarity = score.editSimilarity
        itemCount = score.itemCount
    }
}

extension WilsonInterval {
    /// As `23 of 24 (80 to 99 %)`.
    var text: String {
        func percent(_ fraction: Double) -> Int { Int((fraction * 100).rounded()) }
        return "\(percent(fraction)) % of \(itemCount) (\(percent(lower)) to \(percent(upper)) %)"
    }
}
