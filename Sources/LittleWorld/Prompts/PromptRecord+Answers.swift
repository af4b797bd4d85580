import Evidence
import TinyLM

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension PromptRecord {
    /// What is recorded of a model; nil where nothing is. Throws 65 where the file is damaged.
    ///
    /// Each model is a line that begins with its name and step, so that the others are not read.
    static func model(of run: String, step: Int) throws(StorageError) -> Model? {
        let start = Array("\(run) \(step) ".utf8)
        for (index, line) in RecordedFile.prompts.lines.enumerated() {
            guard RecordedFile.prompts.bytes(line.prefix(start.count)) == start else { continue }
            let json = Data(RecordedFile.prompts.bytes(line.dropFirst(start.count)))
            guard let model = try? JSONDecoder().decode(Model.self, from: json), model.answers.count == prompts.count
            else { throw StorageError("\(RecordedFile.prompts.path), line \(index + 1) is damaged", exitCode: 65) }
            return model
        }
        return nil
    }

    /// The answer that is recorded to a question about a prompt; nil where there is none.
    static func answer(_ question: Evidence.Question) throws(StorageError) -> Answer? {
        switch question {
        case .nextWords(.recorded(let run, let step?), let prompt, let count, 1):
            guard let (response, model) = try response(of: run, step: step, to: prompt) else { return nil }
            return .nextWords(
                NextWords(prompt: prompt, words: Array(response.nextWords.prefix(max(count, 0))), of: model))
        case .generate(.recorded(let run, let step?), let request):
            guard let (response, model) = try response(of: run, step: step, to: request.prompt) else { return nil }
            return .generated(GeneratedText(written: response.text, after: request.prompt, by: model))
        case .examples(.recorded(let run, let step?), let task):
            guard let task = PromptTask(rawValue: task), let record = try Self.model(of: run, step: step) else {
                return nil
            }
            return ExampleCurve(task, scores: record.scores[task.rawValue] ?? [], of: try measured(run, step: step))
                .map(Answer.examples)
        default: return nil
        }
    }

    private static func response(
        of run: String, step: Int, to prompt: String
    ) throws(StorageError) -> (Response, MeasuredModel)? {
        guard let place = prompts.firstIndex(of: prompt), let model = try model(of: run, step: step) else { return nil }
        return (model.answers[place], try measured(run, step: step))
    }

    private static func measured(_ run: String, step: Int) throws(StorageError) -> MeasuredModel {
        let description = try Recordings.description(of: run)
        guard let model = MeasuredModel(description, step: step, source: .recordedRuns) else {
            throw StorageError("\(RecordedFile.curves.path) is damaged; build tlviz again", exitCode: 65)
        }
        return model
    }
}

extension PromptRecord.Response {
    fileprivate var nextWords: [(text: String, probability: Double)] {
        zip(words, probabilities).map { ($0, Double($1) / Self.parts) }
    }
}

extension ExampleCurve {
    /// Nil where nothing was asked.
    public init?(_ task: PromptTask, scores: [PromptTask.Score], of model: MeasuredModel) {
        let points = scores.compactMap { score -> Point? in
            guard let prompt = task.prompt(examples: score.examples),
                let accuracy = Figure(
                    measured: score.accuracy,
                    Measurement(
                        task: task.rawValue, plain: task.name, metric: "exact match", unit: .fraction,
                        // With one value in sight guessing would say nothing.
                        higherIsBetter: true, chance: score.chance < 1 ? score.chance : nil,
                        standardError: score.standardError,
                        items: score.itemCount, shots: score.examples, method: "prompt"), of: model)
            else { return nil }
            return Point(examples: score.examples, prompt: prompt, accuracy: accuracy)
        }
        guard !points.isEmpty else { return nil }
        self.init(task: task.rawValue, points: points)
    }
}

extension GeneratedText {
    /// What a model of the little world wrote, judged by the world.
    public init(written text: String, after prompt: String, by model: MeasuredModel) {
        self.init(
            prompt: prompt, text: text, model: model, verdict: LittleWorld.verdict(on: text, after: prompt),
            expected: LittleWorld.expectation(after: prompt))
    }
}
