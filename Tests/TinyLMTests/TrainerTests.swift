import Testing

@testable import TinyLM

/// Counts upwards from a random token: each token tells the next.
private struct Counting: TrainingText {
    let vocabularyCount = 13

    func row(at index: Int, length: Int) -> TrainingRow {
        var source = RandomSource(seed: 2, index: index)
        let start = source.below(13)
        return TrainingRow(tokens: (0..<length - source.below(3)).map { Token((start + $0) % 13) })
    }
}

private func trainer(threads: Int, seed: UInt64 = 1, steps: Int = 60) -> Trainer {
    Trainer(
        shape: ModelShape(layers: 2, width: 16, heads: 2, vocabularyCount: 13, context: 12),
        recipe: TrainingRecipe(batchRows: 5, context: 12, steps: steps, peakLearningRate: 0.01, warmupSteps: 5),
        text: Counting(), seed: seed, pool: WorkerPool(threadCount: threads))
}

private func run(_ trainer: Trainer, steps: Int) -> [StepResult] { (0..<steps).map { _ in trainer.advance() } }

@Test func aRunLearnsToCount() {
    let results = run(trainer(threads: 2), steps: 60)
    #expect(abs(results[0].crossEntropy - 2.56) < 0.3)
    #expect(results[59].crossEntropy < 0.3)
}

@Test func theSameSeedIsTheSameRunForAnyNumberOfThreads() {
    let one = trainer(threads: 1)
    let results = run(one, steps: 20)
    for threads in [2, 3, 5] {
        let other = trainer(threads: threads)
        #expect(run(other, steps: 20) == results)
        #expect(other.checkpoint == one.checkpoint)
    }
    #expect(run(trainer(threads: 1, seed: 2), steps: 20) != results)
}

@Test func aRunThatResumesIsTheRunThatNeverStopped() throws {
    let whole = trainer(threads: 1)
    _ = run(whole, steps: 40)
    let first = trainer(threads: 2)
    _ = run(first, steps: 17)
    let second = trainer(threads: 1, seed: 99)
    try second.restore(first.checkpoint, file: "checkpoint")
    _ = run(second, steps: 23)
    #expect(second.checkpoint == whole.checkpoint)
}

@Test func aCheckpointOfAnotherShapeIsRefused() {
    let other = Trainer(
        shape: ModelShape(layers: 1, width: 16, heads: 2, vocabularyCount: 13, context: 12),
        recipe: TrainingRecipe(batchRows: 1, context: 12, steps: 9, peakLearningRate: 0.01), text: Counting(), seed: 1,
        pool: WorkerPool(threadCount: 1))
    #expect(throws: StorageError.self) { try trainer(threads: 1).restore(other.checkpoint, file: "checkpoint") }
}
