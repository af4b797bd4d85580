import Foundation
import Synchronization
import Testing

@testable import LittleWorld
@testable import TinyLM

/// Random weights in the place of a pretrained model: the experiments' rules are the same.
private let model = Pretrained(
    ModelParameters(
        randomOf: ModelShape(.extraSmall16, vocabularyCount: Vocabulary.little.count, context: 64), seed: 5),
    seed: 5, size: .extraSmall16, tokensSeen: 0)

private func transfer(seed: UInt64 = 1) -> TransferExperiment {
    var experiment = TransferExperiment(seed: seed, draws: 2)
    experiment.trainingCounts = [.diagnosis: [10, 20], .subjectNumber: [12]]
    experiment.developmentCount = 10
    experiment.testCount = 40
    experiment.steps = { _ in 12 }
    return experiment
}

private func adaptation(seed: UInt64 = 1) -> AdaptationExperiment {
    var experiment = AdaptationExperiment(seed: seed)
    experiment.itemCount = 20
    return experiment
}

private func forgetting(seed: UInt64 = 1) -> ForgettingExperiment {
    var experiment = ForgettingExperiment(seed: seed, draws: 2)
    experiment.trainingCount = 20
    experiment.developmentCount = 10
    experiment.testCount = 40
    experiment.steps = 12
    experiment.itemCount = 8
    experiment.abilities = [.agreement, .fact, .parse]
    return experiment
}

private func ladder(seed: UInt64 = 1) -> LadderExperiment {
    var experiment = LadderExperiment(seed: seed, seeds: 2, tokens: 3 * 1024)
    experiment.sizes = [.extraSmall, .extraSmall16]
    experiment.itemCount = 8
    experiment.abilities = [.agreement, .fact, .parse]
    return experiment
}

/// The experiment's result without what another run may change.
private func timeless(_ result: LadderResult?) -> LadderResult? {
    var result = result
    for index in result?.models.indices ?? 0..<0 {
        result?.models[index].time = LadderResult.Time(seconds: 0, tokensPerSecond: 0)
    }
    return result
}

private func pool(_ threads: Int) -> WorkerPool { WorkerPool(threadCount: threads) }
private var watch: ExperimentWatch { ExperimentWatch() }

/// The value that comes back from a result's JSON.
private func decoded<Result: Codable>(_ result: Result) throws -> Result {
    try JSONDecoder().decode(Result.self, from: Data(readableJSON(result).utf8))
}

@Test func theTransferExperimentIsTheSameForAnyNumberOfThreads() throws {
    let result = try #require(transfer().run(from: model, pool: pool(1), watch: watch))
    #expect(transfer().run(from: model, pool: pool(2), watch: watch) == result)
    #expect(transfer(seed: 2).run(from: model, pool: pool(2), watch: watch) != result)
    #expect(try decoded(result) == result)
}

@Test func labelsToChooseByAreCounted() throws {
    let result = try #require(transfer().run(from: model, pool: pool(2), watch: watch))
    #expect(result.points(of: .diagnosis, from: .random).map(\.labels) == [20, 30])
    #expect(result.points(of: .diagnosis, from: .pretrained).map(\.labels) == [20, 30])
    #expect(result.points(of: .subjectNumber, from: .pretrained).map(\.labels) == [22])
    for point in result.tasks.flatMap(\.points) {
        #expect(point.labels == point.trainingLabels + point.developmentLabels)
        #expect(point.accuracy.values.count == 2 && point.learningRates.count == 2)
    }
    let offered = transfer().learningRates + [ModelSize.peakLearningRate(width: model.parameters.shape.width)]
    let rates = result.tasks.flatMap(\.points).flatMap(\.learningRates)
    #expect(Set(rates).isSubset(of: offered))
}

@Test func theAdaptationExperimentIsTheSameForAnyNumberOfThreads() throws {
    let result = try #require(adaptation().run(on: model, pool: pool(1), watch: watch))
    #expect(adaptation().run(on: model, pool: pool(2), watch: watch) == result)
    #expect(adaptation(seed: 2).run(on: model, pool: pool(2), watch: watch) != result)
    #expect(try decoded(result) == result)
    #expect(result.diagnosis.count == 9 && result.fewShot.count == 24 && result.retrieval.count == 5)
}

@Test func theForgettingExperimentIsTheSameForAnyNumberOfThreads() throws {
    let result = try #require(forgetting().run(from: model, pool: pool(1), watch: watch))
    #expect(forgetting().run(from: model, pool: pool(2), watch: watch) == result)
    #expect(forgetting(seed: 2).run(from: model, pool: pool(2), watch: watch) != result)
    #expect(try decoded(result) == result)
    let labels = Dictionary(uniqueKeysWithValues: result.models.map { ($0.teaching, $0.labels) })
    #expect(labels[.allTasks] == 90 && labels[.diagnosis] == 30 && labels[.diagnosisMixed] == 30)
}

@Test func theLadderIsTheSameForAnyNumberOfThreadsButForItsTimes() throws {
    let result = try #require(ladder().run(pool: pool(1), watch: watch))
    #expect(timeless(ladder().run(pool: pool(2), watch: watch)) == timeless(result))
    #expect(timeless(ladder(seed: 2).run(pool: pool(2), watch: watch)) != timeless(result))
    #expect(try decoded(result) == result)
    #expect(result.models.map(\.size) == [.extraSmall, .extraSmall, .extraSmall16, .extraSmall16])
    #expect(result.models.map(\.seed) == [1, 2, 1, 2])
    #expect(result.models.allSatisfy { $0.tokensSeen == 3 * 1024 })
}

