import Evidence

/// A time of the run between two borders, which follow from the figures.
struct PretrainingStage: Hashable, Sendable {
    var name: String
    /// Where it begins.
    var tokens: Double
    /// Why it begins there.
    var reason: Phrase

    /// The stages of a run: random weights; noise, once it has read; sentences, when half of what it writes are some;
    /// nearest noun, when its grammar is worse than guessing; hints, when the smooth measure first gets better; a stage for each checkpoint at which tasks leave chance; and,
    /// where the training has ended, the finished model: a foundation model where most tasks have left chance.
    ///
    /// - Parameters:
    ///   - writesSentencesAt: Where half of what it writes are sentences, for good; nil where that is not known.
    ///   - namesFirst: Whether the checkpoint at which the first task leaves chance is called by first answers.
    static func all(
        curves: [LearningCurve], checkpoints: [Double], writesSentencesAt: Double? = nil, namesFirst: Bool,
        isWhole: Bool
    ) -> [PretrainingStage] {
        guard let first = checkpoints.first, let last = checkpoints.last else { return [] }
        let departures = departures(curves, namesFirst: namesFirst)
        let sentences = writesSentencesAt.map { tokens in
            PretrainingStage(
                name: "sentences", tokens: tokens, reason: "half of what it writes are sentences of the grammar")
        }
        let early = [
            noise(curves, checkpoints: checkpoints, isNamed: namesFirst), hints(curves),
        ].compactMap { $0 }.filter { $0.tokens < departures.first?.tokens ?? .infinity }
        var stages =
            first > 0
            ? [] : [PretrainingStage(name: "random weights", tokens: first, reason: "nothing has been read")]
        let others = [sentences, misled(curves, checkpoints: checkpoints)].compactMap { $0 }
        for stage in (early + departures + others).sorted(by: { $0.tokens < $1.tokens }) {
            let isLater = stages.last.map { stage.tokens > $0.tokens } ?? true
            if isLater, !isWhole || stage.tokens < last { stages.append(stage) }
        }
        if isWhole, last > first {
            let left = curves.filter { $0.leavesChanceAt != nil }.count
            stages.append(
                PretrainingStage(
                    name: 2 * left > curves.count ? "foundation model" : "the end", tokens: last,
                    reason: "all of the text has been read"))
        }
        return stages
    }

    /// From the first step on.
    private static func noise(_ curves: [LearningCurve], checkpoints: [Double], isNamed: Bool) -> PretrainingStage? {
        guard let begun = checkpoints.first(where: { $0 > 0 }) else { return nil }
        let isAsAtFirst = checkpoints.first == 0 && HistoryCurves.isAsAtFirst(curves, at: begun)
        return PretrainingStage(
            name: isNamed ? "noise" : "first words", tokens: begun,
            reason: isAsAtFirst
                ? "the first step of training is done, and every score is what it was"
                : "training has begun, and every answer can be luck")
    }

    /// From where the grammar is clearly worse than guessing, for a time.
    private static func misled(_ curves: [LearningCurve], checkpoints: [Double]) -> PretrainingStage? {
        guard let grammar = curves.first(where: { $0.ability.id == AbilityWords.grammar }),
            let place = checkpoints.first(where: { grammar.isWorseThanGuessing(at: $0) })
        else { return nil }
        return PretrainingStage(
            name: "nearest noun", tokens: place,
            reason: "the verb fits the nearest noun, and is less often right than by guessing")
    }

    /// From where the first smooth measure is clearly better than at first.
    private static func hints(_ curves: [LearningCurve]) -> PretrainingStage? {
        let places = curves.compactMap { curve in
            curve.relief?.subject.tokensSeen.map { (tokens: $0, words: curve.words.smooth) }
        }
        return places.min { $0.tokens < $1.tokens }.map { tokens, words in
            PretrainingStage(
                name: "hints", tokens: tokens, reason: "\(words: words.relief), though every answer can be luck")
        }
    }

    /// A stage for each checkpoint at which tasks leave chance, ascending.
    private static func departures(_ curves: [LearningCurve], namesFirst: Bool) -> [PretrainingStage] {
        departures(curves).enumerated().map { index, departure in
            let names = departure.curves.map(\.words.shortName)
            return PretrainingStage(
                name: index == 0 && namesFirst ? "first answers" : names.joined(separator: ", "),
                tokens: departure.tokens,
                reason: "better than guessing at \(words: listed(departure.curves.map(\.words.name)))")
        }
    }

    /// The checkpoints at which tasks leave chance, ascending, with those of each.
    private static func departures(_ curves: [LearningCurve]) -> [(tokens: Double, curves: [LearningCurve])] {
        var found: [(tokens: Double, curves: [LearningCurve])] = []
        for curve in curves {
            guard let tokens = curve.leavesChanceAt?.subject.tokensSeen else { continue }
            if let index = found.firstIndex(where: { $0.tokens.isSame(as: tokens) }) {
                found[index].curves.append(curve)
            } else {
                found.append((tokens, [curve]))
            }
        }
        return found.sorted { $0.tokens < $1.tokens }
    }

    private static func listed(_ names: [String]) -> String {
        guard names.count > 1, let last = names.last else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + " and " + last
    }
}
