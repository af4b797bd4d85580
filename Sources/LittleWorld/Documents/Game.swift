import TinyLM

/// Words that go together in one game only, played until it is clear: `game : sad fosk ; nid wug ; sad fosk …`
///
/// Which words go together is drawn for each game: nothing in the weights can know, only the game so far. A key and its
/// value are neighbours, for what stands next to a word is the first that a small network learns to look up.
public struct Game: ExaminedKind {
    public let name = "game"
    public let title = "games of pairs, drawn anew each time"
    public let heldOut = "some pairs are kept back, some words altogether"
    public let percentage = 14.0
    public let weight = 11.083
    public let abilities: [Ability] = [
        .inContextSeen, .inContextNovel, .inContextOnce, .inContextTwice, .inContextFourTimes,
    ]

    public init() {}

    public func write(into tokens: inout [Token], using random: inout RandomSource) {
        let pairs = Pairs(
            count: 2 + random.below(3), words: Lexicon.little.gameWords, isHeldOut: false, using: &random)
        let rounds = 8 + random.below(3)
        tokens.write(.game, .colon)
        for round in 0..<rounds {
            let pair = round < pairs.count ? round : random.below(pairs.count)
            pairs.write(pair, into: &tokens)
            tokens.write(round + 1 < rounds ? .semicolon : .end)
        }
    }

    /// A game with pairs that training never plays, up to a key that was seen before. `novel`: of words that training
    /// never plays with at all. `once`, `twice`, `four times`: so often the asked pair was seen, among three pairs.
    public func item(of ability: Ability, using random: inout RandomSource) -> ExaminationItem {
        let words = ability == .inContextNovel ? Lexicon.little.novelWords : Lexicon.little.gameWords
        let shown: Int? =
            switch ability {
            case .inContextOnce: 1
            case .inContextTwice: 2
            case .inContextFourTimes: 4
            default: nil
            }
        let count = shown == nil ? 2 + random.below(3) : 3
        let pairs = Pairs(count: count, words: words, isHeldOut: true, using: &random)
        let asked = random.below(count)
        let rounds = rounds(of: count, asked: asked, shown: shown, using: &random)
        return ExaminationItem {
            $0.write(.game, .colon)
            for index in 0..<rounds.count {
                pairs.write(Int(rounds[index]), into: &$0)
                $0.write(.semicolon)
            }
            $0.write(pairs.key(asked))
        } answer: {
            $0.write(pairs.value(asked))
        }
    }

    /// Pairs of a game that is asked about after so many rounds.
    static let pairCount = 3

    /// A game with pairs that training never plays, up to the key of its first: so many rounds go before, the pairs taking
    /// turns.
    func item(rounds count: Int, using random: inout RandomSource) -> ExaminationItem {
        let pairs = Pairs(count: Game.pairCount, words: Lexicon.little.gameWords, isHeldOut: true, using: &random)
        return ExaminationItem {
            $0.write(.game, .colon)
            for round in 0..<count {
                pairs.write(round % pairs.count, into: &$0)
                $0.write(.semicolon)
            }
            $0.write(pairs.key(0))
        } answer: {
            $0.write(pairs.value(0))
        }
    }

    static func isHeldOut(key: Token, value: Token) -> Bool { HeldOut.game.contains(Int(key), Int(value)) }

    /// Which pair is played in each of the rounds before the question. Without `shown`: each once, then seven to nine
    /// in all as in training. With it: eight rounds, the asked pair exactly so often, in any order.
    private func rounds(of count: Int, asked: Int, shown: Int?, using random: inout RandomSource) -> ShortList {
        var rounds = ShortList(countingTo: count)
        guard let shown else {
            for _ in count..<(7 + random.below(3)) { rounds.append(Token(random.below(count))) }
            return rounds
        }
        for _ in 1..<shown { rounds.append(Token(asked)) }
        while rounds.count < 8 { rounds.append(Token((asked + 1 + random.below(count - 1)) % count)) }
        rounds.shuffle(using: &random)
        return rounds
    }
}

/// The pairs of one game, all of different words.
private struct Pairs {
    /// A key and its value, one pair after the other.
    private var words = ShortList()

    var count: Int { words.count / 2 }

    init(count: Int, words source: WordClass, isHeldOut: Bool, using random: inout RandomSource) {
        for _ in 0..<count {
            let (key, value) = redrawn {
                (source.drawn(using: &random), source.drawn(using: &random))
            } until: {
                $0 != $1 && !words.contains($0) && !words.contains($1)
                    && Game.isHeldOut(key: $0, value: $1) == isHeldOut
            }
            words.append(key)
            words.append(value)
        }
    }

    func key(_ pair: Int) -> Token { words[2 * pair] }
    func value(_ pair: Int) -> Token { words[2 * pair + 1] }

    func write(_ pair: Int, into tokens: inout [Token]) {
        tokens.write(key(pair))
        tokens.write(value(pair))
    }
}
