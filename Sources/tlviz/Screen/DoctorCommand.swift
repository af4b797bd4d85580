import ArgumentParser
import Terminal

/// `tlviz doctor`: what the terminal can do, and what of it is used.
struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Tell what this terminal can do, and what tlviz will use.")

    @OptionGroup var look: LookOptions
    @OptionGroup var screen: ScreenOptions

    func run() throws {
        let diagnosis = Diagnosis(options: try screen.look(look).terminal)
        let width = diagnosis.findings.map(\.subject.count).max() ?? 0
        let lines = diagnosis.findings.map { finding in
            finding.subject.padded(to: width + 2) + "\(finding.result)  (\(finding.reason))\n"
        }
        try OutputFile.write(lines.joined(), to: nil)
        diagnosis.ending.pass()
    }
}
