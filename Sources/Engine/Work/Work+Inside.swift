import Evidence
import LittleWorld
import TinyLM

extension Work {
    /// The words of one model as a map, along its own directions.
    func tellWordMap(_ model: FoundModel) throws(Failure) {
        try model.requireWorld()
        let embedding = WordMap.Embedding(model.measured, tensors: model.parameters.tensors)
        guard let map = WordMap([embedding].compactMap { $0 }, isStopped: { job.isStopped }) else {
            if job.isStopped { return }
            throw Failure("this model's words have no map; train another", exitCode: 65)
        }
        job.answer(.wordMap(map))
    }

    /// Each matrix of one model, seen from afar.
    func tellWeights(_ model: FoundModel) throws(Failure) {
        job.answer(.weights(WeightPicture.all(of: model.parameters, model.measured)))
    }

    /// Reads again, row by row, what a model has read, and counts what stands in it; nothing of the text is kept.
    func countContexts(_ reference: ModelReference, _ prompt: String) throws(Failure) {
        let (run, model) = try reader(reference)
        let tokens = Array(try RunVocabulary.world.encode(prompt).dropFirst())
        guard !tokens.isEmpty else { throw Failure("there is no word to look for; type one", exitCode: 64) }
        var count = ContextCount(prompt: tokens)
        let text = LittleWorldText(seed: run.seed)
        let rows = model.step * run.recipe.batchRows
        let clock = TrainingRun.monotonicSeconds()
        var toldAt = clock()
        for row in 0..<rows {
            guard !job.isStopped else { return }
            count.read(text.row(at: row, length: run.recipe.context + 1).tokens)
            guard row % Self.rowsBetweenLooks == 0, clock() - toldAt >= Self.secondsBetweenTellings else { continue }
            toldAt = clock()
            job.answer(.progress(Progress(.reading, fraction: Double(row) / Double(rows))))
        }
        job.answer(.contexts(count.contexts(of: model, prompt: prompt)))
    }

    private static let rowsBetweenLooks = 256
    private static let secondsBetweenTellings = 0.1

    /// What a model has read, and the model; of a recorded run after any step, also one of which no weights are kept.
    /// Throws 64 where it is another text than the little world.
    private func reader(_ reference: ModelReference) throws(Failure) -> (RunDescription, MeasuredModel) {
        guard case .recorded(let name, let step) = reference else {
            let found = try find(reference)
            try found.requireWorld()
            return (found.run, found.measured)
        }
        let run = try withFailures { () throws(StorageError) in try Recordings.description(of: name) }
        let steps = step ?? run.recipe.steps
        guard (0...run.recipe.steps).contains(steps),
            let model = MeasuredModel(run, step: steps, source: .recordedRuns)
        else { throw Failure("the run \(name) has no step \(steps)", exitCode: 64) }
        return (run, model)
    }
}
