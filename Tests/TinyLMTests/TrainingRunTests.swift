import Foundation
import Testing

@testable import TinyLM

@Test func aTrainingThatNoMachineHoldsIsRefused() throws {
    try withTemporaryFolder { parent in
        var description = sampleDescription()
        description.size = nil
        description.shape = ModelShape(layers: 64, width: 128, heads: 1, vocabularyCount: 470, context: 1024)
        description.recipe.context = 1024
        description.recipe.batchRows = 4096
        description.recipe.steps = 1_000_000_000
        #expect(description.fault == nil)
        let folder = try RunFolder.create(at: "\(parent)/run", description: description)
        let pool = WorkerPool(threadCount: 1)
        defer { pool.end() }
        #expect(
            exitCode { () throws(StorageError) in _ = try TrainingRun(folder, text: Ones(), pool: pool) } == 71)
    }
}

private struct Ones: TrainingText {
    let vocabularyCount = 2
    func row(at index: Int, length: Int) -> TrainingRow { TrainingRow(tokens: Array(repeating: 1, count: length)) }
}

/// A step whose loss is infinite or none ends the run; the checkpoint before it stays.
@Test func aTrainingThatDivergesStopsAndKeepsTheLastGoodCheckpoint() throws {
    try withTemporaryFolder { parent in
        let pool = WorkerPool(threadCount: 1)
        defer { pool.end() }
        var description = sampleDescription(vocabularyCount: 2)
        description.recipe = TrainingRecipe(batchRows: 2, context: 8, steps: 20, peakLearningRate: 0.01)
        let path = "\(parent)/run"
        func train(_ folder: RunFolder, until step: Int = .max) throws(StorageError) {
            let run = try TrainingRun(folder, text: Ones(), pool: pool, secondsBetweenSaves: 3600)
            try run.train(examine: { _, _ in nil }, isStopped: { run.trainer.step >= step }, report: { _ in })
        }
        do { try train(RunFolder.create(at: path, description: description), until: 3) }
        var checkpoint = try #require(RunContents(path: path).checkpoint)
        #expect(checkpoint.step == 3)
        // Finite, but what is computed of it is not.
        for index in checkpoint.parameters.indices {
            checkpoint.parameters[index].values = checkpoint.parameters[index].values.map { _ in 1e30 }
        }
        try write(checkpoint.tensorFile.safetensors(), "\(path)/checkpoint.safetensors")
        let before = try readFile("\(path)/checkpoint.safetensors", limit: 1 << 24)
        let error = #expect(throws: StorageError.self) { try train(RunFolder.open(at: path)) }
        #expect(error?.exitCode == 70)
        #expect(error?.message.contains("diverged at step 4") == true)
        #expect(try readFile("\(path)/checkpoint.safetensors", limit: 1 << 24) == before)
    }
}

/// Time in which the process was stopped is not the training's: the clock says what counts.
@Test func aRunTellsTheSecondsOfItsClock() throws {
    try withTemporaryFolder { parent in
        let pool = WorkerPool(threadCount: 1)
        defer { pool.end() }
        var description = sampleDescription(vocabularyCount: 2)
        description.recipe = TrainingRecipe(batchRows: 2, context: 8, steps: 5, peakLearningRate: 0.01)
        let folder = try RunFolder.create(at: "\(parent)/run", description: description)
        let run = try TrainingRun(folder, text: Ones(), pool: pool) { 7 }
        try run.train(examine: { _, _ in nil }, isStopped: { false }, report: { _ in })
        #expect(try RunContents(path: "\(parent)/run").reports.allSatisfy { $0.seconds == 0 })
    }
}
