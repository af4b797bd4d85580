import Evidence
import LittleWorld
import TinyLM

/// Begins a run, or goes on with it, and tells what becomes of it; this thread alone owns the trainer.
struct TrainingWork {
    let request: TrainingRequest
    let job: Job
    let workshop: Workshop
    /// Those that were begun before.
    let earlier: [Job]

    /// Ends when the run is finished, or soon after the job is stopped; what was trained is saved either way.
    func carryOut() throws(Failure) {
        job.answer(.progress(Progress(.preparing, fraction: 0)))
        let wanted = try description()
        let path = path(of: wanted)
        job.folder = path
        // One that was stopped may still be saving this very run.
        for other in earlier where other.isStopped && other.folder == path { other.waitUntilOver() }
        let folder = try open(path, wanted)
        let pool = WorkerPool(threadCount: request.threads ?? workshop.threadCount, hasLowPriority: true)
        defer { pool.end() }
        guard let folder else {
            return job.answer(.history(try SavedRuns.history(in: path, pool: pool) { [job] in job.isStopped }))
        }
        let clock = RestingClock()
        let run = try withFailures { () throws(StorageError) in
            try TrainingRun(folder, text: LittleWorldText(seed: folder.description.seed), pool: pool) { clock.now }
        }
        try train(run, TrainingTeller(run, job: job, clock: clock), clock)
    }

    private func train(_ run: TrainingRun, _ teller: TrainingTeller, _ clock: RestingClock) throws(Failure) {
        var teller = teller
        let examiner = Examiner(run.description)
        let job = job
        try teller.tellHistory()
        var fault: Failure?
        try withFailures { () throws(StorageError) in
            try run.train(
                examine: { model, step throws(ExaminationStopped) in
                    guard examiner.schedule.isDue(step) else { return nil }
                    teller.tellProgress(.examining)
                    let asked = StoppableModel(model) { job.isStopped }
                    let abilities = examiner.abilities(of: asked, step: step)
                    if job.isStopped { throw ExaminationStopped() }
                    return abilities
                },
                isStopped: {
                    teller.tellProgressNowAndThen()
                    clock.leaveOut {
                        job.passBetweenSteps {
                            ModelCopy(
                                run: run.description, parameters: run.trainer.parameters, step: run.trainer.step)
                        } rest: {
                            teller.tellProgress(.paused)
                        }
                    }
                    return job.isStopped || fault != nil
                },
                report: { report in
                    do throws(Failure) {
                        try teller.tell(report)
                    } catch {
                        fault = error
                    }
                })
        }
        if let fault { throw fault }
    }

    /// Where the run is kept.
    private func path(of run: RunDescription) -> String {
        SystemCall.absolutePath(request.folder ?? "\(workshop.folders.own)/\(run.name)")
    }

    /// The run that is asked for; one that is to start anew has the first seed whose folder is free. Throws 64 where a
    /// part of the request is none.
    private func description() throws(Failure) -> RunDescription {
        var run = try firstDescription()
        while request.startsAnew, SystemCall.exists(path(of: run)), run.seed < .max { run.seed += 1 }
        return run
    }

    private func firstDescription() throws(Failure) -> RunDescription {
        guard let size = ModelSize(rawValue: request.size.uppercased()) else {
            let names = ModelSize.allCases.map(\.rawValue).joined(separator: ", ")
            throw Failure("there is no size \(request.size); choose one of \(names)", exitCode: 64)
        }
        guard (1...100_000_000_000).contains(request.tokens) else {
            throw Failure("\(request.tokens) tokens are not 1 to 100000 million", exitCode: 64)
        }
        guard request.threads.map({ (1...256).contains($0) }) ?? true else {
            throw Failure("\(request.threads ?? 0) threads are not 1 to 256", exitCode: 64)
        }
        guard request.folder == nil || !request.startsAnew else {
            throw Failure("a run in a folder that is named goes on with what stands there", exitCode: 64)
        }
        guard request.folder != "" else { throw Failure("the run's folder has no name; give one", exitCode: 64) }
        return RunDescription(
            shape: ModelShape(size, vocabularyCount: Vocabulary.little.count, context: 64), size: size,
            tokens: request.tokens, seed: request.seed)
    }

    /// The folder to train in; nil where it holds the run that is asked for, finished. Throws 64 where it holds another.
    private func open(_ path: String, _ wanted: RunDescription) throws(Failure) -> RunFolder? {
        let (contents, folder) = try withFailures { () throws(StorageError) -> (RunContents?, RunFolder?) in
            guard RunContents.exists(at: path) else {
                try makeParentFolders(of: path)
                return (nil, try RunFolder.create(at: path, description: wanted))
            }
            let contents = try RunContents(path: path)
            let isSame =
                contents.description.isSameTraining(as: wanted)
                && contents.description.worldVersion == wanted.worldVersion
            return (contents, isSame && !contents.isFinished ? try RunFolder.open(at: path) : nil)
        }
        guard let contents else { return folder }
        guard contents.description.worldVersion == wanted.worldVersion else {
            throw Failure(
                "\(path) holds a run of another text or version of the little world; choose another folder",
                exitCode: 65)
        }
        guard contents.description.isSameTraining(as: wanted) else {
            throw Failure(
                "\(path) holds the run \(contents.description.name), not \(wanted.name); choose another folder",
                exitCode: 64)
        }
        return folder
    }
}

extension RunDescription {
    /// Whether both train the same, whenever and wherever they began.
    fileprivate func isSameTraining(as other: RunDescription) -> Bool {
        (shape, seed, recipe) == (other.shape, other.seed, other.recipe)
    }
}
