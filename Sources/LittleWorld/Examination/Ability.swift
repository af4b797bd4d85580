/// What a model of the little world may be able to do, from what is learned first to what is learned last.
public enum Ability: String, CaseIterable, Codable, Sendable {
    case agreement, parse
    case fact, question
    case translation, summary
    case copy
    case inContextSeen, inContextNovel
    case inContextOnce, inContextTwice, inContextFourTimes
    case retrievalFresh, retrievalStale, retrievalDistracted
    case twoHopsWritten, twoHopsDirect
    case codeLookUp, codeOperation, codeChain
    case fewShotZero, fewShotOne, fewShotTwo, fewShotFour

    /// A plain name of a few words.
    public var name: String {
        switch self {
        case .agreement: "agreement past a distractor"
        case .parse: "sentences of the grammar"
        case .fact: "facts"
        case .question: "questions never asked before"
        case .translation: "translation"
        case .summary: "summary"
        case .copy: "copying"
        case .inContextSeen: "in-context learning, words of games"
        case .inContextNovel: "in-context learning, words new to games"
        case .inContextOnce: "in-context learning after one example"
        case .inContextTwice: "in-context learning after two examples"
        case .inContextFourTimes: "in-context learning after four examples"
        case .retrievalFresh: "reading about the unknown"
        case .retrievalStale: "reading against memory"
        case .retrievalDistracted: "reading past a distractor"
        case .twoHopsWritten: "two steps, written out"
        case .twoHopsDirect: "two steps at once"
        case .codeLookUp: "code: look up a value"
        case .codeOperation: "code: one operation"
        case .codeChain: "code: two operations"
        case .fewShotZero: "a relation from no example"
        case .fewShotOne: "a relation from one example"
        case .fewShotTwo: "a relation from two examples"
        case .fewShotFour: "a relation from four examples"
        }
    }

    /// What is asked, in one sentence.
    public var asks: String {
        switch self {
        case .agreement:
            "After a subject and another noun of the other number, is the verb's right form the more probable one?"
        case .parse: "Are the sentences that the model writes, drawn word by word, sentences of the grammar?"
        case .fact: "How does a fact from training go on, when it stands after another fact than there?"
        case .question: "What is the answer to a question about a known person that was kept out of training?"
        case .translation:
            "How is a sentence said in Vell, the second language, when no training text has its three words together?"
        case .summary: "What is a story about, when no training text brings its topic and its other subject together?"
        case .copy: "What are the words of a chant, once more, when no training text begins so?"
        case .inContextSeen: "Which word goes with this one in a word game, with pairs that no training text plays?"
        case .inContextNovel:
            "Which word goes with this one in a word game whose words no training text plays with?"
        case .inContextOnce: "Which word goes with this one, when the pair was played once among three pairs?"
        case .inContextTwice: "Which word goes with this one, when the pair was played twice among three pairs?"
        case .inContextFourTimes:
            "Which word goes with this one, when the pair was played four times among three pairs?"
        case .retrievalFresh: "What does a book say of a person of whom training tells nothing?"
        case .retrievalStale: "What does a book say of a known person, against what training said?"
        case .retrievalDistracted: "What does a book say of a person, when it says the same kind of thing of another?"
        case .twoHopsWritten:
            "What is true of a person's friend, every step written out, when no training text asks it?"
        case .twoHopsDirect: "What is true of a person's friend, answered at once, when no training text asks it?"
        case .codeLookUp: "What does a program print that sets two or three names, and stands in no training text?"
        case .codeOperation: "What does a program print that adds or subtracts once, and stands in no training text?"
        case .codeChain: "What does a program print that adds or subtracts twice, and stands in no training text?"
        case .fewShotZero: "What goes with a word, when no example shows the relation?"
        case .fewShotOne:
            "What goes with a word by the relation that one example shows, in a pair that no training text shows?"
        case .fewShotTwo:
            "What goes with a word by the relation that two examples show, in a pair that no training text shows?"
        case .fewShotFour:
            "What goes with a word by the relation that four examples show, in a pair that no training text shows?"
        }
    }

    /// How the exact measure counts an item as right.
    public var scoring: String {
        switch self {
        case .agreement: "The right form has a higher probability than the wrong one; a tie counts half."
        case .parse: "The sentence up to its period is read by the grammar's parser."
        case .translation, .copy: "Every word of the answer, and its end, is the most probable one."
        case .twoHopsWritten: "Every word of the steps and of the answer is the most probable one."
        default: "The answer's word is the most probable one."
        }
    }

    /// The exact measure of guessing: a coin for agreement, else any word of the right kind (a place, a food, a digit,
    /// a word of Vell) at each position of the answer, as likely each.
    public var chance: Double { Ability.chances[self] ?? 0 }

    /// The exact measure of one who repeats any of the values that the text before the question gives, where there are
    /// several: more than chance, and still no sign that the question was understood.
    public var chanceInSight: Double? {
        switch self {
        // Two, three or four pairs, as often each.
        case .inContextSeen, .inContextNovel: (1.0 / 2 + 1.0 / 3 + 1.0 / 4) / 3
        case .inContextOnce, .inContextTwice, .inContextFourTimes: 1.0 / 3
        case .retrievalDistracted: 1.0 / 2
        // Two or three names.
        case .codeLookUp: (1.0 / 2 + 1.0 / 3) / 2
        default: nil
        }
    }

    /// What one gets who has learned nothing and knows what is asked: where the text gives several values any of these,
    /// else as `chance`.
    public var guessing: Double { chanceInSight ?? chance }

    private static let chances: [Ability: Double] = Dictionary(
        uniqueKeysWithValues: allCases.map { ability in
            switch ability {
            case .agreement: return (ability, 0.5)
            // A word drawn from all is hardly ever one that the grammar allows, a dozen times in a row never.
            case .parse: return (ability, 0)
            default: return (ability, Examination.chance(of: Examination.items(of: ability, count: 400, seed: 0)))
            }
        })
}
