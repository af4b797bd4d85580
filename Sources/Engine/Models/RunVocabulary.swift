import Evidence
import LittleWorld
import TinyLM

/// What a run's tokens mean.
public enum RunVocabulary: Sendable {
    /// Whole words of the little world.
    case world
    /// Merged bytes of a person's own text.
    case bytes(BytePairEncoding)

    /// Throws 65 where the run learned another version of the little world; `path` is its name in the error.
    public init(_ description: RunDescription, _ tokenizer: BytePairEncoding?, path: String) throws(Failure) {
        if let tokenizer {
            self = .bytes(tokenizer)
        } else if description.shape.vocabularyCount == Vocabulary.little.count,
            description.worldVersion == LittleWorld.version
        {
            self = .world
        } else {
            throw Failure(
                "\(path) learned version \(description.worldVersion ?? 0) of the little world, and this tlviz knows "
                    + "\(LittleWorld.version); train again into another --output", exitCode: 65)
        }
    }

    /// The token after which a document ends.
    public var end: Token? {
        switch self {
        case .world: LittleWorld.end
        case .bytes: nil
        }
    }

    public var isWorld: Bool { if case .world = self { true } else { false } }

    /// What a run is let go on from, to see how it writes.
    public var samplePrompt: String { Self.samplePrompt(isWorld: isWorld) }

    public static func samplePrompt(isWorld: Bool) -> String { isWorld ? "the small fox" : "the" }

    /// At which a run writes where nothing else is asked for. The little world has one right word at most places; in a
    /// person's text the most probable word alone goes round in circles.
    public var temperature: Double { isWorld ? 0 : 0.8 }

    /// A prompt's tokens, one or more. Throws 65 where a word is unknown, 64 where there is none.
    public func encode(_ prompt: String) throws(Failure) -> [Token] {
        switch self {
        case .world:
            do throws(UnknownWord) {
                return try LittleWorld.prompt(prompt)
            } catch {
                throw Failure("\(error)", exitCode: 65)
            }
        case .bytes(let tokenizer):
            let tokens = tokenizer.encode(FileName.bytes(prompt))
            guard !tokens.isEmpty else { throw Failure("there is no word to begin with; give one", exitCode: 64) }
            return tokens
        }
    }

    /// The bytes that tokens stand for, byte for byte; where the last character is not whole, it is left out.
    public func bytes(_ tokens: [Token]) -> [UInt8] {
        switch self {
        case .world: Array(Vocabulary.little.decode(tokens).utf8)
        case .bytes(let tokenizer): Self.withoutCutCharacter(tokenizer.decode(tokens))
        }
    }

    /// What was written after a prompt, as it is shown.
    public func text(_ written: [Token]) -> String {
        switch self {
        case .world: Vocabulary.little.decode(written)
        case .bytes: String(decoding: bytes(written), as: UTF8.self)
        }
    }

    /// Each token as it is shown.
    public func words(_ tokens: [Token]) -> [String] {
        switch self {
        case .world: LittleWorld.words(of: tokens)
        case .bytes(let tokenizer): tokens.map { String(decoding: tokenizer.decode([$0]), as: UTF8.self) }
        }
    }

    /// A prompt and what was written after it, as one text.
    public func joined(_ prompt: String, _ written: [Token]) -> String {
        switch self {
        case .world: prompt + " " + Vocabulary.little.decode(written).split(separator: " ").joined(separator: " ")
        case .bytes: prompt + text(written)
        }
    }

    public static func withoutCutCharacter(_ bytes: [UInt8]) -> [UInt8] {
        // At most three bytes of a character can be there without its last.
        for length in 1...3 where length <= bytes.count {
            let first = bytes[bytes.count - length]
            let whole = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1
            if first & 0xC0 != 0x80 { return whole > length ? Array(bytes.dropLast(length)) : bytes }
        }
        return bytes
    }
}
