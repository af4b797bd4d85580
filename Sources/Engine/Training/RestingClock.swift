import TinyLM

/// Seconds of work: those in which a training rests are left out.
final class RestingClock {
    private let monotonic = TrainingRun.monotonicSeconds()
    private var rested = 0.0

    var now: Double { monotonic() - rested }

    /// Leaves out what `body` takes, where it says that it rested.
    func leaveOut(_ body: () -> Bool) {
        let start = monotonic()
        if body() { rested += monotonic() - start }
    }
}
