/// A panel with a record of what the person did on it, which outlives the program.
protocol KeepsRecord: Exhibit {
    var record: ChallengeRecord { get set }
    /// How much of each of its parts is done, in words.
    var recordInWords: [Phrase] { get }
}

extension KeepsRecord {
    var withRecord: (any KeepsRecord)? { self }
}

extension ChallengesExhibit: KeepsRecord {
    var recordInWords: [Phrase] {
        Challenge.allCases.map { "\(words: $0.title): \(progress(of: $0))" }
    }
}

extension ChallengeRecord {
    /// This record with what another program kept meanwhile: what was solved stays solved, and of the guesses those of
    /// the program that made some since both began; of two such, this one's.
    func merged(with other: ChallengeRecord, since base: ChallengeRecord?) -> ChallengeRecord {
        if self == base { return other }
        if other == base { return self }
        var merged = self
        for (id, isSolved) in other.cases { merged.answered(case: id, rightly: isSolved) }
        for (task, score) in other.prompts { merged.tried(prompt: task, score) }
        return merged
    }
}
