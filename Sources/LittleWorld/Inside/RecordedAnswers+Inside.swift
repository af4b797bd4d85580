import Evidence
import TinyLM

extension RecordedAnswers {
    /// The map of a recorded run's words after each step that was kept. Throws 66 where there is none.
    static func wordMap(of name: String) throws(StorageError) -> WordMap {
        let run = try Recordings.description(of: name)
        let steps = try Recordings.keptSteps(of: run, named: name)
        var embeddings: [WordMap.Embedding] = []
        for step in steps {
            let tensors = try Recordings.tensors(of: run, named: name, step: step)
            let model = MeasuredModel(run, step: step, source: .recordedRuns)
            guard let embedding = model.flatMap({ WordMap.Embedding($0, tensors: tensors) }) else {
                throw StorageError("the weights of \(name), step \(step), are damaged; build tlviz again", exitCode: 65)
            }
            embeddings.append(embedding)
        }
        guard let map = WordMap(embeddings) else {
            throw StorageError("of the run \(name) no weights are recorded", exitCode: 66)
        }
        return map
    }

    /// The matrices of a recorded run after a step; nil for its last. Throws 66 where that was not kept.
    static func weightPictures(of name: String, step: Int?) throws(StorageError) -> [WeightPicture] {
        let found = try Recordings.model(of: name, step: step)
        guard let model = MeasuredModel(found.run, step: found.step, source: .recordedRuns) else {
            throw StorageError("the run \(name) is damaged; build tlviz again", exitCode: 65)
        }
        return WeightPicture.all(of: found.parameters, model)
    }
}

extension WeightPicture {
    /// Each matrix of a model seen from afar, as a recorded step's are.
    public static func all(of parameters: ModelParameters, _ model: MeasuredModel) -> [WeightPicture] {
        let pool = WorkerPool(threadCount: 1)
        defer { pool.end() }
        let pictures = GPT(parameters, pool: pool).weightPictures(cells: CheckpointSnapshot.pictureCells)
        return zip(ParameterLayout(parameters.shape).matrices, pictures).compactMap { slot, picture in
            WeightPicture(
                of: model, name: slot.name, rows: picture.rows, columns: picture.columns,
                values: picture.values.map { Float($0) })
        }
    }
}
