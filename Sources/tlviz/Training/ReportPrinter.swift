import ArgumentParser
import Engine
import Evidence
import LittleWorld
import TinyLM

/// Tells a run's progress: in place on a terminal, a line a report elsewhere.
struct ReportPrinter {
    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    private let run: TrainingRun
    private let vocabulary: RunVocabulary
    private let format: Format
    private let isQuiet: Bool
    private let clock: WorkClock
    private let samples: ExaminationSchedule
    private var line: ProgressLine
    private var meter = RateMeter()
    private var latest: TrainingReport?
    /// The abilities of the latest report that was examined.
    private var abilities: [String: AbilityReport] = [:]
    /// Abilities that have been told.
    private var told: Set<String> = []
    private var heldOut = HeldOutTrend()
    /// When it was last looked whether anyone reads.
    private var checked = -Double.infinity
    /// Why a line could not be printed.
    private(set) var fault: CommandError?

    init(_ run: TrainingRun, _ vocabulary: RunVocabulary, format: Format, isQuiet: Bool, clock: WorkClock) {
        self.run = run
        self.vocabulary = vocabulary
        self.format = format
        self.isQuiet = isQuiet
        self.clock = clock
        samples = ExaminationSchedule(
            run.description.recipe, cost: Self.sampleCost(run.description), fraction: 0.02)
        line = ProgressLine(isWanted: !isQuiet)
        for report in run.folder.earlierReports { learn(from: report) }
    }

    private var isText: Bool { !isQuiet && format == .text }

    /// Says what is trained, and where it goes on.
    mutating func begin(threads: Int, isExamined: Bool) {
        for warning in run.folder.warnings { StandardError.tell(warning) }
        if isText {
            write(
                RunWords(run.description, run.folder.path).headline(threads: threads).withoutControls(keeping: ["\n"]))
            if run.trainer.step > 0 { say("goes on at step \(run.trainer.step)") }
            if case .world = vocabulary, !isExamined { say("too short to be examined on the way") }
        }
        showProgress()
    }

    /// A report that the run has written.
    mutating func print(_ report: TrainingReport) {
        let earlier = told
        let hadStopped = heldOut.hasStopped
        learn(from: report)
        guard !isQuiet else { return }
        line.clear()
        if format == .json {
            if let text = try? report.line() { write(text + "\n") }
            return
        }
        sayReport(report)
        for name in told.subtracting(earlier).sorted() {
            let interval = abilities[name].map { WilsonInterval($0).text } ?? ""
            say("         can now: \(Ability(rawValue: name)?.name ?? name), \(interval) right")
        }
        if heldOut.hasStopped, !hadStopped, let best = heldOut.best {
            say(
                "         the held-out loss has not fallen since step \(best.step) (\(Number.fixed(best.loss, decimals: 3))): what is "
                    + "learned now is this text alone")
        }
    }

    private mutating func learn(from report: TrainingReport) {
        latest = report
        if let abilities = report.abilities {
            self.abilities = abilities
            told.formUnion(learned)
        }
        heldOut.note(report.heldOut?.crossEntropy, step: report.step, of: run.description.recipe.steps)
    }

    /// The abilities of the latest examination that are, with confidence, at least half way from guessing to always right.
    private var learned: Set<String> {
        Set(
            abilities.filter { name, report in
                let chance = Ability(rawValue: name)?.chance ?? 0
                return WilsonInterval(report, standardErrors: 1).lower >= (1 + chance) / 2
            }.keys)
    }

    /// Called after every step.
    mutating func showProgress() {
        let now = clock.now
        meter.note(Double(run.trainer.step), at: now)
        if !isQuiet, now - checked > 0.25 {
            checked = now
            if StandardDescriptors.isOutputAbandoned { Interruption.noteClosedPipe() }
        }
        guard line.isDue else { return }
        line.show(progress)
    }

    /// Says how it ended. Throws 74 where a line could not be printed, and the signal's status where one ended it.
    mutating func end() throws(CommandError) {
        line.clear()
        let words = RunWords(run.description, run.folder.path)
        if run.isFinished {
            if isText { write("finished.\n" + words.hints(vocabulary.samplePrompt)) }
            if let fault, !Interruption.isClosedPipe { throw fault }
            return
        }
        let why =
            Interruption.isClosedPipe
            ? "nobody reads standard output any more; " : fault.map { $0.description + "; " } ?? ""
        throw CommandError(
            "\(why)saved at step \(run.trainer.step); \(words.continuation)",
            exitCode: Interruption.isWanted ? Interruption.status : fault?.exitCode ?? 74)
    }
}

