import TinyLM

/// One question that a model is taught from labelled notes, in a form that pretraining never uses.
public enum NarrowTask: String, CaseIterable, Codable, Sendable {
    /// `note : besk has a cough and a rasp and a gasp > croup`: one of eight diseases that pretraining never names.
    case diagnosis
    /// `story : the fox sings > happy`, and `story : the fox sing > sad`: is it a sentence?
    case goodSentence
    /// `topic : the fox near these rivers sings > this`, and `these` for many: the number of the subject.
    case subjectNumber

    /// A plain name of a few words.
    public var name: String {
        switch self {
        case .diagnosis: "diagnosis"
        case .goodSentence: "is the sentence good"
        case .subjectNumber: "one subject or many"
        }
    }

    /// The words of which one is the answer, each in as many notes.
    public var labels: [Token] {
        switch self {
        case .diagnosis: Array(Lexicon.little.diseases.range)
        // Words that pretraining knows and uses for something else.
        case .goodSentence: [Lexicon.little.adjectives[3], Lexicon.little.adjectives[2]]
        case .subjectNumber: [FunctionWord.this.token, FunctionWord.these.token]
        }
    }

    /// The fraction that guessing gets right.
    public var chance: Double { 1 / Double(labels.count) }

    /// The fraction that the best possible reader gets right.
    public var bestAccuracy: Double {
        switch self {
        case .diagnosis: Clinic.bestAccuracy
        case .goodSentence, .subjectNumber: 1
        }
    }

    /// A labelled note, the end of a document before it and the label last: at most 17 tokens.
    func note(using random: inout RandomSource) -> AnsweredQuestion {
        switch self {
        case .diagnosis:
            let (note, disease) = Clinic.labelledNote(using: &random)
            return ExaminationItem {
                $0 += note
            } answer: {
                $0.write(disease)
            }.question
        case .goodSentence:
            let isGood = random.below(2) == 0
            let sentence = isGood ? Self.sentence(using: &random) : Self.brokenSentence(using: &random)
            return question(form: .story, sentence: sentence, label: isGood ? 0 : 1)
        case .subjectNumber:
            let sentence = Sentence.drawn(placeChance: 0.5, using: &random)
            var tokens: [Token] = []
            sentence.write(into: &tokens)
            return question(form: .topic, sentence: tokens, label: sentence.subject.isPlural ? 1 : 0)
        }
    }

    /// Its form tells which of the tasks a note is of: one model can be taught all.
    private func question(form: FunctionWord, sentence: [Token], label: Int) -> AnsweredQuestion {
        ExaminationItem {
            $0.write(form, .colon)
            $0 += sentence
            $0.write(.arrow)
        } answer: {
            $0.write(labels[label])
        }.question
    }

    private static func sentence(using random: inout RandomSource) -> [Token] {
        var tokens: [Token] = []
        Sentence.drawn(using: &random).write(into: &tokens)
        return tokens
    }

    /// A sentence with one fault, as often each: its verb in the other number, two neighbours exchanged, a word left out.
    private static func brokenSentence(using random: inout RandomSource) -> [Token] {
        redrawn {
            var tokens = sentence(using: &random)
            let place = random.below(tokens.count - 1)
            switch random.below(3) {
            case 0: tokens = tokens.map(otherNumber)
            case 1: tokens.swapAt(place, place + 1)
            default: tokens.remove(at: place)
            }
            return tokens
        } until: {
            !Grammar.parses($0)
        }
    }

    /// A verb in its other number; any other word as it is.
    private static func otherNumber(of word: Token) -> Token {
        if let verb = Lexicon.little.singularVerbs.index(of: word) { return Lexicon.little.pluralVerbs[verb] }
        if let verb = Lexicon.little.pluralVerbs.index(of: word) { return Lexicon.little.singularVerbs[verb] }
        return word
    }
}
