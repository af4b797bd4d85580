import Engine
import LittleWorld
import TinyLM

/// What `tlviz train` is to do: a new run, or one to go on with.
struct TrainingPlan {
    private let command: TrainCommand
    private let path: String
    /// A new run's; nil where the folder has a run.
    private var new: (description: RunDescription, tokenizer: BytePairEncoding?)?
    private let files: CorpusFiles?

    /// Throws 64 where options are wrong or are not those of the run in the folder, 65 and 66 for a corpus that can not be
    /// read.
    init(_ command: TrainCommand) throws(CommandError) {
        self.command = command
        guard command.output != "" else { throw CommandError("--output is empty; give a folder") }
        files =
            command.corpus.isEmpty
            ? nil : try withCommandErrors { () throws(StorageError) in try CorpusFiles(paths: command.corpus) }
        let tokenizer = files?.tokenizer()
        let description = try Self.description(command, files, tokenizer)
        path = command.output ?? "runs/\(description.name)"
        if RunContents.exists(at: path) {
            new = nil
            try requireSame(description)
        } else {
            new = (description, tokenizer)
        }
    }

    /// The run's folder, made or opened.
    func folder() throws(StorageError) -> RunFolder {
        guard let new else { return try RunFolder.open(at: path) }
        // A text that can not be learned leaves nothing behind.
        _ = try text(of: new.description, new.tokenizer)
        try makeParentFolders(of: path)
        return try RunFolder.create(at: path, description: new.description, tokenizer: new.tokenizer)
    }

    /// What the run reads.
    func text(for folder: RunFolder) throws(StorageError) -> any TrainingText {
        try text(of: folder.description, folder.tokenizer)
    }

    private func text(
        of description: RunDescription, _ tokenizer: BytePairEncoding?
    ) throws(StorageError) -> any TrainingText {
        guard let corpus = description.corpus, let tokenizer else {
            return LittleWorldText(seed: description.seed)
        }
        let files = if let files = self.files { files } else { try CorpusFiles(paths: corpus.files) }
        try files.require(corpus)
        return try Corpus(files, tokenizer: tokenizer, seed: description.seed)
    }

    private static func description(
        _ command: TrainCommand, _ files: CorpusFiles?, _ tokenizer: BytePairEncoding?
    ) throws(CommandError) -> RunDescription {
        let shape = try command.model.shape(
            vocabularyCount: tokenizer?.vocabularyCount ?? Vocabulary.little.count, context: 64)
        let tokens = try command.tokens.map { text throws(CommandError) in try tokenCount(text) } ?? 4_096_000
        return RunDescription(
            shape: shape, size: command.model.isCustom ? nil : command.model.size ?? .medium, tokens: tokens,
            seed: command.seed ?? 1, corpus: files?.description)
    }

    /// A count as `500000`, `500K`, `4.1M`. Throws 64 for what is none, or not 1 to 100,000 million.
    static func tokenCount(_ text: String) throws(CommandError) -> Int {
        let scales: [Character: Double] = ["K": 1e3, "M": 1e6, "B": 1e9]
        let scale = text.last.flatMap { scales[Character($0.uppercased())] }
        let digits = scale == nil ? text[...] : text.dropLast()
        guard digits.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }), let number = Double(digits),
            (1...1e11).contains(number * (scale ?? 1))
        else { throw CommandError("--tokens \(text) is no number of tokens; give one such as 500000, 500K or 4.1M") }
        return Int((number * (scale ?? 1)).rounded())
    }

    /// Throws 64 where an option was given that the run in the folder was not begun with.
    private func requireSame(_ wanted: RunDescription) throws(CommandError) {
        let run = try withCommandErrors { () throws(StorageError) in try RunContents.description(path) }
        func size(_ run: RunDescription) -> String {
            run.size?.rawValue ?? "\(run.shape.layers) layers, width \(run.shape.width), \(run.shape.heads) heads"
        }
        let differences: [(option: String, wanted: String, found: String, isGiven: Bool)] = [
            ("--corpus", wanted.corpus?.checksum ?? "", run.corpus?.checksum ?? "", !command.corpus.isEmpty),
            ("--size", size(wanted), size(run), command.model.isGiven),
            ("--tokens", "\(wanted.recipe.steps) steps", "\(run.recipe.steps) steps", command.tokens != nil),
            ("--seed", "\(wanted.seed)", "\(run.seed)", command.seed != nil),
        ]
        guard let other = differences.first(where: { $0.isGiven && $0.wanted != $0.found }) else { return }
        let values = other.option == "--corpus" ? "" : " (\(other.found), not \(other.wanted))"
        throw CommandError(
            "\(path) holds a run with another \(other.option)\(values); leave \(other.option) out to go on with it, or "
                + "choose another --output")
    }
}

extension RunDescription {
    /// As `M-4.1M-1`: size, tokens, seed.
    var name: String {
        let model = size?.rawValue ?? "\(shape.layers)x\(shape.width)x\(shape.heads)"
        let tokens = countText(Double(recipe.steps * recipe.tokensPerStep))
        return "\(model)-\(tokens)-\(seed)" + (corpus.map { "-" + $0.checksum.prefix(6) } ?? "")
    }
}
