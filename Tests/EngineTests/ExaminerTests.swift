import Engine
import LittleWorld
import Testing
import TinyLM

@Test func aRunInTrainingIsAskedTheLaddersAbilities() {
    let shape = ModelShape(.extraSmall, vocabularyCount: Vocabulary.little.count, context: 64)
    let pool = WorkerPool(threadCount: 1)
    let model = GPT(ModelParameters(randomOf: shape, seed: 1), pool: pool)
    let abilities = Examiner(text: LittleWorldText(seed: 1)).abilities(of: model)
    #expect(Set(abilities.keys) == Set(Examiner.liveAbilities.map(\.rawValue)))
    #expect(abilities.values.allSatisfy { $0.itemCount > 0 && $0.itemCount <= 24 })
}
