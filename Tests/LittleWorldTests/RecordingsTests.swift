import Evidence
import Testing
import TinyLM

@testable import LittleWorld

@Test func everySizeAndTheTrajectoryAreRecordedWithThreeSeeds() throws {
    let runs = try Recordings.runs()
    for size in ModelSize.allCases {
        let ladder = runs.filter { $0.description.size == size && $0.description.recipe.steps == 4000 }
        #expect(Set(ladder.map(\.description.seed)) == [1, 2, 3])
        for run in ladder { #expect(run.reports.last?.step == 4000) }
    }
    let trajectories = runs.filter { $0.description.recipe.steps == 12_000 }
    #expect(trajectories.count == 3 && trajectories.allSatisfy { $0.description.size == .medium })
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

@Test func theTrajectoryIsKeptFromItsFirstStepToItsLast() throws {
    let steps = try Recordings.trajectorySteps()
    #expect(steps.first == 0 && steps.last == 12_000 && steps.count >= 20)
    let snapshots = try Recordings.snapshots()
    let run = try #require(Recordings.runs().first { $0.description.recipe.steps == 12_000 })
    #expect(snapshots.map(\.step) == run.reports.map(\.step))
    let shape = run.description.shape
    let pool = WorkerPool(threadCount: 1)
    for snapshot in snapshots {
        #expect(snapshot.texts.count == RecordedPrompts.texts.count)
        #expect(snapshot.nextWords.count == RecordedPrompts.nextWords.count)
        #expect(snapshot.attention.count == shape.layers * shape.heads)
        #expect((snapshot.attention + snapshot.weights).allSatisfy { $0.values.count == $0.rows * $0.columns })
        guard [0, 12_000].contains(snapshot.step) else { continue }
        let tensors = try Recordings.trajectoryWeights(step: snapshot.step)
        let model = GPT(try ModelParameters(shape: shape, tensors: tensors, file: "trajectory"), pool: pool)
        let again = try #require(
            try CheckpointSnapshot(of: model, step: snapshot.step, tokensSeen: snapshot.tokensSeen))
        #expect(again.texts.last == snapshot.texts.last)
        for (one, other) in zip(again.nextWords.joined(), snapshot.nextWords.joined()) {
            #expect(abs(one.probability - other.probability) < 0.02)
        }
    }
}

@Test func theRecordsStayUnderTenMegabytes() {
    #expect(RecordedFile.allCases.allSatisfy { $0.byteCount > 0 })
    #expect(RecordedFile.allCases.reduce(0) { $0 + $1.byteCount } < 10_000_000)
}

@Test func aDescriptionIsThatOfTheWholeRun() throws {
    for name in Recordings.names {
        #expect(try Recordings.description(of: name) == Recordings.run(named: name).description)
    }
    #expect(throws: StorageError.self) { try Recordings.description(of: "none") }
}
