import Evidence

extension ChallengesExhibit {
    /// How much of each challenge is solved.
    var miniature: Miniature {
        Miniature(
            Challenge.allCases.map { challenge in
                let figure = solved(of: challenge)
                let items = figure.flatMap { Double($0.subject.items) } ?? 1
                return Miniature.Row(
                    [Phrase(words: challenge.title), Phrase(words: challenge.counted)],
                    (figure?.value ?? 0) / max(1, items), Figure.Kind.measured.ink,
                    figure.map { ["\($0.withoutUnit) of \(name: $0.subject.items, of: $0)"] } ?? [])
            }, main: challenge.rawValue, captions: ["what you solved of each"])
    }
}
