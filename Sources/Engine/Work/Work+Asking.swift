import Algorithms
import Evidence
import LittleWorld
import TinyLM

extension Work {
    /// Every ability; the fraction that is asked is told on the way.
    func examine(_ model: FoundModel, items: Int, seed: UInt64) throws(Failure) {
        guard (1...100_000).contains(items) else {
            throw Failure("\(items) items are not 1 to 100000", exitCode: 64)
        }
        try model.requireWorld()
        try withPool { pool throws(Failure) in
            let job = job
            let asked = StoppableModel(GPT(model.parameters, pool: pool)) { job.isStopped }
            var results: [AbilityResult] = []
            for (index, ability) in Ability.allCases.enumerated() {
                guard !job.isStopped else { return }
                job.answer(
                    .progress(Progress(.examining, fraction: Double(index) / Double(Ability.allCases.count))))
                let scores = Examination.run(abilities: [ability], model: asked, itemCount: items, seed: seed)
                results += scores.compactMap { AbilityResult($0, of: model.measured) }
            }
            job.answer(.abilities(results))
        }
    }

    /// The words that are most probable after a prompt.
    func tellNextWords(
        _ model: FoundModel, _ prompt: String, count: Int, temperature: Double
    ) throws(Failure) {
        guard (Self.lowestTemperature...Self.highestTemperature).contains(temperature) else {
            throw Failure("the temperature \(temperature) is not 0.01 to 100", exitCode: 64)
        }
        let tokens = try model.vocabulary.encode(prompt)
        try withPool(1) { pool throws(Failure) in
            let probabilities = GPT(model.parameters, pool: pool).nextTokenProbabilities(
                after: tokens, temperature: temperature)
            let best = probabilities.enumerated().max(count: max(count, 0)) { $0.element < $1.element }.reversed()
            let words = model.vocabulary.words(best.map { Token($0.offset) })
            job.answer(
                .nextWords(
                    NextWords(
                        prompt: prompt, words: zip(words, best).map { ($0, Double($1.element)) }, of: model.measured)))
        }
    }

    /// The text after a prompt, each word as it comes.
    func generate(_ model: FoundModel, _ request: GenerationRequest) throws(Failure) {
        guard (0...Self.highestTemperature).contains(request.temperature) else {
            throw Failure("the temperature \(request.temperature) is not 0 to 100", exitCode: 64)
        }
        let tokens = try model.vocabulary.encode(request.prompt)
        try withPool(1) { pool throws(Failure) in
            var sampler = Sampler(temperature: request.temperature, seed: request.seed)
            var written: [Token] = []
            func tell() {
                let text = model.vocabulary.text(written)
                job.answer(
                    .generated(
                        model.vocabulary.isWorld
                            ? GeneratedText(written: text, after: request.prompt, by: model.measured)
                            : GeneratedText(prompt: request.prompt, text: text, model: model.measured)))
            }
            tell()
            _ = GPT(model.parameters, pool: pool).generate(
                after: tokens, count: min(max(request.count, 0), Self.mostWords), end: model.vocabulary.end,
                sampler: &sampler
            ) { token in
                written.append(token)
                tell()
                return !job.isStopped
            }
        }
    }

    private static let mostWords = 10_000
    private static let lowestTemperature = 0.01
    private static let highestTemperature = 100.0

    /// How often a task is done rightly after so many examples.
    func tellExamples(_ model: FoundModel, task: String) throws(Failure) {
        guard let task = PromptTask(rawValue: task) else {
            let names = PromptTask.allCases.map(\.rawValue).joined(separator: ", ")
            throw Failure("there is no task \(task); choose one of \(names)", exitCode: 64)
        }
        try model.requireWorld()
        try withPool { pool throws(Failure) in
            let job = job
            let asked = StoppableModel(GPT(model.parameters, pool: pool)) { job.isStopped }
            guard let scores = task.scores(of: asked, isStopped: { job.isStopped }), !job.isStopped else { return }
            guard let curve = ExampleCurve(task, scores: scores, of: model.measured) else {
                throw Failure("there is nothing to ask of \(task.name)", exitCode: 70)
            }
            job.answer(.examples(curve))
        }
    }

    /// A person's prompt with each item of a task, told item by item.
    func tryPrompt(_ model: FoundModel, task: String, _ template: String) throws(Failure) {
        guard let task = PromptChallenge(rawValue: task) else {
            let names = PromptChallenge.allCases.map(\.rawValue).joined(separator: ", ")
            throw Failure("there is no task \(task); choose one of \(names)", exitCode: 64)
        }
        try model.requireWorld()
        try withPool(1) { pool throws(Failure) in
            let job = job
            do throws(PromptFault) {
                try task.trial(of: template, by: GPT(model.parameters, pool: pool), model.measured) { trial in
                    job.answer(.promptTrial(trial))
                    return !job.isStopped
                }
            } catch {
                throw Failure("\(error)", exitCode: 64)
            }
        }
    }

    /// What each word of a text looks at; of a text longer than the model reads, its beginning.
    func tellAttention(_ model: FoundModel, _ text: String) throws(Failure) {
        let tokens = Array(try model.vocabulary.encode(text).prefix(model.parameters.shape.context))
        try withPool(1) { pool throws(Failure) in
            let heads = GPT(model.parameters, pool: pool).attention(on: tokens).map {
                AttentionMap.Head(layer: $0.layer, head: $0.head, weights: Array($0.rows.joined()))
            }
            guard let map = AttentionMap(of: model.measured, tokens: model.vocabulary.words(tokens), heads: heads)
            else { throw Failure("the model looks at other words than it was given", exitCode: 70) }
            job.answer(.attention(map))
        }
    }

    /// A narrow task from labelled notes, with every check.
    func fineTune(_ model: FoundModel, _ request: FineTuningRequest) throws(Failure) {
        guard let task = NarrowTask(rawValue: request.task) else {
            let names = NarrowTask.allCases.map(\.rawValue).joined(separator: ", ")
            throw Failure("there is no task \(request.task); choose one of \(names)", exitCode: 64)
        }
        guard (1...TaskTeaching.mostNotes).contains(request.labels) else {
            throw Failure("\(request.labels) notes are not 1 to \(TaskTeaching.mostNotes)", exitCode: 64)
        }
        try model.requireWorld()
        let teaching = TaskTeaching(
            task, trainingCount: request.labels, startsFromRandomWeights: request.startsFromRandomWeights,
            seed: request.seed)
        try withPool { pool throws(Failure) in
            var checks: [(step: Int, accuracy: Double)] = []
            let test = teaching.accuracy(from: model.parameters, pool: pool) {
                job.isStopped
            } checked: { step, accuracy in
                checks.append((step, accuracy))
                job.answer(.progress(Progress(.training, fraction: Double(step) / Double(teaching.steps))))
                job.answer(.fineTuning(FineTuningCurve(teaching, of: model.measured, checks: checks)))
            }
            guard let test else { return }
            job.answer(.fineTuning(FineTuningCurve(teaching, of: model.measured, checks: checks, test: test)))
        }
    }
}
