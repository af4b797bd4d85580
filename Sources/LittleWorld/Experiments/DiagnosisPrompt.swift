import TinyLM

/// How a model is asked for a diagnosis without being taught.
public enum DiagnosisPrompt: String, CaseIterable, Codable, Sendable {
    /// As pretraining tells of visits: `the doctor sees besk . besk has a … . the doctor gives besk` sage.
    case visit
    /// A form that pretraining never uses, with the remedies that it knows: `besk has a … > sage ; nils has a … >`
    case newFormKnownWords
    /// The same form with the names of the diseases, which it never saw: `besk has a … > croup ; nils has a … >`
    case newFormNewWords

    /// A plain name of a few words.
    public var name: String {
        switch self {
        case .visit: "in the words of pretraining"
        case .newFormKnownWords: "new form, known answers"
        case .newFormNewWords: "new form, new answers"
        }
    }

    /// The words of which one is the answer.
    public var labels: [Token] {
        Array((self == .newFormNewWords ? Lexicon.little.diseases : Lexicon.little.remedies).range)
    }

    /// A question after at most four examples, each of its own patient. The notes' `note :` is left out: with it, four
    /// examples and a question would not fit into 64 tokens, and as it is they fill them.
    func question(examples: Int, using random: inout RandomSource) -> AnsweredQuestion {
        guard self != .visit else { return Clinic.prescription(using: &random) }
        let shown = (0..<min(max(examples, 0), 4)).map { _ in Clinic.labelledNote(using: &random) }
        let asked = Clinic.labelledNote(using: &random)
        return ExaminationItem {
            for example in shown {
                $0 += example.note.dropFirst(2)
                $0.write(label(of: example.disease))
                $0.write(.semicolon)
            }
            $0 += asked.note.dropFirst(2)
        } answer: {
            $0.write(label(of: asked.disease))
        }.question
    }

    private func label(of disease: Token) -> Token {
        self == .newFormNewWords
            ? disease : Lexicon.little.remedies[Lexicon.little.diseases.index(of: disease) ?? 0]
    }
}
