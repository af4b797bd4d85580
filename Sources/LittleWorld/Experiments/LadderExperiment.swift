import TinyLM

/// The same text for models of several sizes: what more parameters learn from as many tokens.
public struct LadderExperiment: Sendable {
    /// The first; the others are the next ones.
    public var seed: UInt64 = 1
    public var seeds = 1
    public var sizes = ModelSize.allCases
    /// Token positions of all of a model's batches, those that shorter rows leave empty included.
    public var tokens = 4_096_000
    /// Of each ability.
    public var itemCount = 200
    public var abilities = Ability.allCases

    public init(seed: UInt64 = 1, seeds: Int = 1, tokens: Int = 4_096_000) {
        self.seed = seed
        self.seeds = seeds
        self.tokens = tokens
    }

    /// Nil where it was stopped. The same for any number of threads, but for the times.
    public func run(pool: WorkerPool, watch: ExperimentWatch) -> LadderResult? {
        let shapes = sizes.map { ModelShape($0, vocabularyCount: Vocabulary.little.count, context: 64) }
        // Small models spend their time on other things than products, as many as 60 thousand parameters would.
        let costs = shapes.map { Double($0.parameterCount + 60_000) }
        let total = costs.reduce(0, +) * Double(seeds)
        var done = 0.0
        var models: [LadderResult.Model] = []
        for (index, size) in sizes.enumerated() {
            for seed in (0..<seeds).map({ self.seed &+ UInt64($0) }) {
                let model = trained(size, shapes[index], seed: seed, pool: pool, isStopped: watch.isStopped) {
                    watch.progress((done + costs[index] * $0) / total)
                }
                guard let model else { return nil }
                models.append(model)
                done += costs[index]
            }
        }
        return LadderResult(
            seed: seed, seeds: seeds, worldVersion: LittleWorld.version, itemCount: itemCount, models: models)
    }

    /// The training that `tlviz train` does with the same size, seed and tokens.
    private func trained(
        _ size: ModelSize, _ shape: ModelShape, seed: UInt64, pool: WorkerPool, isStopped: () -> Bool,
        progress: (Double) -> Void
    ) -> LadderResult.Model? {
        var recipe = TrainingRecipe(peakLearningRate: size.peakLearningRate)
        recipe.steps = max((tokens + recipe.tokensPerStep / 2) / recipe.tokensPerStep, 1)
        recipe.warmupSteps = min(recipe.warmupSteps, recipe.steps / 10)
        let trainer = Trainer(
            shape: shape, recipe: recipe, text: LittleWorldText(seed: seed), seed: seed, pool: pool)
        let start = ContinuousClock.now
        let lastSteps = max(recipe.steps / 40, 1)
        var sum = 0.0
        while trainer.step < recipe.steps {
            guard !isStopped() else { return nil }
            let result = trainer.advance()
            if trainer.step > recipe.steps - lastSteps { sum += result.crossEntropy }
            progress(Double(trainer.step) / Double(recipe.steps))
        }
        let elapsed = (ContinuousClock.now - start).components
        let seconds = Double(elapsed.seconds) + Double(elapsed.attoseconds) * 1e-18
        return LadderResult.Model(
            size: size, seed: seed, parameterCount: shape.parameterCount, recipe: recipe,
            tokensSeen: trainer.tokensSeen,
            crossEntropy: sum / Double(lastSteps),
            abilities: Examination.run(
                abilities: abilities, model: GPT(trainer, pool: pool), itemCount: itemCount, seed: self.seed),
            time: LadderResult.Time(seconds: seconds, tokensPerSecond: Double(trainer.tokensSeen) / max(seconds, 1e-9)))
    }
}

/// What `LadderExperiment` measured.
public struct LadderResult: Codable, Equatable, Sendable {
    public var seed: UInt64
    public var seeds: Int
    public var worldVersion: Int
    /// The most items of each ability; some have fewer.
    public var itemCount: Int
    /// By size, then seed.
    public var models: [Model]

    public struct Model: Codable, Equatable, Sendable {
        public var size: ModelSize
        public var seed: UInt64
        public var parameterCount: Int
        public var recipe: TrainingRecipe
        /// Token positions of all batches, those that shorter rows left empty included.
        public var tokensSeen: Int
        /// The mean over the last fortieth of the steps, in nats.
        public var crossEntropy: Double
        public var abilities: [AbilityScore]
        public var time: Time
    }

    /// The only numbers that are others on another machine.
    public struct Time: Codable, Equatable, Sendable {
        /// Of training alone, on the clock.
        public var seconds: Double
        public var tokensPerSecond: Double
    }
}
