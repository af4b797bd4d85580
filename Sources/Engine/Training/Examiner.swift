import LittleWorld
import TinyLM

/// Examines a model of the little world in training, at so many reports that it takes less than a tenth of the time.
public struct Examiner: Sendable {
    /// At which reports; none in a run that is too short.
    public let schedule: ExaminationSchedule
    /// Items an ability.
    public let itemCount: Int
    private let seed: UInt64 = 0

    /// The examinations of a run; none where it learns another text.
    public init(_ run: RunDescription) {
        let recipe = run.recipe
        guard run.tokenizer == .world else {
            schedule = ExaminationSchedule(recipe, cost: .infinity, fraction: Self.fraction)
            itemCount = 0
            return
        }
        func cost(_ itemCount: Int) -> Double { Self.steps(itemCount, run) }
        itemCount =
            ExaminationSchedule.size(in: [24, 12, 6], for: recipe, fraction: Self.fraction, count: 4, cost: cost) ?? 6
        schedule = ExaminationSchedule(recipe, cost: cost(itemCount), fraction: Self.fraction)
    }

    /// The abilities by name, or nil where the report of this step is not examined.
    public func abilities(of model: some LanguageModel, step: Int) -> [String: AbilityReport]? {
        guard schedule.isDue(step) else { return nil }
        let scores = Examination.run(abilities: Self.liveAbilities, model: model, itemCount: itemCount, seed: seed)
        return Dictionary(uniqueKeysWithValues: scores.map { ($0.ability.rawValue, AbilityReport($0)) })
    }

    /// Those of the lesson's ladder; the others are asked by `tlviz examine`.
    public static let liveAbilities: [Ability] = Ability.allCases.filter {
        ![.inContextOnce, .inContextTwice, .inContextFourTimes, .fewShotZero, .fewShotOne, .fewShotTwo, .fewShotFour]
            .contains($0)
    }

    /// The most that examinations may take of the time of training, by the estimate below.
    private static let fraction = 0.06

    /// About how many steps of training one examination takes: what it reads, and what it writes for `parse`, word by
    /// word, against what a step trains; and items have to be made.
    static func steps(_ itemCount: Int, _ run: RunDescription) -> Double {
        let (questions, written) = (Double(itemCount * liveAbilities.count), Double(itemCount))
        let forward = run.shape.trainingOperationsPerToken / 3
        let reading = questions * tokensPerQuestion * forward * slowness.reading
        let writing = written * tokensPerText * forward * slowness.writing
        let making = questions * operationsPerQuestion
        return (reading + writing + making)
            / (run.shape.trainingOperationsPerToken * Double(run.recipe.tokensPerStep))
    }

    private static let (tokensPerQuestion, tokensPerText) = (24.0, 14.0)
    /// Measured on two cores: alone and one after the other, tokens are slower than in a batch.
    private static let slowness = (reading: 1.5, writing: 8.0)
    /// The operations of training that take as long as to make a question.
    private static let operationsPerQuestion = 400_000.0
}

extension AbilityReport {
    public init(_ score: AbilityScore) {
        self.init(
            exactMatch: score.exactMatch, probability: score.probability, crossEntropy: score.crossEntropy,
            editSimilarity: score.editSimilarity, itemCount: score.itemCount, standardError: score.standardError)
    }
}
