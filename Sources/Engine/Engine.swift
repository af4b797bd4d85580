import Evidence
import Platform
import TinyLM

/// Carries out questions on threads of its own, at the lowest priority: training may use every processor while whoever
/// asks is answered at once by the screen.
///
/// To be used from one thread. Nothing here waits for an answer but ``end()``, which waits for every thread.
public final class Engine {
    private let mailbox: Mailbox
    private let workshop: Workshop
    private var jobs: [QuestionID: Job] = [:]
    /// Trainings of all times, since their models can be asked when they have ended.
    private var trainings: [QuestionID: Job] = [:]
    private var threads: [QuestionID: SystemThread] = [:]
    private var hasEnded = false

    /// - Parameters:
    ///   - wake: Called on any thread where there is something to take and there was nothing before.
    ///   - folders: Where runs are kept and looked for.
    ///   - threadCount: Of a training or an examination; all processors where it is left out.
    public init(
        wake: @escaping @Sendable () -> Void, folders: RunFolders = .standard,
        threadCount: Int = WorkerPool.processorCount
    ) {
        mailbox = Mailbox(wake: wake)
        workshop = Workshop(library: ModelLibrary(), folders: folders, threadCount: threadCount)
    }

    /// Begins to answer a question under a number that was not used before.
    public func ask(_ id: QuestionID, _ question: Question) {
        guard !hasEnded, jobs[id] == nil else { return }
        joinEnded()
        let job = Job(id, mailbox: mailbox)
        jobs[id] = job
        if case .train = question { trainings[id] = job }
        mailbox.open(id)
        let work = Work(question: question, job: job, workshop: workshop, trainings: trainings)
        guard let thread = SystemThread({ work.carryOut() }) else {
            job.end()
            return job.answer(.failure(Failure("the system has no more threads; end other programs", exitCode: 71)))
        }
        threads[id] = thread
    }

    /// Nobody waits for the question's answers any more: a training stops after its step and is saved.
    public func cancel(_ id: QuestionID) {
        mailbox.close(id)
        jobs[id]?.stop()
    }

    /// A training rests after its step, until ``proceed(_:)``.
    public func pause(_ id: QuestionID) { jobs[id]?.pause() }
    public func proceed(_ id: QuestionID) { jobs[id]?.proceed() }

    /// What came since it was called last, in order; of answers that replace each other the newest.
    public func takeAnswers() -> [(QuestionID, Answer)] {
        joinEnded()
        return mailbox.takeAll()
    }

    /// Stops everything and waits until it is saved and every thread has ended. Nothing is answered afterwards.
    public func end() {
        hasEnded = true
        for job in jobs.values {
            mailbox.close(job.id)
            job.stop()
        }
        for thread in threads.values { thread.join() }
        threads = [:]
    }

    /// Whether no thread is left.
    var isIdle: Bool { threads.isEmpty }

    /// Gives back what threads that have ended still hold.
    private func joinEnded() {
        for (id, job) in jobs where job.isOver {
            threads.removeValue(forKey: id)?.join()
            jobs[id] = nil
        }
    }
}
