/// Where runs are kept and looked for.
public struct RunFolders: Sendable {
    /// The folder in which a training of the screen makes its own.
    public var own: String
    /// Folders of runs that are listed, the own one among them or not.
    public var listed: [String]

    /// Folders by their paths, absolute or from where the program was started.
    public init(own: String, listed: [String]) {
        self.own = own
        self.listed = listed
    }

    /// Those of the person: what `tlviz train` makes where it is called, and the state folder. Without a home, runs lie
    /// where the program was started.
    public static var standard: RunFolders {
        let own = StateFolder.standard.map { $0 + "/runs" } ?? "runs"
        return RunFolders(own: own, listed: ["runs", own])
    }
}
