import Engine
import Evidence
import LittleWorld
import TinyLM

/// What `tlviz train` is to do: a new run, or one to go on with.
struct TrainingPlan {
    /// What a plan comes to.
    enum Start {
        /// The run has all its steps; its text is not needed any more.
        case finished(RunContents, path: String)
        case training(RunFolder, any TrainingText)
    }

    private let command: TrainCommand
    /// The person's own text, where the command names one.
    private let files: CorpusFiles?
    private let validation: CorpusFiles?
    private let progress: ReadingProgress

    /// Throws 64 where options are wrong, 65 and 66 for a text that cannot be read.
    init(_ command: TrainCommand) throws(CommandError) {
        self.command = command
        guard command.output != "" else { throw CommandError("--output is empty; give a folder") }
        // A run that is finished needs no text.
        let isFinished = command.output.flatMap { try? RunContents(path: $0) }?.isFinished ?? false
        files = try Self.files(isFinished ? [] : command.corpus)
        validation = try Self.files(isFinished ? [] : command.validation)
        progress = ReadingProgress(isWanted: !command.quiet)
    }

    private static func files(_ paths: [String]) throws(CommandError) -> CorpusFiles? {
        guard !paths.isEmpty else { return nil }
        return try withCommandErrors { () throws(StorageError) in try CorpusFiles(paths: paths) }
    }

    /// Opens or makes the run. Throws 64 where options are not those of the run in the folder, and what reading texts and
    /// writing the folder throw.
    func start() throws(CommandError) -> Start {
        if let path = command.output, RunContents.exists(at: path) { return try resume(path, nil) }
        guard let files else {
            guard validation == nil else { throw CommandError("--validation needs a --corpus that is trained") }
            let description = try description(vocabularyCount: Vocabulary.little.count)
            let path = command.output ?? defaultPath(description)
            guard !RunContents.exists(at: path) else { return try resume(path, nil) }
            let folder = try create(path, description)
            return .training(folder, LittleWorldText(seed: description.seed))
        }
        let tokenizer = try withCommandErrors { () throws(StorageError) in try files.tokenizer() }
        let text = try encoded(files, tokenizer)
        let other = try validation.map { files throws(CommandError) in try encoded(files, tokenizer) }
        let description = try description(
            vocabularyCount: tokenizer.vocabularyCount, corpus: text.description, validation: other?.description)
        let path = command.output ?? defaultPath(description)
        guard !RunContents.exists(at: path) else { return try resume(path, text) }
        // A text that cannot be learned leaves nothing behind.
        let corpus = try corpus(text, other, description)
        return .training(try create(path, description, tokenizer), corpus)
    }
}

extension TrainingPlan {
    /// Goes on with a run; `text` is the command's own, where it has been read already.
    private func resume(_ path: String, _ text: EncodedText?) throws(CommandError) -> Start {
        let contents = try withCommandErrors { () throws(StorageError) in try RunContents(path: path) }
        let description = contents.description
        try requireSame(description, path)
        if contents.isFinished { return .finished(contents, path: path) }
        var read: any TrainingText = LittleWorldText(seed: description.seed)
        if let corpus = description.corpus, let tokenizer = contents.tokenizer {
            let main =
                if let text, text.tokenizer == tokenizer { text } else {
                    try self.text(corpus, files, tokenizer, "--corpus", path)
                }
            try require(main, corpus, "--corpus", path)
            var other: EncodedText?
            if let wanted = description.validation {
                let found = try self.text(wanted, validation, tokenizer, "--validation", path)
                try require(found, wanted, "--validation", path)
                other = found
            }
            read = try self.corpus(main, other, description)
        }
        return .training(try withCommandErrors { () throws(StorageError) in try RunFolder.open(at: path) }, read)
    }

    /// A run's text from the files that the command names, or from where it was. Throws 66, naming the option, where it is
    /// not there any more.
    private func text(
        _ corpus: RunDescription.Corpus, _ given: CorpusFiles?, _ tokenizer: BytePairEncoding, _ option: String,
        _ path: String
    ) throws(CommandError) -> EncodedText {
        if let given { return try encoded(given, tokenizer) }
        do throws(StorageError) {
            return try read(CorpusFiles(paths: corpus.files), tokenizer)
        } catch  where error.exitCode == 66 {
            let missing = corpus.files.first { !RunContents.fileExists($0) } ?? corpus.files[0]
            throw CommandError(
                "the text of \(path), \(missing), is not there any more; tell with \(option) where it is", exitCode: 66)
        } catch {
            throw CommandError(error.message, exitCode: error.exitCode)
        }
    }

