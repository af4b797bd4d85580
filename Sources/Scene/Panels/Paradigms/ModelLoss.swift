import Evidence

/// What the pretrained model could do before it was taught something, and after.
struct ModelLoss: Hashable, Sendable {
    struct Change: Hashable, Sendable {
        let ability: ExaminedAbility
        /// The plain name, and a shorter one.
        let names: [String]
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
                ability: before.ability, names: [words.name, words.shortName], before: before.sharp,
                after: after.sharp)
        }
    }

    /// What fell the farthest, where anything clearly fell.
    var worst: Change? {
        changes.filter(\.isLost).max { $0.before.value - $0.after.value < $1.before.value - $1.after.value }
    }

    /// What it was taught, as a sentence begins.
    var taught: String {
        switch teaching.id {
        case "allTasks": "Taught all three tasks"
        case "diagnosisMixed": "Taught to name the illness with old text mixed in"
        default:
            RaceTask.all.first { $0.id == teaching.id }.map { "Taught to \($0.doing)" } ?? "Taught a task"
        }
    }
}

extension ParadigmsExhibit {
    /// What the view of forgetting shows.
    var forgetfulness: ModelLoss? {
        guard let scores = forgetting.value, scores.teachings.indices.contains(teaching) else { return nil }
        return ModelLoss(scores.teachings[teaching], of: scores)
    }

    /// What teaching the chosen task of the race took.
    var lossOfChosenTask: ModelLoss? {
        guard let scores = forgetting.value,
            let teaching = scores.teachings.first(where: { $0.id == chosenRaceTask.id })
        else { return nil }
        return ModelLoss(teaching, of: scores)
    }
}
