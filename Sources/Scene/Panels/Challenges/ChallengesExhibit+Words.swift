import Cells
import Evidence

extension ChallengesExhibit {
    var headline: Phrase { "Three challenges: every answer is checked, and what you solve is kept." }

    func commentary(columns: Int) -> [[Phrase]] {
        [["\(key: "Enter") begins the one that is chosen", "\(key: "Esc") comes back here"]]
    }

    var provenance: [Phrase] { ["\(Source.person)", .legend(of: [.measured])] }

    /// How many of a challenge's are solved, of how many there are.
    func progress(of challenge: Challenge) -> Phrase {
        guard let figure = solved(of: challenge) else { return "" }
        return "\(figure.withoutUnit) of \(name: figure.subject.items, of: figure) \(words: challenge.counted)"
    }

    func solved(of challenge: Challenge) -> Figure? {
        Figure(
            ofPerson: 0,
            Measurement(
                task: "challenges/\(challenge)", plain: "\(challenge.counted) solved", metric: "count", unit: .count,
                items: 16))
    }
}
