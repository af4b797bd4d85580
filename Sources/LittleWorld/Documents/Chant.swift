import TinyLM

/// Words without a sense, and the same again: `chant : key loud fep ; key loud fep`
///
/// Chants differ much in length. With three to six words a small network may learn to copy what stood some places
/// before, a short cut that puts off what games need: to look a word up by the one before it. In one run of two it did;
/// with three to ten words both came together, in two of two.
public struct Chant: ExaminedKind {
    public let name = "chant"
    public let title = "chants: words, then the same again"
    public let heldOut = "some beginnings are kept back"
    public let percentage = 7.0
    public let weight = 7.056
    public let abilities: [Ability] = [.copy]

    public init() {}

    public func write(into tokens: inout [Token], using random: inout RandomSource) {
        let words = words(isHeldOut: false, using: &random)
        writeGiven(words, into: &tokens)
        writeAgain(words, into: &tokens)
    }

    /// A chant of which training never begins one with the same two words; the answer includes its end.
    public func item(of ability: Ability, using random: inout RandomSource) -> ExaminationItem {
        let words = words(isHeldOut: true, using: &random)
        return ExaminationItem {
            writeGiven(words, into: &$0)
        } answer: {
            writeAgain(words, into: &$0)
        }
    }

    static func isHeldOut(first: Token, second: Token) -> Bool { HeldOut.chant.contains(Int(first), Int(second)) }

    private func writeGiven(_ words: ShortList, into tokens: inout [Token]) {
        tokens.write(.chant, .colon)
        for index in 0..<words.count { tokens.write(words[index]) }
        tokens.write(.semicolon)
    }

    private func writeAgain(_ words: ShortList, into tokens: inout [Token]) {
        for index in 0..<words.count { tokens.write(words[index]) }
        tokens.write(.end)
    }

    /// Three to ten different words.
    private func words(isHeldOut: Bool, using random: inout RandomSource) -> ShortList {
        var words = redrawn {
            var start = ShortList()
            for _ in 0..<2 { start.appendNew(from: Lexicon.little.chantWords, using: &random) }
            return start
        } until: {
            Chant.isHeldOut(first: $0[0], second: $0[1]) == isHeldOut
        }
        for _ in 0...random.below(8) { words.appendNew(from: Lexicon.little.chantWords, using: &random) }
        return words
    }
}
