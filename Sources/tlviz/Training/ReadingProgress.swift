import Engine
import Evidence
import TinyLM

/// Tells on a terminal how far the reading of a text is.
final class ReadingProgress {
    private var line: ProgressLine
    private var meter = RateMeter()
    private let clock = WorkClock()

    init(isWanted: Bool = true) { line = ProgressLine(isWanted: isWanted) }

    /// So many bytes have been read.
    func show(_ count: Int, of total: Int) {
        meter.note(Double(count), at: clock.now)
        guard line.isDue, count < total else { return }
        let left = timeLeft(meter.secondsLeft(to: Double(total)))
        line.show(["reading the text: \(Number.short(Double(count)))B of \(Number.short(Double(total)))B"] + left)
    }

    func end() { line.clear() }
}
