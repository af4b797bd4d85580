import TinyLM

/// The little world: an invented language with its own grammar, facts and tasks, in which every ability can be examined
/// exactly.
public enum LittleWorld {
    /// Changes whenever the language does: runs of different versions are not compared.
    public static let version = 1

    /// The token that stands before and after every document.
    public static let end = FunctionWord.end.token

    /// What a model is asked to continue, to show what it writes: one beginning for each of the world's forms.
    public static let samplePrompts = [
        "the small fox",
        "these",
        "tolu lives in",
        "Q : where does tolu live ? A :",
        "vell : the small fox sings >",
        "story : the crow sings . a key likes this star . the crow waits . topic :",
        "game : dax fox ; wug duck ; dax fox ; wug",
        "chant : key loud fep ;",
        "show : fox foxes ; river rivers ; mouse mice ; bell",
        "book : arlo lives in pesk . Q : where does arlo live ? A :",
        "Q : where does the friend of tolu live ? think :",
        "code : z 2 ; x z + 3 ; print x",
        "the doctor sees arlo . arlo has a cough and a wheeze and a gasp . the doctor gives arlo",
    ]

    /// The tokens of the beginning of a document: as in training, an end stands before it.
    public static func prompt(_ text: some StringProtocol) throws(UnknownWord) -> [Token] {
        try [FunctionWord.end.token] + Vocabulary.little.encode(text)
    }
}
