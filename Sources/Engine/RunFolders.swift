import Platform

/// Where runs are kept and looked for.
public struct RunFolders: Sendable {
    /// The folder in which a training of the screen makes its own.
    public var own: String
    /// Folders of runs that are listed, the own one among them or not.
    public var listed: [String]

    public init(own: String, listed: [String]) {
        self.own = own
        self.listed = listed
    }

    /// Those of the person: what `tlviz train` makes where it is called, and the state folder by the XDG base directory
    /// specification (https://specifications.freedesktop.org/basedir-spec).
    public static var standard: RunFolders {
        let own = own(stateHome: variable("XDG_STATE_HOME"), home: variable("HOME"))
        return RunFolders(own: own, listed: ["runs", own])
    }

    /// A relative path is to be ignored by that specification; without a home, runs lie where the program was started.
    static func own(stateHome: String?, home: String?) -> String {
        if let stateHome, stateHome.hasPrefix("/") { return "\(stateHome)/tlviz/runs" }
        if let home, home.hasPrefix("/") { return "\(home)/.local/state/tlviz/runs" }
        return "runs"
    }

    private static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
