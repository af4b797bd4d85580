extension WorkerPool {
    /// Runs tasks and gives their results in the tasks' order.
    func results<Result>(_ count: Int, initial: Result, _ task: (_ task: Int, _ worker: Int) -> Result) -> [Result] {
        var results = Array(repeating: initial, count: count)
        // Each task writes the element of its own index, and the array lives until all have ended.
        results.withUnsafeMutableBufferPointer { slots in
            guard let base = slots.baseAddress else { return }
            run(count) { index, worker in base[index] = task(index, worker) }
        }
        return results
    }
}
