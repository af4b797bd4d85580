import Synchronization

extension WorkerPool {
    /// Runs long jobs that are independent of each other, each on one thread, and gives their results in the jobs' order;
    /// nil where they were stopped.
    ///
    /// - Parameters:
    ///   - costs: The steps of each job.
    ///   - isStopped: Asked on any of the threads.
    ///   - progress: Given the fraction that is done, 0 to 1, on the caller's thread only.
    ///   - job: Asks before each of its steps whether it is stopped, and gives nil if so.
    public func jobs<Result>(
        costs: [Int], isStopped: @escaping @Sendable () -> Bool, progress: @escaping (Double) -> Void,
        _ job: (_ job: Int, _ isStopped: () -> Bool) -> Result?
    ) -> [Result]? {
        let total = Double(max(costs.reduce(0, +), 1))
        let done = Atomic<Int>(0)
        let found = results(costs.count, initial: Result?.none) { index, worker in
            guard !isStopped() else { return nil }
            return job(index) {
                let before = done.add(1, ordering: .relaxed).oldValue
                // The first worker is the caller's own thread.
                if worker == 0 { progress(min(Double(before) / total, 1)) }
                return isStopped()
            }
        }
        let whole = found.compactMap { $0 }
        return whole.count == costs.count ? whole : nil
    }
}
