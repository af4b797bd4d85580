import ArgumentParser
import Engine
import LittleWorld
import Platform
import TinyLM

/// `tlviz experiment …`: what is taught, measured with trainings of this program.
struct ExperimentCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "experiment",
        abstract: "Measure what is taught: transfer, adaptation, forgetting, the ladder of sizes.",
        subcommands: [
            TransferCommand.self, AdaptationCommand.self, ForgettingCommand.self, LadderCommand.self,
        ])
}

/// What every experiment may be told.
struct ExperimentOptions: ParsableArguments {
    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    @Option(
        parsing: .unconditional, help: "The seed of everything that is drawn; the same seed gives the same numbers.")
    var seed: UInt64 = 1
    @Option(parsing: .unconditional, help: "Threads; all processors where it is left out.") var threads: Int?
    @Option(help: "text or json.") var format = Format.text
    @Option(parsing: .unconditional, help: "A file for the result, in place of standard output.") var output: String?

    /// Runs an experiment, telling its progress on a terminal, and writes its result. Throws 130 where it was stopped.
    func write<Result: Codable & Sendable>(
        _ experiment: String, table: (Result) -> String, measure: (WorkerPool, ExperimentWatch) -> Result?
    ) throws(CommandError) {
        try OutputFile.require(output)
        let pool = WorkerPool(threadCount: try threadCount(threads))
        defer { pool.end() }
        Interruption.listen()
        let progress = ExperimentProgress(experiment)
        let watch = ExperimentWatch(isStopped: { Interruption.isWanted }, progress: { progress.show($0) })
        let result = measure(pool, watch)
        progress.end()
        guard let result else {
            throw CommandError(
                "the experiment was stopped before its end, and nothing was written", exitCode: Interruption.status)
        }
        let record = ExperimentRecord(
            experiment: experiment, date: Machine.date, programVersion: ProgramVersion.current,
            processor: Processor.name,
            threads: pool.threadCount, seconds: progress.seconds.roundedToTenths, result: result)
        switch format {
        case .json:
            try OutputFile.write(withCommandErrors { () throws(StorageError) in try readableJSON(record) }, to: output)
        case .text: try OutputFile.write(table(result) + "\n" + record.colophon, to: output)
        }
    }
}

/// A result, and where and when it was made.
struct ExperimentRecord<Result: Codable & Sendable>: Codable {
    var experiment: String
    var date: String
    var programVersion: String
    var processor: String
    var threads: Int
    /// Of the whole experiment, on the clock.
    var seconds: Double
    var result: Result

    var colophon: String {
        "tlviz \(programVersion), \(date), \(processor), \(threads) thread\(threads == 1 ? "" : "s"), "
            + "\(timeText(seconds))\n"
    }
}

/// Tells on a terminal how far an experiment is.
final class ExperimentProgress {
    private let name: String
    private let clock = WorkClock()
    private let start: Double
    private var meter = RateMeter()
    private var line = ProgressLine()

    init(_ name: String) {
        self.name = name
        start = clock.now
    }

    /// Of work: time in which the process was stopped is left out.
    var seconds: Double { clock.now - start }

    func show(_ fraction: Double) {
        meter.note(fraction, at: clock.now)
        guard line.isDue else { return }
        line.show([name, "\(Int(fraction * 100)) %"] + timeLeft(meter.secondsLeft(to: 1)))
    }

    func end() { line.clear() }
}

/// A run of the little world that an experiment starts from. Throws 65 where it learned another text.
func pretrained(at path: String) throws(CommandError) -> Pretrained {
    let contents = try runContents(at: path)
    for warning in contents.warnings { StandardError.tell(warning) }
    guard case .world = try vocabulary(of: contents.description, contents.tokenizer, path) else {
        throw CommandError(
            "\(path) learned a text of its own; experiments are made with runs of the little world", exitCode: 65)
    }
    guard contents.description.shape.context >= 64 else {
        throw CommandError(
            "\(path) reads \(contents.description.shape.context) tokens at a time, and experiments need 64",
            exitCode: 65)
    }
    return try withCommandErrors { () throws(StorageError) in try Pretrained(contents, path: path) }
}

/// `--draws` or `--seeds`. Throws 64 where it is not 1 to 100.
func repetitions(_ count: Int, option: String) throws(CommandError) -> Int {
    guard (1...100).contains(count) else { throw CommandError("\(option) \(count) is not 1 to 100") }
    return count
}
