import Evidence
import TinyLM

/// Answers from the records that the program carries, and from nothing else: no model is run, nothing is written.
public enum RecordedAnswers {
    /// Everything that a question is answered with; the last is `.finished` or `.failure`. What is not recorded is a
    /// failure of 64.
    public static func answer(_ question: Evidence.Question) -> [Answer] {
        do throws(StorageError) {
            guard let answer = try recorded(question) else {
                return [.failure(Failure("this is not recorded; open tlviz on a terminal to ask it", exitCode: 64))]
            }
            return [answer, .finished]
        } catch {
            return [.failure(Failure(error.message, exitCode: error.exitCode))]
        }
    }

    private static func recorded(_ question: Evidence.Question) throws(StorageError) -> Answer? {
        switch question {
        case .recordedRuns: .runs(try summaries())
        case .history(let run): .history(try history(of: run))
        case .experiment(.transfer):
            try experiment(.transferExperiment) { TransferCurves($0, source: .recordedRuns).map(Answer.transfer) }
        case .experiment(.adaptation):
            try experiment(.adaptationExperiment) { AdaptationScores($0, source: .recordedRuns).map(Answer.adaptation) }
        case .experiment(.forgetting):
            try experiment(.forgettingExperiment) { ForgettingScores($0, source: .recordedRuns).map(Answer.forgetting) }
        case .nextWords, .generate, .examples: question.isRecorded ? try PromptRecord.answer(question) : nil
        case .lookUp(let prompt): .lookedUp(LittleWorld.lookedUp(for: prompt))
        case .vocabulary: .vocabulary(Vocabulary.little.words.filter { $0 != FunctionWord.end.spelling })
        case .recordedSpeed(let size): try speed(ofSize: size).map(Answer.speed)
        case .attention(.recorded(let run, let step?), RecordedPrompts.attention):
            try point(of: run, step: step)?.attention.map(Answer.attention)
        case .wordMap(.recorded(let run, _)): .wordMap(try wordMap(of: run))
        case .weights(.recorded(let run, let step)): .weights(try weightPictures(of: run, step: step))
        default: nil
        }
    }

    /// Every run that is recorded.
    static func summaries() throws(StorageError) -> [RunSummary] {
        var summaries: [RunSummary] = []
        for name in Recordings.names {
            let description = try Recordings.description(of: name)
            summaries.append(
                RunSummary(
                    description, name: name, origin: .recorded(run: name),
                    keptSteps: try Recordings.keptSteps(of: description, named: name),
                    hasTrajectory: name == Recordings.trajectoryRun))
        }
        return summaries
    }

    static func history(of name: String) throws(StorageError) -> TrainingHistory {
        let run = try Recordings.run(named: name)
        let history = TrainingHistory(
            run.description, reports: run.reports,
            snapshots: name == Recordings.trajectoryRun ? try Recordings.snapshots() : [],
            origin: .recorded(run: name), source: .recordedRuns)
        guard let history else { throw damaged(.curves) }
        return history
    }

    private static func point(of run: String, step: Int) throws(StorageError) -> TrainingHistory.Point? {
        guard run == Recordings.trajectoryRun else { return nil }
        return try history(of: run).points.first { $0.step == step }
    }

    private static func experiment<Result: Decodable>(
        _ file: RecordedFile, _ convert: (Result) -> Answer?
    ) throws(StorageError) -> Answer {
        guard let answer = convert(try Recordings.experiment(file, Result.self)) else { throw damaged(file) }
        return answer
    }

    private static func damaged(_ file: RecordedFile) -> StorageError {
        StorageError("\(file.path) is damaged; build tlviz again", exitCode: 65)
    }
}

extension Recordings {
    /// The steps of which a run's weights are kept, ascending.
    static func keptSteps(of run: RunDescription, named name: String) throws(StorageError) -> [Int] {
        if name == trajectoryRun { return try trajectorySteps() }
        return run.seed == 1 ? [run.recipe.steps] : []
    }

    /// The weights of a recorded run after a step; nil for its last. Throws 66 where they are not kept.
    public static func model(of name: String, step: Int?) throws(StorageError) -> (
        run: RunDescription, parameters: ModelParameters, step: Int
    ) {
        let run = try run(named: name).description
        let step = step ?? run.recipe.steps
        guard try keptSteps(of: run, named: name).contains(step), let size = run.size else {
            throw StorageError("of the run \(name) no weights of step \(step) are recorded", exitCode: 66)
        }
        let tensors = name == trajectoryRun ? try trajectoryWeights(step: step) : try weights(of: size)
        return (run, try ModelParameters(shape: run.shape, tensors: tensors, file: name), step)
    }

    /// The tensors of a recorded run after a step that was kept; none after any other.
    static func tensors(of run: RunDescription, named name: String, step: Int) throws(StorageError)
        -> [TensorFile.Tensor]
    {
        if name == trajectoryRun { return try trajectoryWeights(step: step) }
        return try run.size.map { size throws(StorageError) in try weights(of: size) } ?? []
    }
}
