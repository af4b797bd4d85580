import Evidence

/// A time of the run between two borders, which follow from the figures.
struct PretrainingStage: Hashable, Sendable {
    var name: String
    /// Where it begins.
    var tokens: Double
    /// Why it begins there.
    var reason: Phrase

    /// The stages of a run: random weights; noise, once it has read; hints, when the smooth measure first gets better;
    /// first answers, when the first task leaves chance; a stage for each later checkpoint at which another one does;
    /// and, where the training has ended, the finished model.
    static func all(curves: [LearningCurve], checkpoints: [Double], isWhole: Bool) -> [PretrainingStage] {
        guard let first = checkpoints.first, let last = checkpoints.last else { return [] }
        var stages =
            first > 0
            ? [] : [PretrainingStage(name: "random weights", tokens: first, reason: "nothing has been read")]
        func add(_ stage: PretrainingStage) {
            let isLater = stages.last.map { stage.tokens > $0.tokens } ?? true
            if isLater, !isWhole || stage.tokens < last { stages.append(stage) }
        }
        let departures = departures(curves)
        if let begun = checkpoints.first(where: { $0 > 0 }), begun < departures.first?.tokens ?? .infinity {
            let isAsAtFirst = first == 0 && HistoryCurves.isAsAtFirst(curves, at: begun)
            add(
                PretrainingStage(
                    name: "noise", tokens: begun,
                    reason: isAsAtFirst
                        ? "the first step of training is done, and every score is what it was"
                        : "training has begun, and no task has left chance"))
        }
        let hinting = curves.filter { $0.relief != nil }.min {
            $0.relief?.subject.tokensSeen ?? 0 < $1.relief?.subject.tokensSeen ?? 0
        }
        if let hinting, let tokens = hinting.relief?.subject.tokensSeen,
            tokens < departures.first?.tokens ?? .infinity
        {
            add(
                PretrainingStage(
                    name: "hints", tokens: tokens,
                    reason: "\(words: hinting.words.smooth.relief), though no task has left chance"))
        }
        for (index, departure) in departures.enumerated() {
            let names = departure.curves.map(\.words.shortName)
            let isOne = names.count == 1 && !departure.curves[0].words.isPlural
            add(
                PretrainingStage(
                    name: index == 0 ? "first answers" : names.joined(separator: ", "), tokens: departure.tokens,
                    reason: "\(words: listed(names)) \(words: isOne ? "leaves" : "leave") chance"))
        }
        if isWhole, last > first {
            stages.append(
                PretrainingStage(name: "foundation model", tokens: last, reason: "all of the text has been read"))
        }
        return stages
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
