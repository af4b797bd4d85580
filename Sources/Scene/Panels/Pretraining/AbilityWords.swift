import Evidence

/// What the panel calls an ability and its two measures.
struct AbilityWords: Hashable, Sendable {
    /// The plain name, and a shorter one for where it does not fit.
    var names: [String]
    /// The benchmark that asks it, or else how it is counted.
    var exam: String
    /// What is asked and the right answer, in a few words; empty where none is short enough.
    var example = ""
    /// What a model does that has it, and what is asked in a few words; empty where the panel has no words for it.
    var deed = ""
    var task = ""
    var sharp: SharpWords
    var smooth: SmoothWords

    var name: String { names[0] }
    var shortName: String { names[names.count - 1] }

    /// What is said of the measure that counts right answers.
    struct SharpWords: Hashable, Sendable {
        /// The names of its strip and what stands beneath them, longest first.
        var names: [String]
        var subtitles: [String]
        /// What it is in a table.
        var entry: String
        /// What stands after its value in a sentence.
        var claim: String
    }

    /// What is said of the measure that improves a little at a time.
    struct SmoothWords: Hashable, Sendable {
        var names: [String]
        var subtitles: [String]
        var entry: String
        /// What stands before its value in a sentence, and what the value counts.
        var claim: String
        var counted = ""
        /// The title of its zoom, and what it is.
        var title: String
        var about: String
        /// What it says of a stage from which on it gets better.
        var relief: String
    }

    /// The words for an ability of any history; those that the panel knows have shorter names and more to say.
    init(_ ability: ExaminedAbility, metric: String) {
        if let pythia = PythiaHistories.words[ability.id] {
            self = pythia
        } else {
            let known = AbilityWords.littleWorld.first { $0.id == ability.id }
            self.init(names: known?.names ?? [ability.name], exam: metric, asks: ability.asks)
            example = ability.example
            deed = known?.deed ?? ""
            task = known?.task ?? ""
        }
    }

    private init(names: [String], exam: String, asks: String) {
        self.names = names
        self.exam = exam
        sharp = SharpWords(
            names: names, subtitles: ["answers that are right", "right answers"], entry: exam, claim: "right")
        smooth = SmoothWords(
            names: ["probability of the answer", "its probability", "probability"],
            subtitles: ["in the same answers", "the same answers"],
            entry: "probability of the right answer", claim: "probability",
            title: "\(names[0]): probability of the right answer", about: asks,
            relief: "the right answer is more probable to it")
    }

    init(names: [String], exam: String, sharp: SharpWords, smooth: SmoothWords) {
        self.names = names
        self.exam = exam
        self.sharp = sharp
        self.smooth = smooth
    }

    /// An ability of the little world, as the panel speaks of it.
    private struct World {
        let id: String
        /// The plain name, and a shorter one.
        let names: [String]
        /// What a model does that has it, after "it".
        let deed: String
        /// What is asked, in a few words.
        let task: String
    }

    /// The abilities of the little world that the panel shows, in the lesson's order.
    private static let littleWorld = [
        World(
            id: grammar, names: ["grammar"], deed: "writes",
            task: "the verb must fit its subject, though a noun between them misleads"),
        World(
            id: "fact", names: ["facts"], deed: "recalls",
            task: "what it read of a person, asked with another beginning"),
        World(
            id: "question", names: ["questions"], deed: "answers",
            task: "about people it read of, kept out of its reading"),
        World(
            id: "translation", names: ["translation"], deed: "translates",
            task: "a sentence into Vell, its second language, word for word"),
        World(id: "summary", names: ["summary"], deed: "sums up", task: "what a story is about"),
        World(
            id: fromContext, names: ["learning from context", "from context"], deed: "uses context",
            task: "pairs given only in the text before; guessing takes one of the words in sight"),
        World(
            id: "twoHopsWritten", names: ["reasoning"], deed: "combines facts",
            task: "two facts put together, each step written out"),
        World(id: "codeOperation", names: ["code"], deed: "runs code", task: "what a small program prints"),
    ]

    /// The ability that comes all at once.
    static let fromContext = "inContextNovel"
    /// Whose wrong answer is the form that the nearest noun asks for.
    static let grammar = "agreement"
    /// Whether what it writes are sentences.
    static let sentences = "parse"

    /// The abilities of a history that are shown: those that the panel knows of the little world, or else all.
    static func shown(of history: TrainingHistory) -> [ExaminedAbility] {
        let known = littleWorld.compactMap { entry in history.abilities.first { $0.id == entry.id } }
        return known.isEmpty ? history.abilities : known
    }
}
