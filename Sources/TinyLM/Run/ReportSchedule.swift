/// The steps at which a run reports: densely while much happens, then evenly.
public enum ReportSchedule {
    /// Whether a report is due after so many updates of so many: 0 to 4, then four to a doubling of the steps until
    /// there would be fewer than 64 in the run, and the last.
    public static func isDue(step: Int, of steps: Int) -> Bool {
        if step <= 4 || step >= steps { return true }
        let doubling = max(step.powerOfTwo - 2, 0)
        let apart = 1 << min(doubling, max(steps / 64, 1).powerOfTwo)
        return step % apart == 0
    }

    /// All steps at which a run of so many updates reports.
    public static func steps(of steps: Int) -> [Int] { (0...steps).filter { isDue(step: $0, of: steps) } }
}

extension Int {
    /// The exponent of the largest power of two that is not larger than this number, which is positive.
    fileprivate var powerOfTwo: Int { Int.bitWidth - 1 - leadingZeroBitCount }
}
