import Evidence

/// What the pretrained model could do before it was fine-tuned on something, and after.
struct ModelLoss: Hashable, Sendable {
    struct Change: Hashable, Sendable {
        let ability: ExaminedAbility
        /// The plain name, and a shorter one.
        let names: [String]
        /// What is asked, in a few words.
        let task: String
        let before: Figure
        let after: Figure

        /// Whether it is worse by three standard errors.
        var isLost: Bool { RaceResult.isClear(before, above: after) }
    }

    let teaching: ForgettingScores.Teaching
    /// Of the abilities that have plain names here.
    let changes: [Change]

    init(_ teaching: ForgettingScores.Teaching, of scores: ForgettingScores) {
        self.teaching = teaching
        changes = zip(scores.before, teaching.abilities).compactMap { before, after in
            let words = AbilityWords(before.ability, metric: "")
            guard !words.deed.isEmpty, before.ability.id == after.ability.id else { return nil }
            return Change(
                ability: before.ability, names: [words.name, words.shortName], task: words.task, before: before.sharp,
                after: after.sharp)
        }
    }

    /// What fell the farthest, where anything clearly fell.
    var worst: Change? {
        changes.filter(\.isLost).max { $0.before.value - $0.after.value < $1.before.value - $1.after.value }
    }

    /// The row of what fell the farthest; nil where nothing clearly fell.
    var worstRow: Int? { worst.flatMap { worst in changes.firstIndex { $0.ability.id == worst.ability.id } } }

    /// Whether old text was mixed in with the labels.
    var isMixed: Bool { teaching.id == ModelLoss.mixed }
    static let mixed = "diagnosisMixed"

    /// What it was fine-tuned to do, as a sentence begins.
    var tuned: String {
        switch teaching.id {
        case "allTasks": "Fine-tuned on all three tasks"
        case ModelLoss.mixed: "Fine-tuned on illnesses and old text"
        default:
            RaceTask.all.first { $0.id == teaching.id }.map { "Fine-tuned to \($0.doing)" } ?? "Fine-tuned"
        }
    }
}

extension ParadigmsExhibit {
    /// What the view of forgetting shows.
    var forgetfulness: ModelLoss? {
        guard let scores = forgetting.value, scores.teachings.indices.contains(teaching) else { return nil }
        return ModelLoss(scores.teachings[teaching], of: scores)
    }

    /// What fine-tuning on the chosen task of the race took.
    var lossOfChosenTask: ModelLoss? {
        guard let scores = forgetting.value,
            let teaching = scores.teachings.first(where: { $0.id == chosenRaceTask.id })
        else { return nil }
        return ModelLoss(teaching, of: scores)
    }
}
