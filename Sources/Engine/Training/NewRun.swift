import LittleWorld
import Platform
import TinyLM

/// The program that begins a run, as the run notes it.
public enum ProgramVersion {
    public static let current = "0.2.0"
}

extension RunDescription {
    /// A run of this program that begins now, on this machine; of the little world, where there is no corpus.
    public init(
        shape: ModelShape, size: ModelSize?, tokens: Int, seed: UInt64, corpus: Corpus? = nil, validation: Corpus? = nil
    ) {
        var plan = TrainingRecipe(peakLearningRate: ModelSize.peakLearningRate(width: shape.width))
        plan.steps = max((tokens + plan.tokensPerStep / 2) / plan.tokensPerStep, 1)
        plan.warmupSteps = min(plan.warmupSteps, plan.steps / 10)
        self.init(
            programVersion: ProgramVersion.current, seed: seed, worldVersion: corpus == nil ? LittleWorld.version : nil,
            size: size, shape: shape, tokenizer: corpus == nil ? .world : .bytePairEncoding, corpus: corpus,
            validation: validation, recipe: plan, date: Machine.date, processor: Processor.name)
    }
}
