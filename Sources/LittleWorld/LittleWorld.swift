import TinyLM

/// The little world: an invented language with its own grammar, facts and tasks, in which every ability can be examined
/// exactly.
public enum LittleWorld {
    /// Changes whenever the language does: runs of different versions are not compared.
    public static let version = 2

    /// The sum over the first 20,000 rows of the text of seed 1, each of 65 tokens, in this version.
    static let textChecksum: UInt64 = 4_536_973_891_633_889_947

    /// The token that stands before and after every document.
    public static let end = FunctionWord.end.token

    /// Tokens that its models read at most.
    static let context = 64

    /// The tokens of the beginning of a document: as in training, an end stands before it.
    public static func prompt(_ text: some StringProtocol) throws(UnknownWord) -> [Token] {
        try [FunctionWord.end.token] + Vocabulary.little.encode(text)
    }
}
