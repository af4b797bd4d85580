import TinyLM

/// What people do to animals and things, so that every name is known as a name: `suri paints this moth .`
public struct Names: DocumentKind {
    public let name = "names"
    public let title = "people who do something"
    public let heldOut = ""
    public let percentage = 2.0
    public let weight = 3.606

    public init() {}

    public func write(into tokens: inout [Token], using random: inout RandomSource) {
        tokens.write(Lexicon.little.people.drawn(using: &random))
        tokens.write(Sentence.verbToken(random.below(Lexicon.transitiveCount), isPlural: false))
        NounPhrase.drawn(using: &random).write(into: &tokens)
        tokens.write(.period, .end)
    }
}
