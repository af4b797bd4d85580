import Evidence
import TinyLM

extension MeasuredModel {
    /// The model of a run after so many updates. Nil where a number of the run's is one that no model has.
    public init?(_ run: RunDescription, step: Int, source: Source) {
        self.init(
            name: run.modelName, parameters: run.shape.parameterCount, seed: run.seed, step: step,
            tokensSeen: step * run.recipe.tokensPerStep, source: source)
    }

    /// The model that an experiment started from.
    init?(_ origin: Pretrained.Origin, source: Source) {
        // Results of before the step was noted are of runs with the recipe of the little world.
        let tokensPerStep = TrainingRecipe(peakLearningRate: 1).tokensPerStep
        self.init(
            name: origin.size?.rawValue ?? "a model", parameters: origin.parameterCount, seed: origin.seed,
            step: origin.step ?? origin.tokensSeen / tokensPerStep, tokensSeen: origin.tokensSeen, source: source)
    }
}

extension RunDescription {
    /// The size by name, or the shape.
    public var modelName: String {
        size?.rawValue ?? "\(shape.layers) layers, width \(shape.width), \(shape.heads) heads"
    }

    /// Token positions that the whole run reads, padding included.
    public var tokens: Int { recipe.steps * recipe.tokensPerStep }
}

extension RunSummary {
    /// A run's summary.
    ///
    /// - Parameter keptSteps: The steps of which the weights are kept, ascending.
    public init(
        _ run: RunDescription, name: String, origin: TrainingHistory.Origin, keptSteps: [Int], hasTrajectory: Bool
    ) {
        self.init(
            origin: origin, name: name, model: run.modelName, parameters: run.parameterFigure, tokens: run.tokenFigure,
            seed: run.seed, keptSteps: keptSteps, hasTrajectory: hasTrajectory)
    }
}

extension RunDescription {
    var parameterFigure: Figure { figure(.layout, Double(shape.parameterCount), .parameters) }
    var tokenFigure: Figure { figure(.recipe, Double(tokens), .tokens) }
    /// Updates of the weights in the whole run.
    public var stepFigure: Figure { figure(.stepsOfRun, Double(recipe.steps), .steps) }

    private func figure(_ formula: Formula, _ value: Double, _ unit: Unit) -> Figure {
        var subject = Subject()
        subject.family = "little world"
        subject.model = modelName
        subject.parameters = Double(shape.parameterCount)
        subject.seed = "\(seed)"
        return Figure(formula, value: value, unit: unit, subject: subject, inputs: [])
    }
}