    private func require(
        _ text: EncodedText, _ corpus: RunDescription.Corpus, _ option: String, _ path: String
    ) throws(CommandError) {
        guard !text.isSame(as: corpus) else { return }
        let isGiven = option == "--corpus" ? files != nil : validation != nil
        throw isGiven
            ? CommandError(
                "\(path) holds a run with another \(option); leave \(option) out to go on with it, or choose another "
                    + "--output")
            : CommandError(
                "\(text.description.files[0]) is not the text that \(path) began with; bring that back, tell with "
                    + "\(option) where it is, or train again into another --output", exitCode: 65)
    }

    private func encoded(_ files: CorpusFiles, _ tokenizer: BytePairEncoding) throws(CommandError) -> EncodedText {
        try withCommandErrors { () throws(StorageError) in try read(files, tokenizer) }
    }

    private func read(_ files: CorpusFiles, _ tokenizer: BytePairEncoding) throws(StorageError) -> EncodedText {
        defer { progress.end() }
        return try files.encoded(tokenizer) { progress.show($0, of: files.byteCount) }
    }

    private func corpus(
        _ text: EncodedText, _ validation: EncodedText?, _ description: RunDescription
    ) throws(CommandError) -> Corpus {
        try withCommandErrors { () throws(StorageError) in try Corpus(text, of: description, validation: validation) }
    }
}

extension TrainingPlan {
    private func create(
        _ path: String, _ description: RunDescription, _ tokenizer: BytePairEncoding? = nil
    ) throws(CommandError) -> RunFolder {
        try withCommandErrors { () throws(StorageError) in
            try makeParentFolders(of: path)
            return try RunFolder.create(at: path, description: description, tokenizer: tokenizer)
        }
    }

    private func description(
        vocabularyCount: Int, corpus: RunDescription.Corpus? = nil, validation: RunDescription.Corpus? = nil
    ) throws(CommandError) -> RunDescription {
        let shape = try command.model.shape(vocabularyCount: vocabularyCount, context: 64)
        let tokens = try command.tokens.map { text throws(CommandError) in try Self.tokenCount(text) } ?? 4_096_000
        return RunDescription(
            shape: shape, size: command.model.isCustom ? nil : command.model.size ?? .medium, tokens: tokens,
            seed: command.seed ?? 1, corpus: corpus, validation: validation)
    }

    /// A folder of its own for every run; one that an earlier version named otherwise is found again.
    private func defaultPath(_ description: RunDescription) -> String {
        let earlier = "runs/\(description.roundedName)"
        let found = try? RunContents.description(earlier)
        let isSame =
            found.map {
                $0.formatVersion == 1 && $0.recipe.steps == description.recipe.steps
                    && $0.corpus?.checksum == description.corpus?.checksum
            } ?? false
        return isSame ? earlier : "runs/\(description.name)"
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
    private func requireSame(_ run: RunDescription, _ path: String) throws(CommandError) {
        let wanted = try description(vocabularyCount: run.shape.vocabularyCount)
        func size(_ run: RunDescription) -> String {
            run.size?.rawValue ?? "\(run.shape.layers) layers, width \(run.shape.width), \(run.shape.heads) heads"
        }
        let differences: [(option: String, wanted: String, found: String, isGiven: Bool)] = [
            ("--size", size(wanted), size(run), command.model.isGiven),
            ("--tokens", "\(wanted.recipe.steps) steps", "\(run.recipe.steps) steps", command.tokens != nil),
            ("--seed", "\(wanted.seed)", "\(run.seed)", command.seed != nil),
            ("--corpus", "your text", "the little world", files != nil && run.corpus == nil),
            ("--validation", "another text", "a part of its text", validation != nil && run.validation == nil),
        ]
        guard let other = differences.first(where: { $0.isGiven && $0.wanted != $0.found }) else { return }
        throw CommandError(
            "\(path) holds a run with another \(other.option) (\(other.found), not \(other.wanted)); leave "
                + "\(other.option) out to go on with it, or choose another --output")
    }
}

extension RunDescription {
    /// As `M-4.1M-1`, which runs of about as many tokens share: the names of recorded runs, and of all of earlier versions.
    var roundedName: String {
        let text =
            switch Double(tokens) {
            case ..<1000: "\(tokens)"
            case ..<999_500: "\(Int((Double(tokens) / 1000).rounded()))K"
            default: "\((Double(tokens) / 100_000).rounded() / 10)M"
            }
        return name(tokens: text)
    }
}
