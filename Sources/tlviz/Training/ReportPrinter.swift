import ArgumentParser
import LittleWorld
import TinyLM

/// Tells a run's progress: in place on a terminal, a line a report elsewhere.
struct ReportPrinter {
    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    private let run: TrainingRun
    private let vocabulary: RunVocabulary
    private let format: Format
    private let isQuiet: Bool
    private var line: ProgressLine
    private var latest: TrainingReport?
    /// Abilities that have been told.
    private var told: Set<String> = []
    private var start = ContinuousClock.now
    private var firstStep = 0
    /// Why a line could not be printed.
    private(set) var fault: CommandError?

    init(_ run: TrainingRun, _ vocabulary: RunVocabulary, format: Format, isQuiet: Bool) {
        self.run = run
        self.vocabulary = vocabulary
        self.format = format
        self.isQuiet = isQuiet
        line = ProgressLine(isWanted: !isQuiet)
        for report in run.folder.earlierReports { told.formUnion(learned(report.abilities ?? [:])) }
    }

    private var isText: Bool { !isQuiet && format == .text }

    /// Says what is trained, and where it goes on.
    mutating func begin(threads: Int) {
        firstStep = run.trainer.step
        start = .now
        if let warning = run.folder.warning { OutputFile.error(warning) }
        guard isText else { return }
        let description = run.description
        let name = description.size.map { "size \($0.rawValue), " } ?? ""
        say(
            "\(name)\(countText(Double(description.shape.parameterCount))) parameters, seed \(description.seed), "
                + "\(description.recipe.steps) steps, \(threads) thread\(threads == 1 ? "" : "s"), in \(run.folder.path)"
        )
        if run.isFinished {
            return say("this run is finished; choose another --output, --seed or --tokens for a new one")
        }
        if firstStep > 0 { say("goes on at step \(firstStep)") }
    }

    /// A report that the run has written.
    mutating func print(_ report: TrainingReport) {
        latest = report
        guard !isQuiet else { return }
        line.clear()
        if format == .json {
            if let text = try? report.line() { say(text) }
            return
        }
        let abilities = report.abilities ?? [:]
        let new = learned(abilities).subtracting(told).sorted()
        told.formUnion(new)
        var text = head(report)
        if let sample { text += "   " + sample.withoutControls }
        say(line.fitted(text))
        for name in new {
            say(
                "         can now: \(Ability(rawValue: name)?.name ?? name), \(percent(abilities[name]?.exactMatch ?? 0)) right"
            )
        }
    }

    /// The abilities that are, by more than their standard error, half way from guessing to always right.
    private func learned(_ abilities: [String: AbilityReport]) -> Set<String> {
        Set(
            abilities.filter { name, report in
                let chance = Ability(rawValue: name)?.chance ?? 0
                return report.exactMatch - report.standardError >= (1 + chance) / 2
            }.keys)
    }

    /// Called after every step.
    mutating func showProgress() {
        guard let latest else { return }
        guard line.isDue else { return }
        line.show(progress(latest))
    }

    /// Says how it ended. Throws 74 where a line could not be printed, and the signal's status where one ended it.
    mutating func end() throws(CommandError) {
        line.clear()
        let path = run.folder.path.withoutControls
        if isText, run.isFinished {
            if case .world = vocabulary {
                say("finished. tlviz examine \(path) examines it;")
            } else {
                say("finished.")
            }
            say("tlviz generate \(path) --prompt \"\(vocabulary.samplePrompt)\" lets it write")
        }
        if let fault { throw fault }
        guard !run.isFinished else { return }
        throw CommandError(
            "saved at step \(run.trainer.step); tlviz train --output \(path) goes on", exitCode: Interruption.status)
    }

    private func progress(_ report: TrainingReport) -> [String] {
        let step = run.trainer.step
        let steps = run.description.recipe.steps
        let perStep = step > firstStep ? (ContinuousClock.now - start).inSeconds / Double(step - firstStep) : 0
        let abilities = report.abilities ?? [:]
        return [
            "step \(step) of \(steps)", "\(timeText(perStep * Double(steps - step))) left",
            "\(countText(Double(run.description.recipe.tokensPerStep) / max(perStep, 1e-9))) tokens/s",
            "loss \(decimalText(report.crossEntropy, 2))",
        ] + (abilities.isEmpty ? [] : ["\(learned(abilities).count) of \(abilities.count) abilities"])
    }

    private func head(_ report: TrainingReport) -> String {
        let step = "step \(report.step)"
        let loss = "loss \(decimalText(report.crossEntropy, 3))"
        return step.padded(to: 11) + "\(countText(Double(report.tokensSeen))) tokens".padded(to: 14) + loss
    }

    /// What the model writes now, on one line.
    private var sample: String? {
        var sampler = Sampler(temperature: 0.7, seed: 1)
        let prompt = vocabulary.samplePrompt
        guard let tokens = try? vocabulary.encode(prompt) else { return nil }
        let written = run.model.generate(after: tokens, count: 9, end: vocabulary.end, sampler: &sampler) { _ in true }
        return prompt + " " + vocabulary.decode(written).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

    private mutating func say(_ text: String) {
        guard fault == nil else { return }
        do throws(CommandError) {
            try OutputFile.write(text.withoutControls + "\n", to: nil)
        } catch {
            fault = error
        }
    }
}

extension Duration {
    var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
}
