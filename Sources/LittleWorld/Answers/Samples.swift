import Evidence
import TinyLM

extension LittleWorld {
    /// A document of each kind, the largest share of the text first: what a model of this world reads.
    public static let documents: [DocumentSample] = Documents.all.sorted { $0.percentage > $1.percentage }.map { kind in
        var random = RandomSource(seed: sampleSeed)
        var tokens: [Token] = []
        kind.write(into: &tokens, using: &random)
        var subject = Subject()
        subject.family = "little world"
        subject.plain = "share of the text"
        subject.task = kind.name
        let words = words[kind.name] ?? (kind.name, "")
        return DocumentSample(
            title: words.title, heldOut: words.heldOut,
            share: Figure(.mixture, value: kind.percentage, unit: .percent, subject: subject, inputs: []),
            text: TrainingDocument(text: Vocabulary.little.decode(tokens.filter { $0 != end })))
    }

    private static let sampleSeed: UInt64 = 11

    /// What each kind is, and what of it training never shows.
    private static let words: [String: (title: String, heldOut: String)] = [
        "story": ("stories of animals and things", "some subjects never stand at some places"),
        "names": ("people who do something", ""),
        "fact": ("facts about people, which are true", "some facts never stand after some others"),
        "question": ("questions about people, and answers", "a quarter of the questions is never asked"),
        "translation": ("sentences, and the same in Vell", "some sentences are never translated"),
        "summary": ("stories, and what they are about", "some topics never stand beside some others"),
        "game": ("games of pairs, drawn anew each time", "some pairs are never played, some words never at all"),
        "chant": ("chants: words, and the same once more", "some never begin so"),
        "show": ("examples of a rule that is not named", "a quarter of the pairs is never shown"),
        "book": ("books of other facts, and questions on them", "some people are in no book"),
        "think": ("questions of two steps", "a quarter is never asked"),
        "code": ("programs, and what they print", "some are never run"),
        "clinic": ("visits to a doctor", "the names of the illnesses are never said"),
    ]
}
