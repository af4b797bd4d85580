import ArgumentParser
import Evidence
import LittleWorld

/// `tlviz experiment forgetting RUN`: one model for each task or one for all, and what teaching costs.
struct ForgettingCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forgetting",
        abstract: "Teach a trained model one task, or all, and examine what it can still do.")

    @Argument(help: "A run's folder.") var path: String
    @Option(parsing: .unconditional, help: "Draws of the labelled notes.") var draws = 3
    @OptionGroup var options: ExperimentOptions

    func run() throws {
        let experiment = ForgettingExperiment(
            seed: options.seed, draws: try repetitions(draws, option: "--draws"))
        let pretrained = try pretrained(at: path)
        try options.write("forgetting", table: ForgettingTable.text) { pool, watch in
            experiment.run(from: pretrained, pool: pool, watch: watch)
        }
    }
}

/// The result of the forgetting experiment as a person reads it.
enum ForgettingTable {
    static func text(_ result: ForgettingResult) -> String {
        [findings(result), tasks(result), abilities(result)].joined(separator: "\n\n") + "\n"
    }

    private static func findings(_ result: ForgettingResult) -> String {
        let alone = result.meanAbility(after: .diagnosis)
        let mixed = result.meanAbility(after: .diagnosisMixed)
        let all = result.models.first { $0.teaching == .allTasks }
        let gaps = NarrowTask.allCases.compactMap { task in
            singleModel(of: task, result)?.accuracy(of: task).flatMap { own in
                all?.accuracy(of: task).map { abs($0.mean - own.mean) }
            }
        }
        return
            "Over all abilities the model is right in \(percentText(alone.before)) before it is taught diagnosis, in "
            + "\(percentText(alone.after)) after,\nand in \(percentText(mixed.after)) where a tenth of the rows is its old "
            + "text. One model for all tasks and one for each\ndiffer by \(Number.fixed((gaps.max() ?? 0) * 100, decimals: 1)) "
            + "points of accuracy at most."
    }

    private static func singleModel(of task: NarrowTask, _ result: ForgettingResult) -> ForgettingResult.Model? {
        result.models.first { $0.teaching.tasks == [task] && !$0.teaching.isMixed }
    }

    private static func tasks(_ result: ForgettingResult) -> String {
        let all = result.models.first { $0.teaching == .allTasks }
        let lines = NarrowTask.allCases.map { task in
            let own = singleModel(of: task, result)?.accuracy(of: task)
            return "  \(task.name)".padded(to: 26) + (own.map(spreadText) ?? "").padded(to: 22)
                + (all?.accuracy(of: task).map(spreadText) ?? "").padded(to: 22) + percentText(task.bestAccuracy)
        }
        let mixed = result.models.first { $0.teaching == .diagnosisMixed }?.accuracy(of: .diagnosis)
        return
            ([
                "taught with \(result.trainingCount + result.developmentCount) labels a task (right of "
                    + "\(result.testCount) test notes, mean ± standard deviation of \(result.draws) "
                    + "draw\(result.draws == 1 ? "" : "s"))",
                "  task".padded(to: 26) + "a model of its own".padded(to: 22) + "one model for all".padded(to: 22)
                    + "the best possible",
            ] + lines + ["  diagnosis, a tenth of the rows old text: \(mixed.map(spreadText) ?? "")"])
            .joined(separator: "\n")
    }

    private static func abilities(_ result: ForgettingResult) -> String {
        let columns = [Teaching.diagnosis, .diagnosisMixed, .allTasks]
        let lines = result.before.enumerated().map { index, score in
            let cells = columns.map { teaching -> String in
                guard let model = result.models.first(where: { $0.teaching == teaching }),
                    model.abilities.indices.contains(index)
                else { return "" }
                return spreadText(model.abilities[index].exactMatch)
            }
            return "  \(score.ability.name)".padded(to: 42) + percentText(score.exactMatch).padded(to: 10)
                + cells.dropLast().map { $0.padded(to: 20) }.joined() + (cells.last ?? "")
        }
        return
            ([
                "abilities before and after (exact match, mean ± standard deviation)",
                "  ability".padded(to: 42) + "before".padded(to: 10) + "diagnosis".padded(to: 20)
                    + "and old text".padded(to: 20) + "all tasks",
            ] + lines).joined(separator: "\n")
    }
}
