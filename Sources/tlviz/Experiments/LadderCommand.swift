import ArgumentParser
import Evidence
import LittleWorld
import TinyLM

/// `tlviz experiment ladder`: what each size learns from as many tokens.
struct LadderCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ladder", abstract: "Train every size on as many tokens and examine every ability.")

    @Option(help: "Tokens that each size reads, padding included, as 500000, 500K or 4.1M.") var tokens = "4.096M"
    @Option(help: "Seeds a size, from --seed on.") var seeds = 1
    @OptionGroup var options: ExperimentOptions

    func run() throws {
        let experiment = LadderExperiment(
            seed: options.seed, seeds: try repetitions(seeds, option: "--seeds"),
            tokens: try TrainingPlan.tokenCount(tokens))
        try options.write("ladder", table: LadderTable.text) { pool, watch in
            experiment.run(pool: pool, watch: watch)
        }
    }
}

/// The ladder as a person reads it.
enum LadderTable {
    static func text(_ result: LadderResult) -> String {
        [finding(result), table(result)].joined(separator: "\n\n") + "\n"
    }

    private static func sizes(_ result: LadderResult) -> [ModelSize] {
        ModelSize.allCases.filter { size in result.models.contains { $0.size == size } }
    }

    /// The means over a size's seeds.
    private static func mean(_ result: LadderResult, _ size: ModelSize, _ value: (LadderResult.Model) -> Double)
        -> Double
    {
        Spread(result.models.filter { $0.size == size }.map(value)).mean
    }

    private static func exactMatch(_ model: LadderResult.Model, _ ability: Ability) -> Double {
        model.abilities.first { $0.ability == ability }?.exactMatch ?? 0
    }

    private static func finding(_ result: LadderResult) -> String {
        let sizes = sizes(result)
        let abilities = result.models.first?.abilities.map(\.ability) ?? []
        let counts = sizes.map { size in
            "\(size.rawValue) "
                + "\(abilities.count { ability in mean(result, size) { exactMatch($0, ability) } >= 0.5 })"
        }
        let tokens = Number.short(Double(result.models.first?.tokensSeen ?? 0))
        return "After \(tokens) tokens, of \(abilities.count) abilities this many are right half of the time or more: "
            + counts.joined(separator: ", ") + "."
    }

    private static func table(_ result: LadderResult) -> String {
        let sizes = sizes(result)
        func row(_ name: String, _ cell: (ModelSize) -> String) -> String {
            "  \(name)".padded(to: 42) + sizes.dropLast().map { cell($0).padded(to: 9) }.joined()
                + (sizes.last.map(cell) ?? "")
        }
        let head = [
            row("size") { $0.rawValue },
            row("parameters") { size in Number.short(mean(result, size) { Double($0.parameterCount) }) },
            row("loss, nats") { size in Number.fixed(mean(result, size, \.crossEntropy), decimals: 3) },
            row("training, s") { size in Number.fixed(mean(result, size, \.time.seconds), decimals: 1) },
            row("tokens a second") { size in Number.short(mean(result, size, \.time.tokensPerSecond)) },
        ]
        let abilities = (result.models.first?.abilities.map(\.ability) ?? []).map { ability in
            row(ability.name) { size in percentText(mean(result, size) { exactMatch($0, ability) }) }
        }
        let seeds = "mean of \(result.seeds) seed\(result.seeds == 1 ? "" : "s")"
        return (["exact match by size, \(seeds), at most \(result.itemCount) items"] + head + abilities)
            .joined(separator: "\n")
    }
}
