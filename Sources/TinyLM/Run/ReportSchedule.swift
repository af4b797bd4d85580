/// The steps at which a run reports: densely while much happens, then evenly.
public enum ReportSchedule {
    /// Whether a report is due after so many updates of so many: 0 to 4, then four to a doubling of the steps until
    /// there would be fewer than 64 in the run, and the last.
    public static func isDue(step: Int, of steps: Int) -> Bool {
        step <= 4 || step >= steps || step % distance(at: step, of: steps) == 0
    }

    /// All steps up to `last` at which a run of so many updates reports.
    public static func steps(of steps: Int, upTo last: Int = .max) -> [Int] {
        var due: [Int] = []
        var step = 0
        while step <= min(steps, last) {
            if isDue(step: step, of: steps) { due.append(step) }
            let distance = step <= 4 ? 1 : distance(at: step, of: steps)
            step = min(step - step % distance + distance, step < steps ? steps : .max)
        }
        return due
    }

    /// Steps between two reports.
    private static func distance(at step: Int, of steps: Int) -> Int {
        1 << min(max(step.powerOfTwo - 2, 0), max(steps / 64, 1).powerOfTwo)
    }
}

extension Int {
    /// The exponent of the largest power of two that is not larger than this number, which is positive.
    fileprivate var powerOfTwo: Int { Int.bitWidth - 1 - leadingZeroBitCount }
}
