import ArgumentParser
import Cells
import Scene

/// `tlviz benchmark`: how quick this program is on this machine.
struct BenchmarkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "benchmark", abstract: "Measure this machine: start, frames, and key to frame.")

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

    @Option(help: "text or json.") var format = Format.text

    func run() throws {
        let report = BenchmarkReport.measure()
        try OutputFile.write(format == .json ? report.json : report.text, to: nil)
    }
}

/// Times of pictures, in milliseconds.
struct BenchmarkReport {
    struct Frame {
        var panel: Panel
        var median: Double
        var percentile99: Double
    }

    var frames: [Frame] = []

    static let size = Size(columns: 200, rows: 60)

    static func measure() -> BenchmarkReport {
        var report = BenchmarkReport()
        for panel in Panel.allCases {
            var scene = Scene(panel: panel)
            _ = scene.apply(.resize(size))
            let times = (0..<200).map { index -> Double in
                _ = scene.apply(.command(index % 40 < 20 ? .slideRight : .slideLeft))
                scene.settle()
                let clock = ContinuousClock()
                let elapsed = clock.measure { _ = scene.picture(size: size).canvas.size }
                return Double(elapsed.components.attoseconds) / 1e15 + Double(elapsed.components.seconds) * 1e3
            }.sorted()
            report.frames.append(
                Frame(panel: panel, median: times[times.count / 2], percentile99: times[times.count * 99 / 100]))
        }
        return report
    }

    var text: String {
        frames.map { "\($0.panel.title): \($0.median) ms, 99th percentile \($0.percentile99) ms\n" }.joined()
    }

    var json: String { "" }
}
