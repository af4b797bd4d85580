import Cells
import Scene
import TinyLM

/// What `tlviz benchmark` measured. Times are milliseconds.
struct BenchmarkReport {
    /// A sorted sample of times.
    struct Times {
        var median: Double
        var percentile99: Double

        /// Nil where nothing was measured.
        init?(_ sample: [Double]) {
            guard !sample.isEmpty else { return nil }
            let sorted = sample.sorted()
            median = sorted[sorted.count / 2]
            percentile99 = sorted[min(sorted.count - 1, sorted.count * 99 / 100)]
        }
    }

    static let size = Size(columns: 200, rows: 60)

    /// From the start of the process to the last byte of its first frame, in a terminal of its own.
    var firstFrame: Times?
    /// From the byte of a key to the last byte of the frame that answers it.
    var keyToFrame: Times?
    /// The same while a model of size M is trained on every processor, behind another panel.
    var keyWhileTraining: Times?
    /// From a panel's digit to the last byte of the frame that shows it: everything is drawn anew.
    var keyToNewPanel: Times?
    /// From the scene to the canvas, by panel, without the terminal.
    var pictures: [(panel: Panel, times: Times)] = []
    /// The same picture drawn again.
    var unchangedPicture: Times?
    /// Resident memory after the start, in KB.
    var residentKilobytes: Int?
    /// How often the process woke in two seconds without a key.
    var wakeUpsAtRest: Int?

    /// Nil where only frames are measured.
    var training: TrainingSpeeds?

    /// - Parameters:
    ///   - trainingSeconds: For each size and number of threads.
    ///   - repeats: How often a key, a picture and a tenth as often a start are timed.
    static func measure(trainingSeconds: Double, repeats: Int) throws(CommandError) -> BenchmarkReport {
        var report = BenchmarkReport()
        report.training = .measure(seconds: trainingSeconds)
        for panel in Panel.allCases {
            if let times = Times(pictureTimes(panel, repeats)) { report.pictures.append((panel, times)) }
        }
        report.unchangedPicture = Times(unchangedTimes(repeats))
        var starts: [Double] = []
        for _ in 0..<max(1, repeats / 10) {
            let start = ContinuousClock.now
            let terminal = try PseudoTerminal(
                running: "/proc/self/exe", columns: size.columns, rows: size.rows)
            // The question for the terminal's attributes follows the first frame.
            if let end = terminal.time(of: "\u{1B}[c") { starts.append(milliseconds(end - start)) }
            terminal.write("\u{1B}[?62c")
        }
        report.firstFrame = Times(starts)
        try report.measureKeys(repeats)
        try report.measureKeysWhileTraining(repeats)
        return report
    }

    private mutating func measureKeys(_ repeats: Int) throws(CommandError) {
        let terminal = try Self.opened()
        residentKilobytes = terminal.status("VmRSS")
        let before = terminal.status("voluntary_ctxt_switches")
        _ = terminal.output(quietMilliseconds: 2000)
        if let before, let after = terminal.status("voluntary_ctxt_switches") { wakeUpsAtRest = after - before }
        keyToFrame = Times(Self.sliderTimes(in: terminal, repeats))
        keyToNewPanel = Times((0..<max(4, repeats * 2 / 5)).compactMap { Self.time(of: "\($0 % 4 + 1)", in: terminal) })
    }

    private mutating func measureKeysWhileTraining(_ repeats: Int) throws(CommandError) {
        guard let folder = TemporaryFolder() else {
            throw CommandError("no temporary folder could be made for a training; set TMPDIR", exitCode: 73)
        }
        let terminal = try Self.opened(["XDG_STATE_HOME=\(folder.path)"])
        terminal.write("2")
        // The record of the panel comes before the training, and the first steps before a key.
        _ = terminal.output(quietMilliseconds: 1000)
        terminal.write("t")
        // Its progress is drawn ten times a second: so many pauses are two seconds of training.
        for _ in 0..<20 { _ = terminal.output(quietMilliseconds: 60) }
        terminal.write("4")
        _ = terminal.output(quietMilliseconds: 300)
        keyWhileTraining = Times(Self.sliderTimes(in: terminal, repeats))
        terminal.end()
    }

    /// The program in a terminal that has answered its questions.
    private static func opened(_ variables: [String] = []) throws(CommandError) -> PseudoTerminal {
        let terminal = try PseudoTerminal(
            running: "/proc/self/exe", variables: variables, columns: size.columns, rows: size.rows)
        _ = terminal.time(of: "\u{1B}[c")
        terminal.write("\u{1B}[?62c")
        _ = terminal.output(quietMilliseconds: 100)
        return terminal
    }

    private static func sliderTimes(in terminal: PseudoTerminal, _ repeats: Int) -> [Double] {
        (0..<repeats).compactMap { time(of: $0 % 40 < 20 ? "h" : "l", in: terminal) }
    }

    private static func time(of key: String, in terminal: PseudoTerminal) -> Double? {
        let start = ContinuousClock.now
        terminal.write(key)
        return terminal.output(quietMilliseconds: 20).last.map { milliseconds($0 - start) }
    }

    private static func pictureTimes(_ panel: Panel, _ repeats: Int) -> [Double] {
        // With what is recorded, as it stands on the screen.
        var scene = Runtime(Scene(panel: panel), answerer: RecordAnswerer()).scene
        _ = scene.apply(.resize(size))
        return (0..<repeats).map { index in
            _ = scene.apply(.command(index % 40 < 20 ? .slideRight : .slideLeft))
            scene.settle()
            return timeOfPicture(scene)
        }
    }

    private static func unchangedTimes(_ repeats: Int) -> [Double] {
        let scene = Scene(panel: .scale)
        return (0..<repeats).map { _ in timeOfPicture(scene) }
    }

    private static func timeOfPicture(_ scene: Scene) -> Double {
        let start = ContinuousClock.now
        let picture = scene.picture(size: size)
        precondition(picture.canvas.size == size)
        return milliseconds(ContinuousClock.now - start)
    }

    private static func milliseconds(_ duration: Duration) -> Double {
        duration.seconds * 1000
    }
}

extension BenchmarkReport {
    var rows: [(name: String, label: String, times: Times?)] {
        [
            ("firstFrame", "start to first frame", firstFrame), ("keyToFrame", "key to frame", keyToFrame),
            ("keyWhileTraining", "the same, training M", keyWhileTraining),
            ("keyToNewPanel", "key to a new panel", keyToNewPanel),
            ("unchangedPicture", "the same picture again", unchangedPicture),
        ] + pictures.map { ("picture\($0.panel.title)", "picture of \($0.panel.title)", $0.times) }
    }

    var text: String {
        var text =
            "milliseconds at \(BenchmarkReport.size.columns)x\(BenchmarkReport.size.rows): median, 99th percentile\n"
        for row in rows {
            guard let times = row.times else { continue }
            let label = row.label + String(repeating: " ", count: max(1, 28 - row.label.count))
            text += "  \(label)\(Self.rounded(times.median))  \(Self.rounded(times.percentile99))\n"
        }
        if let residentKilobytes { text += "resident memory: \(residentKilobytes) KB\n" }
        if let wakeUpsAtRest { text += "wake-ups in two seconds at rest: \(wakeUpsAtRest)\n" }
        return (training?.text ?? "") + text
    }

    static func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
}
