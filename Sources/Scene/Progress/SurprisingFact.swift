/// The one thing on a panel that surprises most.
struct SurprisingFact: Hashable, Sendable {
    /// What it is, in one plain sentence.
    var sentence: Phrase
    /// Where it is to be seen, for a person who has not yet.
    var place: Phrase
}
