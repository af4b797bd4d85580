import ArgumentParser
import Engine
import Evidence
import Platform
import TinyLM

/// `tlviz generate RUN --prompt "…"`: lets a trained model write.
struct GenerateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate", abstract: "Let a trained model go on from a prompt.")

    @Argument(help: "A run's folder.") var path: String
    @Option(parsing: .unconditional, help: "The words to go on from.") var prompt: String
    @Option(parsing: .unconditional, help: "The most words to write; of a text of one's own, parts of words.")
    var words = 30
    @Option(
        parsing: .unconditional,
        help: """
            0 writes the most probable word each time; the higher, the freer. Where it is left out, 0 for the little world \
            and 0.8 for a text of one's own.
            """) var temperature: Double?
    @Option(
        name: .customLong("top-k"), parsing: .unconditional,
        help: "With a temperature above 0, draw only from so many of the most probable words.") var topK: Int?
    @Option(parsing: .unconditional, help: "The seed of what is drawn.") var seed: UInt64 = 1

    func run() throws {
        guard (0...100_000).contains(words) else { throw CommandError("--words \(words) is not 0 to 100000") }
        guard temperature.map({ (0...100).contains($0) }) ?? true else {
            throw CommandError("--temperature \(temperature ?? 0) is not 0 to 100")
        }
        guard topK.map({ $0 >= 1 }) ?? true else { throw CommandError("--top-k \(topK ?? 0) is not 1 or more") }
        let pool = WorkerPool(threadCount: 1)
        let (model, vocabulary) = try trainedModel(runContents(at: path), path, pool)
        let tokens = try withCommandErrors(of: "--prompt") { () throws(Failure) in try vocabulary.encode(prompt) }
        if tokens.count > model.shape.context {
            StandardError.tell(
                "the prompt has \(tokens.count) tokens, and only its end is read: \(model.shape.context)")
        }
        var sampler = Sampler(temperature: temperature ?? vocabulary.temperature, topK: topK, seed: seed)
        Interruption.listen()
        let written = model.generate(after: tokens, count: words, end: vocabulary.end, sampler: &sampler) { _ in
            !Interruption.isWanted
        }
        var bytes = vocabulary.bytes(written)
        if isatty(STDOUT_FILENO) == 1 {
            bytes = Array(String(decoding: bytes, as: UTF8.self).withoutControls(keeping: ["\n", "\t"]).utf8)
        }
        try OutputFile.writeStandardOutput(bytes + [UInt8(ascii: "\n")])
        if Interruption.isWanted { throw CommandError("stopped", exitCode: Interruption.status) }
    }
}

/// What is in a run's folder. Throws 64 where the path is empty.
func runContents(at path: String) throws(CommandError) -> RunContents {
    guard !path.isEmpty else { throw CommandError("RUN is empty; give the folder of a run") }
    return try withCommandErrors { () throws(StorageError) in try RunContents(path: path) }
}

/// The model of a run's newest checkpoint, and what its tokens mean.
func trainedModel(
    _ contents: RunContents, _ path: String, _ pool: WorkerPool
) throws(CommandError) -> (GPT, RunVocabulary) {
    for warning in contents.warnings { StandardError.tell(warning) }
    let vocabulary = try vocabulary(of: contents.description, contents.tokenizer, path)
    let model = try withCommandErrors { () throws(StorageError) in
        GPT(try ModelParameters(contents, path: path), pool: pool)
    }
    return (model, vocabulary)
}

/// What a run's tokens mean. Throws 65 where it learned another version of the little world.
func vocabulary(
    of run: RunDescription, _ tokenizer: BytePairEncoding?, _ path: String
) throws(CommandError) -> RunVocabulary {
    try withCommandErrors { () throws(Failure) in try RunVocabulary(run, tokenizer, path: path) }
}
