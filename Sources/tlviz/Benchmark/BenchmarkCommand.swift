import ArgumentParser

/// `tlviz benchmark`: how quick this program is on this machine.
struct BenchmarkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "benchmark",
        abstract:
            "Measure this machine: tokens a second by size, matrix products, start to first frame, key to frame, memory."
    )

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    @Option(help: "text or json.") var format = Format.text

    func run() throws {
        let report = try BenchmarkReport.measure()
        try OutputFile.write(format == .json ? report.json : report.text, to: nil)
    }
}
