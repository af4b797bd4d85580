import Testing

@testable import TinyLM

@Test func theSizesHaveTheParametersOfTheTable() {
    let counts = ModelSize.allCases.map { ModelShape($0, vocabularyCount: 468, context: 64).parameterCount }
    #expect(counts == [4600, 10_736, 25_536, 57_920, 140_728, 851_200])
}

@Test func aShapeThatNoModelHasIsNamed() {
    let sound = ModelShape(.medium, vocabularyCount: 468, context: 64)
    #expect(sound.fault == nil)
    func fault(_ change: (inout ModelShape) -> Void) -> String? {
        var shape = sound
        change(&shape)
        return shape.fault
    }
    #expect(fault { $0.layers = 0 } == "layers is 0, not 1 to 64")
    #expect(fault { $0.width = .max } == "width is \(Int.max), not 1 to 4096")
    #expect(fault { $0.heads = 0 } == "heads is 0, not 1 to 56")
    #expect(fault { $0.heads = 3 } == "heads is 3, which does not divide the width 56")
    #expect(fault { $0.heads = 56 } == "heads is 56, but width / heads, 1, is not even")
    #expect(fault { $0.vocabularyCount = 1 } == "vocabularyCount is 1, not 2 to 65536")
    #expect(fault { $0.context = -1 } == "context is -1, not 1 to 4096")
}

@Test func theLearningRateWarmsUpStaysAndDeclines() {
    let recipe = TrainingRecipe(peakLearningRate: 0.01)
    #expect(abs(recipe.learningRate(at: 0) - 0.0001) < 1e-12)
    #expect(recipe.learningRate(at: 99) == 0.01)
    #expect(recipe.learningRate(at: 100) == 0.01)
    #expect(recipe.learningRate(at: 3000) == 0.01)
    #expect(recipe.learningRate(at: 3001) < 0.01)
    #expect(abs(recipe.learningRate(at: 3999) - 0.0005) < 1e-12)
    #expect(recipe.learningRate(at: 5000) == recipe.learningRate(at: 3999))
    let rates = (0..<4000).map(recipe.learningRate)
    #expect(zip(rates[3000...], rates[3001...]).allSatisfy { $0 > $1 })
}

@Test(arguments: [1, 2, 3, 4, 5, 100]) func shortRecipesHaveFiniteRates(steps: Int) {
    for decayStart in [0, 0.5, 0.75, 1] {
        for warmupSteps in [0, 1, 200] {
            let recipe = TrainingRecipe(
                steps: steps, peakLearningRate: 0.01, warmupSteps: warmupSteps, decayStart: decayStart)
            #expect((0..<steps + 2).map(recipe.learningRate).allSatisfy { $0 > 0 && $0 <= 0.01 })
        }
    }
}

@Test func aRecipeThatNoneCanFollowIsNamed() {
    var recipe = TrainingRecipe(peakLearningRate: .nan)
    #expect(recipe.fault == "peakLearningRate is nan, not 5e-324 to 1.0")
    recipe.peakLearningRate = 0.1
    #expect(recipe.fault == nil)
    recipe.beta2 = 1
    #expect(recipe.fault?.hasPrefix("beta2 is 1.0, not 0.0 to 0.9999") == true)
    recipe.steps = 0
    #expect(recipe.fault == "steps is 0, not 1 to 1000000000")
}
