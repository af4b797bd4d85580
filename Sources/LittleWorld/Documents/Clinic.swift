import TinyLM

/// A visit to the doctor:
/// `the doctor sees besk . besk has a cough and a rasp and a gasp . the doctor gives besk sage .`
///
/// Each symptom is one of the disease's own ten nearly nine times in ten; the disease itself is never named in
/// training. That is left to be taught later, from labelled notes.
public struct Clinic: DocumentKind {
    public let name = "clinic"
    public let title = "visits to a doctor"
    public let heldOut = "the names of the illnesses are kept back"
    public let percentage = 3.0
    public let weight = 2.603

    /// The chance that a symptom is one of the disease's own; else it is any of all.
    static let ownSymptomChance = 0.85

    public init() {}

    public func write(into tokens: inout [Token], using random: inout RandomSource) {
        let patient = Patient(using: &random)
        patient.writeVisit(into: &tokens)
        tokens.write(Lexicon.little.remedies[patient.disease])
        tokens.write(.period, .end)
    }

    /// A visit up to the remedy, which is asked: the diagnosis in the words of pretraining.
    public static func prescription(using random: inout RandomSource) -> AnsweredQuestion {
        let patient = Patient(using: &random)
        return ExaminationItem {
            patient.writeVisit(into: &$0)
        } answer: {
            $0.write(Lexicon.little.remedies[patient.disease])
        }.question
    }

    /// A patient's note in a form that training never uses, `note : besk has a cough and a rasp and a gasp >`, and the
    /// name of the disease, as likely each. The end token that stands before a document is left to the caller.
    public static func labelledNote(using random: inout RandomSource) -> (note: [Token], disease: Token) {
        let patient = Patient(using: &random)
        var note: [Token] = []
        note.write(.note, .colon)
        patient.writeSymptoms(into: &note)
        note.write(.arrow)
        return (note, Lexicon.little.diseases[patient.disease])
    }

    /// The fraction of notes that the best possible reader labels rightly: the disease with most of the three symptoms,
    /// and one of three where each symptom points to another.
    ///
    /// Exact, by counting: of the ordered triples of different symptoms, each weighs the product of its symptoms'
    /// chances, and the triples that point to the right disease are summed.
    public static var bestAccuracy: Double {
        let own = Double(Lexicon.symptomsPerDisease)
        let all = Double(Lexicon.little.symptoms.count)
        let foreign = all - own
        let foreignChance = (1 - ownSymptomChance) / all
        let ownChance = ownSymptomChance / own + foreignChance
        let three = own * (own - 1) * (own - 2) * ownChance * ownChance * ownChance
        let two = 3 * own * (own - 1) * foreign * ownChance * ownChance * foreignChance
        let one = 3 * own * ownChance * foreignChance * foreignChance
        let oneAndDifferent = one * foreign * (foreign - own)
        let oneAgainstTwo = one * foreign * (own - 1)
        let none = foreign * (foreign - 1) * (foreign - 2) * foreignChance * foreignChance * foreignChance
        return (three + two + oneAndDifferent / 3) / (three + two + oneAndDifferent + oneAgainstTwo + none)
    }
}

/// A person with a disease and three different symptoms.
private struct Patient {
    let person: Token
    /// An index into the diseases.
    let disease: Int
    private let symptoms: ShortList

    init(using random: inout RandomSource) {
        person = Lexicon.little.knownAndGuests.drawn(using: &random)
        disease = random.below(Lexicon.little.diseases.count)
        let start = disease * Lexicon.symptomsPerDisease
        let own = Lexicon.little.symptoms.part(start..<start + Lexicon.symptomsPerDisease)
        // All three again where two are the same: so the best reader's accuracy can be counted exactly.
        symptoms = redrawn {
            var symptoms = ShortList()
            for _ in 0..<3 {
                let isOwn = random.unit() < Clinic.ownSymptomChance
                symptoms.append((isOwn ? own : Lexicon.little.symptoms).drawn(using: &random))
            }
            return symptoms
        } until: {
            $0[0] != $0[1] && $0[0] != $0[2] && $0[1] != $0[2]
        }
    }

    /// `besk has a cough and a rasp and a gasp`
    func writeSymptoms(into tokens: inout [Token]) {
        tokens.write(person)
        tokens.write(.has, .a)
        tokens.write(symptoms[0])
        for index in 1..<symptoms.count {
            tokens.write(.and, .a)
            tokens.write(symptoms[index])
        }
    }

    /// The visit up to the remedy.
    func writeVisit(into tokens: inout [Token]) {
        tokens.write(.the, .doctor, .sees)
        tokens.write(person)
        tokens.write(.period)
        writeSymptoms(into: &tokens)
        tokens.write(.period, .the, .doctor, .gives)
        tokens.write(person)
    }
}
