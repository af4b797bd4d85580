import LittleWorld
import TinyLM

/// Examines a model in training: in the little world every ability, in a person's text how well it is predicted.
public struct Examiner {
    let text: any TrainingText
    /// Items an ability, few enough that a run is slowed by less than a tenth.
    var itemCount = 24
    var seed: UInt64 = 0

    public init(text: any TrainingText) { self.text = text }

    /// The abilities by name.
    public func abilities(of model: GPT) -> [String: AbilityReport] {
        if let corpus = text as? Corpus { return ["heldOutText": report(model, corpus)] }
        let scores = Examination.run(abilities: Self.liveAbilities, model: model, itemCount: itemCount, seed: seed)
        return Dictionary(uniqueKeysWithValues: scores.map { ($0.ability.rawValue, AbilityReport($0)) })
    }

    /// Those of the lesson's ladder; the others are asked by `tlviz examine`.
    public static let liveAbilities: [Ability] = Ability.allCases.filter {
        ![.inContextOnce, .inContextTwice, .inContextFourTimes, .fewShotZero, .fewShotOne, .fewShotTwo, .fewShotFour]
            .contains($0)
    }

    private func report(_ model: GPT, _ corpus: Corpus) -> AbilityReport {
        let questions = (0..<itemCount).compactMap { index -> AnsweredQuestion? in
            let row = corpus.validationRow(at: index, length: model.shape.context + 1)
            return row.tokens.count > 1 ? AnsweredQuestion(tokens: row.tokens, answerStart: 1) : nil
        }
        let scores = model.scores(of: questions)
        let logarithms = scores.flatMap(\.logProbabilities).map(Double.init)
        let right = zip(scores, questions).reduce(0) { sum, pair in
            sum + zip(pair.0.mostProbable, pair.1.answer).count { $0 == $1 }
        }
        let count = Double(max(logarithms.count, 1))
        let share = Double(right) / count
        return AbilityReport(
            exactMatch: share, probability: nil, crossEntropy: -logarithms.reduce(0, +) / count, editSimilarity: nil,
            itemCount: logarithms.count, standardError: (share * (1 - share) / count).squareRoot())
    }
}

extension AbilityReport {
    public init(_ score: AbilityScore) {
        self.init(
            exactMatch: score.exactMatch, probability: score.probability, crossEntropy: score.crossEntropy,
            editSimilarity: score.editSimilarity, itemCount: score.itemCount, standardError: score.standardError)
    }
}
