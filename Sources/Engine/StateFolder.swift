import Platform

/// Where the program keeps what outlives it, by the XDG base directory specification
/// (https://specifications.freedesktop.org/basedir-spec).
public enum StateFolder {
    /// The person's; nil where the environment names no home.
    public static var standard: String? { path(stateHome: variable("XDG_STATE_HOME"), home: variable("HOME")) }

    /// A relative path is to be ignored by that specification.
    static func path(stateHome: String?, home: String?) -> String? {
        if let stateHome, stateHome.hasPrefix("/") { return "\(stateHome)/tlviz" }
        if let home, home.hasPrefix("/") { return "\(home)/.local/state/tlviz" }
        return nil
    }

    static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
