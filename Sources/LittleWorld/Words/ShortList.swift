import TinyLM

/// At most sixteen words or small numbers, kept in registers: documents are written millions of times a minute, and
/// none of them asks for memory.
struct ShortList {
    private var values = SIMD16<Token>(repeating: 0)
    private(set) var count = 0

    init() {}

    /// The numbers 0, 1, … before `count`.
    init(countingTo count: Int) {
        for value in 0..<min(count, 16) { append(Token(value)) }
    }

    subscript(index: Int) -> Token { values[index] }

    /// Appends a value; the seventeenth is left out.
    mutating func append(_ value: Token) {
        guard count < 16 else { return }
        values[count] = value
        count += 1
    }

    func contains(_ value: Token) -> Bool {
        for index in 0..<count where values[index] == value { return true }
        return false
    }

    /// Appends a word of a class that is not in the list yet.
    mutating func appendNew(from words: WordClass, using random: inout RandomSource) {
        append(
            redrawn {
                words.drawn(using: &random)
            } until: {
                !contains($0)
            })
    }

    /// Any order, each as likely (Fisher and Yates).
    mutating func shuffle(using random: inout RandomSource) {
        for index in stride(from: count - 1, to: 0, by: -1) {
            let other = random.below(index + 1)
            (values[index], values[other]) = (values[other], values[index])
        }
    }
}

/// Draws again until a draw is allowed. A rule allows about an eighth of the draws or more, so that a thousand tries
/// fail once in 10^58 times; the bound is there so that no mistake in a rule can loop for ever.
@inline(__always)
func redrawn<Value>(_ draw: () -> Value, until isAllowed: (Value) -> Bool) -> Value {
    var value = draw()
    for _ in 0..<1000 {
        if isAllowed(value) { return value }
        value = draw()
    }
    return value
}
