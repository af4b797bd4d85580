import Evidence

/// What a model of some size would take, computed, and what the nearest real one took, published.
enum ScaleCosts {
    static let bytesPerWeight = 2.0

    static func memory(parameters: Double) -> Figure {
        var subject = Subject()
        subject.parameters = parameters
        subject.metric = "memory of the weights"
        return Figure(.memory, value: parameters * bytesPerWeight, unit: .bytes, subject: subject, inputs: [])
    }

    /// Tokens on which a model of this size is trained best for its compute.
    static func computeOptimalTokens(parameters: Double) -> Figure? {
        guard let ratio = Archive.constants.series("constant/tokens-per-parameter")?.figures.first else { return nil }
        var subject = Subject()
        subject.parameters = parameters
        subject.metric = "compute-optimal tokens"
        return Figure(
            .computeOptimalTokens, value: parameters * ratio.value, unit: .tokens, subject: subject, inputs: [ratio])
    }

    /// Floating-point operations of training on so many tokens.
    static func trainingOperations(parameters: Double, tokens: Figure) -> Figure? {
        guard let factor = Archive.constants.series("constant/flop-per-parameter-token")?.figures.first else {
            return nil
        }
        var subject = tokens.subject
        subject.metric = "training compute"
        return Figure(
            .trainingOperations, value: factor.value * parameters * tokens.value, unit: .flop, subject: subject,
            inputs: [factor, tokens])
    }

    /// A real model with what its training took: dollars where somebody stated or estimated them, else machine hours.
    private static let known: [Figure] =
        (Archive.costs.identifiers(under: "costs/usd/") + Archive.costs.identifiers(under: "costs/hours/"))
        .compactMap { Archive.costs.series($0) }.flatMap(\.figures)
        .filter { $0.subject.parameters != nil && !isFineTuning($0) }

    private static func isFineTuning(_ figure: Figure) -> Bool {
        ["alpaca", "vicuna", "meditron", "bert-finetune"].contains(figure.source.key)
            || figure.subject.model.hasPrefix("Meditron")
    }

    /// A real model: its cost, and what it read and took where that is known.
    struct RealModel: Hashable, Sendable {
        var cost: Figure
        var tokens: Figure?
        var operations: Figure?
    }

    /// The real model nearest in size, on the logarithm; of two costs of one model the one in dollars.
    static func nearest(to parameters: Double) -> RealModel? {
        func distance(_ figure: Figure) -> Double {
            abs(Logarithm.of((figure.subject.parameters ?? 1) / parameters))
        }
        guard let nearest = known.min(by: { distance($0) < distance($1) }) else { return nil }
        let model = nearest.subject.model
        return RealModel(
            cost: known.first { $0.subject.model == model && $0.unit == .dollars } ?? nearest,
            tokens: figure(of: model, under: "costs/tokens/"), operations: figure(of: model, under: "costs/flop/"))
    }

    private static func figure(of model: String, under prefix: String) -> Figure? {
        Archive.costs.identifiers(under: prefix).lazy.compactMap { Archive.costs.series($0) }.flatMap(\.figures)
            .first { $0.subject.model == model }
    }
}
