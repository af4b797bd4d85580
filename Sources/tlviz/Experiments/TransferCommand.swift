import ArgumentParser
import Evidence
import LittleWorld

/// `tlviz experiment transfer RUN`: how many labels a narrow task takes, with pretraining and without.
struct TransferCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "transfer",
        abstract: "Teach narrow tasks from few and many labels, from random weights and from a trained model.")

    @Argument(help: "A run's folder.") var path: String
    @Option(parsing: .unconditional, help: "Draws of the labelled notes.") var draws = 3
    @OptionGroup var options: ExperimentOptions

    func run() throws {
        let experiment = TransferExperiment(
            seed: options.seed, draws: try repetitions(draws, option: "--draws"))
        let pretrained = try pretrained(at: path)
        try options.write("transfer", table: TransferTable.text) { pool, watch in
            experiment.run(from: pretrained, pool: pool, watch: watch)
        }
    }
}

/// The result of the transfer experiment as a person reads it.
enum TransferTable {
    static func text(_ result: TransferResult) -> String {
        let head = result.tasks.flatMap { [finding($0, result)].compactMap { $0 } }
        let tables = result.tasks.map { table($0, result) }
        return (head + [""] + tables).joined(separator: "\n")
    }

    /// Where the two starts differ most, in one sentence.
    private static func finding(_ task: TransferResult.Task, _ result: TransferResult) -> String? {
        let pairs = zip(
            result.points(of: task.task, from: .random), result.points(of: task.task, from: .pretrained))
        let widest = pairs.max {
            abs($0.1.accuracy.mean - $0.0.accuracy.mean) < abs($1.1.accuracy.mean - $1.0.accuracy.mean)
        }
        guard let (random, pretrained) = widest else { return nil }
        return "\(task.task.name.capitalizedFirst): the starts differ most with \(pretrained.labels) labels, "
            + "\(percentText(pretrained.accuracy.mean)) right pretrained and \(percentText(random.accuracy.mean)) from "
            + "random weights."
    }

    private static func table(_ task: TransferResult.Task, _ result: TransferResult) -> String {
        var lines = [
            "\(task.task.name) (guessing \(percentText(task.chance)), the best possible reader, on average, "
                + "\(percentText(task.bestAccuracy)); \(result.testCount) test notes, mean ± standard deviation of "
                + "\(result.draws) draw\(result.draws == 1 ? "" : "s"))",
            "  labels used".padded(to: 15) + "to learn from".padded(to: 15) + "from random weights".padded(to: 22)
                + "pretrained",
        ]
        for (random, pretrained) in zip(
            result.points(of: task.task, from: .random), result.points(of: task.task, from: .pretrained))
        {
            lines.append(
                "  \(random.labels)".padded(to: 15) + "\(random.trainingLabels)".padded(to: 15)
                    + spreadText(random.accuracy).padded(to: 22) + spreadText(pretrained.accuracy))
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

/// A share as `85.3 %`.
func percentText(_ share: Double) -> String { Number.fixed(share * 100, decimals: 1) + " %" }

/// A mean share and its standard deviation as `85.3 ± 1.2 %`.
func spreadText(_ spread: Spread) -> String {
    guard let deviation = spread.standardDeviation else { return percentText(spread.mean) }
    return "\(Number.fixed(spread.mean * 100, decimals: 1)) ± \(Number.fixed(deviation * 100, decimals: 1)) %"
}

extension String {
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
