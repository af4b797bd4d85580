import Evidence
import LittleWorld
import Platform
import TinyLM

/// A model that was found, and what is known of it.
struct FoundModel: Sendable {
    let run: RunDescription
    let parameters: ModelParameters
    let vocabulary: RunVocabulary
    let measured: MeasuredModel

    /// Throws 65 where the run learned another version of the little world, 70 where a number is one that no model has.
    init(
        _ run: RunDescription, _ parameters: ModelParameters, step: Int, source: Source,
        tokenizer: BytePairEncoding? = nil, path: String
    ) throws(Failure) {
        guard let measured = MeasuredModel(run, step: step, source: source) else {
            throw Failure("\(path) tells of a model that cannot be", exitCode: 70)
        }
        self.run = run
        self.parameters = parameters
        self.measured = measured
        vocabulary = try RunVocabulary(run, tokenizer, path: path)
    }

    /// Throws 64 where the model learned another text than the little world.
    func requireWorld() throws(Failure) {
        guard !vocabulary.isWorld else { return }
        throw Failure(
            "this model learned a text of yours, and only a model of the little world can be asked this",
            exitCode: 64)
    }
}

/// Finds models. Those of the record are kept for the next question; one in a folder is read anew, since it may have
/// learned meanwhile.
final class ModelLibrary: Sendable {
    private let kept = Monitor([ModelReference: FoundModel]())
    private static let mostKept = 8

    /// Throws 64, 65, 66 or 77 where there is no such model, or where it is damaged.
    func recorded(_ run: String, step: Int?) throws(Failure) -> FoundModel {
        let reference = ModelReference.recorded(run: run, step: step)
        if let model = kept.current[reference] { return model }
        let found = try withFailures { () throws(StorageError) in try Recordings.model(of: run, step: step) }
        let model = try FoundModel(found.run, found.parameters, step: found.step, source: .recordedRuns, path: run)
        kept.change { kept in
            if kept.count >= Self.mostKept { kept = [:] }
            kept[reference] = model
        }
        return model
    }

    func saved(_ folder: String) throws(Failure) -> FoundModel {
        let (contents, parameters) = try withFailures { () throws(StorageError) in
            let contents = try RunContents(path: folder)
            return (contents, try ModelParameters(contents, path: folder))
        }
        return try FoundModel(
            contents.description, parameters, step: contents.checkpoint?.step ?? 0, source: .ownRuns,
            tokenizer: contents.tokenizer, path: folder)
    }
}

/// Runs storage's work; its errors become failures.
func withFailures<Result>(_ work: () throws(StorageError) -> Result) throws(Failure) -> Result {
    do throws(StorageError) {
        return try work()
    } catch {
        throw Failure(error.message, exitCode: error.exitCode)
    }
}
