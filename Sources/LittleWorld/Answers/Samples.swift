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
        return DocumentSample(
            title: kind.title, heldOut: kind.heldOut,
            share: Figure(.mixture, value: kind.percentage, unit: .percent, subject: subject, inputs: []),
            text: TrainingDocument(text: Vocabulary.little.decode(tokens.filter { $0 != end })))
    }

    private static let sampleSeed: UInt64 = 11
}
