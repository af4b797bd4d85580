import ArgumentParser
import Engine
import LittleWorld
import TinyLM
import Evidence

/// `tlviz verify RUN`: trains a recorded run again and compares.
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Train a recorded run again, or its beginning, and compare with the record.")

    @Argument(help: "A recorded run, such as XS-4.1M-1; without one they are listed.") var name: String?
    @Option(parsing: .unconditional, help: "Stop after so many tokens, as 500K; the whole run where it is left out.")
    var tokens: String?
    @Option(parsing: .unconditional, help: "Threads; all processors where it is left out.") var threads: Int?

    func run() throws {
        let limit = try tokens.map { text throws(CommandError) in try TrainingPlan.tokenCount(text) }
        let runs = try withCommandErrors { () throws(StorageError) in try Recordings.runs() }
        guard let name else { return try OutputFile.write(runs.map { $0.name + "\n" }.joined(), to: nil) }
        guard let recorded = runs.first(where: { $0.name == name }) else {
            throw CommandError("no run \(name) is recorded; tlviz verify lists those that are")
        }
        guard LittleWorldText.isAsRecorded else {
            throw CommandError(
                "this build writes another text than the recorded runs have read; build it with another version of Swift",
                exitCode: 70)
        }
        let pool = WorkerPool(threadCount: try threadCount(threads))
        defer { pool.end() }
        Interruption.listen()
        let verification = try train(recorded, until: limit ?? .max, pool)
        try OutputFile.write(verification.text, to: nil)
        guard verification.isWithinError else {
            throw CommandError("\(name) is not what was recorded", exitCode: 65)
        }
    }

    private func train(_ recorded: RecordedRun, until limit: Int, _ pool: WorkerPool) throws(CommandError)
        -> Verification
    {
        let description = recorded.description
        let trainer = Trainer(
            shape: description.shape, recipe: description.recipe, text: LittleWorldText(seed: description.seed),
            seed: description.seed, pool: pool)
        let model = GPT(trainer, pool: pool)
        var verification = Verification(name: recorded.name, processor: description.processor)
        var line = ProgressLine()
        var losses: [Double] = []
        var meter = RateMeter()
        let clock = WorkClock()
        let due = Set(ReportSchedule.steps(of: description.recipe.steps))
        let wanted = recorded.reports.filter { $0.tokensSeen <= limit }
        let last = wanted.last?.step ?? 0
        for report in wanted {
            while trainer.step < report.step {
                // A report's loss is the mean since the report before it, which may not be in the record.
                if due.contains(trainer.step) { losses = [] }
                losses.append(trainer.advance().crossEntropy)
                if Interruption.isWanted {
                    line.clear()
                    throw CommandError("stopped at step \(trainer.step)", exitCode: Interruption.status)
                }
                meter.note(Double(trainer.step), at: clock.now)
                if line.isDue {
                    line.show(["step \(trainer.step) of \(last)"] + timeLeft(meter.secondsLeft(to: Double(last))))
                }
            }
            let loss = losses.isEmpty ? report.crossEntropy : losses.reduce(0, +) / Double(losses.count)
            verification.compare(report, crossEntropy: loss, abilities: Recorder.abilities(of: model))
        }
        line.clear()
        return verification
    }
}

/// How far a run trained again is from its record.
struct Verification {
    var name: String
    /// On which it was recorded.
    var processor: String
    private var reportCount = 0
    private var largestLossDifference = 0.0
    private var lastLossDifference = 0.0
    private var differingAbilities = 0
    /// Abilities of the last report that differ by more than their error.
    private var outside: [String] = []

    init(name: String, processor: String) {
        self.name = name
        self.processor = processor
    }

    /// Another processor rounds otherwise, and an ability that appears suddenly then appears at another step: on the way
    /// losses may differ by this much (nats), at the end abilities by four standard errors of the items and a tenth.
    static let lossError = 0.1
    static let abilityError = (standardErrors: 4.0, margin: 0.1)

    /// A record has four decimals.
    private static let rounding = 0.000_051

    mutating func compare(_ recorded: TrainingReport, crossEntropy: Double, abilities: [String: AbilityReport]) {
        reportCount += 1
        lastLossDifference = abs(recorded.crossEntropy - crossEntropy)
        largestLossDifference = max(largestLossDifference, lastLossDifference)
        outside = []
        for (name, old) in (recorded.abilities ?? [:]).sorted(by: { $0.key < $1.key }) {
            guard let new = abilities[name] else {
                outside.append(name)
                continue
            }
            let difference = abs(old.exactMatch - new.exactMatch)
            if difference > Self.rounding { differingAbilities += 1 }
            let error = (old.standardError * old.standardError + new.standardError * new.standardError).squareRoot()
            if difference > Self.abilityError.standardErrors * error + Self.abilityError.margin { outside.append(name) }
        }
    }

    var isWithinError: Bool { largestLossDifference <= Self.lossError && outside.isEmpty && reportCount > 0 }

    private var isSame: Bool { largestLossDifference <= Self.rounding && differingAbilities == 0 && outside.isEmpty }

    var text: String {
        if isSame {
            return
                "\(name): the same in \(reportCount) report\(reportCount == 1 ? "" : "s"), to the last recorded decimal\n"
        }
        var text =
            "\(name), recorded on \(processor): \(reportCount) reports; losses differ by at most "
            + "\(Number.fixed(largestLossDifference, decimals: 4)) nats (allowed: \(Number.fixed(Self.lossError, decimals: 1))), "
            + "\(differingAbilities) measures differ\n"
        if !outside.isEmpty { text += "outside of their error at the end: \(outside.joined(separator: ", "))\n" }
        return text
    }
}
