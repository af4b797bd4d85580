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

    /// What a run is let go on from, to see how it writes.
    var samplePrompt: String {
        switch self {
        case .world: "the small fox"
        case .bytes: "the"
        }
    }

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
            let tokens = tokenizer.encode(Array(prompt.utf8))
            guard !tokens.isEmpty else { throw CommandError("--prompt is empty; give a word to begin with") }
            return tokens
        }
    }

    /// Tokens as text.
    func decode(_ tokens: [Token]) -> String {
        switch self {
        case .world: Vocabulary.little.decode(tokens)
        case .bytes(let tokenizer): String(decoding: tokenizer.decode(tokens), as: UTF8.self)
        }
    }
}