@Test func aStopIsAnsweredAtAnyMoment() {
    for limit in [0, 1, 5] {
        let asked = Mutex(0)
        let isStopped: @Sendable () -> Bool = {
            asked.withLock { count in
                count += 1; return count > limit
            }
        }
        let stopped = ExperimentWatch(isStopped: isStopped)
        func again() { asked.withLock { $0 = 0 } }
        #expect(transfer().run(from: model, pool: pool(2), watch: stopped) == nil)
        again()
        #expect(adaptation().run(on: model, pool: pool(2), watch: stopped) == nil)
        again()
        #expect(forgetting().run(from: model, pool: pool(2), watch: stopped) == nil)
        again()
        #expect(ladder().run(pool: pool(2), watch: stopped) == nil)
    }
}

@Test func progressRisesToTheEnd() throws {
    var fractions: [Double] = []
    let watch = ExperimentWatch(progress: { fractions.append($0) })
    _ = try #require(transfer().run(from: model, pool: pool(1), watch: watch))
    #expect(fractions == fractions.sorted() && fractions.first == 0 && (0.8...1).contains(fractions.last ?? 0))
}

@Test(arguments: NarrowTask.allCases) func noTestNoteIsLearnedFromOrChosenBy(task: NarrowTask) {
    let counts = NoteCounts(training: 1500, development: 100, test: 400)
    let draws = (0..<3).map { LabelledNotes(of: task, counts: counts, draw: $0, seed: 3) }
    func given(_ notes: [AnsweredQuestion]) -> Set<[Token]> { Set(notes.map { Array($0.tokens[..<$0.answerStart]) }) }
    for notes in draws {
        #expect(notes.training.count == 1500 && notes.development.count == 100 && notes.test.count == 400)
        #expect(given(notes.training + notes.development + notes.test).count == 2000)
        #expect(notes.test == draws[0].test)
        let all = notes.training + notes.development + notes.test
        #expect(all.allSatisfy { $0.tokens.count <= 17 && task.labels.contains($0.tokens[$0.answerStart]) })
        for label in task.labels {
            let fraction = Double(all.count { $0.tokens.last == label }) / 2000
            #expect(abs(fraction - task.chance) < 0.06)
        }
    }
    #expect(draws[0].training != draws[1].training)
}

@Test func sentencesAreLabelledAsTheParserReadsThem() {
    var random = RandomSource(seed: 8)
    for _ in 0..<2000 {
        let note = NarrowTask.goodSentence.note(using: &random)
        let isGood = note.tokens.last == NarrowTask.goodSentence.labels[0]
        #expect(Grammar.parses(note.tokens[3..<note.answerStart - 1]) == isGood)
        let other = NarrowTask.subjectNumber.note(using: &random)
        let sentence = Grammar.sentence(from: other.tokens[3..<other.answerStart - 1])
        #expect(other.tokens.last == NarrowTask.subjectNumber.labels[sentence?.subject.isPlural == true ? 1 : 0])
    }
}

@Test func aSetOfNotesIsReadWholeBeforeItIsReadAgain() {
    let counts = NoteCounts(training: 50, development: 1, test: 1)
    let notes = LabelledNotes(of: .diagnosis, counts: counts, draw: 0, seed: 1).training
    let text = LabelledText(notes, count: 160, seed: 4)
    func epoch(_ index: Int) -> [[Token]] { (50 * index..<50 * index + 50).map { text.row(at: $0, length: 65).tokens } }
    #expect(Set(epoch(0)) == Set(notes.map(\.tokens)) && Set(epoch(2)) == Set(epoch(0)))
    #expect(epoch(0) != epoch(1) && epoch(1) != epoch(2))
    #expect(text.row(at: 0, length: 65).unscoredPrefix == notes[0].answerStart)
    let mixed = MixedText(notes: text, pretraining: LittleWorldText(seed: 1))
    #expect((0..<100).count { mixed.row(at: $0, length: 65).unscoredPrefix == 1 } == 10)
}

@Test func aModelIsTaughtFromGivenParameters() throws {
    let counts = NoteCounts(training: 200, development: 50, test: 100)
    let notes = LabelledNotes(of: .diagnosis, counts: counts, draw: 0, seed: 1)
    let tuning = FineTuning(initial: model.parameters, learningRate: 0.012, steps: 250, seed: 1)
    let outcome = try #require(
        tuning.run(training: notes.training, development: notes.development, isStopped: { false }))
    #expect(FineTuning.accuracy(of: model.parameters, on: notes.test) < 0.1)
    #expect(FineTuning.accuracy(of: outcome.parameters, on: notes.test) > 0.4)
    let trainer = Trainer(
        recipe: TrainingRecipe(steps: 3, peakLearningRate: 0.01), text: LittleWorldText(seed: 1),
        initial: model.parameters, pool: pool(1))
    #expect(trainer.parameters == model.parameters)
    _ = trainer.advance()
    #expect(trainer.parameters != model.parameters)
}

@Test func whatABookContradictsIsKnown() {
    var random = RandomSource(seed: 2)
    for reading in BookReading.Case.allCases {
        for _ in 0..<200 {
            let item = BookReading(reading, using: &random)
            #expect((item.other == nil) == (reading.people == .fresh))
            #expect(item.other != item.answer)
            let statements = item.question.tokens[..<item.question.answerStart]
            #expect(statements.contains(FunctionWord.book.token) == reading.hasBook)
            if reading.people == .distracted { #expect(item.other.map(statements.contains) == true) }
        }
    }
}

@Test func fourExamplesFitBeforeAQuestion() {
    var random = RandomSource(seed: 2)
    for form in DiagnosisPrompt.allCases {
        for examples in 0...9 {
            let question = form.question(examples: examples, using: &random)
            #expect(question.tokens.count <= 65 && form.labels.contains(question.tokens.last ?? 0))
        }
    }
}
