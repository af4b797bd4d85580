import Evidence

/// A narrow task of the little world that models are trained for, in the words of the panel.
struct RaceTask: Sendable {
    /// The little world's own word for it.
    let id: String
    /// The plain name, longest first; the last fits the narrowest picture.
    let names: [String]
    /// A labelled note, its label last.
    let note: String
    /// What its label means, where that is not said by the task's name.
    var meaning = ""
    /// What a model does that can do it, before and after how often; what it is trained to do, after “to”.
    let does: (before: String, after: String)
    let doing: String

    /// The labelled note, and what its label means.
    var example: String { meaning.isEmpty ? note : "\(note) (\(meaning))" }

    static let all = [
        RaceTask(
            id: "diagnosis", names: ["name the illness", "the illness"],
            note: "besk has a cough and a rasp > croup", does: ("names", "of the illnesses"), doing: "name the illness"),
        RaceTask(
            id: "goodSentence", names: ["is the sentence good", "good or bad"], note: "the fox sing > sad",
            meaning: "sad: not good",
            does: ("judges", "of sentences well"), doing: "judge sentences"),
        RaceTask(
            id: "subjectNumber", names: ["one subject or many", "one or many"],
            note: "the fox near these rivers sings > this", meaning: "this: one",
            does: ("tells one from many", "of the time"),
            doing: "tell one from many"),
    ]

    static let openingLabels = 130.0
    /// Labels beyond those that are learned from: the best moment of a training is chosen by them.
    static let choosingLabels = 100.0

    /// The numbers of labels that the record has, of one task or another.
    static let axis = SliderAxis(
        name: "labels a task", scale: .logarithmic(100...3_500), positions: [110, 130, 200, 400, 1_100, 3_100],
        stops: [110, 130, 200, 400, 1_100, 3_100],
        ticks: [110, 200, 400, 1_100, 3_100].map { ($0, .grouped($0)) }, text: SliderText.grouped)

    /// The model that is fine-tuned, from its weights or from random ones of its shape: the one of the record.
    static let model = ModelReference.recorded(run: "M-4.1M-1", step: 4_000)
}

extension RaceTask: Hashable {
    static func == (first: RaceTask, second: RaceTask) -> Bool { first.id == second.id }

    func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

/// One of the two ways to begin.
enum RaceStart: CaseIterable, Hashable, Sendable {
    case random, pretrained

    var mark: String { self == .random ? "○" : "●" }
}

/// What the record says of a task with so many labels.
struct RaceResult: Hashable, Sendable {
    let task: RaceTask
    let curves: TransferCurves.Task
    let random: Accuracy?
    let pretrained: Accuracy?

    init?(_ task: RaceTask, of curves: TransferCurves, labels: Double) {
        guard let own = curves.tasks.first(where: { $0.id == task.id }) else { return nil }
        self.task = task
        self.curves = own
        func accuracy(_ all: [Accuracy]) -> Accuracy? {
            all.first { $0.mean.subject.labelledExamples?.isSame(as: labels) ?? false }
        }
        random = accuracy(own.random)
        pretrained = accuracy(own.pretrained)
    }

    func accuracy(_ start: RaceStart) -> Accuracy? { start == .random ? random : pretrained }

    /// Whether the pretrained model is clearly ahead; nil where the record has no run with so many labels.
    var isAhead: Bool? {
        guard let random, let pretrained else { return nil }
        let lowest = pretrained.draws.map(\.value).min() ?? pretrained.mean.value
        let highest = random.draws.map(\.value).max() ?? random.mean.value
        return lowest > highest && RaceResult.isClear(pretrained.mean, above: random.mean)
    }

    /// Whether a figure lies above another by three standard errors of their difference.
    static func isClear(_ figure: Figure, above other: Figure) -> Bool {
        let errors = [figure, other].map { $0.subject.standardError ?? 0 }
        let variance = errors.reduce(0) { $0 + $1 * $1 }
        return figure.value - other.value > 3 * variance.squareRoot()
    }

    /// Whether a score may be no more than guessing: it is not three of its standard errors above it.
    static func isNearGuessing(_ figure: Figure) -> Bool {
        guard let chance = figure.subject.chance else { return false }
        return figure.value - chance <= 3 * (figure.subject.standardError ?? 0)
    }

    /// The places that the record has of the task.
    var places: [Figure] { curves.pretrained.map(\.mean) }
}

extension ParadigmsExhibit {
    /// What the record says of every task at the slider.
    var raceResults: [RaceResult] {
        guard let curves = transfer.value else { return [] }
        return RaceTask.all.compactMap { RaceResult($0, of: curves, labels: raceLabels) }
    }

    var chosenResult: RaceResult? { raceResults.first { $0.task == chosenRaceTask } }

    /// The race that runs or ran here with the labels at the slider; nil where the record is shown alone.
    var shownLive: LiveRace? { live.flatMap { $0.labels.isSame(as: raceLabels) ? $0 : nil } }
}
