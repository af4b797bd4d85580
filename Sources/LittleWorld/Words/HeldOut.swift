import TinyLM

/// What training never shows, so that an examination asks for more than memory.
///
/// Each rule decides by a hash of an item's content, not by chance: it is the same in every run, whatever its seed, and
/// needs no list of examined items.
enum HeldOut: UInt64 {
    /// Subject, preposition and the noun between the subject and its verb; in every sentence of every document.
    case agreement = 1
    /// Person, relation and the relation told next of the same person.
    case fact
    /// Relation and person of a question.
    case question
    /// Subject, verb and object of a sentence that is translated.
    case translation
    /// The topic and the other subject of a story that is summed up.
    case summary
    /// A key and its value.
    case game
    /// The first two words that are chanted.
    case chant
    /// A relation of examples and an item of it.
    case show
    /// Relation and person of a question about the person's friend.
    case think
    /// A program's statements, without what it prints.
    case code

    /// One item of how many is held out.
    private var oneIn: UInt64 {
        switch self {
        case .fact, .question, .show, .think: 4
        default: 8
        }
    }

    /// Is the item of this content held out?
    @inline(__always)
    func contains(_ first: Int, _ second: Int = 0, _ third: Int = 0) -> Bool {
        contains(
            hash: UInt64(UInt16(truncatingIfNeeded: first)) | UInt64(UInt16(truncatingIfNeeded: second)) << 16
                | UInt64(UInt16(truncatingIfNeeded: third)) << 32)
    }

    /// Is the item that consists of these tokens held out?
    func contains(_ tokens: ArraySlice<Token>) -> Bool {
        // The prime and the start of FNV-1a, a token in the place of a byte.
        contains(hash: tokens.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 })
    }

    @inline(__always)
    private func contains(hash: UInt64) -> Bool {
        var mixed = hash ^ (rawValue &* 0x9E37_79B9_7F4A_7C15)
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return (mixed ^ (mixed >> 31)) % oneIn == 0
    }
}
