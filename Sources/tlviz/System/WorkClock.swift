import TinyLM

/// Seconds in which the process could work: those are left out in which it was stopped (Ctrl-Z), or the machine slept.
///
/// It has to be asked often: what lies between the last time that it was asked and the stop is left out too.
final class WorkClock {
    private let monotonic: () -> Double
    private let continuations: () -> Int
    private var left: Double
    private var stopped = 0.0
    private var seen: Int

    init(
        monotonic: @escaping () -> Double = TrainingRun.monotonicSeconds(),
        continuations: @escaping () -> Int = { Interruption.continuations }
    ) {
        self.monotonic = monotonic
        self.continuations = continuations
        left = monotonic()
        seen = continuations()
    }

    var now: Double {
        let time = monotonic()
        let count = continuations()
        if count != seen { stopped += time - left }
        (left, seen) = (time, count)
        return time - stopped
    }
}
