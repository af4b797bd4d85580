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

    /// Those of the person: what `tlviz train` makes where it is called, and the state folder.
    public static var standard: RunFolders {
        let own = own(
            stateHome: StateFolder.variable("XDG_STATE_HOME"), home: StateFolder.variable("HOME"))
        return RunFolders(own: own, listed: ["runs", own])
    }

    /// Without a home, runs lie where the program was started.
    static func own(stateHome: String?, home: String?) -> String {
        StateFolder.path(stateHome: stateHome, home: home).map { $0 + "/runs" } ?? "runs"
    }
}
