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

    @Option(parsing: .unconditional, help: "Seconds for which each size is trained, 0.01 to 60.") var seconds = 1.0

    @Option(help: "How often keys and pictures are timed, 10 to 10000.") var repeats = 200

    func run() throws {
        guard (0.01...60).contains(seconds) else { throw CommandError("--seconds \(seconds) is not 0.01 to 60") }
        guard (10...10_000).contains(repeats) else { throw CommandError("--repeats \(repeats) is not 10 to 10000") }
        let report = try BenchmarkReport.measure(trainingSeconds: seconds, repeats: repeats)
        try OutputFile.write(format == .json ? report.json : report.text, to: nil)
    }
}