extension ReportPrinter {
    private var progress: [String] {
        let recipe = run.description.recipe
        var parts = ["step \(run.trainer.step) of \(recipe.steps)"]
        if let rate = meter.rate, let left = meter.secondsLeft(to: Double(recipe.steps)) {
            parts += ["\(timeText(left)) left", "\(Number.short(rate * Double(recipe.tokensPerStep))) tokens/s"]
        }
        if let latest { parts.append("loss \(Number.fixed(latest.crossEntropy, decimals: 2))") }
        if let heldOut = latest?.heldOut { parts.append("held out \(Number.fixed(heldOut.crossEntropy, decimals: 2))") }
        if !abilities.isEmpty { parts.append("\(learned.count) of \(abilities.count) abilities") }
        return parts
    }

    private mutating func sayReport(_ report: TrainingReport) {
        var text =
            "step \(report.step)".padded(to: 11) + "\(Number.short(Double(report.tokensSeen))) tokens".padded(to: 14)
        text += "loss \(Number.fixed(report.crossEntropy, decimals: 3))"
        if let heldOut = report.heldOut { text += ", " + heldOut.text }
        let sample = samples.isDue(report.step) ? self.sample : nil
        // A text's loss fills the line.
        if report.heldOut == nil, let sample { text += "   " + sample }
        say(line.fitted(text))
        if report.heldOut != nil, let sample { say(line.fitted("         " + sample)) }
    }

    /// What the model writes now, on one line.
    private var sample: String? {
        var sampler = Sampler(temperature: 0.7, seed: 1)
        let prompt = vocabulary.samplePrompt
        guard let tokens = try? vocabulary.encode(prompt) else { return nil }
        let written = run.model.generate(
            after: tokens, count: Self.sampleTokens, end: vocabulary.end, sampler: &sampler
        ) { _ in true }
        return vocabulary.joined(prompt, written).onOneLine
    }

    private static let sampleTokens = 12

    /// About how many steps a sample costs: its tokens are read one by one, many times slower than in a batch.
    private static func sampleCost(_ run: RunDescription) -> Double {
        let forward = Double(sampleTokens) * 20 / 3
        let operations = forward * run.shape.trainingOperationsPerToken + 2_000_000
        return operations / (run.shape.trainingOperationsPerToken * Double(run.recipe.tokensPerStep))
    }

    private mutating func say(_ text: String) { write(text.withoutControls + "\n") }

    private mutating func write(_ text: String) {
        guard fault == nil else { return }
        do throws(CommandError) {
            try OutputFile.write(text, to: nil)
        } catch {
            fault = error
        }
    }
}

/// Whether the loss on text that is never trained still falls.
struct HeldOutTrend {
    /// The lowest so far.
    private(set) var best: (step: Int, loss: Double)?
    /// Whether nothing lower has come for four reports and a tenth of the run.
    private(set) var hasStopped = false
    private var since = 0

    mutating func note(_ loss: Double?, step: Int, of steps: Int) {
        guard let loss else { return }
        guard let best, loss >= best.loss else {
            (best, since, hasStopped) = ((step, loss), 0, false)
            return
        }
        since += 1
        if since >= 4, (step - best.step) * 10 >= steps { hasStopped = true }
    }
}

extension HeldOutLoss {
    /// As `held out 2.452 ± 0.031 (1.41 bits a byte)`, with the standard error.
    var text: String {
        let error = standardError.map { " ± \(Number.fixed($0, decimals: 3))" } ?? ""
        return
            "held out \(Number.fixed(crossEntropy, decimals: 3))\(error) (\(Number.fixed(bitsPerByte, decimals: 2)) bits a byte)"
    }
}

extension String {
    /// The text with its line breaks and tabs written as `\n`, `\r` and `\t`.
    var onOneLine: String {
        var result = ""
        for scalar in unicodeScalars {
            switch scalar {
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result.withoutControls
    }
}
