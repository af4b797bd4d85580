import ArgumentParser
import Terminal

/// `tlviz doctor`: what the terminal can do, and what of it is used.
struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Tell what this terminal can do, and what tlviz will use.")

    @OptionGroup var look: LookOptions
    @OptionGroup var screen: ScreenOptions

    func run() throws {
        let look = try screen.look(look)
        let diagnosis = Diagnosis(options: look.terminal)
        let progress = KeptProgress.finding(.standard, isAsked: look.keepsProgress)
        let findings =
            diagnosis.findings.map { ($0.subject, $0.result, $0.reason) }
            + [("progress", progress.result, progress.reason.withoutControls)]
        let width = findings.map(\.0.count).max() ?? 0
        let lines = findings.map { subject, result, reason in
            subject.padded(to: width + 2) + "\(result)  (\(reason))\n"
        }
        try OutputFile.write(lines.joined(), to: nil)
        diagnosis.ending.pass()
    }
}
