import Cells

/// What a person has seen, and what is left.
public struct LearningPath: Sendable {
    /// A panel on the path.
    struct Station: Sendable {
        var panel: Panel
        var isSeen: Bool
        /// nil where the panel names none.
        var surprise: SurprisingFact?
        var isSurpriseSeen: Bool
        /// How much of what it asks for is solved, part by part.
        var solved: [Phrase] = []
        /// Whether it asks for something, and nothing of it is solved.
        var isToBeTried = false
    }

    let stations: [Station]

    /// Whether nothing is left.
    var isWhole: Bool { stations.allSatisfy { $0.isSeen && ($0.surprise == nil || $0.isSurpriseSeen) } }

    /// The path as lines: for each panel whether it was seen, and its surprising fact or where that is to be seen.
    func lines(columns: Int) -> [Phrase] {
        var lines = [Phrase("Your progress: what you have seen, what is left").bold]
        for phrase in [summary] + invitation { lines += phrase.wrapped(columns).map { $0.inked(.soft) } }
        for station in stations { lines += [""] + station.lines(columns: columns) }
        return lines
    }

    /// Where what was learned is tried, as long as nothing of it is solved.
    private var invitation: [Phrase] {
        stations.filter { $0.isToBeTried }.map { station in
            "\(key: "\(station.panel.digit)") \(words: station.panel.title): try what you have learned; every answer is checked."
        }
    }

    private var summary: Phrase {
        if isWhole { return "You have seen every panel, and what surprises on each." }
        return "On each panel one thing surprises most: ● you have seen it, ○ it is still to be seen."
    }

    /// The surprising facts of the panels, for whoever reads.
    public static func narration(of panels: [Panel], columns: Int) -> String {
        let facts = panels.compactMap { panel in panel.make().surprise.map { (panel, $0) } }
        guard !facts.isEmpty else { return "" }
        let heading = Phrase("What surprises most").wrapped(columns)
        let lines = facts.flatMap { panel, fact in
            ("\(key: "\(panel.digit)") \(words: panel.title): \(fact.sentence)" as Phrase).wrapped(columns)
        }
        return (heading + lines).reduce(into: "\n") { $0 += $1.plain + "\n" }
    }
}

extension LearningPath.Station {
    private static let indent = 2

    func lines(columns: Int) -> [Phrase] {
        let state: Phrase = isSeen ? "opened" : "not opened yet"
        let title: Phrase =
            "\(key: "\(panel.digit)") \(strong: panel.title) · \(isSeen ? state : state.inked(.soft))"
        let margin = Phrase(words: String(repeating: "\u{A0}", count: Self.indent))
        func indented(_ phrase: Phrase) -> [Phrase] {
            phrase.wrapped(max(1, columns - Self.indent)).map { margin + $0 }
        }
        let done = solved.flatMap(indented)
        guard let surprise else { return title.wrapped(columns) + done }
        let text: Phrase =
            isSurpriseSeen
            ? "\(Phrase(words: "●", ink: .accent)) \(surprise.sentence)"
            : "○ " + surprise.place.inked(.soft)
        return title.wrapped(columns) + indented(text) + done
    }
}

/// The path, over what is open.
struct PathSheet: Hashable, Sendable {
    var scroll = Scroll()
}

extension Scene {
    /// What was seen so far, and what is left.
    var path: LearningPath {
        LearningPath(
            stations: panels.map { panel in
                let recording = exhibit(of: panel).withRecord
                return LearningPath.Station(
                    panel: panel, isSeen: progress.hasSeen(panel), surprise: exhibit(of: panel).surprise,
                    isSurpriseSeen: progress.hasSeenSurprise(of: panel), solved: recording?.recordInWords ?? [],
                    isToBeTried: recording.map { $0.record == ChallengeRecord() } ?? false)
            })
    }
}
