/// Something that a model may be able to do, and how it is asked.
public struct ExaminedAbility: Hashable, Sendable {
    /// The program's own word: `inContextNovel`.
    public let id: String
    /// A plain name of a few words.
    public let name: String
    /// What is asked, in one sentence.
    public let asks: String
    /// An item and its right answer in a few words; empty where none is short enough.
    public let example: String
    /// How the sharp measure counts an item as right, in one sentence.
    public let scoring: String
    /// What guessing gets by the sharp measure, 0 to 1; nil where it is not known.
    public let chance: Figure?

    public init(id: String, name: String, asks: String, example: String = "", scoring: String, chance: Figure?) {
        self.id = id
        self.name = name
        self.asks = asks
        self.example = example
        self.scoring = scoring
        self.chance = chance
    }
}

/// How well a model does at one ability, by several measures of the same answers.
public struct AbilityResult: Hashable, Sendable {
    public let ability: ExaminedAbility
    /// The fraction of items that are wholly right.
    public let sharp: Figure
    /// Measures that improve a little at a time, the best first: of ours the right answer's probability, its
    /// cross-entropy in nats a token, and the edit similarity. The figure's metric tells which.
    public let smooth: [Figure]

    public init(_ ability: ExaminedAbility, sharp: Figure, smooth: [Figure]) {
        self.ability = ability
        self.sharp = sharp
        self.smooth = smooth
    }
}
