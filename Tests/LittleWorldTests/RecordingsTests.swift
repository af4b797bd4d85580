import Evidence
import Testing
import TinyLM

@testable import LittleWorld

@Test func everySizeAndTheYouthAreRecordedWithThreeSeeds() throws {
    let runs = try Recordings.runs()
    for size in ModelSize.allCases {
        let ladder = runs.filter { $0.description.size == size && $0.description.recipe.steps == 4000 }
        #expect(Set(ladder.map(\.description.seed)) == [1, 2, 3])
        for run in ladder { #expect(run.reports.last?.step == 4000) }
    }
    let youths = runs.filter { $0.description.recipe.steps == 12_000 }
    #expect(youths.count == 3 && youths.allSatisfy { $0.description.size == .medium })
    for run in runs {
        #expect(run.description.worldVersion == LittleWorld.version)
        #expect(!run.description.processor.isEmpty && !run.description.date.isEmpty)
        #expect(zip(run.reports, run.reports.dropFirst()).allSatisfy { $0.step < $1.step })
        #expect(Set(run.reports.last?.abilities?.keys ?? [:].keys) == Set(Ability.allCases.map(\.rawValue)))
    }
}

@Test func aRecordedRunSurvivesItsText() throws {
    let runs = try Recordings.runs()
    let text = try runs.map { run throws(StorageError) in try run.text() }.joined()
    #expect(try RecordedRun.runs(of: text, file: "text") == runs)
}

@Test func damagedRecordsAreRefusedInOneLine() throws {
    let run = try #require(Recordings.runs().first)
    let text = try run.text()
    for (old, new) in [("\t0\t", "\tzero\t"), ("\"layers\"", "\"lairs\""), (":\(run.name)", run.name)] {
        let damaged = text.replacing(old, with: new, maxReplacements: 1)
        #expect(throws: StorageError.self, "\(old)") { try RecordedRun.runs(of: damaged, file: "curves.tsv") }
    }
}

/// The last weights, rounded to half precision, are those that the reports of the run tell of, but for a few items.
@Test func theRecordedWeightsHaveTheRecordedAbilities() throws {
    let runs = try Recordings.runs()
    let pool = WorkerPool(threadCount: 1)
    for size in ModelSize.allCases {
        let run = try #require(runs.first { $0.description.size == size && $0.description.recipe.steps == 4000 })
        let recorded = try #require(run.reports.last?.abilities)
        let tensors = try Recordings.weights(of: size)
        let model = GPT(
            try ModelParameters(shape: run.description.shape, tensors: tensors, file: "sizes"), pool: pool)
        let abilities: [Ability] = [.fact, .copy, .summary, .retrievalFresh]
        for score in Examination.run(abilities: abilities, model: model, itemCount: 100, seed: 7) {
            let old = try #require(recorded[score.ability.rawValue])
            #expect(abs(score.exactMatch - old.exactMatch) <= 0.1, "\(size) \(score.ability)")
        }
    }
}

@Test func theYouthIsKeptFromItsFirstStepToItsLast() throws {
    let steps = try Recordings.youthSteps()
    #expect(steps.first == 0 && steps.last == 12_000 && steps.count >= 20)
    let moments = try Recordings.moments()
    let run = try #require(Recordings.runs().first { $0.description.recipe.steps == 12_000 })
    #expect(moments.map(\.step) == run.reports.map(\.step))
    let shape = run.description.shape
    let pool = WorkerPool(threadCount: 1)
    for moment in moments {
        #expect(moment.texts.count == LittleWorld.samplePrompts.count)
        #expect(moment.nextWords.count == Moment.predictedPrompts.count)
        #expect(moment.attention.count == shape.layers * shape.heads)
        #expect((moment.attention + moment.weights).allSatisfy { $0.values.count == $0.rows * $0.columns })
        guard [0, 12_000].contains(moment.step) else { continue }
        let tensors = try Recordings.youthWeights(step: moment.step)
        let model = GPT(try ModelParameters(shape: shape, tensors: tensors, file: "youth"), pool: pool)
        let again = try Moment(of: model, step: moment.step, tokensSeen: moment.tokensSeen)
        #expect(again.texts.last == moment.texts.last)
        for (one, other) in zip(again.nextWords.joined(), moment.nextWords.joined()) {
            #expect(abs(one.probability - other.probability) < 0.02)
        }
    }
}

@Test func theRecordsStayUnderTenMegabytes() {
    #expect(RecordedFile.allCases.allSatisfy { !$0.bytes.isEmpty })
    #expect(RecordedFile.allCases.reduce(0) { $0 + $1.bytes.count } < 10_000_000)
}
