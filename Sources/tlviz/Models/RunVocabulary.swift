import LittleWorld
import TinyLM

/// What a run's tokens mean.
enum RunVocabulary {
    /// Whole words of the little world.
    case world
    /// Merged bytes of a person's own text.
    case bytes(BytePairEncoding)

    init(_ description: RunDescription, _ tokenizer: BytePairEncoding?, path: String) throws(CommandError) {
        if let tokenizer {
            self = .bytes(tokenizer)
        } else if description.shape.vocabularyCount == Vocabulary.little.count,
            description.worldVersion == LittleWorld.version
        {
            self = .world
        } else {
            throw CommandError(
                "\(path) learned version \(description.worldVersion ?? 0) of the little world, and this tlviz knows "
                    + "\(LittleWorld.version); train again into another --output", exitCode: 65)
        }
    }

    /// The token after which a document ends.
    var end: Token? {
        switch self {
        case .world: LittleWorld.end
        case .bytes: nil
        }
    }

    private var isWorld: Bool { if case .world = self { true } else { false } }

    /// What a run is let go on from, to see how it writes.
    var samplePrompt: String { Self.samplePrompt(isWorld: isWorld) }

    static func samplePrompt(isWorld: Bool) -> String { isWorld ? "the small fox" : "the" }

    /// At which a run writes where nothing else is asked for. The little world has one right word at most places; in a
    /// person's text the most probable word alone goes round in circles.
    var temperature: Double { isWorld ? 0 : 0.8 }

    /// A prompt's tokens, one or more. Throws 65 where a word is unknown.
    func encode(_ prompt: String) throws(CommandError) -> [Token] {
        switch self {
        case .world:
            do throws(UnknownWord) {
                return try LittleWorld.prompt(prompt)
            } catch {
                throw CommandError("--prompt: \(error)", exitCode: 65)
            }
        case .bytes(let tokenizer):
            let tokens = tokenizer.encode(FileName.bytes(prompt))
            guard !tokens.isEmpty else { throw CommandError("--prompt is empty; give a word to begin with") }
            return tokens
        }
    }

    /// The bytes that tokens stand for, byte for byte; where the last character is not whole, it is left out.
    func bytes(_ tokens: [Token]) -> [UInt8] {
        switch self {
        case .world: Array(Vocabulary.little.decode(tokens).utf8)
        case .bytes(let tokenizer): Self.withoutCutCharacter(tokenizer.decode(tokens))
        }
    }

    /// A prompt and what was written after it, as one text.
    func joined(_ prompt: String, _ written: [Token]) -> String {
        switch self {
        case .world: prompt + " " + Vocabulary.little.decode(written).split(separator: " ").joined(separator: " ")
        case .bytes: prompt + String(decoding: bytes(written), as: UTF8.self)
        }
    }

    static func withoutCutCharacter(_ bytes: [UInt8]) -> [UInt8] {
        // At most three bytes of a character can be there without its last.
        for length in 1...3 where length <= bytes.count {
            let first = bytes[bytes.count - length]
            let whole = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1
            if first & 0xC0 != 0x80 { return whole > length ? Array(bytes.dropLast(length)) : bytes }
        }
        return bytes
    }
}
