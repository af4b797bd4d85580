import ArgumentParser
import Engine
import LittleWorld
import TinyLM

/// `tlviz train`: trains a model, and goes on where an earlier run of the same folder stopped.
struct TrainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train",
        abstract: "Train a small GPT on the little world, or on your own text; resumes where it stopped.")

    @OptionGroup var model: ModelOptions
    @Option(
        parsing: .unconditional,
        help: "Tokens to read, padding included, in steps of 1024, as 500000, 500K or 4.1M; 4096K where it is left out."
    )
    var tokens: String?
    @Option(
        parsing: .unconditional,
        help: "The seed of weights and text, 1 where it is left out; the same seed is the same run.") var seed: UInt64?
    @Option(parsing: .unconditional, help: "Threads; all processors where it is left out.") var threads: Int?
    @Option(
        parsing: .unconditional,
        help: "The run's folder; runs/ and the run's size, tokens and seed where it is left out.") var output: String?
    @Option(
        parsing: .upToNextOption,
        help: """
            Files of your own text (UTF-8), to be learned in place of the little world. A twentieth of it, in blocks \
            spread evenly, is held out: never trained, it shows how well unseen text is predicted.
            """) var corpus: [String] = []
    @Option(parsing: .upToNextOption, help: "Files of another text to be held out, in place of the twentieth.")
    var validation: [String] = []
    @Option(parsing: .unconditional, help: "Seconds between saves: the most work that a crash can lose.")
    var saveEvery = 4.0
    @Flag(help: "Print nothing but errors.") var quiet = false
    @Option(help: "text, or json: the lines of reports.jsonl.") var format = ReportPrinter.Format.text

    func run() throws {
        guard (0.01...3600).contains(saveEvery) else {
            throw CommandError("--save-every \(saveEvery) is not 0.01 to 3600")
        }
        let pool = WorkerPool(threadCount: try threadCount(threads))
        defer { pool.end() }
        switch try TrainingPlan(self).start() {
        case .finished(let contents, let path):
            for warning in contents.warnings { StandardError.tell(warning) }
            if !quiet, format == .text { try OutputFile.write(RunWords(contents.description, path).finished, to: nil) }
        case .training(let folder, let text): try train(folder, text, pool)
        }
    }

    private func train(_ folder: RunFolder, _ text: any TrainingText, _ pool: WorkerPool) throws {
        let vocabulary = try vocabulary(of: folder.description, folder.tokenizer, folder.path)
        Interruption.listen()
        let clock = WorkClock()
        let run = try withCommandErrors { () throws(StorageError) in
            try TrainingRun(folder, text: text, pool: pool, secondsBetweenSaves: saveEvery) { clock.now }
        }
        let examiner = Examiner(folder.description)
        var printer = ReportPrinter(run, vocabulary, format: format, isQuiet: quiet, clock: clock)
        printer.begin(threads: pool.threadCount, isExamined: !examiner.schedule.steps.isEmpty)
        try withCommandErrors { () throws(StorageError) in
            try run.train(
                examine: { model, step in examiner.abilities(of: model, step: step) },
                isStopped: {
                    printer.showProgress()
                    return Interruption.isWanted || printer.fault != nil
                }, report: { printer.print($0) })
        }
        try printer.end()
    }
}

/// `--threads`, or all processors. Throws 64 where it is not 1 to 256.
func threadCount(_ threads: Int?) throws(CommandError) -> Int {
    guard let threads else { return WorkerPool.processorCount }
    guard (1...256).contains(threads) else { throw CommandError("--threads \(threads) is not 1 to 256") }
    return threads
}

/// Which model is trained.
struct ModelOptions: ParsableArguments {
    @Option(help: "XS, XS16, S, SM, M or L; M where nothing is given.") var size: ModelSize?
    @Option(parsing: .unconditional, help: "Layers, in place of a size.") var layers: Int?
    @Option(parsing: .unconditional, help: "Channels of the residual stream, in place of a size.") var width: Int?
    @Option(parsing: .unconditional, help: "Attention heads a layer, in place of a size.") var heads: Int?

    /// Whether any option was given.
    var isGiven: Bool { size != nil || isCustom }
    var isCustom: Bool { layers != nil || width != nil || heads != nil }

    /// The shape for a vocabulary. Throws 64 where the options do not make one.
    func shape(vocabularyCount: Int, context: Int) throws(CommandError) -> ModelShape {
        guard isCustom else {
            return ModelShape(size ?? .medium, vocabularyCount: vocabularyCount, context: context)
        }
        guard size == nil, let layers, let width, let heads else {
            throw CommandError("give --size, or all of --layers, --width and --heads")
        }
        let shape = ModelShape(
            layers: layers, width: width, heads: heads, vocabularyCount: vocabularyCount, context: context)
        if let fault = shape.fault { throw CommandError("no model has this shape: \(fault)") }
        return shape
    }
}

extension ModelSize: ExpressibleByArgument {
    public init?(argument: String) { self.init(rawValue: argument.uppercased()) }
}
