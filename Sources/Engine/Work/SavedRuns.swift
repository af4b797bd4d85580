import Evidence
import LittleWorld
import TinyLM

/// The runs that lie in some folders.
struct SavedRuns {
    let folders: [String]

    /// Those that read, by folder, then name; what is damaged, or no run, is left out.
    func summaries(isStopped: () -> Bool) -> [RunSummary] {
        var summaries: [RunSummary] = []
        for folder in folders {
            for name in RunContents.names(in: folder) where !isStopped() {
                let path = "\(folder)/\(name)"
                guard let run = try? RunContents(path: path) else { continue }
                summaries.append(
                    RunSummary(
                        run.description, name: name, origin: .saved(folder: path),
                        keptSteps: run.checkpoint.map { [$0.step] } ?? [], hasTrajectory: false))
            }
        }
        return summaries
    }

    /// With what the model of the newest checkpoint writes and looks like. Throws 66 where there is no run, 65 where it is
    /// damaged.
    static func history(
        in folder: String, pool: WorkerPool, isStopped: @escaping () -> Bool
    ) throws(Failure) -> TrainingHistory {
        let run = try withFailures { () throws(StorageError) in try RunContents(path: folder) }
        let history = TrainingHistory(
            run.description, reports: run.reports,
            snapshots: [snapshot(of: run, in: folder, pool: pool, isStopped: isStopped)].compactMap { $0 },
            origin: .saved(folder: folder), source: .ownRuns)
        guard let history else {
            throw Failure("\(folder) tells of a model that cannot be; train again into another folder", exitCode: 65)
        }
        return history
    }

    /// Nil where there is no checkpoint that reads, or the run learned a text of the person's.
    private static func snapshot(
        of run: RunContents, in folder: String, pool: WorkerPool, isStopped: () -> Bool
    ) -> CheckpointSnapshot? {
        guard run.description.tokenizer == .world, let checkpoint = run.checkpoint,
            let parameters = try? ModelParameters(run, path: folder)
        else { return nil }
        return try? CheckpointSnapshot(
            of: GPT(parameters, pool: pool), step: checkpoint.step, tokensSeen: checkpoint.tokensSeen,
            isStopped: isStopped)
    }
}
