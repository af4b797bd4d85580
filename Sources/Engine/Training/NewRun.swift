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

extension RunDescription {
    /// As `M-4096K-1`: size, tokens, seed, and for a text of one's own its checksums; another for every run.
    public var name: String { name(tokens: "\((tokens + 500) / 1000)K") }

    /// With the tokens as they are given.
    public func name(tokens: String) -> String {
        let model = size?.rawValue ?? "\(shape.layers)x\(shape.width)x\(shape.heads)"
        let texts = [corpus, validation].compactMap { $0 }.map { "-" + $0.checksum.prefix(6) }
        return "\(model)-\(tokens)-\(seed)" + texts.joined()
    }
}
