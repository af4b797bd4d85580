import Engine
import Evidence
import TinyLM

/// How well a run of a person's own text predicts what it was not trained on.
struct TextExamination {
    let contents: RunContents
    let path: String
    let tokenizer: BytePairEncoding
    /// What the person names; where empty, the run's own text.
    let files: [String]
    /// The most rows to be read; nil reads all.
    let rowCount: Int?

    /// The result as text or JSON. Throws 65 and 66 for a text that cannot be read, and the signal's status where one
    /// ended it.
    func text(of model: GPT, asJSON: Bool) throws(CommandError) -> String {
        let (corpus, name) = try corpus()
        guard let loss = try loss(of: model, on: corpus) else {
            throw CommandError("\(path): too little of its text was held out; name another with --corpus", exitCode: 65)
        }
        guard !asJSON else { return try withCommandErrors { () throws(StorageError) in try readableJSON(loss) } }
        let error = loss.standardError.map { " ± \(Number.fixed($0, decimals: 4))" } ?? ""
        return "\(name.withoutControls): \(Number.fixed(loss.crossEntropy, decimals: 4))\(error) nats a token, "
            + "\(Number.fixed(loss.bitsPerByte, decimals: 4)) bits a byte\n"
            + "\(loss.tokenCount) tokens in \(loss.rowCount) rows\(loss.rowCount < corpus.heldOutRowCount ? ", of \(corpus.heldOutRowCount)" : "")"
            + "; ± the standard error, from how far the rows lie apart\n"
    }

    /// What is examined, and what it is called.
    private func corpus() throws(CommandError) -> (Corpus, String) {
        let run = contents.description
        let rowLength = run.recipe.context + 1
        guard let own = run.corpus else { throw CommandError("\(path) has no text of its own", exitCode: 65) }
        if let validation = run.validation, files.isEmpty {
            let text = try encoded(validation.files, mend: true)
            try require(text, validation)
            return (try corpus(examining: text, rowLength), "the held-out text, \(validation.files[0])")
        }
        let text = try encoded(files.isEmpty ? own.files : files, mend: files.isEmpty)
        if run.validation == nil, files.isEmpty || text.isSame(as: own) {
            try require(text, own)
            let corpus = try withCommandErrors { () throws(StorageError) in try Corpus(text, of: run) }
            return (corpus, "what was held out of \(text.description.files[0])")
        }
        return (try corpus(examining: text, rowLength), text.description.files[0])
    }

    private func corpus(examining text: EncodedText, _ rowLength: Int) throws(CommandError) -> Corpus {
        try withCommandErrors { () throws(StorageError) in try Corpus(examining: text, rowLength: rowLength) }
    }

    private func require(_ text: EncodedText, _ wanted: RunDescription.Corpus) throws(CommandError) {
        guard text.isSame(as: wanted) else {
            throw CommandError(
                "\(text.description.files[0]) is not the text that \(path) began with; bring that back, or tell with "
                    + "--corpus where it is", exitCode: 65)
        }
    }

    private func encoded(_ paths: [String], mend: Bool) throws(CommandError) -> EncodedText {
        let progress = ReadingProgress()
        defer { progress.end() }
        do throws(StorageError) {
            let files = try CorpusFiles(paths: paths)
            return try files.encoded(tokenizer) { progress.show($0, of: files.byteCount) }
        } catch  where error.exitCode == 66 && mend {
            throw CommandError(
                "the text of \(path), \(paths[0]), is not there any more; tell with --corpus where it is", exitCode: 66)
        } catch {
            throw CommandError(error.message, exitCode: error.exitCode)
        }
    }

    private func loss(of model: GPT, on corpus: Corpus) throws(CommandError) -> HeldOutLoss? {
        var sums = HeldOutSums()
        var line = ProgressLine()
        var meter = RateMeter()
        let clock = WorkClock()
        let rows = corpus.heldOutRows(rowCount ?? .max)
        for start in stride(from: 0, to: rows.count, by: 256) {
            sums.add(rows[start..<min(start + 256, rows.count)], of: corpus, readBy: model)
            meter.note(Double(start), at: clock.now)
            if line.isDue {
                let left = timeLeft(meter.secondsLeft(to: Double(rows.count)))
                line.show(["row \(start) of \(rows.count)"] + left)
            }
            guard !Interruption.isWanted else {
                line.clear()
                throw CommandError("stopped", exitCode: Interruption.status)
            }
        }
        line.clear()
        return sums.loss
    }
}
