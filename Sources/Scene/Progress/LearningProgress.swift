/// What a person has seen and done, which outlives the program.
public struct LearningProgress: Hashable, Sendable {
    /// Counted up where an older program could not keep what a newer one wrote.
    public static let version = 1

    /// Panels that were on the screen, by their words; of a program with more panels others too.
    public private(set) var panels: Set<String> = []
    /// Panels of which the surprising fact was seen, by their words.
    public private(set) var surprises: Set<String> = []
    /// What was solved on the panel of challenges.
    public internal(set) var challenges = ChallengeRecord()
    /// Whether the guided tour was offered.
    public private(set) var wasTourOffered = false

    /// Nothing seen yet.
    public init() {}

    /// Whether a panel was on the screen, and whether its surprising fact was seen.
    public func hasSeen(_ panel: Panel) -> Bool { panels.contains(panel.word) }
    public func hasSeenSurprise(of panel: Panel) -> Bool { surprises.contains(panel.word) }

    mutating func see(_ panel: Panel) { panels.insert(panel.word) }
    mutating func seeSurprise(of panel: Panel) { surprises.insert(panel.word) }
    mutating func offerTour() { wasTourOffered = true }

    /// This progress with what another program kept meanwhile. What was seen stays seen.
    ///
    /// - Parameter base: What both began with, as far as it is known.
    public func merged(with other: LearningProgress, since base: LearningProgress?) -> LearningProgress {
        var merged = self
        merged.panels.formUnion(other.panels)
        merged.surprises.formUnion(other.surprises)
        merged.challenges = challenges.merged(with: other.challenges, since: base?.challenges)
        merged.wasTourOffered = wasTourOffered || other.wasTourOffered
        return merged
    }
}

extension LearningProgress: Codable {
    private enum Key: String, CodingKey { case version, panelsSeen, surprisesSeen, challenges, tourOffered }

    /// Whatever is missing was not seen yet.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        panels = Set(try values.decodeIfPresent([String].self, forKey: .panelsSeen) ?? [])
        surprises = Set(try values.decodeIfPresent([String].self, forKey: .surprisesSeen) ?? [])
        challenges = try values.decodeIfPresent(ChallengeRecord.self, forKey: .challenges) ?? ChallengeRecord()
        wasTourOffered = try values.decodeIfPresent(Bool.self, forKey: .tourOffered) ?? false
    }

    /// In the order of the alphabet, so that the same progress is the same file.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: Key.self)
        try values.encode(LearningProgress.version, forKey: .version)
        try values.encode(panels.sorted(), forKey: .panelsSeen)
        try values.encode(surprises.sorted(), forKey: .surprisesSeen)
        try values.encode(challenges, forKey: .challenges)
        try values.encode(wasTourOffered, forKey: .tourOffered)
    }
}

extension Panel {
    /// What the panel is called where its progress is kept.
    var word: String { title.lowercased() }
}
