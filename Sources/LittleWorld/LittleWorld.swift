import TinyLM

/// The little world: an invented language with its own grammar, facts and tasks, in which every ability can be examined
/// exactly.
public enum LittleWorld {
    /// Changes whenever the language does: runs of different versions are not compared.
    public static let version = 1
}
