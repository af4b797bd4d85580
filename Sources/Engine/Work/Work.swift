import Evidence
import LittleWorld
import Platform
import TinyLM

/// What all threads share.
struct Workshop: Sendable {
    let library: ModelLibrary
    let folders: RunFolders
    let threadCount: Int
}

/// One question, as a thread carries it out.
struct Work: Sendable {
    let question: Question
    let job: Job
    let workshop: Workshop
    /// Whose models can be asked.
    let trainings: [QuestionID: Job]

    /// To be called once, on a thread of its own.
    func carryOut() {
        SystemThread.lowerPriority()
        defer { job.end() }
        do throws(Failure) {
            try answer()
            job.answer(.finished)
        } catch {
            job.answer(.failure(error))
        }
    }

    private func answer() throws(Failure) {
        if question.isRecorded, answerFromRecords() { return }
        switch question {
        case .recordedRuns, .history, .experiment, .lookUp, .vocabulary, .recordedSpeed: break
        case .savedRuns: job.answer(.runs(SavedRuns(folders: workshop.folders.listed).summaries { job.isStopped }))
        case .savedHistory(let folder):
            let history = try withPool(1) { pool throws(Failure) in
                try SavedRuns.history(in: folder, pool: pool) { [job] in job.isStopped }
            }
            job.answer(.history(history))
        case .train(let request):
            try TrainingWork(
                request: request, job: job, workshop: workshop,
                earlier: trainings.values.filter { $0.id != job.id }
            ).carryOut()
        case .examine(let model, let items, let seed): try examine(find(model), items: items, seed: seed)
        case .nextWords(let model, let prompt, let count, let temperature):
            try tellNextWords(find(model), prompt, count: count, temperature: temperature)
        case .examples(let model, let task): try tellExamples(find(model), task: task)
        case .generate(let model, let request): try generate(find(model), request)
        case .attention(let model, let text): try tellAttention(find(model), text)
        case .fineTune(let request): try fineTune(find(request.model), request)
        case .wordMap(let model): try tellWordMap(find(model))
        case .weights(let model): try tellWeights(find(model))
        case .speed(let size): try measureSpeed(of: size)
        case .contexts(let model, let prompt): try countContexts(model, prompt)
        case .tryPrompt(let model, let task, let template): try tryPrompt(find(model), task: task, template)
        }
    }

    /// False where the records have less than what a model could answer.
    private func answerFromRecords() -> Bool {
        let answers = RecordedAnswers.answer(question)
        if case .failure = answers.first {
            switch question {
            case .nextWords, .generate, .attention, .examples: return false
            default: break
            }
        }
        for answer in answers { job.answer(answer) }
        return true
    }

    /// The model that a question is about. Throws where there is none.
    func find(_ reference: ModelReference) throws(Failure) -> FoundModel {
        switch reference {
        case .recorded(let run, let step): return try workshop.library.recorded(run, step: step)
        case .saved(let folder): return try workshop.library.saved(folder)
        case .training(let id):
            guard let training = trainings[id] else {
                throw Failure("this model was never trained; train one first", exitCode: 64)
            }
            switch training.takeCopy() {
            case .copy(let copy):
                return try FoundModel(
                    copy.run, copy.parameters, step: copy.step, source: .ownRuns, path: training.folder ?? "")
            case .ended(let folder?): return try workshop.library.saved(folder)
            case .ended(nil): throw Failure("this training ended before there was a model", exitCode: 66)
            }
        }
    }

    /// Gives threads for as long as `body` lasts.
    func withPool<Result>(
        _ threadCount: Int? = nil, _ body: (WorkerPool) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let pool = WorkerPool(threadCount: threadCount ?? workshop.threadCount, hasLowPriority: true)
        defer { pool.end() }
        return try body(pool)
    }
}
