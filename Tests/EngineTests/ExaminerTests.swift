@testable import Engine
import LittleWorld
import Testing
import TinyLM

private func run(_ shape: ModelShape, tokens: Int) -> RunDescription {
    RunDescription(shape: shape, size: nil, tokens: tokens, seed: 1)
}

private let small = ModelShape(.extraSmall, vocabularyCount: Vocabulary.little.count, context: 64)

@Test func aRunInTrainingIsAskedTheLaddersAbilities() throws {
    let pool = WorkerPool(threadCount: 1)
    let model = GPT(ModelParameters(randomOf: small, seed: 1), pool: pool)
    let examiner = Examiner(run(small, tokens: 4_096_000))
    #expect(examiner.abilities(of: model, step: 0) == nil)
    let abilities = try #require(examiner.abilities(of: model, step: 4000))
    #expect(Set(abilities.keys) == Set(Examiner.liveAbilities.map(\.rawValue)))
    #expect(abilities.values.allSatisfy { $0.itemCount > 0 && $0.itemCount <= 24 })
}

@Test func examinationsCostATenthAtMostAtAnyTimeOfAnyRun() {
    let wide = ModelShape(layers: 2, width: 256, heads: 8, vocabularyCount: Vocabulary.little.count, context: 64)
    for shape in [small, wide, ModelShape(.large, vocabularyCount: Vocabulary.little.count, context: 64)] {
        for tokens in [1, 20_000, 100_000, 1_000_000, 4_096_000, 60_000_000] {
            let run = run(shape, tokens: tokens)
            let examiner = Examiner(run)
            let cost = Examiner.steps(examiner.itemCount, run)
            for (index, step) in examiner.schedule.steps.enumerated() {
                #expect(Double(index + 1) * cost <= 0.1 * Double(step))
                #expect(ReportSchedule.isDue(step: step, of: run.recipe.steps))
            }
            // Whoever can pay for one examination has one at the end.
            #expect((examiner.schedule.steps.last == run.recipe.steps) == (cost <= 0.06 * Double(run.recipe.steps)))
        }
    }
    #expect(Examiner(run(wide, tokens: 100_000)).schedule.steps.count >= 2)
    #expect(Examiner(run(small, tokens: 4_096_000)).schedule.steps.count >= 20)
}
