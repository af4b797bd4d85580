import Platform
import Synchronization

/// A few threads that run the tasks of one region at a time and wait, for a moment awake and then asleep, for the next.
///
/// Swift's own task pool is not used: a region lasts under a millisecond, and a screen may be waiting for that pool.
public final class WorkerPool: @unchecked Sendable {
    // Sendable: `body` is written by the caller before `generation` is raised and read by workers after they have seen
    // it raised; everything else is atomic or behind the mutex.
    public let threadCount: Int
    private let generation = Atomic<Int>(0)
    private let next = Atomic<Int>(0)
    private let working = Atomic<Int>(0)
    private let isEnding = Atomic<Bool>(false)
    private var taskCount = 0
    private var body: ((_ task: Int, _ worker: Int) -> Void)?
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private var threads: [SystemThread] = []

    /// The number of processors that are online.
    public static var processorCount: Int { Processor.count }

    /// - Parameters:
    ///   - threadCount: The caller's thread and so many less one.
    ///   - hasLowPriority: At the lowest priority.
    public init(threadCount: Int, hasLowPriority: Bool = false) {
        self.threadCount = max(threadCount, 1)
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(condition, nil)
        for worker in (0..<self.threadCount).dropFirst() {
            let thread = SystemThread {
                if hasLowPriority { SystemThread.lowerPriority() }
                self.work(as: worker)
            }
            if let thread { threads.append(thread) }
        }
    }

    /// Ends the threads and waits for them. The pool cannot be used afterwards.
    public func end() {
        pthread_mutex_lock(mutex)
        isEnding.store(true, ordering: .releasing)
        pthread_cond_broadcast(condition)
        pthread_mutex_unlock(mutex)
        for thread in threads { thread.join() }
        threads = []
    }

    deinit {
        pthread_mutex_destroy(mutex)
        pthread_cond_destroy(condition)
        mutex.deallocate()
        condition.deallocate()
    }

    /// Runs `body` for every task below `count` and returns when all are done. `worker` is below `threadCount`, and no two
    /// tasks run on the same worker at a time.
    public func run(_ count: Int, _ body: (_ task: Int, _ worker: Int) -> Void) {
        guard !threads.isEmpty, count > 1 else {
            for task in 0..<count { body(task, 0) }
            return
        }
        withoutActuallyEscaping(body) { body in
            self.body = body
            taskCount = count
            next.store(0, ordering: .relaxed)
            working.store(threads.count, ordering: .relaxed)
            pthread_mutex_lock(mutex)
            generation.add(1, ordering: .releasing)
            pthread_cond_broadcast(condition)
            pthread_mutex_unlock(mutex)
            takeTasks(worker: 0)
            var spins = 0
            while working.load(ordering: .acquiring) > 0 {
                spins += 1
                if spins > Self.patience { sched_yield() }
            }
            self.body = nil
        }
    }

    private static let patience = 2_000

    private func takeTasks(worker: Int) {
        guard let body else { return }
        while true {
            let task = next.add(1, ordering: .relaxed).oldValue
            guard task < taskCount else { return }
            body(task, worker)
        }
    }

    private func work(as worker: Int) {
        var seen = 0
        while true {
            var spins = 0
            while generation.load(ordering: .acquiring) == seen, !isEnding.load(ordering: .acquiring) {
                spins += 1
                if spins > Self.patience { sleep(while: seen) }
            }
            if isEnding.load(ordering: .acquiring) { return }
            seen = generation.load(ordering: .acquiring)
            takeTasks(worker: worker)
            working.subtract(1, ordering: .releasing)
        }
    }

    private func sleep(while seen: Int) {
        pthread_mutex_lock(mutex)
        while generation.load(ordering: .acquiring) == seen, !isEnding.load(ordering: .acquiring) {
            pthread_cond_wait(condition, mutex)
        }
        pthread_mutex_unlock(mutex)
    }
}
